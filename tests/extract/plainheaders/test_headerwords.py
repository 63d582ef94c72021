"""Headers in plain text that name other columns than the form's, or the form's in another order."""

from __future__ import annotations

import pytest

from assets.extract.headers.columnnames import column_matcher
from assets.extract.headers.headerprint import header_words
from assets.extract.labels import squash
from assets.extract.plainheaders.headerwords import (
    order_of_groups,
    pieces_apart,
    pieces_in_order,
    strange_columns,
)
from assets.extract.plainheaders.plainheader import text_order
from assets.extract.reading import read_text
from assets.extract.sidebyside.sideways import plain_order
from schemas.form import forms

THIRD = forms()["2021"].table("3")
COLUMNS = THIRD.blocks[0].columns
FOURTH = forms()["2021"].table("4")
LOWER = "商业企业 科研机构 社会公益组织 法律服务机构 其他"


@pytest.mark.parametrize(
    ("line", "is_strange"),
    [
        ("一月 二月 三月 四月 五月 六月 合共", True),
        ("自然人 法人或其他组织 总计 上期总计", True),
        ("指标 行次 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计", True),
        ("行次 指标 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计", False),
        ("申请人情况 自然人 法人或其他组织 总计", False),
        ("总计商业企 科研机 社会公 法律服 其他", False),
    ],
)
def test_columns_the_form_lacks(line: str, is_strange: bool) -> None:
    words, matcher = header_words(THIRD, COLUMNS), column_matcher("2021", "3")
    assert bool(strange_columns([line], THIRD, COLUMNS, words, matcher)) is is_strange


SECOND = forms()["2019"].table("2")
CHANGES = SECOND.blocks[1].columns


@pytest.mark.parametrize(
    ("lines", "is_strange"),
    [
        ("上一年项目数量\n本年增/减（指与上一年相比，减用负值表示\n，如-8）\n处理决定数量", False),
        ("上一年项目数量   本年增减   处理决定数量 （ 历 史 累 计 ）", False),
        ("上一年项目数量   本年增减 \uf0b7   处理决定数量", False),
        ("上一年项目数量   本年增减   处理决定数量   （上年）", True),
        ("上一年项目数量   本年增减   处理决定数量   罚款金额", True),
    ],
)
def test_explanations_are_no_columns(lines: str, is_strange: bool) -> None:
    words, matcher = header_words(SECOND, CHANGES), column_matcher("2019", "2")
    assert bool(strange_columns(lines.split("\n"), SECOND, CHANGES, words, matcher)) is is_strange


BROKEN = "自然/人/法人或其他组织/商业/企业/科研/机构/社会公/益组织/法律服/务机构/其他/总计"
OTHERS = "自然人/商业企业/科研机构/镇街道/法律服务机构/其他/总计"


@pytest.mark.parametrize(
    ("header", "is_strange"),
    [
        (BROKEN, False),
        (BROKEN + "/-1-", False),
        (BROKEN + "/第1页 共3页/\f某县教育局政府信息公开年度报告", False),
        (BROKEN + "/\f某市某县农业农村局", False),
        (OTHERS, True),
        (OTHERS + "/-1-/\f某县教育局政府信息公开年度报告", True),
        (OTHERS.replace("其他", "其他（含个体/工商户）"), True),
        (OTHERS.replace("镇街道", "社会公益组织").replace("其他", "其他（含个体/工商户）"), False),
    ],
)
def test_a_header_of_a_word_a_line_is_not_that_of_the_page(header: str, is_strange: bool) -> None:
    words, matcher = header_words(THIRD, COLUMNS), column_matcher("2021", "3")
    found = strange_columns(header.split("/"), THIRD, COLUMNS, words, matcher)
    assert bool(found) is is_strange


@pytest.mark.parametrize(
    ("line", "apart"),
    [
        ("商业企科研机社会公法律服", "商业企 科研机 社会公 法律服"),
        ("业构益组织务机构", "业 构 益组织 务机构"),
        (
            "自然人 商业企业科研机构社会公益组织法律服务机构其他 总计",
            "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计",
        ),
        ("商业机构其他", ""),  # the beginning of one label, the end of another
        ("社会组织其他", ""),
        ("科研机商业企社会公", ""),
        ("商业企科研机", ""),
        ("商业企科研机镇街道", ""),
        ("（本列数据的勾稽关系为：第一项加第二项之和）", ""),
    ],
)
def test_pieces_run_into_each_other(line: str, apart: str) -> None:
    assert pieces_apart(tuple(squash(c.zh) for c in COLUMNS))(line) == (apart or line)


