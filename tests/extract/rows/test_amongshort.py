"""Cells that are paragraphs, some blank ones left out: rows with all their figures, and those that only seem to have them."""

from random import Random

import pytest

from tests.extract.printed import figures, printed, read, report, reported, status_of, wrong


def paragraphs(rows):
    return [line for row in rows for cell in row if cell.strip() for line in (cell, "")]


def with_blanks(every=2):
    """A report whose every second row of table 3 lacks a cell, and the figures printed."""
    values = {key: str(int(v) * 7 % 900 + 17) for key, v in figures("2021").items()}
    keys = [key for key in values if key.table_no == "3"]
    for at in range(0, len(keys) // 7, every):
        values[keys[at * 7 + at % 7]] = ""
    return values


def of_full_rows(values):
    rows = {key.row_key for key in values if key.table_no == "3"}
    lacks = {key.row_key for key, value in values.items() if not value}
    return {key for key in values if key.table_no == "3" and key.row_key in rows - lacks}


def test_full_rows_of_noughts_among_short_ones_are_read():
    values = with_blanks()
    for key, value in values.items():
        if value and key.table_no == "3" and key.col_key != "total":
            values[key] = "0"
    for at, key in enumerate(k for k in values if k.table_no == "3" and k.row_key.startswith("denied_")):
        if at % 7 == 3:
            values[key] = ""
    reading = read(report(printed(values), paragraphs))
    assert not wrong(reading, values)
    assert reported(reading, "3") == of_full_rows(values)


@pytest.mark.parametrize("seed", [4, 14, 19, 30, 32, 34])
def test_digits_of_one_figure_in_two_paragraphs_make_no_row_full(seed):
    chance = Random(seed)  # noqa: S311 - a fixed draw
    values = {
        key: ""
        if chance.random() < 0.25
        else chance.choice(("0", "0", "12", "45", "107"))
        if key.table_no == "3"
        else value
        for key, value in figures().items()
    }

    def broken(rows):
        cells = [cell for row in rows for cell in row if cell]
        split = [
            [cell[0], cell[1:]] if cell in ("12", "45", "107") and chance.random() < 0.06 else [cell]
            for cell in cells
        ]
        return [line for parts in split for part in parts for line in (part, "")]

    assert not wrong(read(report(printed(values), broken)), values)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda text: text.replace("2.重复申请\n\n", ""), "a label is lost"),
        (
            lambda text: text.replace(
                "二、上年结转政府信息公开申请数量\n", "二、上年结转政府信息公开申请数量\n\n8\n"
            ),
            "a row is too long",
        ),
        (lambda text: text.replace("2.重复申请", "\f2.重复申请"), "a page ends"),
    ],
)
def test_not_where_something_else_may_be_amiss(change, why):
    values = with_blanks()
    for key in values:
        if (
            key.table_no == "3"
            and key.row_key.startswith(("denied_", "rejected_"))
            and key.col_key == "research"
        ):
            values[key] = ""
    text = change(report(printed(values), paragraphs).replace("（", "(").replace("）", ")"))
    assert not reported(read(text), "3"), why


def test_a_figure_that_may_number_a_page_makes_no_row_full():
    values = dict.fromkeys(figures("2021"), "0")
    for at, key in enumerate(key for key in values if key.table_no == "3"):
        if at % 5 == 0 and at // 7 not in (0, 24):
            values[key] = ""
    text = report(printed(values), paragraphs)
    assert {key.row_key for key in reported(read(text), "3")} == {"new_received", "carried_forward"}
    numbered = text.replace("8.属于行政查询事项\n", "3\n\n8.属于行政查询事项\n") + "\n5\n"
    assert not wrong(read(numbered), values)


def lone_label(text):
    return text.replace("规章\n", "  \n", 1)


def scattered():
    return {key: str(int(v) * 37 % 890 + 101) for key, v in figures("2021").items()}


def test_a_row_without_its_label_leaves_the_next_one_alone():
    values = scattered()
    reading = read(lone_label(report(printed(values), paragraphs)))
    assert status_of(reading, "2", "normative_docs") == ["reported"] * 3
    assert not wrong(reading, values)


def test_fewer_paragraphs_than_a_row_has_may_be_digits_of_the_next_one():
    values = scattered()
    first = next(iter(values.values()))
    text = lone_label(report(printed(values), paragraphs)).replace(f"{first}\n", "", 1)
    assert "reported" not in status_of(read(text), "2", "normative_docs")
