"""Several rows of figures under each label: which one the form asks for, or that none is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Part,
    Rows,
    aligned,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

OWN, OTHER, THIRD = figures(), figures(first=1501), figures(first=4001)
LAYOUTS = {**{name: GRIDS[name] for name in ("tsv", "tab_cells", "closed", "html")}, **PLAIN}
every_layout = pytest.mark.parametrize("layout", LAYOUTS)


def several(words: list[str], tables: list[list[Part]], *, again: bool, own: int = 0) -> list[Part]:
    """Table 3 with a row of each table under every label, each with its word; the label blank or printed again."""
    parts = []
    for prints in zip(*tables, strict=True):
        part = prints[own]
        if part.table_no != "3":
            parts.append(part)
            continue
        rows: Rows = []
        for rows_of_label in zip(*(p.rows for p in prints), strict=True):
            for number, (word, row) in enumerate(zip(words, rows_of_label, strict=True)):
                rows.append([row[0] if again or not number else "", word, *row[1:]])
        header = [[row[0], "", *row[1:]] for row in part.header]
        parts.append(replace(part, header=header, rows=rows))
    return parts


@in_turn
@every_layout
@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize(
    ("words", "own"),
    [
        (["上年", "本年"], 1),
        (["本年", "上年"], 0),
        (["2021年", "2022年"], 1),
        (["上半年", "下半年", "全年"], 2),
        (["本级", "下属", "合计"], 2),
    ],
)
def test_the_row_that_the_form_asks_for_is_taken(
    layout: str, words: list[str], own: int, again: bool
) -> None:
    values = [OTHER, THIRD][: len(words) - 1]
    values.insert(own, OWN)
    text = report(several(words, [printed(v) for v in values], again=again, own=own), LAYOUTS[layout])
    reading = read(text)
    assert not wrong(reading, OWN)
    if not (again and layout in PLAIN):
        assert len(reported(reading, "3")) == len([k for k in OWN if k.table_no == "3"])


@in_turn
@every_layout
@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("words", [["2021", "2022"], ["2022", "2021"]])
def test_a_column_of_bare_years(layout: str, again: bool, words: list[str]) -> None:
    """In a grid the row of the report's year is taken; in plain text a year is a figure too many."""
    own = words.index("2022")
    values = [OWN, OTHER] if own == 0 else [OTHER, OWN]
    text = report(several(words, [printed(v) for v in values], again=again, own=own), LAYOUTS[layout])
    reading = read(text)
    assert not wrong(reading, OWN)
    if layout not in PLAIN:
        assert reported(reading) == set(OWN)


@in_turn
@every_layout
@pytest.mark.parametrize("words", [["2020", "2021"], ["2020年", "2021年"]])
def test_no_row_of_other_years_is_taken(layout: str, words: list[str]) -> None:
    text = report(several(words, [printed(OTHER), printed(THIRD)], again=False), LAYOUTS[layout])
    reading = read(text)
    assert not reported(reading, "3")


def test_figures_that_look_like_years_are_figures() -> None:
    """A column of one number that could be a year, and two rows of others."""
    values = {**OWN}
    for key in [k for k in OWN if k.table_no == "3" and k.col_key == "natural_person"]:
        values[key] = "2022"
    reading = read(report(printed(values), LAYOUTS["tsv"]))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


@in_turn
@every_layout
@pytest.mark.parametrize("words", [["局机关", "局属单位"], ["现场", "网上"], ["上半年", "下半年"]])
def test_where_no_word_says_it_no_row_is_known(layout: str, words: list[str]) -> None:
    reading = read(report(several(words, [printed(OWN), printed(OTHER)], again=False), LAYOUTS[layout]))
    assert not reported(reading, "3")


@every_layout
def test_a_word_that_returns_in_cells_is_no_row_of_its_own(layout: str) -> None:
    parts = [
        replace(
            p,
            rows=[[row[0], "件", *row[1:]] for row in p.rows],
            header=[[h[0], "单位", *h[1:]] for h in p.header],
        )
        if p.table_no == "3"
        else p
        for p in printed(OWN)
    ]
    reading = read(report(parts, LAYOUTS[layout]))
    assert not wrong(reading, OWN)


def _wrapped(words: list[str], tables: list[list[Part]]) -> str:
    """Table 3 with a row of each table under every label, as columns of text whose labels go on below the first row."""
    parts = []
    for prints in zip(*tables, strict=True):
        part = prints[0]
        if part.table_no == "3":
            rows: Rows = []
            for of_label in zip(*(p.rows for p in prints), strict=True):
                label = of_label[0][0]
                labels = [label[:8], "", label[8:], "", "", ""]
                figures_ = [
                    cells
                    for word, row in zip(words, of_label, strict=True)
                    for cells in ([word, *row[1:]], [])
                ]
                rows += [[at, *cells] for at, cells in zip(labels, figures_, strict=False)]
            part = replace(part, header=[[row[0], "", *row[1:]] for row in part.header], rows=rows)
        parts.append(part)
    return report(parts, aligned)


@pytest.mark.parametrize("words", [["本级", "下属", "合计"], ["合计", "本级", "下属"]])
def test_no_part_of_a_wrapped_label_is_read_as_the_whole(words: list[str]) -> None:
    """Where labels go on beside other rows, nobody can tell whose row is whose."""
    tables = [printed({"本级": OTHER, "下属": THIRD, "合计": OWN}[word]) for word in words]
    assert not [key for key in wrong(read(_wrapped(words, tables)), OWN) if key.table_no == "3"]