@pytest.mark.parametrize(
    ("upper", "lower", "is_read"),
    [
        ("商业企科研机社会公法律服", "业构益组织务机构", True),
        ("科研机商业企社会公法律服", "构业益组织务机构", False),
        ("商业企科研机社会公镇街道", "业构益组织", False),
        ("商业企科研机社会公", "业构益组织", False),
        ("商业企 科研机 社会公 法律服", "业 构 益组织 务机构", True),
        (
            "商业企 科研机 社会公",
            "业 构 益组织",
            False,
        ),  # 构 is no trace of 法律服务机构: it is the end of 科研机构
    ],
)
def test_a_header_of_such_pieces(upper: str, lower: str, is_read: bool) -> None:
    lines = ["青河县水务局2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    lines += ["申请人情况", "自然人", "法人或其他组织", upper, "总计", "其他", lower]
    for number, row in enumerate(THIRD.rows):
        lines += [f"{row.zh} " + " ".join(str(number + step) for step in range(7))]
    cells = read_text("\n".join(lines), "x.txt", "0" * 32).cells
    assert ({c["status"] for c in cells if c["table_no"] == "3"} == {"reported"}) is is_read


def test_a_group_stands_where_its_name_does() -> None:
    keys = [c.key for c in COLUMNS]
    order, conflict = order_of_groups(["法人或其他组织 总计 自然人", LOWER], THIRD, COLUMNS)
    assert order == [*keys[1:6], "total", "natural_person"]
    assert conflict is None
    assert order_of_groups(["总计 自然人 法人或其他组织"], THIRD, COLUMNS)[1]
    assert text_order(["自然人 法人或其他组织 总计", LOWER], THIRD, COLUMNS) == (None, None)


def test_labels_that_end_before_broken_ones_begin_stand_left_of_them() -> None:
    assert pieces_in_order(["商业企", "科研机", "其他", "社会公", "法律服", "业", "构"], COLUMNS)
    assert not pieces_in_order(["商业企", "科研机", "社会公", "法律服", "其他", "业", "构"], COLUMNS)
    assert not pieces_in_order(["其他", "商业企", "科研机", "社会公", "法律服", "业"], COLUMNS)


@pytest.mark.parametrize(
    ("second", "is_read"), [("维持 纠正 结果 审结", True), ("纠正 维持 结果 审结", False)]
)
def test_wrapped_labels_of_table_4(second: str, is_read: bool) -> None:
    header = ["行政复议 行政诉讼", "未经复议直接起诉 复议后起诉"]
    header += [" ".join(["结果 结果 其他 尚未 总计"] * 3), " ".join([second] * 3)]
    assert isinstance(plain_order(header, FOURTH), list) is is_read


_GROUPED = "结果维 结果纠 其他结 尚未审 总"


@pytest.mark.parametrize(
    ("upper", "lower", "is_read"),
    [
        # the label of the last group stands behind the labels of two, that of the second a line below
        (f"{_GROUPED} {_GROUPED} 结果维 结果纠复议后起诉", "未经复议直接起诉", True),
        (f"{_GROUPED} 结果维 结果纠复议后起诉 其他结 尚未审 总 {_GROUPED}", "未经复议直接起诉", False),
        (f"{_GROUPED} 结果维 结果纠复议后起诉", "未经复议直接起诉", False),
        (f"{_GROUPED} {_GROUPED} 复议后起诉 {_GROUPED}", "未经复议直接起诉", True),
        # not those labels, or not in order: what stands before it is not two groups
        (f"{_GROUPED} 申请 受理 其他 未办 总 结果维 结果纠复议后起诉", "未经复议直接起诉", False),
        (f"{_GROUPED} 结果纠 结果维 其他结 尚未审 总 复议后起诉", "未经复议直接起诉", False),
        (f"{_GROUPED} {_GROUPED} 未经复议直接起诉", "复议后起诉", False),
    ],
)
def test_labels_of_groups_on_two_lines(upper: str, lower: str, is_read: bool) -> None:
    header = ["行政复议 行政诉讼", upper, lower, " ".join(["持 正 果 结 计"] * 3)]
    assert isinstance(plain_order(header, FOURTH), list) is is_read


@pytest.mark.parametrize("is_above", [True, False])
def test_figures_above_their_labels(is_above: bool) -> None:
    lines = ["青河县水务局2022年政府信息公开工作年度报告", "三、收到和处理政府信息公开申请情况"]
    lines += ["自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"]
    for number, row in enumerate(THIRD.rows):
        figures = " ".join(str(number + step) for step in range(7))
        lines += [figures, row.zh] if is_above else [row.zh, figures]
    cells = read_text("\n".join(lines), "x.txt", "0" * 32).cells
    statuses = {c["status"] for c in cells if c["table_no"] == "3"}
    assert ("reported" in statuses) is not is_above


_ISSUED = "现行有效件数本年废止件数本年制发件数"


@pytest.mark.parametrize(
    ("line", "table_no", "keys"),
    [
        ("信息内容   " + _ISSUED, "2", ["in_force", "repealed", "issued"]),
        ("信息内容 本年制发件数本年废止件数现行有效件数", "2", None),
        ("自然人 法人或其他组织 总计商业企业 科研机构 社会公益组织 法律服务机构 其他", "3", None),
        (
            "总计科研机构 商业企业 社会公益组织 法律服务机构 其他",
            "3",
            ["natural_person", "research", "commercial", "social_org", "legal_service", "other_org", "total"],
        ),
        # labels of one line before the first pieces of broken ones: nothing is known of their order
        ("商业企业其他科研 社会公 法律服", "3", None),
    ],
)
def test_labels_run_into_each_other_tell_the_order_of_their_level(
    line: str, table_no: str, keys: list[str] | None
) -> None:
    table = forms()["2021"].table(table_no)
    assert text_order([line], table, table.blocks[0].columns) == (keys, None)


def test_a_glued_line_of_whole_and_broken_labels_by_turns_goes_from_left_to_right() -> None:
    header = ["自然人         总计", "  社会公 法律服务 其他科研 商业企业", "  益组织 机构 机构"]
    order, _ = text_order(header, THIRD, COLUMNS)
    assert order is not None
    assert order[1:6] == ["social_org", "legal_service", "other_org", "research", "commercial"]


def test_figures_under_a_glued_exchanged_header_go_to_its_columns() -> None:
    text = "海棠县民政局2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n"
    text += f"信息内容   {_ISSUED}\n\n规章   2   0   16\n\n行政规范性文件   3   4   5\n\n行政许可   7\n"
    cells = {
        c["col_key"]: c["value"]
        for c in read_text(text, "r", "0" * 32).cells
        if c["row_key"] == "regulations"
    }
    assert cells == {"in_force": 2, "repealed": 0, "issued": 16}


def test_lines_of_a_header_that_are_not_to_one_scale_do_not_mix_levels() -> None:
    header = [
        "（本列数据的勾稽关系      申请人情况",
        "为：第一项加第二项之      自然人   法人或其他组织                     总计",
        "和，等于第三项加第四项               商业企    科研机    社会公   法律服    其他",
        "之和）                       业      构      益组织   务机构",
    ]
    assert text_order(header, THIRD, COLUMNS) == (None, None)
    exchanged = [line.replace("商业企    科研机", "科研机    商业企") for line in header[:3]]
    order, conflict = text_order([*exchanged, header[3].replace("业      构", "构      业")], THIRD, COLUMNS)
    assert conflict or (order and order[1:3] == ["research", "commercial"])


ABOVE = ["申请人情 况", "法人或其 他组织", "自然人", "总计", "商业企业", "科研机构"]


@pytest.mark.parametrize("glue", [" ", ""])
def test_labels_joined_of_two_lines_may_be_sorted_below_those_of_one(glue: str) -> None:
    """Sorted by their lower edges the labels stand so whatever the order of the columns is; whole ones tell theirs."""
    lines = [*ABOVE, "其他", f"社会公益{glue}组织", f"法律服务{glue}机构"]
    order, conflict = text_order(lines, THIRD, COLUMNS)
    assert (order is None, conflict is None) == ((True, False) if glue else (False, True))


def test_labels_joined_of_two_lines_among_the_others_stand_in_the_order_of_the_columns() -> None:
    lines = [*ABOVE, "社会公益 组织", "法律服务 机构", "其他"]
    assert text_order(lines, THIRD, COLUMNS) == (None, None)


TURNED = "商业企业 科研机构 法律服务机构 社会公益组织 其他"
UPPER = "自然人 法人或其他组织 总计"


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        ([UPPER, TURNED], "natural_person commercial research legal_service social_org other_org total"),
        (
            ["总计 自然人 法人或其他组织", TURNED],
            "total natural_person commercial research legal_service social_org other_org",
        ),
        ([TURNED, UPPER], None),  # which stands above is not as in a table
        (["自然人 总计", TURNED], None),  # where the group stands is not told
        ([UPPER, TURNED, LOWER], None),
        ([UPPER, TURNED.replace("其他", "")], None),
        ([UPPER, TURNED.replace("机构", "")], None),  # pieces of broken labels stand higher than whole ones
    ],
)
def test_two_lines_that_name_all_columns_tell_their_order(lines: list[str], order: str | None) -> None:
    told, conflict = text_order(lines, THIRD, COLUMNS)
    assert (told or [], bool(conflict)) == ((order or "").split(), order is None)


