"""Figures that a narrow column cut because a note stands behind them: `2` above `7（注`, which goes on with `1）`.

A column that has room for the digits has none for the note, so that the width of other figures tells nothing. Belongs here: digits with a note on the
line below a figure, which is in doubt then. Does not belong here: digits alone (cutfigures.py, unclaimed.py), and what notes say (numbers.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from assets.extract.cells import TableReading
from assets.extract.places.positions import display_width
from schemas.form import CellKey, Form

# Digits and the beginning of a note, apart from what stands on either side.
_REST = re.compile(r"(?<!\S)[0-9]{1,6}(?:[（(\[]注|[※*†①-⑳])")
_TOKEN = re.compile(r"\S+")
_NOUGHTS = re.compile(r"[0０]*")
# A line may be empty between the two; a row right below may have its cell there.
_NEAR = 2
_LAYOUT = "aligned"


def doubt_before_notes(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the figures in doubt right below which, on a page that is set out by spaces, digits and a note stand."""
    aligned = [table for table in tables if table.layout == _LAYOUT]
    if not aligned or not any(map(_REST.search, lines)):
        return
    for table in aligned:
        of, on_line = form.table(table.table_no), defaultdict(list)
        for key, cell in table.cells.items():
            if cell.raw is not None and cell.line_start:
                on_line[cell.line_start].append(key)
        rows = {row.key: row for row in of.rows}
        columns = {column.key: column for column in of.columns}
        for line, keys in on_line.items():
            below = [key for n in range(line + 1, line + 2 + _NEAR) for key in on_line.get(n, ())]
            first = next(
                (n for n in range(line + 1, line + 1 + _NEAR) if "".join(lines[n - 1 : n]).strip()), 0
            )
            if first in on_line:
                continue  # what stands below is a row
            for key in _above_rests(table, line, keys, lines):
                if below and key.col_key not in {other.col_key for other in below}:
                    continue  # the row below has nothing else in that column
                table.doubt(key, "digits-split", line)
                where = {"line": line, "row": rows[key.row_key], "column": columns[key.col_key]}
                table.note("digits-split", row_key=key.row_key, col_key=key.col_key, **where)


def _above_rests(
    table: TableReading, line: int, keys: Sequence[CellKey], lines: list[str]
) -> Iterator[CellKey]:
    """The cells of a line right above digits with a note, in one measure or the other."""
    below = next((text for text in lines[line : line + _NEAR] if text.strip()), "")
    rests = [_span(below, rest) for rest in _REST.finditer(below)]
    if not rests:
        return
    upper = lines[line - 1]
    for key in keys:
        raw = table.cells[key].raw or ""
        if _NOUGHTS.fullmatch(raw):
            continue  # no figure begins so
        places = [_span(upper, token) for token in _TOKEN.finditer(upper) if token[0] == raw]
        if any(a[at] < b[at + 1] and b[at] < a[at + 1] for a in places for b in rests for at in (0, 2)):
            yield key


def _span(line: str, found: re.Match[str]) -> tuple[int, int, int, int]:
    """Where a word begins and ends, in characters and in display width."""
    start = display_width(line[: found.start()])
    return (*found.span(), start, start + display_width(found[0]))
