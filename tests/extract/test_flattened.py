"""Texts in which bars part nothing, columns stand by themselves, or digits and page numbers stand alone."""

from __future__ import annotations

from assets.extract.readers.bars.unbar import unbar
from assets.extract.readers.plain.pages import bare_pages
from schemas.form import CellKey
from tests.extract.printed import HEADINGS, TITLE, cells_of, figures, printed, read

VALUES = figures("2021", 1001)
PARTS = printed(VALUES, "2021")
COLUMNS = ("natural_person", "commercial", "research", "social_org", "legal_service", "other_org", "total")


def report(*lines: str) -> str:
    return "\n".join(
        [
            TITLE,
            "一、总体情况",
            "全年工作平稳。",
            HEADINGS["3"],
            *lines,
            "五、存在的主要问题及改进情况",
            "无。",
            "",
        ]
    )


def reported(text: str) -> dict[CellKey, float]:
    return {key: c["value"] for key, c in cells_of(read(text)).items() if c["status"] == "reported"}


def merged(row: list[str]) -> str:
    """A row as a program prints it that takes two columns for one."""
    a, b, c, d, e, f, g = row[-7:]
    label = row[0][: len(row[0]) // 2] if len(row[0]) < 30 else row[0]
    return f"| {label} | | {a} {b} | {c} {d} | {e} {f} | {g} |\n| --- | --- | --- | --- | --- | --- |\n{row[0][len(label) :]}"


HEADER = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"


def lines_of_bars(rows: list[list[str]]) -> str:
    return report(HEADER, *map(merged, rows))


def table_3() -> list[list[str]]:
    return [list(row) for part in PARTS if part.table_no == "3" for row in part.rows]


def test_bars_that_part_nothing_are_passed_over() -> None:
    got = reported(lines_of_bars(table_3()))
    assert len([key for key in got if key.table_no == "3"]) > 150
    assert all(str(int(value)) == VALUES[key] for key, value in got.items() if key.table_no == "3")


def test_a_row_short_of_a_figure_between_such_bars_is_not_known() -> None:
    rows = table_3()
    rows[4][3] = ""
    key = CellKey("3", "denied_state_secret", "total")
    got = reported(lines_of_bars(rows))
    assert key not in got
    assert len(got) > 100


def test_digits_cut_below_such_a_row_leave_it_in_doubt() -> None:
    text = lines_of_bars(table_3())
    label = "一、本年新收政府信息公开申请数量"
    cut = label[len(label) // 2 :]
    got = reported(text.replace(f"\n{cut}\n", f"\n{cut}\n9\n", 1))
    assert not [key for key in got if key.row_key == "new_received"]


def test_a_table_with_figures_of_two_words_keeps_its_bars() -> None:
    lines = ["| 信息 | 一 | 二 | 三 |", "| --- | --- | --- | --- |"]
    lines += [f"| 第{n}行 | 1 11{n} |  | 2 22{n} |" for n in range(6)]
    assert unbar(lines) == lines
    thousands = [f"| 第{n}行 | 1 11{n} | 5 | 2 22{n} |" for n in range(6)]
    assert unbar(thousands) == thousands


IN_COLUMNS = """{title}
二、主动公开政府信息情况

第二十条第（一）项
信息内容
规章
行政规范性文件
第二十条第（五）项
信息内容
行政许可
第二十条第（六）项
信息内容
行政处罚
{extra}行政强制
第二十条第（八）项
信息内容
行政事业性收费

本年制发件数
11
12

本年废止件数
13
14

本年处理决定数量
21
本年处理决定数量
{penalties}

本年收费金额（单位：万元）
3.5

现行有效件数
15
16

三、收到和处理政府信息公开申请情况
（略）
四、政府信息公开行政复议、行政诉讼情况
（略）
五、存在的主要问题及改进情况
无。
"""


def in_columns(penalties: str = "31\n32", extra: str = "") -> dict[tuple[str, str], float]:
    text = IN_COLUMNS.format(title=TITLE, penalties=penalties, extra=extra)
    return {(k.row_key, k.col_key): v for k, v in reported(text).items()}


def test_columns_by_themselves_are_read() -> None:
    got = in_columns()
    assert got["normative_docs", "in_force"] == 16
    assert got["regulations", "repealed"] == 13
    assert got["permits", "decisions"] == 21
    assert got["coercion", "decisions"] == 32
    assert got["fees", "fee_amount"] == 3.5


def test_a_column_short_of_a_figure_is_not_known() -> None:
    got = in_columns(penalties="31")
    assert not [key for key in got if key[1] == "decisions"]
    assert got["normative_docs", "issued"] == 12


def test_a_strange_row_between_the_labels_leaves_the_columns_unknown() -> None:
    assert not [key for key in in_columns(extra="行政检查\n") if key[0] in ("penalties", "coercion")]


def test_a_figure_as_wide_as_its_column_may_have_been_cut() -> None:
    got = in_columns(penalties="1234567890123456\n32")
    assert not [key for key in got if key[1] == "decisions"]


def test_the_last_column_of_a_header_is_no_row() -> None:
    """Figures of table 4 below 总计 are not those of （七）总计."""
    rows = [[label, *values] for label, *values in table_3() if "（七）" not in label]
    lines = [line for row in rows for line in row]
    end = ["行政复议", "结果 结果 其他", "维持 纠正 结果", "尚未", "审结", "总计", *"7654321"]
    got = reported(report(*HEADER.split(), *lines, *end))
    assert not [key for key in got if key.row_key == "total_handled"]
    assert {key.col_key for key in got if key.row_key == "granted"} == set(COLUMNS)


def test_figures_in_clusters_are_no_row() -> None:
    rows = table_3()
    lines = [line for label, *values in rows for line in (label, *values)]
    last = "\n".join(rows[-1][1:])
    a, b, c, d, e, f, g = rows[-1][1:]
    text = report(*HEADER.split(), *lines)
    assert last in text
    got = reported(text.replace(last, f"{a}\n\n{b}\n{c}\n{d}\n\n{e}\n{f}\n{g}"))
    assert not [key for key in got if key.row_key == "carried_forward"]


def test_lone_digits_are_no_pages_where_few_of_them_count() -> None:
    digits = [1, 9, 0, 8, 2, 8, 9, 5, 3, 7, 9, 6]
    lines = [line for digit in digits for line in ["不予公", "开", "国家秘", "密", "禁止", str(digit)]]
    assert not bare_pages(lines).lines


def test_a_figure_above_a_form_feed_is_no_page() -> None:
    assert not bare_pages(["总计", "24", "450", "\f第二页", "文字"]).lines
    pages = bare_pages(["文字", "1", "\f第二页", "文字", "2", "\f第三页", "文字", "3", ""])
    assert pages.lines >= {2, 5}
