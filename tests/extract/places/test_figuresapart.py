"""Tables of a cell a line whose labels and figures have come apart."""

from __future__ import annotations

import pytest

from tests.extract.printed import Rows, figures, one_a_line, printed, read, report, reported, wrong

VALUES = figures()


def text_of(moved: slice, *, whole: int) -> str:
    """The figures of these rows of table 3 below their last label, some of them each `whole`-th label's, as it seems."""

    def render(rows: Rows) -> list[str]:
        if len(rows[-1]) != 8:
            return one_a_line(rows)
        header, body = rows[:-25], rows[-25:]
        labels = [row[0] for row in body[moved]]
        numbers = [figure for row in body[moved] for figure in row[1:]]
        apart: list[str] = []
        for n, label in enumerate(labels):
            apart.append(label)
            if whole and n % whole == 1:
                apart += numbers[:7]
                numbers = numbers[7:]
        before, after = body[: moved.start or 0], body[moved.stop :]
        return [*one_a_line(header), *one_a_line(before), *apart, *numbers, *one_a_line(after)]

    return report(printed(VALUES), render)


@pytest.mark.parametrize("whole", [3, 4])
def test_rows_that_have_as_many_figures_as_columns_by_chance(whole: int) -> None:
    reading = read(text_of(slice(25), whole=whole))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")
    assert reported(reading, "2")


def test_a_few_rows_apart_leave_the_others() -> None:
    reading = read(text_of(slice(5, 9), whole=0))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 21 * 7
