"""A row with blank cells above a row that could not be read, whose figures stand on lines of their own: some may be the first row's.

    1.本机关不掌握相关政府信                                5
          息
    （四）无法 2.没有现成信息需要另行制
                                    0     0     0     0
                                                      万 0

    提供     作                     0     0     0     0     0

A program that takes the lines of a page by their heights gives the one cell that has two lines first, and the others of its row
between the lines of the next one. Belongs here: such rows, none of whose cells is known then. Does not belong here: lines of figures that
no row has (rowsgivenup.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.cells import CellReading, TableReading
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import Form

_LAYOUTS = {"aligned", "running"}
_GIVEN_UP = {"row-short", "row-long", "row-split", "rows-shifted"}
# So many lines of figures are more than the next row's own.
_LEAST_LINES = 2
_MOST_LINES = 12
# A unit may stand before a figure, which is no label.
_LONGEST_UNIT = 2


def doubt_above_pieces(tables: Sequence[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the rows in doubt of which some cells are blank, above a row that was given up for its several lines of figures."""
    for reading in tables:
        cells = reading.cells
        if reading.layout not in _LAYOUTS or not any(cell.status == "blank" for cell in cells.values()):
            continue
        for (row, keys), (_, below) in pairwise(form.table(reading.table_no).keys):
            known = [cells[key] for key in keys if key in cells]
            next_row = [cells[key] for key in below if key in cells]
            at = {cell.line_end for cell in known if cell.status == "reported" and cell.line_end}
            has_blank = any(cell.status == "blank" for cell in known)
            if not at or not has_blank or not _is_given_up(next_row):
                continue
            end = max((cell.line_end or 0 for cell in next_row), default=0)
            if max(at) < end <= max(at) + _MOST_LINES and _bare(lines[max(at) : end + 3]) >= _LEAST_LINES:
                for key in keys:
                    reading.doubt(key, "row-split", max(at))
                reading.note("row-split", line=max(at), row_key=row.key, row=row, found=len(at))


def _is_given_up(row: Sequence[CellReading]) -> bool:
    return bool(row) and all(cell.status == "uncertain" and cell.reason in _GIVEN_UP for cell in row)


def _bare(lines: Sequence[str]) -> int:
    """How many of some lines hold figures and no label before them; they end where a label has its own on its line."""
    found = 0
    for line in lines:
        words = line.split()
        figures = sum(map(looks_like_figure, words))
        if not figures or is_furniture(line):
            continue
        if not looks_like_figure(words[0]) and (len(words) - figures > 1 or len(words[0]) > _LONGEST_UNIT):
            break
        found += 1
    return found
