"""A label over several columns broken over lines, in a header that measures rows with blanks."""

from __future__ import annotations

import pytest

from assets.extract.headers.headerprint import header_words
from assets.extract.plainheaders.brokengroups import without_broken_groups
from schemas.form import forms
from tests.extract.places.test_rulers import (
    COLUMNS,
    LABEL,
    ORGANISATIONS,
    STEP,
    TABLE,
    blank_in,
    line_of,
    lines_of,
    text_of,
)
from tests.extract.printed import read, reported, wrong

WORDS = header_words(TABLE, forms()["2021"].table("3").blocks[0].columns)
LOWER = [
    ("", ""),
    ("商业", "企业"),
    ("科研", "机构"),
    ("社会公", "益组织"),
    ("法律服", "务机构"),
    ("其他", ""),
    ("", ""),
]


def header(*over: str) -> list[str]:
    first = [
        line_of("", ["自然人" if n == 0 else "", piece, *[""] * 4, "总计" if n == 0 else ""])
        for n, piece in enumerate(over)
    ]
    return [*first, *(line_of("", [piece[n] for piece in LOWER]) for n in (0, 1))]


@pytest.mark.parametrize(
    "over", [("法人或", "其他组", "织"), ("法人或其", "他组织"), tuple("法人或其他组织")]
)
def test_a_group_in_pieces_over_its_first_column(over: tuple[str, ...]) -> None:
    # a blank in every row, and none is blank in all
    values = {
        key: "" if key.table_no == "3" and key.col_key == ORGANISATIONS[n % 5] else value
        for n, row in enumerate(TABLE.rows)
        for key, value in blank_in([]).items()
        if key.table_no != "3" or key.row_key == row.key
    }
    reading = read(text_of([*header(*over), *lines_of(values)]))
    assert not wrong(reading, values)
    assert len([key for key in reported(reading) if key.table_no == "3"]) == 6 * len(TABLE.rows)


@pytest.mark.parametrize("over", [("法人或", "其他组"), ("法人或", "组织")])
def test_pieces_that_do_not_spell_it_are_left(over: tuple[str, ...]) -> None:
    lines = header(*over)
    assert without_broken_groups(lines, WORDS) == lines


def test_the_place_of_what_stands_beside_it_is_kept() -> None:
    lines = header("法人或", "其他组", "织")
    without = without_broken_groups(lines, WORDS)
    assert without[0].split() == ["自然人", "总计"]
    assert [len(line) for line in without] == [len(line) for line in lines]
    assert LABEL + STEP * len(COLUMNS) > max(map(len, without))
