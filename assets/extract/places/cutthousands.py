"""Figures of plain text that are the rest of a number above them: a narrow column cut `37,270` into `37,27` and `0`.

    （五）   1.信访    6,389    8,109    8,877    1,949    4,778   7,168    37,27
                                          - 3 -
    不予处   举报投                                                          0

Where the two stand in one row, they are read as one. Where the page ended between them, the rest may be taken for a figure of its own. The
mark of thousands shows how many digits are missing. Belongs here: figures below such a number that have as many digits as it lacks.
Does not belong here: rests that show it by themselves (restsofnumbers.py), and rests of cells that are words (besiderests.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.cells import CellReading, TableReading
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import Form

_LAYOUTS = {"running", "aligned", "cell_per_line"}
_CUT = re.compile(r"(?<![^\s])[0-9]{1,3}(?:,[0-9]{3})*+,([0-9]{1,2})(?!\S)")
_GROUP = 3
_DIGITS = re.compile(r"[0-9]{1,3}")
# So far above its rest a number stands, in lines, and so far beside it, in letters.
_MOST_LINES, _BESIDE = 12, 1


def doubt_cut_thousands(tables: Sequence[TableReading], lines: list[str], form: Form) -> None:
    """Put the rows in doubt one of whose figures may be the rest of a number above it."""
    plain = [table for table in tables if table.layout in _LAYOUTS]
    if not plain or not any(_CUT.search(line) for line in lines):
        return
    for reading in plain:
        for row, keys in form.table(reading.table_no).keys:
            own = [reading.cells[key] for key in keys if key in reading.cells]
            rest = next((cell.line_start for cell in own if _may_be_rest(cell, lines)), None)
            if rest is None:
                continue
            reading.note("row-split", line=rest, row_key=row.key, row=row, found=len(own))
            for key in keys:
                if key in reading.cells:
                    reading.doubt(key, "row-split", rest)


def _may_be_rest(cell: CellReading, lines: Sequence[str]) -> bool:
    line, raw = cell.line_start, cell.raw or ""
    if cell.status != "reported" or line is None or line != cell.line_end:
        return False
    return bool(_DIGITS.fullmatch(raw)) and _is_rest(raw, line, lines)


def _is_rest(raw: str, line: int, lines: Sequence[str]) -> bool:
    """Whether the nearest figures above a line end in a number that lacks the digits of `raw`."""
    above = next(
        (
            text
            for text in reversed(lines[max(0, line - 1 - _MOST_LINES) : line - 1])
            if any(looks_like_figure(word) or _CUT.fullmatch(word) for word in text.split())
            and not is_furniture(text)
        ),
        "",
    )
    cut = [found for found in _CUT.finditer(above) if len(found[1]) + len(raw) == _GROUP]
    own = [found.start() for found in re.finditer(rf"(?<!\S){raw}(?!\S)", lines[line - 1])]
    is_alone = sum(map(looks_like_figure, lines[line - 1].split())) == 1
    return bool(cut) and (is_alone or any(abs(found.start() - at) <= _BESIDE for found in cut for at in own))
