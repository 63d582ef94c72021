"""Texts taken from a page block by block, blank lines between: what makes up a row, and what only counts as many figures."""

from __future__ import annotations

import pytest

from assets.extract.reading import read_text
from tests.extract.test_disorder import (
    HEADER,
    NEXT,
    ROWS,
    TITLE,
    TOP,
    figures,
    is_true,
    paragraphs,
    read,
    rows,
    truth,
)


def together(cells: list[str], *sizes: int) -> list[str]:
    """The cells of a row as blocks of a page, so many of them on each line."""
    left = iter(cells)
    return paragraphs([" ".join(next(left) for _ in range(size)) for size in sizes])


def test_cells_so_near_that_they_share_a_line_are_a_row() -> None:
    table = rows()
    table[0] = [ROWS[0].zh, *together(figures(0), 3, 1, 1, 2)]
    table[21] = [ROWS[21].zh, *together(figures(21), 1, 4, 2)]
    assert read(table) == truth()
    # eight figures are none, and single digits may be those of one figure beside a blank that left nothing
    table[21] = [ROWS[21].zh, *together([*figures(21), "9"], 1, 4, 3)]
    assert is_true(read(table))
    table[21] = [ROWS[21].zh, *together(["1", "2", *figures(21)[2:]], 2, 1, 2, 2)]
    assert read(table) == truth(21)


def test_a_cell_cut_in_its_block_puts_only_itself_in_doubt() -> None:
    table = rows()
    table[0] = [ROWS[0].zh, "", "10", "01", *paragraphs(figures(0)[1:])]
    others = {key: value for key, value in truth().items() if key != (ROWS[0].key, "natural_person")}
    assert read(table) == others
    # where a blank left nothing the pieces of another figure bring the count back
    table[3] = [ROWS[3].zh, "", "13", "01", *paragraphs(figures(3)[2:])]
    assert is_true(read(table))


def test_a_page_that_ends_amid_a_row_may_have_cost_its_order() -> None:
    table = rows()
    cells = figures(9)
    table[9] = [
        ROWS[9].zh,
        *paragraphs([cells[0], *cells[2:5], cells[1]]),
        "第1页 共3页",
        *paragraphs(cells[5:]),
    ]
    assert read(table) == truth(9)


BROKEN = ["申请人情况", "法人或其他组织", "自然", "商业 科研 社会公", "人", "企业 机构 益组织", "", "法律服", "务机构", "", "其", "他", "", "总", "计"]  # fmt: skip


def test_the_number_of_a_page_amid_the_header_parts_nothing() -> None:
    note = ["（本列数据的勾稽关系为：第一项加第二项之和，", "等于第三项加第四项之和）"]
    above = ["申请人情况", *note, "", "法人或其他组织", "自然人"]
    below = [
        "商业企",
        "业",
        "",
        "科研机",
        "构",
        "",
        "社会公",
        "益组织",
        "",
        "法律服务",
        "其他",
        "机构",
        "",
        "总计",
    ]
    assert read(rows(), header=[*above, "", "1", "", *below]) == truth()
    # a header that lacks its first column still does
    assert read(rows(), header=[*above[:-1], "", "1", "", *below]) == {}


def test_several_rows_in_one_place_are_no_sign_that_figures_vanished() -> None:
    table = rows()
    behind = []
    for first in (4, 8, 12):
        merged = [f for i in range(first, first + 4) for f in figures(i)]
        table[first : first + 4] = [[ROWS[first].zh, *paragraphs(merged)], [], [], []]
        behind += [ROWS[i].zh for i in range(first + 1, first + 4)]
    table.append(behind)
    known = read(table, header=BROKEN)
    assert is_true(known)
    # a header all of whose labels are broken is one all the same
    assert set(known) > set(truth(*range(4, 16)))
    assert known == read(table)


@pytest.mark.parametrize("at", [5, 8, 13])
def test_two_labels_and_the_figures_of_one_row(at: int) -> None:
    for cells in (paragraphs(figures(at)), together(figures(at), 2, 3, 2)):
        table = rows()
        # the second row was blank all over, and left nothing
        table[at : at + 2] = [[ROWS[at].zh], [ROWS[at + 1].zh, *cells]]
        assert read(table) == truth(at, at + 1)
    table = rows()
    table[at : at + 2] = [
        [ROWS[at].zh],
        [ROWS[at + 1].zh, *paragraphs(figures(at)[:3] + figures(at + 1)[3:])],
    ]
    assert is_true(read(table))
    # with a blank line between, the label right above the figures is theirs
    table[at : at + 2] = [[ROWS[at].zh, ""], [ROWS[at + 1].zh, *paragraphs(figures(at + 1))]]
    assert read(table) == truth(at)


def test_first_cells_of_two_rows_and_the_rest_of_one() -> None:
    first, other = figures(6), figures(7)
    labels = ["3.危及“三安", first[0], "全一稳定”"]
    for second in (
        [f"{ROWS[7].zh} {other[0]}", *paragraphs(first[1:])],
        ["4.保护第三方", other[0], "合法权益", *paragraphs(first[1:])],
        [ROWS[7].zh, *paragraphs([*first[1:], other[0]])],
    ):
        table = rows()
        table[6:8] = [labels, second]
        assert is_true(read(table)), second
    table = rows()
    table[6] = [*labels, *paragraphs(first[1:])]
    assert read(table) == truth()


def test_the_number_of_a_page_amid_the_lines_of_a_label_is_no_cell() -> None:
    for page in (["", "3", ""], ["\f3"], ["3", "\f"]):
        table = rows()
        table[6] = ["3.危及“三安", *page, "全一稳定”", *paragraphs(figures(6)[1:])]
        assert is_true(read(table)), page


FOURTH = """
行政复议                              行政诉讼
                                  未经复议直接起诉                            复议后起诉
{first} {second} 其他结 尚未审
                总计                结果维 结果纠 其他结 尚未                      结果     结果纠 其他结 尚未审
{below}   果   结                                                  总计                        总计
                                  持   正   果   审结                      维持     正   果   结
9793   2255   2347    7259   21654 9806   3647   5269   8221   26943 3110    2698   4937   6800    17545
"""


def fourth(text: str) -> list[float]:
    cells = read_text(
        "\n".join(
            [
                *TOP,
                TITLE,
                *HEADER,
                "",
                *(line for row in rows() for line in row),
                NEXT,
                text,
                "五、存在的主要问题",
            ]
        ),
        "x.txt",
        "0" * 32,
    ).cells
    return [c["value"] for c in cells if c["table_no"] == "4" and c["status"] == "reported"]


def test_a_header_of_table_4_in_pieces_is_put_together_by_places() -> None:
    printed = FOURTH.format(first="结果维", second="结果纠", below="持   正")
    assert fourth(printed) == [float(f) for f in printed.split()[-15:]]
    turned = FOURTH.format(first="结果纠", second="结果维", below="正   持")
    assert fourth(turned) == []
