"""A column that numbers the rows, its numbers on the lines of figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.extract.undone.numbering.linenumbers import without_line_numbers
from tests.extract.printed import (
    Figures,
    Rows,
    figures,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)
from tests.turns import in_turn

VALUES = figures()
THIRD = {key for key in VALUES if key.table_no == "3"}


def numbered(render, head: str = "序号", skip: int = 0, values: Figures = VALUES) -> str:  # type: ignore[no-untyped-def]
    """A report with the number of its row before each label of table 3, from row `skip` one more than it is."""
    parts = [
        replace(
            p,
            header=[[head, *row] for row in p.header],
            rows=[[str(n + (0 < skip <= n)), *row] for n, row in enumerate(p.rows, 1)],
        )
        if p.table_no == "3"
        else p
        for p in printed(values)
    ]
    return report(parts, render)


def below_labels(rows: Rows) -> list[str]:
    """Labels of two lines, the number and the figures of the row between them."""
    lines = []
    for row in rows:
        label = row[1] if len(row) == 9 else ""
        if not label or not row[0].isdigit():
            lines.append(" ".join(cell for cell in row if cell))
            continue
        half = max(4, len(label) // 2)
        lines += [label[:half], " ".join([row[0], *row[2:]]), *([label[half:]] if label[half:] else [])]
    return lines


@in_turn
@pytest.mark.parametrize("head", ["序号", "行次", "编号"])
@pytest.mark.parametrize("render", [running, below_labels])
def test_numbers_of_rows_are_no_figures(render, head: str) -> None:  # type: ignore[no-untyped-def]
    reading = read(numbered(render, head))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_its_name_stands_one_letter_above_the_other() -> None:
    text = numbered(below_labels, "@").replace("\n@ 信息内容", "\n信息内容")
    lines = [line.replace("@", "序") for line in text.split("\n")]
    at = next(n for n, line in enumerate(lines) if line.startswith("序"))
    reading = read("\n".join([*lines[: at + 1], "号", *lines[at + 1 :]]))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == THIRD


@pytest.mark.parametrize("skip", [1, 2, 9, 24])
def test_numbers_that_do_not_count_are_left(skip: int) -> None:
    reading = read(numbered(below_labels, skip=skip))
    assert not wrong(reading, VALUES)


def test_a_row_that_lacks_a_figure() -> None:
    """With the number of its row it would count as whole."""
    blank = {
        key: "" if (key.table_no, key.row_key, key.col_key) == ("3", "denied_other_law", "research") else text
        for key, text in VALUES.items()
    }
    reading = read(numbered(below_labels, values=blank))
    assert not wrong(reading, blank)
    assert {key.row_key for key in THIRD - reported(reading)} == {"denied_other_law"}


def test_without_the_name_of_the_column() -> None:
    reading = read(numbered(below_labels, "").replace("\n序号", "\n"))
    assert not wrong(reading, VALUES)


def test_figures_that_count_under_another_name() -> None:
    """The first figures of all rows of text count them, without a column of numbers: perhaps one it is, and blanks have vanished."""
    counting = dict(VALUES)
    for n, key in enumerate((k for k in VALUES if k.table_no == "3" and k.col_key == "natural_person"), 1):
        counting[key] = str(n)
    reading = read(report(printed(counting), running))
    assert not wrong(reading, counting)
    assert not reported(reading, "3")


def test_a_figure_and_its_sum_that_count() -> None:
    counting = {key: "0" if key.table_no == "3" else figure for key, figure in VALUES.items()}
    for column in ("natural_person", "total"):
        for n, key in enumerate((k for k in VALUES if k.table_no == "3" and k.col_key == column), 1):
            counting[key] = str(n)
    assert reported(read(report(printed(counting), running))) == set(counting)


def test_rows_of_cells_keep_theirs() -> None:
    """Between tabs the column of numbers is one of the table's, of whose rows some have their group's label in it."""
    header = ["序号\t申请人情况", "\t\t自然人\t总计"]
    rows = [f"{n}\t一、本年新收\t{n}\t0\t0\t{n}" for n in range(1, 26)]
    assert without_line_numbers([*header, *rows]) == [*header, *rows]
