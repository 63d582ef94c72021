"""Labels in several lines about their figures: which of them a program printed first, and what stands between pages."""

from __future__ import annotations

import pytest

from assets.extract.readers.plain.pages import bare_pages
from assets.extract.reading import read_text
from schemas.form import forms
from tests.turns import in_turn

TABLE = forms()["2021"].tables[1]
ROWS = TABLE.rows
KEYS = [row.key for row in ROWS]
TITLE = "南屏区财政局2022年政府信息公开工作年度报告"
COLUMNS = ["自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
HEAD = [TITLE, "三、收到和处理政府信息公开申请情况", "申请人情况", *COLUMNS]
END = [
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "无",
    "六、其他需要报告的事项",
    "无",
]
GROUPS = {group.key: group.zh for group in TABLE.groups}


def figures(at: int) -> list[str]:
    """The figures of a row, which are no other row's."""
    return [str(at + 1), "0", "0", "0", "0", "0", str(at + 1)]


def wrapped(label: str, width: int) -> list[str]:
    return [label[i : i + width] for i in range(0, len(label), width)]


def values(lines: list[str], table_no: str = "3") -> dict[str, list[float | str]]:
    """The cells of each row: the figure where one is given, else how it stands."""
    found: dict[str, list[float | str]] = {}
    for cell in read_text("\n".join(lines), "1.txt", "0" * 32).cells:
        if cell["table_no"] == table_no:
            is_given = cell["status"] == "reported"
            found.setdefault(cell["row_key"], []).append(cell["value"] if is_given else cell["status"])
    return found


def wrong(lines: list[str]) -> set[str]:
    """Rows with a figure that is another's."""
    return {
        key
        for key, cells in values(lines).items()
        for cell, own in zip(cells, figures(KEYS.index(key)), strict=True)
        if not isinstance(cell, str) and cell != float(own)
    }


def right(lines: list[str]) -> set[str]:
    return {
        key for key, cells in values(lines).items() if cells == list(map(float, figures(KEYS.index(key))))
    }


def in_blocks(low: set[int], width: int = 12, *, one_line: bool = False) -> list[str]:
    """Labels of one line above their figures, and of several lines below theirs where `low` has the row."""
    lines = list(HEAD)
    for at, row in enumerate(ROWS):
        cells = [" ".join(figures(at))] if one_line else figures(at)
        label = wrapped(row.zh, width) if at in low else [row.zh]
        lines += [*cells, *label] if at in low else [*label, *cells]
    return [*lines, *END]


LONG = {at for at, row in enumerate(ROWS) if len(row.zh) > 12}


@in_turn
@pytest.mark.parametrize("one_line", [False, True])
@pytest.mark.parametrize(
    "low",
    [
        LONG,
        set(range(9)),
        set(range(4, 12)),
        {0, 1, 2, *range(12, 20)},
        set(range(len(ROWS))),
    ],
)
@pytest.mark.parametrize("width", [5, 8])
def test_blocks_sorted_by_their_lower_edge(low: set[int], width: int, one_line: bool) -> None:
    assert wrong(in_blocks(low, width, one_line=one_line)) == set()


@pytest.mark.parametrize("width", [5, 8])
def test_labels_of_several_lines_above_their_figures(width: int) -> None:
    lines = list(HEAD)
    for at, row in enumerate(ROWS):
        lines += [*wrapped(row.zh, width), *figures(at)]
    assert len(right([*lines, *END])) > len(KEYS) - 3


def test_figures_above_the_first_label_with_digits_cut_off() -> None:
    lines = in_blocks(set(range(len(ROWS) - 2)), 6)
    at = len(HEAD)
    assert lines[at] == "1"
    assert wrong([*lines[:at], "2", *lines[at:]]) == set()


def grouped(width: int, numbers: bool = True) -> list[str]:
    """Rows whose labels begin with the names of their groups, each with its figures beside the first line."""
    lines = list(HEAD)
    for at, row in enumerate(ROWS):
        own = row.zh if numbers else row.zh.lstrip("0123456789.")
        first, *rest = wrapped(GROUPS.get(row.parent or "", "") + own, width)
        lines += [f"{first} {' '.join(figures(at))}", *rest]
    return [*lines, *END]


@pytest.mark.parametrize("width", [5, 6, 9])
def test_a_label_that_begins_with_its_groups_name(width: int) -> None:
    lines = grouped(width)
    assert wrong(lines) == set()
    assert len(right(lines)) > len(KEYS) // 2


def test_a_label_that_begins_with_its_groups_name_and_has_lost_its_number() -> None:
    assert wrong(grouped(9, numbers=False)) == set()


def test_the_sum_of_a_group_is_not_its_first_row() -> None:
    lines = [*HEAD]
    for at, row in enumerate(ROWS):
        if row.key == "denied_state_secret":
            lines += ["（三）不予 99 0 0 0 0 0 99", "公开", row.zh]
        else:
            lines.append(f"{row.zh} {' '.join(figures(at))}")
    assert 99.0 not in values([*lines, *END])["denied_state_secret"]


def test_a_label_about_its_figures_below_the_end_of_another() -> None:
    lines = [*HEAD]
    for at, row in enumerate(ROWS):
        group = GROUPS.get(row.parent or "", "")
        cut = row.zh.find(".") + 1
        lines += (
            [group + row.zh[:cut], " ".join(figures(at)), row.zh[cut:]]
            if cut
            else [row.zh, " ".join(figures(at))]
        )
    assert wrong([*lines, *END]) == set()


SECOND = [
    TITLE,
    "二、主动公开政府信息情况",
    "第二十条第（一）项",
    "信息内容",
    "本年制发件数",
    "本年废止件数",
    "现行有效件数",
]


@pytest.mark.parametrize("between", [["3", "政府信息公开工作年度报告"], ["政府信息公开工作年度报告", "3"]])
def test_the_number_of_a_page_beside_its_head_is_no_figure(between: list[str]) -> None:
    lines = [*SECOND, "规章", "4", "1", *between, "行政规范性文件", "5", "6", "7"]
    found = values(lines, "2")
    assert not {"4.0", 3.0} & set(found["regulations"]) and 4.0 not in found["regulations"]


def test_a_figure_above_the_head_of_a_page_that_has_no_number() -> None:
    head = "政府信息公开工作年度报告"
    lines = [*SECOND, "规章", "4", "1", "3", head, "行政规范性文件", head, "5", "6", "7"]
    assert bare_pages(lines).unseen == ()
    assert bare_pages(lines[:-4]).unseen == ((3, 10, 12),)


RESULTS = "结果维持 结果纠正 其他结果 尚未审结 总计"
THIRD = [line for at, row in enumerate(ROWS) for line in (row.zh, *figures(at))]
FOURTH = [*HEAD, *THIRD, "四、政府信息公开行政复议、行政诉讼情况"]
# none is one more than the one before: such would be the numbers of columns
FIFTEEN = [str(n) for n in range(31, 61, 2)]


def test_rows_named_below_the_columns_of_table_four() -> None:
    lines = [*FOURTH, *RESULTS.split(), "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", *FIFTEEN]
    assert all(not isinstance(cell, float) for cells in values(lines, "4").values() for cell in cells)


def test_rows_named_above_the_columns_of_table_four() -> None:
    lines = [
        *FOURTH,
        "行政复议 行政诉讼",
        "未经复议直接起诉 复议后起诉",
        " ".join([RESULTS] * 3),
        " ".join(FIFTEEN),
    ]
    assert [cell for cells in values(lines, "4").values() for cell in cells] == list(map(float, FIFTEEN))


def test_a_piece_of_a_group_beside_the_middle_of_a_label() -> None:
    lines = [*HEAD]
    for at, row in enumerate(ROWS):
        cells = " ".join(figures(at))
        if row.key == "unable_not_held":
            lines += ["1.本机关不掌握相关政府信", f"（四）无 {cells}", "息"]
        else:
            lines.append(f"{row.zh} {cells}")
    assert right([*lines, *END]) == set(KEYS)
