"""Rows of cells whose rest stands in the row below, which has no label."""

from __future__ import annotations

import pytest

from tests.extract.printed import Rows, compact, figures, printed, read, report, reported, tsv, wrong

VALUES = figures()
GROUP = "三、本年度办理结果"
ROW = "rejected_excessive"


def split(rows: Rows, at: int, lead: list[str]) -> Rows:
    """The table with groups before labels, one row of it cut behind so many figures."""
    out = []
    for label, *cells in rows:
        before = lead[:1] if label.startswith(tuple("123456789（")) else lead[:1] and [label]
        if label.startswith("4.无正当理由"):
            out.append([*before, label, *cells[:at], *[""] * (7 - at)])
            out.append([*before, *cells[at:], *[""] * (at + 1)][: len(out[-1])])
        else:
            out.append([*before, label, *cells])
    return out


@pytest.mark.parametrize("at", [1, 2, 5])
@pytest.mark.parametrize("lead", [[GROUP], []])
def test_the_rest_of_a_row_below_it_is_no_blank(at: int, lead: list[str]) -> None:
    table_3 = lambda rows: compact(split(rows, at, lead) if len(rows[-1]) == 8 else rows)  # noqa: E731
    reading = read(report(printed(VALUES), table_3))
    known = {key: value for key, value in VALUES.items() if key.row_key != ROW}
    assert not wrong(reading, known)
    assert not [c for c in reading.cells if c["row_key"] == ROW and c["status"] in ("blank", "reported")]
    assert reported(reading, "3") >= {key for key in known if key.table_no == "3"}


def test_a_row_that_ends_in_blanks_above_a_labelled_one_is_read() -> None:
    values = {k: "" if k.row_key == ROW and k.col_key != "natural_person" else v for k, v in VALUES.items()}
    reading = read(report(printed(values), tsv))
    assert not wrong(reading, values)
    assert reported(reading) == {key for key, value in values.items() if value}
