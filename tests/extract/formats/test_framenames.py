"""Tables cut by pages whose pieces begin with a row that a program made names of columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.printed import Rows, closed, csv_rows, figures, printed, read, report, reported, wrong

VALUES = {key: "0" if key.table_no == "3" and key.col_key != "total" else f for key, f in figures().items()}


def as_names(row: list[str]) -> list[str]:
    """The cells as the names of a frame's columns."""
    return [
        f"Col{at}" if not cell else f"{at}-{cell}" if row.count(cell) > 1 else cell
        for at, cell in enumerate(row)
    ]


@pytest.mark.parametrize("at", [3, 9, 20])
@pytest.mark.parametrize("render", [csv_rows, closed])
def test_a_row_of_figures_is_one(render: Callable[[Rows], list[str]], at: int) -> None:
    def over_pages(rows: Rows) -> list[str]:
        if len(rows[-1]) != 8:
            return render(rows)
        rows = [["", *row] for row in rows]
        return [*render(rows[: at + 2]), "", *render([as_names(rows[at + 2]), *rows[at + 3 :]])]

    text = report(printed(VALUES), over_pages)
    assert "Col0" in text and "3-0" in text
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 175


def test_numbers_before_figures_elsewhere_stay() -> None:
    text = report(printed(VALUES), csv_rows).replace(",0,", ",2-0,")
    assert not {key for key in reported(read(text), "3") if key.col_key == "natural_person"}


NOUGHTS = {
    key: "0" if key.table_no == "3" and key.col_key not in ("natural_person", "total") else value
    for key, value in VALUES.items()
}


@pytest.mark.parametrize("wrong_at", [False, True])
@pytest.mark.parametrize("render", [csv_rows, closed])
def test_a_row_without_a_blank_cell(render: Callable[[Rows], list[str]], *, wrong_at: bool) -> None:
    def over_pages(rows: Rows) -> list[str]:
        if len(rows[-1]) != 8:
            return render(rows)
        named = as_names(rows[9])
        if wrong_at:
            named = [cell.replace("-0", "1-0") for cell in named]
        return [*render(rows[:9]), "", *render([named, *rows[10:]])]

    text = report(printed(NOUGHTS), over_pages)
    assert "Col" not in text
    reading = read(text)
    assert not wrong(reading, NOUGHTS)
    assert (len(reported(reading, "3")) == 175) is not wrong_at
