"""Rows from which a cell vanished, so that the figures behind it stand one column too far left."""

from __future__ import annotations

import pytest

from tests.extract.printed import (
    GRIDS,
    aligned,
    change,
    cells_of,
    figures,
    printed,
    read,
    report,
    reported,
    row_of,
    status_of,
    wrong,
)

VALUES = figures()
PARTS = printed(VALUES)
LAYOUTS = {
    **{name: GRIDS[name] for name in ("tsv", "tab_cells", "closed", "grid", "html", "csv_rows")},
    "aligned": aligned,
}
every_layout = pytest.mark.parametrize("layout", LAYOUTS)


@every_layout
@pytest.mark.parametrize(
    ("table_no", "key"), [("3", "granted"), ("3", "carried_forward"), ("2", "regulations")]
)
@pytest.mark.parametrize("at", [1, 2])
def test_a_row_blank_only_at_its_end_is_unknown(layout: str, table_no: str, key: str, at: int) -> None:
    if layout == "aligned" and table_no == "2":
        pytest.skip("three rows of one width are needed to align by")
    row = row_of(PARTS, key, table_no)
    slid = [*row[:at], *row[at + 1 :], ""]
    reading = read(report(change(PARTS, key, slid), LAYOUTS[layout]))
    assert set(status_of(reading, table_no, key)) == {"uncertain"}
    assert len(reported(reading)) == len(VALUES) - len(row) + 1


@every_layout
def test_a_blank_end_is_read_where_blanks_keep_their_places(layout: str) -> None:
    row, other = row_of(PARTS, "granted"), row_of(PARTS, "rejected_repeat")
    parts = change(change(PARTS, "granted", [*row[:-1], ""]), "rejected_repeat", [*other[:3], "", *other[4:]])
    reading = read(report(parts, LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES) - 2


@every_layout
def test_a_blank_end_is_read_where_most_rows_have_one(layout: str) -> None:
    parts = PARTS
    for key in (
        "new_received",
        "granted",
        "partially_granted",
        "rejected_repeat",
        "other_misc",
        "carried_over",
        "denied_process_info",
        "total_handled",
    ):
        parts = change(parts, key, [*row_of(PARTS, key)[:-1], ""])
    reading = read(report(parts, LAYOUTS[layout]))
    assert not wrong(reading, VALUES)
    assert status_of(reading, "3", "granted", "total") == ["blank"]
    assert len(reported(reading)) == len(VALUES) - 8


def test_table_4_with_a_blank_only_at_its_end_is_unknown() -> None:
    (fourth,) = [p for p in PARTS if p.table_no == "4"]
    for at in (0, 7):
        slid = [*fourth.rows[0][:at], *fourth.rows[0][at + 1 :], ""]
        reading = read(report(change(PARTS, "all", slid), GRIDS["closed"]))
        assert not {key for key in reported(reading, "4")}
    kept = [*fourth.rows[0][:6], "", *fourth.rows[0][7:-1], ""]
    reading = read(report(change(PARTS, "all", kept), GRIDS["closed"]))
    assert len(reported(reading, "4")) == 13
    assert not wrong(reading, VALUES)
    assert cells_of(reading)