CELLS = ["自然人", "法人或其他组织", "总计 商业企业 科研机构 社会公益", "组织", "法律服务", "机构 其他"]


@pytest.mark.parametrize(
    ("lines", "is_read"),
    [
        (CELLS, True),
        (["申请人情况", *CELLS, "一、本年新收政府信息公开申请数量"], True),
        ([CELLS[2].split()[0], *CELLS[:2], *CELLS[2:]], False),  # the total is named twice
        (["总计 自然人", "法人或其他组织", CELLS[2].removeprefix("总计 "), *CELLS[3:]], True),
        ([*CELLS[:2], CELLS[2].replace("商业企业 科研机构", "科研机构 商业企业"), *CELLS[3:]], False),
        (["自然人", CELLS[2], *CELLS[3:]], False),
        ([CELLS[1], CELLS[0], *CELLS[2:]], False),
    ],
)
def test_a_header_from_cell_to_cell(lines: list[str], is_read: bool) -> None:
    """Where a line holds the last label of the upper level and the first ones of the lower, they are not beside each other."""
    told, conflict = text_order(lines, THIRD, COLUMNS)
    if is_read and lines[0].startswith("总计"):
        assert conflict or (told and told[0] == "total")
    else:
        assert (told is None and conflict is None) is is_read


ONE_LINE = "申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他"


