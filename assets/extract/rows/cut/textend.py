"""A text that ends amid a table: what was stored or sent was cut there, and the rows above the cut are whole.

Belongs here: whether a text breaks off so that few rows are left of a table, and the doubt of its very last figure, of which digits
may be gone. Does not belong here: lines that are all cut at one width (places/cutlines.py), rows that a page cuts (cutrows.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from string import digits

from assets.extract.cells import TableReading
from assets.extract.labels import squash
from assets.extract.rows.finding.chain import STRONG, Link
from schemas.form import Table

# The first rows, without a gap, with the one that was cut.
_LEAST = 3
_NUMBERS = re.compile(r"[0-9]{1,2}[.、]|[(（][一二三四五六七八九十]{1,2}[)）]|[一二三四五六七八九十]、")
_SIGNS = re.compile(r"[^0-9\u3400-\u9fff]+")


def breaks_off(links: Sequence[Link], table: Table, lines: Sequence[str]) -> bool:
    """Whether the table opens with whole rows, none left out, and the text ends with them or within the next row."""
    if not links or [link.row for link in links] != list(range(len(links))):
        return False
    if any(link.score < STRONG for link in links) or not all(
        _is_whole(link, len(table.columns)) for link in links[:-1]
    ):
        return False
    begun = _rest(links, lines).rstrip(digits)
    return len(links) + bool(begun) >= _LEAST and begun in _labels(table)


def doubt_the_cut(reading: TableReading, links: Sequence[Link], table: Table, lines: Sequence[str]) -> None:
    """The last figure of a text that ends amid a table may have lost digits."""
    if len(links) < 2 or links[-1].row == len(table.rows) - 1:
        return
    last = links[-1].candidate
    if not lines[last.line_end - 1].rstrip()[-1:].isdigit() or any(map(str.strip, lines[last.line_end :])):
        return  # what closes a cell or a table stands behind it
    row = table.rows[links[-1].row]
    written = [key for key in table.keys_of[row.key] if (cell := reading.cells.get(key)) and cell.raw]
    if written and reading.cells[written[-1]].status == "reported":
        reading.note("row-split", line=last.line, row_key=row.key, row=row, found=len(last.figures))
        reading.doubt(written[-1], "row-split", last.line_end)


def _is_whole(link: Link, width: int) -> bool:
    """Whether a row has all its figures, and none but blank cells behind them."""
    written = [bool(cell.text.strip()) for cell in link.candidate.figures]
    return all(written[:width]) and sum(written) == width


def _rest(links: Sequence[Link], lines: Sequence[str]) -> str:
    """What stands behind the last row of the text, without signs and the numbers of labels."""
    return _letters("".join(lines[links[-1].candidate.line_end :]))


def _letters(text: str) -> str:
    return _SIGNS.sub("", _NUMBERS.sub("", squash(text)))


@cache
def _labels(table: Table) -> str:
    """The letters of all labels of a table in its order, those of a group before its rows'."""
    groups = {group.key: group.zh for group in table.groups}
    return _letters("".join(groups.pop(row.parent or "", "") + row.zh for row in table.rows))
