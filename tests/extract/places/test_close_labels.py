"""Labels one space apart, over columns of which some are blank in all rows: what they tell, and what they do not."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.places.test_rulers import (
    COLUMNS,
    ORGANISATIONS,
    TABLE,
    blank_in,
    of_table,
    text_of,
    wide,
)
from tests.extract.printed import Figures, read, reported, wrong

LABELS = [column.zh for column in TABLE.columns]
LABEL, STEP = 84, 13


def line_of(label: str, cells: list[str], places: list[int]) -> str:
    """A line with each cell at its place, or one space behind the one before it where that reaches so far."""
    line = label
    for start, cell in zip(places, cells, strict=True):
        if cell:
            line += " " * max(start - wide(line), 1) + cell
    return line


def text(values: Figures, step: int, figures_at: int | None = None) -> str:
    """Labels in the middle of columns so wide, pushed along where they are wider; figures in the middle, or so far from the start."""
    starts = [LABEL + step * at for at in range(7)]
    labels = [start + max(0, step - wide(label)) // 2 for start, label in zip(starts, LABELS, strict=True)]
    places = [start + (step // 2 if figures_at is None else figures_at) for start in starts]
    rows = [
        line_of(row.zh, [values[CellKey("3", row.key, c)] for c in COLUMNS], places) for row in TABLE.rows
    ]
    return text_of([" " * (LABEL + 20) + "法人或其他组织", line_of("", LABELS, labels), *rows])


@pytest.mark.parametrize("columns", [["total"], ORGANISATIONS, ["natural_person", "research"]])
def test_each_of_the_close_labels_has_its_figures_or_none_has(columns: list[str]) -> None:
    values = blank_in(columns)
    reading = read(text(values, STEP))
    assert not wrong(reading, values)
    assert reported(reading, "3") == of_table(values)


@pytest.mark.parametrize("columns", [["social_org"], ["legal_service"], ["social_org", "total"]])
@pytest.mark.parametrize("step", [9, 10, STEP])
def test_one_of_the_close_labels_has_none(columns: list[str], step: int) -> None:
    """Figures of 法律服务机构 stand under 社会公益组织 where this was pushed along: whose they are is not known."""
    values = blank_in(columns)
    reading = read(text(values, step))
    assert not wrong(reading, values)
    assert not reported(reading, "3")


def test_cells_padded_by_a_program_that_leaves_out_blank_ones() -> None:
    """The column of 商业企业 is blank and left out, the others stand one too far left, right at the start of their labels."""
    honest = blank_in(["commercial"])
    shown = blank_in(["total"])
    for row in TABLE.rows:
        kept = [honest[CellKey("3", row.key, c)] for c in COLUMNS if c != "commercial"]
        shown |= {CellKey("3", row.key, c): v for c, v in zip(COLUMNS, [*kept, ""], strict=True)}
    starts = [LABEL + STEP * at for at in range(7)]
    rows = [line_of(row.zh, [shown[CellKey("3", row.key, c)] for c in COLUMNS], starts) for row in TABLE.rows]
    reading = read(text_of([" " * (LABEL + 20) + "法人或其他组织", line_of("", LABELS, starts), *rows]))
    assert not wrong(reading, honest)
    assert not reported(reading, "3")
