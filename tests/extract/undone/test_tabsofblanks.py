"""Tab cells of which a blank one is its tab alone: a table in a cell of another, as Tika prints it."""

from __future__ import annotations

import pytest

from schemas.form import CellKey, forms
from tests.extract.printed import Rows, figures, printed, read, report, reported, wrong

VALUES = figures()
HEADER = [
    ["申请人情况"],
    ["", "自然人", "法人或其他组织", "总计"],
    ["", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""],
]


def nested(rows: Rows) -> list[str]:
    """Cells with a tab each, of which those with words end their line; a line break ends the row."""
    lines = []
    for row in rows:
        text = "".join(f"\t{cell}\n" if cell else "\t" for cell in row)
        lines += f"{text}\n".removesuffix("\n").split("\n")
    return lines


def _text(values: dict[CellKey, str]) -> str:
    """A report whose table 3 has its labels right of one merged cell."""
    table = forms()["2021"].table("3")
    depth = {row.zh: len(table.ancestors(row.key)) for row in table.rows}
    parts = printed(values)

    def render(rows: Rows) -> list[str]:
        return nested([[*[""] * depth.get(row[0], 0), *row] if row else row for row in rows])

    def header(part: object) -> Rows:
        return HEADER if part.table_no == "3" else part.header  # type: ignore[attr-defined]

    return report(parts, render, header=header)


def test_a_blank_cell_at_the_end_of_a_row_closes_it() -> None:
    reading = read(_text(VALUES))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == len(forms()["2021"].table("3").cells)


@pytest.mark.parametrize(
    "blank", [("commercial", "research"), ("total",), ("natural_person",), ("other_org", "total")]
)
def test_blank_cells_are_where_their_tabs_are(blank: tuple[str, ...]) -> None:
    values = {
        k: "" if k.row_key in ("granted", "total_handled") and k.col_key in blank else v
        for k, v in VALUES.items()
    }
    reading = read(_text(values))
    assert not wrong(reading, values)
    assert len(reported(reading, "3")) == len(forms()["2021"].table("3").cells) - 2 * len(blank)


def test_a_row_that_has_a_cell_too_few_leaves_the_lines_as_they_are() -> None:
    """The tabs of some row do not stand for its cells: no blank one is counted anywhere."""
    values = {k: "" if k.row_key == "granted" and k.col_key == "commercial" else v for k, v in VALUES.items()}
    text = _text(values).replace(
        "\n\t\t" + values[CellKey("3", "granted", "research")],
        "\n\t" + values[CellKey("3", "granted", "research")],
    )
    reading = read(text)
    assert not wrong(reading, values)
