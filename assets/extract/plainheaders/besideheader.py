"""A head that a running text gives right behind the word over all columns: 申请人情况, 总计, 自然人, 法人或其他组织, ….

Programs give cells row by row from the top. A cell of the upper level that reaches down beside all others, as the sum's at the table's right
edge, comes then before those of the row below it; a column that really stands first comes there, too. Only a line of its own
that it shares with other heads of that level tells which. Belongs here: whether a told order leans on such a place. Does not belong here: rows of cells
(gridheader.py), the order itself (printedorder.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from schemas.form import Column, Table


def leans_on_header(
    told: Sequence[str] | None, lines: Sequence[str], table: Table, columns: Sequence[Column]
) -> str | None:
    """The label of a column that is told to stand before others but may stand behind them; None where none is."""
    if told is None or not any(c.group for c in columns) or told[0] == columns[0].key:
        return None
    standard = [c.key for c in columns if not c.group]
    alone = [key for key in told if key in standard]
    first = next((c for c in columns if c.key == told[0]), None)
    if first is None or first.group or alone[1:] != [key for key in standard if key != first.key]:
        return None
    words = [[squash(word) for word in line.split()] for line in lines]
    if _begins_level(words, table, columns, first):
        return None
    letters = "".join(word for line in words for word in line)
    at = min((n for w in first.wordings if (n := letters.find(squash(w))) >= 0), default=0)
    return first.zh if squash(table.header) in letters[:at] else None


def _begins_level(
    words: Sequence[Sequence[str]], table: Table, columns: Sequence[Column], first: Column
) -> bool:
    """Whether a line begins with the head in question and goes on with others of the upper level, whole or in pieces, and nothing else."""
    own = {squash(w) for w in first.wordings}
    others = [squash(w) for c in columns if not c.group and c is not first for w in c.wordings]
    others += [squash(w) for g in table.groups for w in g.wordings]
    return any(
        len(line) > 1
        and line[0] in own
        and all(any(label.startswith(word) or label.endswith(word) for label in others) for word in line[1:])
        for line in words
    )
