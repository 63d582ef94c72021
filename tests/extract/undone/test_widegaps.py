"""Dozens of blank lines between the paragraphs of a page are cut to as many as any layout tells apart."""

from __future__ import annotations

import pytest

from assets.extract.undone.spaces.widegaps import without_wide_gaps
from tests.extract.odd import KINDS, NAMES
from tests.extract.printed import Part, Rows, figures, printed, read, report, reported, wrong

# figures that do not follow each other as numbers of pages do
VALUES = {key: str(int(figure) * 37 % 89 + 3) for key, figure in figures().items()}
*OTHERS, FOURTH = printed(VALUES)
# a cell over several rows stands in the first of them
HEADER = [[KINDS[0], "行政诉讼"], [*NAMES, *KINDS[1:]], NAMES * 2]


def wide(rows: Rows) -> list[str]:
    """A piece of each text on a line of its own, blank lines as they stand in the source of a page."""
    gap, broken = [""] * 6, [""] * 2
    lines: list[str] = []
    for row in rows:
        for cell in filter(None, row):
            words = [cell[:2], *broken, cell[2:]] if cell.startswith(("结果", "其他结", "尚未")) else [cell]
            lines += [*words, *gap]
        lines += [""] * 4
    return lines


def test_a_table_far_below_what_names_its_columns_is_read() -> None:
    text = report([*OTHERS, Part("4", HEADER, FOURTH.rows)], wide)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert {key for key in VALUES if key.table_no == "4"} <= reported(reading)
    lines = text.split("\n")
    assert all(lines[c["line_start"] - 1] == c["raw"] for c in reading.cells if c["status"] == "reported")


def test_a_figure_that_is_lost_leaves_its_table_in_doubt() -> None:
    rows = [[*FOURTH.rows[0][:6], *FOURTH.rows[0][7:]]]
    reading = read(report([*OTHERS, Part("4", HEADER, rows)], wide))
    assert not reported(reading, "4")
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize(
    "lines",
    [
        [*(["规章", "", ""] * 100), *([""] * 200)],  # gaps as layouts have them, and an empty page
        ["规章", *([""] * 8)] * 30,  # some pages of a document
        ["\t规章", *([""] * 8)] * 100,  # cells
    ],
)
def test_other_blank_lines_stay(lines: list[str]) -> None:
    assert without_wide_gaps(lines) == (lines, None)


def test_lines_keep_their_numbers() -> None:
    lines, numbers = without_wide_gaps([word for at in range(60) for word in (str(at), *([""] * 8))])
    assert numbers is not None
    assert [(line, number) for line, number in zip(lines, numbers, strict=True) if line][:3] == [
        ("0", 1),
        ("1", 10),
        ("2", 19),
    ]
