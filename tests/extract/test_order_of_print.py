"""Columns in another order than the form's, told by a header that prints its labels one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.extract.printed import Part, Rows, aligned, codes, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
ORGANISATIONS = ["commercial", "research", "social_org", "legal_service", "other_org"]
STANDARD = ["natural_person", *ORGANISATIONS, "total"]
TOTAL_FIRST = ["total", "natural_person", *ORGANISATIONS]
EXCHANGED = ["natural_person", "commercial", "social_org", "research", "legal_service", "other_org", "total"]
CORNER = ["申请人情况"]
WHOLE = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
BROKEN = ["商业", "企业", "科研", "机构", "社会公", "益组织", "法律服", "务机构", "其他"]


def _of(order: list[str], header: list[str], cell: Callable[[Rows], list[str]]) -> str:
    """A report whose second table prints its columns so, its header a line each."""
    parts: list[Part] = []
    for part in printed(VALUES):
        if part.table_no == "3":
            rows = [[row[0], *(row[1 + STANDARD.index(key)] for key in order)] for row in part.rows]
            parts.append(replace(part, header=[[line] for line in [*CORNER, *header]], rows=rows))
        else:
            parts.append(part)
    return report(parts, cell)


def cell_lines(rows: Rows) -> list[str]:
    return [line for row in rows for cell in row if cell for line in (*cell.split("\n"), "")]


def row_lines(rows: Rows) -> list[str]:
    return [" ".join(filter(None, row)) for row in rows]


@in_turn
@pytest.mark.parametrize("cell", [cell_lines, row_lines])
@pytest.mark.parametrize(
    ("order", "header"),
    [
        (TOTAL_FIRST, ["总计 自然 人", "法人或其他组织", *WHOLE]),
        (EXCHANGED, ["自然人", "法人或其他组织", "总计", "商业企业", "社会公益组织", "科研机构", *WHOLE[3:]]),
        (
            EXCHANGED,
            [
                "自然",
                "人",
                "法人或其他组织",
                "总计",
                "商业",
                "企业",
                "社会公",
                "益组织",
                "科研",
                "机构",
                *BROKEN[6:],
            ],
        ),
        (
            [*ORGANISATIONS, "natural_person", "total"],
            ["法人或其他组织", "法人或其他组织", "自然人", "总计", *WHOLE, "自然人", "总计"],
        ),
    ],
)
def test_labels_from_cell_to_cell_tell_the_order(
    order: list[str], header: list[str], cell: Callable[[Rows], list[str]]
) -> None:
    reading = read(_of(order, header, cell))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}


@pytest.mark.parametrize("cell", [cell_lines, row_lines])
@pytest.mark.parametrize("order", [STANDARD, TOTAL_FIRST])
@pytest.mark.parametrize(
    "header",
    [
        ["总计", "自然人", "法人或其他组织", *WHOLE],
        ["总计", "自然", "人", "法人或其他组织", *BROKEN],
        ["总", "计", "自", "然", "人", "法人或其他组织", *"商业企业科研机构社会公益组织法律服务机构其他"],
    ],
)
def test_a_sum_right_behind_the_word_over_all_columns_tells_no_order(
    order: list[str], header: list[str], cell: Callable[[Rows], list[str]]
) -> None:
    """A cell of the sum's that reaches down at the table's right edge comes there, too."""
    assert not wrong(read(_of(order, header, cell)), VALUES)


@in_turn
@pytest.mark.parametrize("cell", [cell_lines, row_lines])
@pytest.mark.parametrize(
    "header", [["自然人", "总计", "法人或其他组织"], ["总计", "法人或其他组织", "自然人"]]
)
@pytest.mark.parametrize(
    "order",
    [STANDARD, ["natural_person", "total", *ORGANISATIONS], ["total", *ORGANISATIONS, "natural_person"]],
)
def test_a_group_out_of_its_place_tells_no_order(
    order: list[str], header: list[str], cell: Callable[[Rows], list[str]]
) -> None:
    """Labels at the top of tall cells come before the group's, wherever this stands."""
    assert not wrong(read(_of(order, [*header, *WHOLE], cell)), VALUES)


@in_turn
@pytest.mark.parametrize("cell", [cell_lines, row_lines])
@pytest.mark.parametrize(
    ("order", "header"),
    [
        # pieces run into each other, and others of the page between them
        (
            TOTAL_FIRST,
            ["总计自然", "人 商业 科研", "企业 机构", "法人或其他组织", "其他 社会公益组织 法律服务机构"],
        ),
        (
            EXCHANGED,
            [
                "自然",
                "人",
                "法人或其他组织",
                "社会 总计",
                "公益",
                "组织",
                "商业",
                "企业",
                "科研",
                "机构",
                "法律",
                "服务",
                "机构",
                "其他",
            ],
        ),
        (
            [*ORGANISATIONS, "natural_person", "total"],
            ["法人或其他组织 自然 总计", "商业 科研 社会 法律 其他 人", "企业 机构 公益 服务"],
        ),
    ],
)
def test_labels_that_no_page_sets_so_leave_it_open(
    order: list[str], header: list[str], cell: Callable[[Rows], list[str]]
) -> None:
    assert not wrong(read(_of(order, header, cell)), VALUES)


