"""The header of a table whose rows are printed side by side (table 4): which figure of its one row is which cell.

Where cells are set apart (grids) the header is read as it stands. A plain text taken from a page gives labels of two
lines before labels of one, and a label that spans two rows below one that spans one; there a header that departs from
the form proves nothing and the figures are left uncertain.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from assets.extract.headers.headerprint import header_words
from assets.extract.labels import squash
from assets.extract.model import GridRow
from assets.extract.plainheaders.headerwords import alike_to
from assets.extract.plainheaders.stackedheader import segments, stacked
from assets.extract.sidebyside.damagedplaces import place_of, turned_tops
from assets.extract.sidebyside.fourthlabels import as_labels
from assets.extract.sidebyside.labelgroups import begun_otherwise, may_be_moved, order_of_groups
from assets.extract.sidebyside.linesofheads import come_by_height
from assets.extract.sidebyside.paths import columns_within, order_within
from assets.extract.sidebyside.wholelines import order_of_whole_lines
from schemas.form import Table

# The cells in the order of the figures as (row key, column key), or what is wrong with the header.
Order = list[tuple[str, str]] | str

# What headings have and labels do not.
HEADING = re.compile(r"情况|因政府信息公开")
_BARS = re.compile(r"[\t|｜,;\"]")
# Words of another language behind a label.
_FOREIGN = re.compile(r"(?<=[\u3400-\u9fff])[A-Za-z]{3,}$")
_LONGEST_LABEL = 80

# A line with the pieces of labels of all groups, each of so many letters, goes from left to right.
_LEAST_PIECES, _LEAST_LETTERS = 9, 2


def plain_order(lines: Sequence[str], table: Table) -> Order:
    """The form's order, unless the header above a plain row of figures departs from it."""
    texts = [squash(line) for line in lines if not HEADING.search(squash(line))]
    names = [c.zh for c in table.columns]
    columns = order_of_groups(texts, table)
    if not columns and (told := begun_otherwise(texts, table) or _against_columns(texts, lines, table)):
        return told
    if columns and (told := may_be_moved(lines, table, columns)):
        return told
    text = "".join(texts)
    if turned := turned_tops(text, table):
        return turned
    rows = _rows(text, table)
    behind = [_groups_before(row.zh, lines, names) for row in table.rows]
    if rows[-1] != table.rows[-1].key and behind[-1] == len(rows) - 1:
        rows = [*(row for row in rows if row != table.rows[-1].key), table.rows[-1].key]
    if printed := order_of_whole_lines(lines, table):
        return printed
    if rows != [row.key for row in table.rows] or any(groups > at for at, groups in enumerate(behind)):
        return "、".join([*(columns or ()), *rows])
    if not all(row.zh in text for row in table.rows) and (tops := _exchanged(lines, table)):
        return "、".join(tops)
    once = text.find(names[0]) if text.count(names[0]) == 1 else len(text)
    if all(text.rfind(row.zh) > once for row in table.rows):
        # rows named behind columns that are named once stand beside figures, which go along them or down
        return "、".join([*names, *rows])
    keys = columns or [c.key for c in table.columns]
    return [(row.key, key) for row in table.rows for key in keys]


def _against_columns(texts: Sequence[str], lines: Sequence[str], table: Table) -> str | None:
    """The labels of columns, whole or in pieces, that do not stand in the order of the form; None where nothing is against it."""
    names = [c.zh for c in table.columns]
    seen = [re.findall("|".join(map(re.escape, names)), text) for text in texts]
    if come_by_height(lines, table):
        return None
    whole = _spelled(lines, table) or [name for line in seen for name in line]
    if len(whole) == len(names) * len(table.rows):
        # all labels are there: in order they are the form's, wherever the lines break
        return "、".join(whole) if _out_of_order(whole, names) else None
    if made := _made_up(lines, table):
        return "、".join(made) if made != names * len(table.rows) else None
    if _stand_in_order(lines, table):
        return None
    for line in seen:
        if _out_of_order(line, names):
            return "、".join(line)
    return _broken_out_of_order(lines, names) or _loose_out_of_order(lines, table)


def _groups_before(label: str, lines: Sequence[str], names: Sequence[str]) -> int:
    """Behind how many groups of labels, told by their first letters, the label of a row stands on its line."""
    before = [line.split(label)[0].split() for line in lines if label in line]
    if len(before) != 1:
        return 0
    in_order = all(names[at % len(names)].startswith(squash(word)) for at, word in enumerate(before[0]))
    return len(before[0]) // len(names) if in_order else 0


def _stand_in_order(lines: Sequence[str], table: Table) -> bool:
    """Whether pieces of labels, put together by their places on the lines, are all labels of all groups in order."""
    order = [c.key for c in table.columns] * len(table.rows)
    words = header_words(table, table.columns)
    return any(stacked(pieces, order.__eq__, words) for pieces in segments(lines, words)[-1:])


