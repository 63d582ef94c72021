"""Heads that stand over each group of the one row of a table, one of which says something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets.extract.headers.headsofgroups import strange_in_groups
from schemas.form import forms
from tests.extract.printed import (
    GRIDS,
    PLAIN,
    Part,
    aligned,
    figures,
    one_line,
    printed,
    read,
    report,
    reported,
    wrong,
)
from tests.turns import in_turn

LAYOUTS = {**GRIDS, **PLAIN, "aligned": aligned, "one_line": one_line}
every_layout = pytest.mark.parametrize("layout", LAYOUTS)
(BLOCK,) = forms()["2021"].table("4").blocks
SIZE = len(BLOCK.columns)

Places = set[tuple[int, int]]


def with_heads(word: str, places: Places, *, is_spread: bool = True) -> list[Part]:
    """Parts with other heads in groups, each place that of a group and that within it."""
    *parts, last = printed(figures())
    header = [list(row) if is_spread else [c for c in row if c] for row in last.header]
    for group, at in places:
        header[-1][group * SIZE + at] = word
    return [*parts, replace(last, header=header)]


def left(places: Places) -> dict:
    gone = {("4", BLOCK.rows[group].key, BLOCK.columns[at].key) for group, at in places}
    return {k: v for k, v in figures().items() if (k.table_no, k.row_key, k.col_key) not in gone}


STRANGE: list[tuple[str, Places]] = [
    ("受理件数", {(0, 4)}),
    ("部分维持", {(1, 0)}),
    ("撤诉", {(1, 3)}),
    ("受理件数", {(2, 4)}),
    ("受理件数", {(1, 4), (2, 4)}),
    ("驳回", {(0, 2), (1, 2), (2, 2)}),
]


@pytest.mark.parametrize(
    ("layout", "word", "places", "is_spread"),
    # each layout has each way in turn: two of its own, with blanks for spans and without
    [
        (layout, *STRANGE[(at + 3 * is_spread) % len(STRANGE)], is_spread)
        for at, layout in enumerate(LAYOUTS)
        for is_spread in (False, True)
    ],
)
def test_a_strange_head_in_one_group(layout: str, word: str, places: Places, is_spread: bool) -> None:
    reading = read(report(with_heads(word, places, is_spread=is_spread), LAYOUTS[layout]))
    assert not wrong(reading, left(places))
    assert {k for k in reported(reading) if k.table_no != "4"} == {k for k in figures() if k.table_no != "4"}


@pytest.mark.parametrize("layout", ["tsv", "closed", "html", "box", "running", "one_a_line", "aligned"])
def test_the_column_of_that_group_alone_is_in_doubt(layout: str) -> None:
    reading = read(report(with_heads("部分维持", {(1, 0)}, is_spread=False), LAYOUTS[layout]))
    assert reported(reading) == set(left({(1, 0)}))


@in_turn
@every_layout
@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("结果维待", {(1, 0)}),
        ("果维持", {(0, 0)}),
        ("总汁", {(2, 4)}),
        ("未审结", {(1, 3)}),
        ("其他", {(0, 2)}),
        ("合计", {(0, 4), (2, 4)}),
    ],
)
def test_a_head_cut_or_with_a_wrong_letter_is_the_forms(layout: str, word: str, places: Places) -> None:
    reading = read(report(with_heads(word, places), LAYOUTS[layout]))
    assert not wrong(reading, figures())
    assert reported(reading) == set(figures())


@pytest.mark.parametrize("layout", ["tsv", "closed", "html", "box"])
def test_heads_broken_over_rows(layout: str) -> None:
    *parts, last = printed(figures())
    broken = [[c[:2] for c in last.header[-1]], [c[2:] for c in last.header[-1]]]
    reading = read(report([*parts, replace(last, header=[*last.header[:-1], *broken])], LAYOUTS[layout]))
    assert not wrong(reading, figures())
    assert not any(c["reason"] == "header-unclear" for c in reading.cells)


@pytest.mark.parametrize("layout", ["running", "one_a_line"])
def test_the_head_of_a_page_among_broken_heads(layout: str) -> None:
    *parts, last = printed(figures())
    broken = [
        [c[:2] for c in last.header[-1]],
        ["政府信息公开工作年度报告"],
        [c[2:] for c in last.header[-1]],
    ]
    text = report([*parts, replace(last, header=[*last.header[:-1], *broken])], LAYOUTS[layout])
    assert not any(c["reason"] == "header-unclear" and c["table_no"] == "4" for c in read(text).cells)


@pytest.mark.parametrize("layout", ["running", "aligned", "closed"])
def test_a_word_for_none_is_no_head(layout: str) -> None:
    """The row begins with 无 and has its first digit later, below a head that lost a letter."""
    gone = [k for k in figures() if k.table_no == "4"][:2]
    values = figures() | dict.fromkeys(gone, "无")
    *parts, last = printed(values)
    header = [*last.header[:-1], ["果维持", *last.header[-1][1:]]]
    reading = read(report([*parts, replace(last, header=header)], LAYOUTS[layout]))
    assert not wrong(reading, values)
    assert reported(reading) == set(values) - {*gone}


@pytest.mark.parametrize(
    "between",
    [
        # the title is broken, so that the table seems to begin in it, and the group's name is broken as well
        "、行政诉讼情况行政行政复议诉讼{broken}总计结果结果其他尚未总计结果结果其他尚未总计",
        # the head of a page among letters of broken heads
        "行政诉讼结果维结果纠其他结尚未审总计未经复议直接起诉复议后起诉年度报告持正果结{whole}{whole}",
    ],
)
def test_pieces_of_titles_among_broken_heads_are_no_heads(between: str) -> None:
    whole = "结果维持结果纠正其他结果尚未审结总计"
    broken = "未经复议复议结果结果其他尚未直接起诉后起诉维持纠正结果审结"
    text = "行政复议" + between.format(whole=whole, broken=broken)
    table = forms()["2021"].table("4")
    assert not strange_in_groups(text, table, BLOCK)
    assert strange_in_groups(f"行政复议{whole}{whole}{whole[:-2]}受理件数", table, BLOCK)
