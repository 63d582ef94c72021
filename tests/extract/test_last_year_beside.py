"""A column of last year's figures beside the form's, in plain text: with one figure in a row nothing tells whose it is."""

from __future__ import annotations

import pytest

from tests.extract.printed import Part, figures, printed, read, report, reported, running, status_of, wrong

VALUES = figures()
PARTS = printed(VALUES)


def beside(part: Part, rows: list[list[str]], name: str = "上年处理决定数量") -> Part:
    return Part(part.table_no, [*part.header[:-1], [*part.header[-1], name]], rows, part.keys)


def with_last_years(rows: dict[str, list[str]], name: str = "上年处理决定数量") -> list[Part]:
    """The figures of the blocks that hold these rows, with others behind or instead of them."""
    return [
        beside(
            part,
            [[row[0], *rows.get(key, row[1:])] for key, row in zip(part.keys, part.rows, strict=True)],
            name,
        )
        if set(part.keys) & set(rows)
        else part
        for part in PARTS
    ]


@pytest.mark.parametrize("name", ["上年处理决定数量", "上一年处理决定数量", "去年数量"])
def test_a_lone_figure_may_be_last_years(name: str) -> None:
    parts = with_last_years({"permits": ["60"], "penalties": ["53"], "coercion": ["0"]}, name)
    reading = read(report(parts, running))
    assert not wrong(reading, VALUES)
    for row in ("permits", "penalties", "coercion"):
        assert status_of(reading, "2", row) == ["uncertain"]
    assert len(reported(reading)) == len(VALUES) - 3


def test_two_figures_are_told_apart() -> None:
    own = {key.row_key: value for key, value in VALUES.items() if key.table_no == "2"}
    parts = with_last_years({row: [own[row], "9"] for row in ("permits", "penalties", "coercion")})
    assert reported(read(report(parts, running))) == set(VALUES)


def test_the_form_of_2019_has_such_a_column_itself() -> None:
    values = figures("2019")
    assert reported(read(report(printed(values, "2019"), running))) == set(values)