@pytest.mark.parametrize(
    ("lines", "is_read"),
    [
        # wide spaces elsewhere, and words of another table that are column labels, too
        (["其他对外管理服务事项  4  3", ONE_LINE, "一、本年新收政府信息公开申请数量    3"], True),
        (["总计", ONE_LINE, "一、本年新收政府信息公开申请数量    3"], False),
        ([ONE_LINE, "总计    自然人", "一、本年新收政府信息公开申请数量    3"], False),
        ([ONE_LINE.replace("商业企业 科研机构", "科研机构 商业企业"), "一、本年新收    3"], False),
    ],
)
def test_a_header_from_cell_to_cell_on_one_line(lines: list[str], is_read: bool) -> None:
    """Places of words tell nothing there, however far apart those of other lines stand."""
    told, conflict = text_order(lines, THIRD, COLUMNS)
    assert (told is None and conflict is None) is is_read


def test_first_letters_of_two_labels_in_one_word_are_no_whole_labels() -> None:
    """A page gives labels of two lines first; what is short for them here is their first line."""
    header = [
        "自然人 社会公益 法律服务 总计",
        "商业企业 科研机构 其他",
        "组织 机构",
    ]
    assert text_order(header, THIRD, COLUMNS) == (None, None)
    glued = ["自然人 社会公益法律服务 总计", "商业企业科研机构 其他", "组织 机构"]
    assert text_order(["法人或其他组织", *glued], THIRD, COLUMNS)[0] is None


def test_a_group_printed_for_each_of_its_columns() -> None:
    assert order_of_groups(["自然人 法人或其他组织 法人或其他组织 总计"], THIRD, COLUMNS) == (None, None)
    assert order_of_groups(["法人或其他组织 法人或其他组织 自然人 总计"], THIRD, COLUMNS) != (None, None)
