"""Reports of few requests that leave blank what is nought: most rows of table 3 hold nothing but blank cells."""

from __future__ import annotations

import pytest

from schemas.form import forms
from tests.extract.printed import (
    Part,
    change,
    closed,
    figures,
    markdown,
    printed,
    read,
    report,
    row_of,
    tsv,
    wrong,
)

_ROWS = forms()["2021"].table("3").rows
_VALUES = figures()
_FILLED = ("new_received", "denied_process_info", "total_handled")
_OWN = [_VALUES[key] for key in forms()["2021"].table("3").keys_of["denied_process_info"]]


def _few(row: list[str]) -> list[Part]:
    """The report with figures in three rows, one of them printed so."""
    parts = printed(_VALUES)
    for key in (r.key for r in _ROWS):
        label = row_of(parts, key)[0]
        figures_ = (
            row if key == "denied_process_info" else row_of(parts, key)[1:] if key in _FILLED else [""] * 7
        )
        if key in _FILLED and key != "denied_process_info":
            figures_ = [figures_[0], *[""] * 3, figures_[4], "", figures_[6]]
        parts = change(parts, key, [label, *figures_])
    return parts


def _given(text: str) -> set[tuple[str, str]]:
    reading = read(text)
    assert not wrong(reading, _VALUES)
    return {
        (c["row_key"], c["col_key"])
        for c in reading.cells
        if c["table_no"] == "3" and c["status"] == "reported"
    }


@pytest.mark.parametrize("render", [tsv, markdown, closed])
def test_rows_with_a_cell_for_each_column_are_read(render) -> None:  # type: ignore[no-untyped-def]
    given = _given(report(_few([_OWN[0], *[""] * 5, _OWN[6]]), render))
    assert {(key, col) for key in _FILLED for col in ("natural_person", "total")} <= given


def test_a_row_whose_last_cell_was_filled_up_is_not() -> None:
    """`101 102  104 105` and a blank: a cell may have vanished from inside."""
    given = _given(report(_few([_OWN[0], "", _OWN[2], "", "", _OWN[6], ""]), markdown))
    assert ("new_received", "total") in given
    assert not any(row == "denied_process_info" for row, _ in given)


def test_where_the_other_rows_do_not_fit_what_fits_may_by_chance() -> None:
    text = report(_few([_OWN[0], *[""] * 5, _OWN[6]]), tsv)
    lines = []
    for line in text.split("\n"):
        is_blank_row = line.endswith("\t" * 7)
        lines.append(line.rstrip("\t") + "\t0" * 6 if is_blank_row else line)
    assert not _given("\n".join(lines))
