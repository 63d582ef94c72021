"""The labels of a table whose rows are printed side by side (table 4), where each group prints them in one order of its own.

Labels that come whole one behind the other, group after group the same, come from cell to cell: a page would give those of one height together.
Belongs here: that order, labels broken so that their first pieces tell another, and pieces of labels over the figures of others. The order of the groups is asked in sideways.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assets.extract.labels import squash
from assets.extract.model import GridRow
from schemas.form import Table

_BARS = re.compile(r"[\t|｜,;\"]")


def order_of_groups(lines: Sequence[str], table: Table) -> list[str] | None:
    """The columns that each group of labels names in another order than the form's; None where it is not so.

    The labels of the first group may be printed twice, once on each level that its cells span. Where some labels have two lines and
    others one, the text may give them by height: it tells no order.
    """
    names = {squash(c.zh): c.key for c in table.columns}
    text = _BARS.sub("", squash("".join(lines)))
    seen = [names[name] for name in re.findall("|".join(map(re.escape, names)), text)]
    width = len(names)
    if len(seen) % width or not len(table.rows) <= len(seen) // width <= len(table.rows) + 1:
        return None
    groups = [seen[at : at + width] for at in range(0, len(seen), width)]
    order = groups[0]
    is_one = sorted(order) == sorted(names.values()) and all(group == order for group in groups)
    if not is_one or order == list(names.values()):
        return None
    whole = [any(name in squash(line) for line in lines) for name in names]
    return order if all(whole) or not any(whole) else None


def may_be_moved(lines: Sequence[str], table: Table, order: Sequence[str]) -> str | None:
    """The labels of groups in which the form's last ones come first, whole on a line each, before others that lines break; else None.

    Labels of unlike height are sorted apart by a page: the last one of all, a line by itself, may come before the first.
    """
    names = {c.key: squash(c.zh) for c in table.columns}
    standard = list(names)
    ahead = standard[standard.index(order[0]) :]
    if list(order) != [*ahead, *standard[: -len(ahead)]]:
        return None
    texts = {squash(line) for line in lines}
    moved, others = [names[key] for key in ahead], [names[key] for key in standard[: -len(ahead)]]
    is_told = not texts.issuperset(moved) or any(name in texts for name in others)
    return (
        None if is_told or any(_BARS.search(line) for line in lines) else "、".join(names[k] for k in order)
    )


def begun_otherwise(lines: Sequence[str], table: Table) -> str | None:
    """The labels of columns in the one order that is not the form's in which the first pieces of those of all groups come; else None.

    Pieces are found letter by letter from the start of each line, as spaces may stand between any two letters.
    """
    names = [squash(c.zh) for c in table.columns]
    seen = [name for line in lines for name in _begun(squash(line), names)]
    width = len(names)
    order = seen[:width]
    if sorted(order) != sorted(names) or seen != order * len(table.rows) or order == names:
        return None
    return "、".join(order)


def _begun(text: str, names: Sequence[str]) -> list[str]:
    """The labels of which the longest first pieces follow each other from the start of a text, each only one label's."""
    found: list[str] = []
    at = 0
    while at < len(text):
        sizes = [_shared(name, text[at : at + len(name)]) for name in names]
        longest = max(sizes)
        if not longest or sizes.count(longest) > 1:
            break
        found.append(names[sizes.index(longest)])
        at += longest
    return found


def _shared(a: str, b: str) -> int:
    """With how many equal letters two texts begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def pieces_of_others(order: Sequence[tuple[str, str]], rows: Sequence[GridRow], table: Table) -> str | None:
    """The piece of a label in a row as wide as the figures that is none of the label over whose figure it stands; None without one."""
    name_of = {c.key: squash(c.zh) for c in table.columns}
    for row in rows:
        texts = [squash(cell.text) for cell in row.cells]
        for text, (_, key) in zip(texts, order, strict=False) if len(texts) == len(order) else ():
            if text and text not in name_of[key] and any(text in name for name in name_of.values()):
                return text
    return None
