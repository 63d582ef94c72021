"""A head that a running text gives right behind the word over all columns: 申请人情况, 总计, 自然人, 法人或其他组织, ….

Programs give cells row by row from the top. A cell of the upper level that reaches down beside all others, as the sum's at the table's right
edge, comes then before those of the row below it; a column that really stands first comes there, too. Only a line that names the whole
upper level, and nothing else, tells which. Belongs here: whether a told order leans on such a place. Does not belong here: rows of cells
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
    own, header = {squash(w) for w in first.wordings}, squash(table.header)
    if _names_level(words, table, columns, first):
        return None
    text = [word for line in words for word in line]
    at = next((n for n, word in enumerate(text) if word in own), None)
    # the header's own word may have no space behind it, where a page glues its words
    return first.zh if at is not None and any(word.endswith(header) for word in text[:at]) else None


def _names_level(
    words: Sequence[Sequence[str]], table: Table, columns: Sequence[Column], first: Column
) -> bool:
    """Whether a line names all heads of the upper level, the one in question before the others, and nothing else."""
    keys = {squash(w): g.key for g in table.groups for w in g.wordings}
    keys |= {squash(w): c.key for c in columns for w in c.wordings}
    upper = sorted({c.group or c.key for c in columns})
    level = [[keys.get(word, "") for word in line] for line in words]
    return any(sorted(line) == upper and line[0] == first.key for line in level)
