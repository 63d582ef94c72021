"""Bare page numbers that fill blank cells printed a cell a line, each behind or before its sign: `|`, `2`, `|`.

The sign of such a cell, a bar or a tab, stands on the line of its text. Where a blank cell has only its sign, the number of a page that
ended there stands beside it on a line of its own and is read as the second line of the cell. It is so where the numbers on lines
without a sign count pages, and where a single figure of many has none. Belongs here: cells whose figure has no sign on its line.
Does not belong here: rows of plain text, whose cells have no signs (pagesinrows.py), and page numbers that no cell holds
(readers/plain/pages.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.cells import TableReading
from assets.extract.places.pagesinrows import bare_numbers
from assets.extract.readers.plain.pages import counted
from schemas.form import CellKey, Form

_LAYOUTS = {"tab_cells", "pipe_cells", "pipe_grid"}
_BAR, _TAB = re.compile(r"\s*+[|｜]\s*+"), re.compile(r" *+\t\s*+")
# So many numbers count, and they are this share of those without a sign at least.
_LEAST, _SHARE = 2, 2 / 3
# Beside so many figures with their signs a single one without is odd.
_MANY = 8


def doubt_pages_in_cells(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the figures in doubt that may be the numbers of pages which ended beside blank cells."""
    signed = [table for table in tables if table.layout in _LAYOUTS and table.cells]
    if not signed:
        return
    bare = bare_numbers(lines)
    held = _held(signed, bare)
    if not held:
        return
    figures = sum(cell.status == "reported" for table in signed for cell in table.cells.values())
    with_sign = figures - len(held)
    chain = dict(counted([(n, number) for n, number in bare.items() if number]))
    is_single = len(held) == 1 and with_sign >= _MANY and _is_beside_sign(next(iter(held)), lines)
    are_counted = len(chain) >= _LEAST and len(chain) >= _SHARE * len(bare)
    if not is_single and not (are_counted and (with_sign >= len(held) or chain.keys() - held.keys())):
        return
    for line, (table, key) in held.items():
        if is_single or line in chain:
            row = next(row for row in form.table(table.table_no).rows if row.key == key.row_key)
            table.doubt(key, "page-number-doubt", line)
            table.note("page-number-doubt", line=line, row_key=row.key, row=row, raw=table.cells[key].raw)


def _is_beside_sign(line: int, lines: Sequence[str]) -> bool:
    """Whether the line below has nothing but the bar behind a cell, or the line above nothing but the tab before it."""
    return any(_BAR.fullmatch(text) for text in lines[line : line + 1]) or bool(
        _TAB.fullmatch(lines[line - 2])
    )


def _held(tables: Sequence[TableReading], bare: dict[int, int]) -> dict[int, tuple[TableReading, CellKey]]:
    """The cells that have their figure on a line without a sign, by this line."""
    return {
        line: (table, key)
        for table in tables
        for key, cell in table.cells.items()
        if cell.status == "reported" and cell.line_end
        for line in range(cell.line_start or cell.line_end, cell.line_end + 1)
        if line in bare
    }
