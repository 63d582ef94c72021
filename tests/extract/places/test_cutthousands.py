"""The rest of a number that a narrow column cut behind its mark of thousands."""

from __future__ import annotations

import pytest

from assets.extract.cells import CellReading, TableReading
from assets.extract.places.cutthousands import doubt_cut_thousands
from schemas.form import CellKey, forms
from tests.extract.printed import aligned, figures, printed, read, report, reported, row_of, wrong

form = forms()["2021"]
VALUES = figures() | {CellKey("3", "granted", "total"): "37270"}
LABEL = row_of(printed(VALUES), "granted")[0]


def cut(end: str, rest: str, between: list[str], below: str = "") -> str:
    """A report in aligned columns whose total of one row ends in `end`, with `rest` below the end of a page, beside a label perhaps."""
    lines = report(printed(VALUES), aligned).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith(LABEL))
    place = lines[at].index("37270")
    lines[at] = lines[at][:place] + end
    lines[at + 1 : at + 1] = [*between, below + " " * (place - len(below)) + rest]
    return "\n".join(lines)


OTHERS = {key: text for key, text in VALUES.items() if key.row_key != "granted"}


@pytest.mark.parametrize(("end", "rest"), [("37,27", "0"), ("37,2", "70")])
@pytest.mark.parametrize("between", [[], ["", "- 3 -", ""]])
def test_the_rest_is_no_figure_of_its_own(between: list[str], end: str, rest: str) -> None:
    reading = read(cut(end, rest, between))
    assert not wrong(reading, VALUES)


LINES = [
    "（五）   1.信访    6,389    8,109    8,877    1,949    4,778   7,168    37,27",
    "",
    "- 3 -",
    "",
    "不予处   举报投                                                          0",
]


@pytest.mark.parametrize(
    ("raw", "above", "is_rest"),
    [
        ("0", LINES[0], True),
        ("70", LINES[0][:-1], True),
        ("70", LINES[0], False),
        ("0", LINES[0] + "0", False),
    ],
)
def test_a_row_read_behind_the_end_of_the_page(raw: str, above: str, is_rest: bool) -> None:
    """Its label is the rest of the label above, and its figure has as many digits as the number above lacks."""
    reading = TableReading("3", layout="aligned")
    row = form.table("3").keys_of["rejected_petition"]
    reading.cells = {key: CellReading("blank", None, None, None, 5, 5) for key in row}
    reading.cells[row[-1]] = CellReading("reported", float(raw), raw, None, 5, 5)
    doubt_cut_thousands([reading], [above, *LINES[1:4], LINES[4].replace("0", raw)], form)
    assert {cell.status == "uncertain" for cell in reading.cells.values()} == {is_rest}
    assert ("row-split" in [code for code, _ in reading.findings]) == is_rest


def test_whole_numbers_with_their_marks_are_read() -> None:
    values = VALUES | {CellKey("3", "granted", "total"): "37,270"}
    reading = read(report(printed(values), aligned))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)
