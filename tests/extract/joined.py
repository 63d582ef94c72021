"""What the tests of signs between cells change: known figures, their tables with blank cells, and what must not come of them."""

from __future__ import annotations

from assets.extract.reading import Reading
from schemas.form import CellKey
from tests.extract.printed import Figures, Part, figures, printed, row_of

VALUES = figures()
PARTS = printed(VALUES)
GRANTED = row_of(PARTS, "granted")


def with_blanks(parts: list[Part], blank: str = "", keep: int = 3) -> tuple[list[Part], Figures]:
    """Parts with every third figure gone, and the figures that are left."""
    values = list(VALUES.values())
    gone = set(values[::keep])
    cut = [[[blank if cell in gone else cell for cell in row] for row in part.rows] for part in parts]
    left = {key: value for key, value in VALUES.items() if value not in gone}
    return [Part(p.table_no, p.header, rows, p.keys) for p, rows in zip(parts, cut, strict=True)], left


def misread(reading: Reading, left: Figures) -> list[object]:
    """Cells with a figure that is not theirs, and blank ones that have one."""
    return [
        cell
        for cell in reading.cells
        for printed_ in [left.get(CellKey(cell["table_no"], cell["row_key"], cell["col_key"]))]
        if (cell["status"] == "reported" and (cell["raw"] or "").strip() != printed_)
        or (cell["status"] == "blank" and printed_)
    ]
