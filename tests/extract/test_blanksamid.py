"""Blank cells amid rows of pipes, each on a line of its own, and rows that lost one or have one too many."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import Part, change, figures, printed, read, report, reported, row_of, wrong
from tests.extract.test_blanksbelow import bare, below

VALUES = figures("2021")
# Every row of table 3 has blank cells, all but one of them amid its figures.
BLANK = ["commercial", "research", "legal_service"]
COLUMNS = ["natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total"]
LEFT = {k: v for k, v in VALUES.items() if k.table_no != "3" or k.col_key not in BLANK}


def blanked() -> list[Part]:
    parts = bare(printed(VALUES))
    for key in {k.row_key for k in VALUES if k.table_no == "3"}:
        label, *cells = row_of(parts, key)
        kept = ["" if c in BLANK else cell for c, cell in zip(COLUMNS, cells[-7:], strict=True)]
        parts = change(parts, key, [label, *cells[:-7], *kept])
    return parts


def test_rows_are_put_together() -> None:
    reading = read(report(blanked(), below))
    assert not wrong(reading, LEFT)
    assert reported(reading) == set(LEFT)
    blank = {
        (c["row_key"], c["col_key"]) for c in reading.cells if c["table_no"] == "3" and c["status"] == "blank"
    }
    assert blank == {(k.row_key, k.col_key) for k in set(VALUES) - set(LEFT)}


@pytest.mark.parametrize("cells", [6, 8])
@pytest.mark.parametrize("row", ["new_received", "denied_admin_inquiry", "carried_forward"])
def test_a_row_short_of_a_blank_cell_or_with_one_more_is_not_read(row: str, cells: int) -> None:
    parts = blanked()
    label, first, _, *rest = row_of(parts, row)
    odd = [label, first, *rest] if cells == 6 else [label, first, "", "", *rest]
    reading = read(report(change(parts, row, odd), below))
    assert not wrong(reading, LEFT)
    own = {CellKey("3", row, column) for column in COLUMNS}
    assert not own & reported(reading)
