"""Units behind all figures of a row, a word a line: some of its cells were printed higher than the others."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import codes, figures, one_a_line, printed, read, report, reported, wrong

VALUES = figures()
KEYS = [key for key in VALUES if key.table_no == "4"]


def _row(high: tuple[int, ...], keys: list[CellKey]) -> list[str]:
    """The words of a row, the figures of some cells above the others and their units below."""
    own = [VALUES[key] for key in keys]
    return [
        *(own[at] for at in high),
        *(f for at, f in enumerate(own) if at not in high),
        *["件"] * len(high),
    ]


def _text() -> str:
    return report(printed(VALUES), one_a_line)


def _with(high: tuple[int, ...], keys: list[CellKey]) -> str:
    own = "\n".join(VALUES[key] for key in keys)
    assert own in _text()
    return _text().replace(own, "\n".join(_row(high, keys)))


@pytest.mark.parametrize("high", [(4,), (0, 5, 9), (2, 3)])
def test_a_row_of_two_heights_is_in_doubt(high: tuple[int, ...]) -> None:
    reading = read(_with(high, KEYS))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "4")
    assert "row-split" in codes(reading) or "table-unreadable" in codes(reading)
    assert {key for key in VALUES if key.table_no != "4"} <= reported(reading)


@pytest.mark.parametrize("high", [(4,), (1, 5)])
def test_a_row_of_the_third_table_is_in_doubt(high: tuple[int, ...]) -> None:
    keys = [key for key in VALUES if key[:2] == ("3", "granted")]
    reading = read(_with(high, keys))
    assert not {k for k in wrong(reading, VALUES) if k.row_key == "granted"}


def test_units_behind_their_figures_are_read() -> None:
    """Each cell of a figure and its unit, these on a line each, the last of the row among them."""
    own = "\n".join(VALUES[key] for key in KEYS)
    told = "\n".join(f"{VALUES[key]}\n件" if at % 3 == 2 else VALUES[key] for at, key in enumerate(KEYS))
    before = reported(read(_text().replace(own, told.removesuffix("\n件"))))
    reading = read(_text().replace(own, told))
    assert not wrong(reading, VALUES)
    assert reported(reading) >= before
