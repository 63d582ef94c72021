"""A second table below each, of how sure a program was of its cells: none of the report's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.extract.printed import Rows, csv_rows, figures, printed, read, report, reported, tsv, wrong

SAID = "Confidence Scores % (Table Cell)"


def with_scores(
    render: Callable[[Rows], list[str]], sign: str, said: str = SAID, score: str = "{}.2{}", drop: int = 0
) -> Callable[[Rows], list[str]]:
    def rendered(rows: Rows) -> list[str]:
        wide = max(map(len, rows))
        rows = [[*row, *[""] * (wide - len(row))] for row in rows]
        sure = [
            sign.join(score.format(60 + (row * 7 + cell * 11) % 39, cell % 10) for cell in range(wide))
            for row in range(len(rows) - drop)
        ]
        return [*render(rows), "", "", said, "", *sure, "", ""]

    return rendered


@pytest.mark.parametrize(("render", "sign"), [(csv_rows, ","), (tsv, "\t")])
@pytest.mark.parametrize("said", [SAID, "Confidence Scores", "单元格置信度（%）"])
def test_scores_below_a_table_are_none_of_it(
    render: Callable[[Rows], list[str]], sign: str, said: str
) -> None:
    values = figures()
    reading = read(report(printed(values), with_scores(render, sign, said)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@pytest.mark.parametrize(
    ("said", "score", "drop"),
    [("对照数据", "{}.2{}", 0), (SAID, "{}.2{}", 1), (SAID, "{}{}", 0)],
    ids=["not said", "a row less", "no scores"],
)
def test_another_table_below_is_left_as_it_is(said: str, score: str, drop: int) -> None:
    values = figures()
    reading = read(report(printed(values), with_scores(csv_rows, ",", said, score, drop)))
    own = {key for key in reported(reading) if key.table_no == "3"}
    assert not own
    assert not wrong(reading, values)
