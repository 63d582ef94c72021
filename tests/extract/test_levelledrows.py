"""Cells that follow each other between bars, blank ones for what merged labels cover: the labels' numbers tell the rows."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import Rows, cells_of, figures, printed, read, report, reported, status_of, wrong
from tests.extract.undone.test_joinedrows import _spread
from tests.turns import in_turn

COLUMNS = ("commercial", "research", "social_org", "legal_service", "other_org")
VALUES = figures()
# but for the totals all cells of the table are blank
PRINTED = {k: "" if k.table_no == "3" and k.col_key != "total" else v for k, v in VALUES.items()}


def cells(rows: Rows) -> list[str]:
    """All cells of a table behind each other; the header of table 3 lacks a cell."""
    flat = [cell for row in rows for cell in row]
    return [" ".join(f"{cell} |" for cell in flat)]


def text(values: dict[CellKey, str]) -> str:
    out = report(list(map(_spread, printed(values))), cells)
    return out.replace(" |  | 申请人情况", " | 申请人情况", 1).replace("\n", " ")


def test_blank_cells_keep_their_places() -> None:
    reading = read(text(PRINTED))
    assert not wrong(reading, PRINTED)
    assert {k for k, v in PRINTED.items() if v and k.table_no != "4"} <= reported(reading)
    assert status_of(reading, "3", "rejected_repeat", *COLUMNS) == ["blank"] * 5


@in_turn
@pytest.mark.parametrize("row", ["new_received", "granted", "denied_third_party", "rejected_petition"])
def test_a_lost_cell_costs_no_wrong_figure(row: str) -> None:
    key = CellKey("3", row, "total")
    lines = text(PRINTED)
    reading = read(lines.replace(f"|  | {PRINTED[key]} |", f"| {PRINTED[key]} |"))
    assert not wrong(reading, PRINTED)
    assert not {k for k, c in cells_of(reading).items() if c["status"] == "blank" and PRINTED.get(k)}
