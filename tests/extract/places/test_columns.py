"""Cells of HTML that reach down over rows: what they hold is not told of the lower ones, the other figures of these are."""

from __future__ import annotations

import pytest

from assets.extract.model import GridRow
from assets.extract.readers import items
from schemas.form import CellKey
from tests.extract.printed import GRIDS, figures, printed, read, report, reported, status_of, wrong
from tests.turns import in_turn

VALUES = figures()
COLUMNS = [key.col_key for key in VALUES if key.row_key == "new_received"]


def merged(at: int, text: str | None = None, rows: int = 2) -> str:
    """The report in HTML, a cell of 1.属于国家秘密 reaching down over the rows below it."""
    lines = "\n".join(GRIDS["html"]([["x", "1"]]))
    assert "<td>" in lines
    whole = report(printed(VALUES), GRIDS["html"])
    keys = [key for key in VALUES if key.table_no == "3" and key.col_key == COLUMNS[at]]
    first = next(n for n, key in enumerate(keys) if key.row_key == "denied_state_secret")
    own = VALUES[keys[first]]
    said = own if text is None else text
    whole = whole.replace(f"<td>{own}</td>", f'<td rowspan="{rows}">{said}</td>', 1)
    for key in keys[first + 1 : first + rows]:
        assert f"<td>{VALUES[key]}</td>" in whole
        whole = whole.replace(f"<td>{VALUES[key]}</td>", "", 1)
    return whole


@in_turn
@pytest.mark.parametrize("at", [0, 3, 6])
@pytest.mark.parametrize("rows", [2, 3])
def test_a_figure_over_several_rows(at: int, rows: int) -> None:
    reading = read(merged(at, rows=rows))
    assert not wrong(reading, VALUES)
    below = ["denied_other_law", "denied_three_securities"][: rows - 1]
    lost = {CellKey("3", row, COLUMNS[at]) for row in below}
    assert reported(reading) >= set(VALUES) - lost - {CellKey("3", "denied_state_secret", COLUMNS[at])}
    assert not lost & reported(reading)
    for row in below:
        assert "blank" not in status_of(reading, "3", row)


def test_a_blank_cell_over_several_rows() -> None:
    """It is blank for all of them."""
    reading = read(merged(2, text=""))
    assert status_of(reading, "3", "denied_other_law").count("blank") == 1
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize(
    ("above", "starts", "under"),
    [("12", (0, 1, 3), (2,)), ("自然人", (0, 1, 3), ()), ("", (), ())],
    ids=["figure", "words", "blank"],
)
def test_what_a_cell_says_tells_whose_the_place_below_is(
    above: str, starts: tuple[int, ...], under: tuple[int, ...]
) -> None:
    """A figure may be of both rows, words are of their own alone, and a blank one is blank for each."""
    lines = [
        "<table>",
        f'<tr><td>规章</td><td>1</td><td rowspan="2">{above}</td><td>3</td></tr>',
        "<tr><td>规范性文件</td><td>4</td><td>6</td></tr>",
        "</table>",
    ]
    row = [item for item in items(lines) if isinstance(item, GridRow)][-1]
    assert [cell.text for cell in row.cells] == ["规范性文件", "4", "", "6"]
    assert (row.starts, row.under) == (starts, under)
