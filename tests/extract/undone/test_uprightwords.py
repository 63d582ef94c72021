"""Names of columns that stand upright in their cell behind a tab, a letter a paragraph."""

from __future__ import annotations

import pytest

from tests.extract.printed import figures, printed, read, report, reported, tab_cells, wrong

VALUES = figures()
UPRIGHT = "自\n\n然\n\n人"


def _text(first: str, *, swapped: bool = False) -> str:
    def header(part):  # type: ignore[no-untyped-def]
        if part.table_no != "3":
            return part.header
        names = list(part.header[0][2:7])
        if swapped:
            names[1], names[2] = names[2], names[1]
        return [["申请人情况"], ["", first, "法人或其他组织", "总计"], ["", "", *names, ""]]

    return report(printed(VALUES), tab_cells, header=header)


def test_a_name_with_blank_lines_between_its_letters_is_one_cell() -> None:
    reading = read(_text(UPRIGHT))
    assert not wrong(reading, VALUES)
    assert len(reported(reading, "3")) == 25 * 7


def test_the_order_of_the_columns_is_read_all_the_same() -> None:
    cells = {(c["row_key"], c["col_key"]): c["value"] for c in read(_text(UPRIGHT, swapped=True)).cells}
    assert cells["new_received", "social_org"] == float(VALUES["3", "new_received", "research"])  # type: ignore[index]
    assert cells["new_received", "research"] == float(VALUES["3", "new_received", "social_org"])  # type: ignore[index]


@pytest.mark.parametrize("first", ["自\n\n然\n\n法", "自\n\n\n\n人", "自\n\n12\n\n人"])
def test_letters_that_are_no_name_are_left_where_they_stand(first: str) -> None:
    assert not wrong(read(_text(first, swapped=False)), VALUES)


def test_lines_keep_their_numbers() -> None:
    text = _text(UPRIGHT)
    lines = text.split("\n")
    for cell in read(text).cells:
        if cell["status"] == "reported":
            assert lines[cell["line_start"] - 1].strip() == cell["raw"]