@pytest.mark.parametrize(
    "header",
    [
        # a page gives cells from the top, then from the left
        ["法人或其他组织", "自然", "人", "总计", *BROKEN],
        ["法人或其他组织", "自然人 总计", "社会公益组 法律服务机", "商业企业 科研机构 其他", "织 构"],
        ["法人或其他组织", "自然 社会 法律 总计", "商业 科研 其他", "人 公益 服务", "企业 机构", "组织 机构"],
        ["法人或其他组织", "总计", "自然", "人", *BROKEN],
    ],
)
def test_pages_of_the_form_are_read(header: list[str]) -> None:
    reading = read(_of(STANDARD, header, row_lines))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}


@pytest.mark.parametrize("standing", ["form", "other"])
def test_words_moved_behind_the_last_of_a_line_tell_nothing(standing: str) -> None:
    """Lines of one height were put together: the second letters stand behind all, the first ones where the labels do."""
    first, last = (40, 58) if standing == "form" else (56, 64)
    upper = " " * first + "自然" + " " * (last - first - 4) + "总"
    lines = [
        " " * 46 + "法人或其他组织",
        upper,
        " " * 46 + "商业 科研 社会公 法律服 其" + " " * 40 + "人    计",
    ]
    lines += [" " * 46 + "企业 机构 益组织 务机构 他"]
    order = STANDARD if standing == "form" else [*ORGANISATIONS, "natural_person", "total"]
    text = _of(order, lines, lambda rows: [_aligned(row) for row in rows])
    reading = read(text)
    assert not wrong(reading, VALUES)
    if standing == "form":
        assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}


def _aligned(row: list[str]) -> str:
    label, *cells = row
    return label + " " * max(1, 40 - 2 * len(label)) + "".join(f"{cell:>7}" for cell in cells)


@pytest.mark.parametrize("apart", ["", " "])
@pytest.mark.parametrize("is_first", [True, False])
def test_first_pieces_of_all_groups_tell_the_order(apart: str, *, is_first: bool) -> None:
    """The sum stands first in each group of the last table, and no label is whole on a line."""
    begins, ends = ["结果维", "结果纠", "其他结", "尚未审"], ["持", "正", "果", "结"]
    begins, ends = (["总", *begins], ["计", *ends]) if is_first else ([*begins, "总"], [*ends, "计"])
    group = [apart.join(word) for word in begins]
    header = [["行政复议", "行政诉讼"], ["未经复议直接起诉", "复议后起诉"], group, group * 2, ends, ends * 2]
    parts = []
    for part in printed(VALUES):
        if part.table_no == "4":
            groups = [part.rows[0][at : at + 5] for at in (0, 5, 10)]
            figures_of = [[g[4], *g[:4]] if is_first else g for g in groups]
            parts.append(replace(part, header=header, rows=[[v for g in figures_of for v in g]]))
        else:
            parts.append(part)
    reading = read(report(parts, row_lines))
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("beside", ["", "公开属性：主动公开 "])
def test_a_label_that_stands_higher_is_not_left_of_the_others(beside: str) -> None:
    values = figures("2019")
    header = f"{beside:>20}          本年增/减\n 信息内容\n              上一年项目数量"
    text = report(printed(values, "2019"), aligned)
    lines = text.split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("行政事业性收费"))
    reading = read("\n".join([*lines[: at - 1], *header.split("\n"), *lines[at:]]))
    assert not wrong(reading, values)
    assert "header-unclear" in codes(reading)


def spaced(rows: Rows) -> list[str]:
    """Rows on a line each, their letters apart as what recognises print from pictures has them."""
    return [
        " ".join(word if word.isdigit() else " ".join(word) for cell in row if cell for word in cell.split())
        for row in rows
    ]


@pytest.mark.parametrize("upper", ["自然人 总计 法人或其他组织", "总计 法人或其他组织 自然人"])
@pytest.mark.parametrize("order", [STANDARD, ["natural_person", "total", *ORGANISATIONS]])
def test_letters_apart_tell_no_more_than_whole_labels(order: list[str], upper: str) -> None:
    reading = read(_of(order, [upper, " ".join(WHOLE)], spaced))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


def test_letters_apart_in_the_order_of_the_form_are_read() -> None:
    reading = read(_of(STANDARD, ["自然人 法人或其他组织 总计", " ".join(WHOLE)], spaced))
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}
