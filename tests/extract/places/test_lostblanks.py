"""A cell a line between bars: where blank cells were lost, those of no row tell where its figures stand."""

from __future__ import annotations

from schemas.form import CellKey
from tests.extract.printed import Rows, cells_of, figures, pipe_cells, printed, read, report, reported, wrong

VALUES = figures()
ROWS = ("new_received", "carried_over", "denied_process_info", "unable_not_held", "rejected_repeat")
BLANK = {CellKey("3", row, column) for row in ROWS for column in ("research", "social_org")}
PRINTED = {key: "" if key in BLANK else value for key, value in VALUES.items()}


def without_one_of_two(rows: Rows) -> list[str]:
    """Of two blank cells side by side one is lost, and a bar closes each row, but for the rows of figures alone."""
    out: list[str] = []
    for row in rows:
        kept = [cell for at, cell in enumerate(row) if cell or not at or row[at - 1]]
        out += [f"{cell} |" for cell in kept]
    return out


def test_rows_with_a_blank_are_in_doubt_where_blanks_were_lost() -> None:
    text = report(printed(PRINTED), without_one_of_two)
    first = VALUES[CellKey("3", "new_received", "total")]
    reading = read(text.replace(f"{first} |", f"{first} |\n |"))
    assert not wrong(reading, PRINTED)
    cells = cells_of(reading)
    assert not {k for k, c in cells.items() if c["status"] == "blank" and PRINTED[k]}
    assert cells[CellKey("3", "new_received", "other_org")]["status"] == "uncertain"
    # full rows speak for themselves
    assert {k for k in VALUES if k.table_no == "3" and k.row_key not in ROWS} <= reported(reading)


def test_blank_cells_that_are_kept_keep_their_places() -> None:
    reading = read(report(printed(PRINTED), pipe_cells))
    assert not wrong(reading, PRINTED)
    assert {key for key, value in PRINTED.items() if value} == reported(reading)


def test_a_row_that_a_blank_cell_closes_lacks_one_where_full_rows_are_closed_so() -> None:
    blank = {CellKey("3", row, "legal_service") for row in ("denied_process_info", "rejected_repeat")}
    printed_ = {key: "" if key in blank else value for key, value in VALUES.items()}

    def closed(rows: Rows) -> list[str]:
        return [f"{cell} |" for row in rows for cell in [row[0], *(c for c in row[1:] if c), ""]]

    reading = read(report(printed(printed_), closed))
    assert not wrong(reading, printed_)
    assert not {k for k, c in cells_of(reading).items() if c["status"] == "blank" and printed_[k]}