def _spelled(lines: Sequence[str], table: Table) -> list[str]:
    """All labels of columns as the last words spell them one after the other, whatever lines they are broken on; none where they do not.

    Labels of rows and groups may stand whole between them.
    """
    over = {squash(w) for label in (*table.rows, *table.groups) for w in label.wordings}
    names = "|".join(re.escape(squash(c.zh)) for c in table.columns)
    words = [squash(word) for line in lines for word in line.split()]
    text = "".join(word for word in words if word not in over)
    count = len(table.rows) * len(table.columns)
    found = re.search(rf"(?:{names}){{{count}}}$", text)
    return re.findall(names, found[0]) if found else []


def _made_up(lines: Sequence[str], table: Table) -> list[str]:
    """The labels that the words above the figures are, those of the first groups cut by a narrow column; none where they are not.

    Their first letters stand side by side on a line, and the rests behind it in the same order: 结 结 其, 果维持, 果纠正, 他结果.
    All the labels that the form has must be there.
    """
    names = [c.zh for c in table.columns] * len(table.rows)
    over = {squash(w) for label in (*table.rows, *table.groups) for w in label.wordings}
    words = [[text for word in line.split() if (text := squash(word)) not in over] for line in lines]
    flat = [word for line in words for word in line]
    for groups in range(1, len(table.rows) + 1):
        cut = groups * len(table.columns)
        own = flat[-len(names) - cut :]
        first, rests, whole = own[:cut], own[cut : 2 * cut], own[2 * cut :]
        if any(line[-cut:] == first for line in words):
            made = [a + b for a, b in zip(first, rests, strict=False)] + whole
            if sorted(made) == sorted(names):
                return made
    return []


def grid_order(cells: Sequence[str], table: Table) -> Order:
    """The order that the header cells, row by row, give."""
    texts = as_labels([text for cell in cells if not HEADING.search(text := squash(cell))], table)
    names = [c.zh for c in table.columns]
    by_label = {w: c.key for c in table.columns for w in map(squash, c.wordings)}
    seen = [by_label[text] for text in texts if text in by_label]
    if turned := turned_tops("|".join(texts), table):
        return turned
    rows = _beside_one_between(texts, table) or _rows("|".join(texts), table)
    if rows != [row.key for row in table.rows] and not all(row.zh in "".join(texts) for row in table.rows):
        return "、".join(filter(None, texts))
    width, standard = len(names), [c.key for c in table.columns]
    spanning = seen[:width]
    if (
        len(seen) == width * (len(rows) + 1)
        and sorted(spanning) == sorted(standard)
        and seen == spanning * (len(rows) + 1)
    ):
        seen = seen[width:]  # columns that span two rows of the header are named in both
    if len(seen) != width * len(rows):
        if within := order_within(texts, table, rows):
            return within
        labels = columns_within(texts, table)
        if _out_of_order(labels, names):
            return "、".join(labels)
        if loose := _loose_out_of_order([" ".join(texts)], table):
            return loose
        chunks = [standard] * len(rows)
    else:
        # header cells stand row by row: first those of 行政复议, then those of the suits, wherever these stand
        chunks = [seen[i : i + width] for i in range(0, len(seen), width)]
        if any(sorted(chunk) != sorted(standard) for chunk in chunks):
            return "、".join(texts[-len(seen) :])
        if rows[0] != table.rows[0].key and any(chunk != chunks[0] for chunk in chunks):
            return "、".join(texts[-len(seen) :])
    return [(row, column) for row, chunk in zip(rows, chunks, strict=True) for column in chunk]


def _beside_one_between(texts: Sequence[str], table: Table) -> list[str] | None:
    """Row keys from left to right where another row stands between those of a group, which is named on either side of it."""
    named = {squash(w): label.key for label in (*table.rows, *table.groups) for w in label.wordings}
    inner = [row.key for row in table.rows if row.parent]
    keys = [key for key, _ in groupby(named[text] for text in texts if text in named)]
    groups = {group.key for group in table.groups}
    within = list(dict.fromkeys(key for key in keys if key in inner))
    above = keys[: keys.index(within[0])] if within else []
    if len(within) != len(inner) or [key in groups for key in above] != [True, False, True]:
        return None
    return [within[0], above[1], *within[1:]]


def _names_rows(texts: Sequence[str], table: Table) -> bool:
    """Whether cells name all rows."""
    found = set(map(squash, texts))
    return all(any(squash(w) in found for w in row.wordings) for row in table.rows)


def _rows_named(texts: Sequence[str], table: Table) -> list[str] | None:
    """Row keys from left to right as cells name them, whole or in pieces; None where they do not name them all."""
    longest = max(len(w) for row in table.rows for w in row.wordings)
    labels = [text for text in texts if text and len(text) <= longest and not HEADING.search(text)]
    is_whole = _names_rows(labels, table)
    if not is_whole and not all(row.zh in "".join(labels) for row in table.rows):
        return None
    return _beside_one_between(labels, table) or _rows(("|" if is_whole else "").join(labels), table)


def named_above(
    above: Sequence[GridRow], own: Sequence[GridRow], lines: Sequence[str], table: Table
) -> str | None:
    """The labels of rows in another order than the form's, above a block of cells that names none; else None.

    Line breaks within the cells of a header part it into blocks, and set pieces of labels beside the cells.
    """
    below, texts = ([_own_words(cell.text) for row in rows for cell in row.cells] for rows in (own, above))
    if _names_rows(below, table):
        return None
    words = [_own_words(word) for line in lines for word in _BARS.split(line)]
    rows = _rows_named(texts, table) or _rows_named(words, table)
    return "、".join(rows) if rows and rows != [row.key for row in table.rows] else None


def _own_words(text: str) -> str:
    """A squashed text without the words of another language behind its own."""
    text = squash(text)
    return _FOREIGN.sub("", text) if len(text) <= _LONGEST_LABEL else text


def _out_of_order(seen: Sequence[str], names: Sequence[str]) -> bool:
    """Whether labels fall back in the order of the form more often than a new group of columns begins."""
    descents = sum(names.index(b) <= names.index(a) for a, b in pairwise(seen))
    return bool(seen) and descents > max(map(seen.count, seen)) - 1


def _broken_out_of_order(lines: Sequence[str], names: Sequence[str]) -> str | None:
    """Labels broken into pieces whose first or last pieces (维持 of 结果维持) contradict the form; None where none do.

    Only pieces that are one label's tell. First pieces of one line stand beside each other, as last ones do; those of
    different lines may be of labels of different heights.
    """
    for line in lines:
        words = [squash(word) for word in line.split()]
        if len(words) < _LEAST_PIECES or any(len(word) < _LEAST_LETTERS for word in words):
            continue
        for fits in (str.startswith, str.endswith):
            named = [[name for name in names if fits(name, word)] for word in words]
            sure = [found[0] for found in named if len(found) == 1]
            if _out_of_order(sure, names):
                return "、".join(words)
    return None


def _loose_out_of_order(lines: Sequence[str], table: Table) -> str | None:
    """Words each alike to one label only, all labels but one in each group, that contradict the form: those of a line, or of a header of a word a line."""
    words = header_words(table, table.columns)
    named = [
        [(w, keys[0]) for w in line.split() if len(keys := alike_to(squash(w), words)) == 1] for line in lines
    ]
    single = [line[0] for line in named if len(line) == 1]
    if len(single) == sum(map(len, named)):
        named = [single]
    order = [c.key for c in table.columns]
    for line in named:
        counts = Counter(key for _, key in line)
        if len(counts) < len(order) - 1 or set(counts.values()) != {len(table.rows)}:
            continue  # pieces, or labels of which some are elsewhere
        if _out_of_order([key for _, key in line], order):
            return "、".join(word for word, _ in line)
    return None


def _rows(text: str, table: Table) -> list[str]:
    """Row keys from left to right. A group stands where its label does; without one each row stands by itself.

    Where a row is not named, the labels that stand over the rows tell which of them is before the other.
    """
    places: dict[str, int] = {}
    groups = {g.key: text.find(g.zh) for g in table.groups if g.zh in text}
    tops = [squash(row.zh) for row in table.rows if row.parent is None]
    is_told = any(f"|{top}|" in f"|{text}|" for top in tops)
    for row in table.rows:
        at = place_of(row.zh, text)
        if at < 0 and not (row.parent in groups and is_told):
            return [r.key for r in table.rows]
        # one that is not named keeps its place in its group
        is_first = row.key == next(r.key for r in table.rows if r.parent == row.parent)
        places[row.key] = at if at >= 0 else -1 if is_first else len(text)
    ordered = sorted(table.rows, key=lambda r: (groups.get(r.parent or "", places[r.key]), places[r.key]))
    return [row.key for row in ordered]


def _exchanged(lines: Sequence[str], table: Table) -> list[str]:
    """The label of a group and that of a row in none, if words name the group first, which the form prints behind; none else."""
    words = [squash(word) for line in lines for word in _BARS.sub(" ", line).split()]
    tops = [squash(row.zh) for row in table.rows if row.parent is None]
    named = [word for word in words if word in tops or word in [squash(group.zh) for group in table.groups]]
    return named[:2] if named and named[0] not in tops and {*named} & {*tops} else []
