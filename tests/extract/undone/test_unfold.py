"""Texts whose rows share a line, and texts written out by another program: all that can be known, and never more."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from assets.extract.formats.escapes import unescape
from assets.extract.reading import Reading
from assets.extract.undone.lines.unfold import unfold
from schemas.form import CellKey
from tests.extract.printed import (
    HEADINGS,
    PLAIN,
    TITLE,
    Rows,
    cells_of,
    change,
    figures,
    printed,
    read,
    report,
    reported,
    status_of,
    tab_cells,
    tsv,
    wrong,
)
from tests.turns import in_turn

FORMS = pytest.mark.parametrize("form", ["2019", "2021"])


def one_a_line(form: str) -> list[str]:
    """The pieces of a whole report, one a line."""
    return [line for line in report(printed(figures(form), form), PLAIN["one_a_line"]).split("\n") if line]


def known(reading: Reading) -> dict[CellKey, str]:
    """The cells with a value, as printed."""
    return {k: f"{c['value']:g}" for k, c in cells_of(reading).items() if c["status"] == "reported"}


def rows_of(text: str) -> list[str]:
    """The values of table 3 as they were read, row by row, `?` for what is not known."""
    found: dict[str, list[str]] = {}
    for key, cell in cells_of(read(text)).items():
        if key.table_no == "3":
            found.setdefault(key.row_key, []).append("?" if cell["value"] is None else f"{cell['value']:g}")
    return [f"{key} {' '.join(values)}" for key, values in found.items()]


@in_turn
@FORMS
@pytest.mark.parametrize(
    "joint", [" ", "  ", "\u3000", "\xa0", "&nbsp;", "|", " | ", " / ", "; ", "；", ", ", "，", "、", "', '"]
)
def test_a_whole_report_on_one_line(form: str, joint: str) -> None:
    values = figures(form)
    text = joint.join(one_a_line(form))
    reading = read(text)
    assert known(reading) == values
    assert {cell["line_start"] for cell in reading.cells} == {1}
    assert reading.reports[0]["agency"] == "青岚县林业局"
    assert reading.reports[0]["report_year"] == 2022


@FORMS
def test_a_whole_report_in_a_string(form: str) -> None:
    pieces = one_a_line(form)
    for text in (
        json.dumps({"title": TITLE, "content": "\n".join(pieces)}, ensure_ascii=False),
        json.dumps([{"id": 1, "content": "\r\n".join(pieces), "site": "县政府"}]),
        json.dumps(json.dumps("\n".join(pieces))),
        f'7,"{TITLE}","{" ".join(pieces)}"',
    ):
        assert known(read(text)) == figures(form)


def test_tabs_in_a_string_keep_blank_cells() -> None:
    parts = change(printed(figures()), "granted", ["（一）予以公开", "1", "", "", "", "", "", "1"])
    reading = read(json.dumps(report(parts, tab_cells), ensure_ascii=False))
    assert status_of(reading, "3", "granted") == ["reported", *["blank"] * 5, "reported"]


@FORMS
def test_each_table_on_a_line(form: str) -> None:
    def render(rows: Rows) -> list[str]:
        return [" ".join(cell for row in rows for cell in row if cell)]

    values = figures(form)
    assert known(read(report(printed(values, form), render))) == values


@FORMS
def test_rows_that_run_into_each_other(form: str) -> None:
    def render(rows: Rows) -> list[str]:
        return ["".join(" ".join(cell for cell in row if cell) for row in rows)]

    values = figures(form)
    reading = read(report(printed(values, form), render))
    assert not wrong(reading, values)
    # the number of the next label cannot be told from the last figure: `1071.属于国家秘密`
    noughts = dict.fromkeys(values, "0")
    assert known(read(report(printed(noughts, form), render))) == noughts


def line_of_table_3(*changes: tuple[str, str]) -> str:
    """A report whose table 3 stands on one line, all figures 0, with some of its text changed."""
    header = "申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他"
    labels = [row[0] for part in printed(figures()) if part.table_no == "3" for row in part.rows]
    text = " ".join([header, *(f"{label} 0 0 0 0 0 0 0" for label in labels)])
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return f"{TITLE}\n{HEADINGS['3']}\n{text}\n{HEADINGS['4']}\n"


@pytest.mark.parametrize(
    ("old", "new", "doubtful"),
    [
        # a blank vanished
        ("2.重复申请 0 0 0", "2.重复申请 0 0", ["rejected_repeat"]),
        # the number of a label runs into the figure before it
        ("0 2.重复申请", "02.重复申请", []),
        ("0 2.重复申请", "52.重复申请", ["rejected_petition"]),
        ("0 2.重复申请", "113.重复申请", ["rejected_petition"]),
        ("0 2.重复申请", "02重复申请", ["rejected_petition"]),
        ("0 2.重复申请", "0重复申请", []),
        ("0 2.重复申请", "2重复申请", ["rejected_petition"]),
        ("0 2.重复申请", "0 2 重复申请", ["rejected_petition"]),
        # the number of a label stands apart
        ("0 2.重复申请", "0 2. 重复申请", []),
        ("0 2.重复申请", "0 2、 重复申请", []),
        # damaged labels
        ("6.属于四类过程性信息", "6.属于四类过性信息", []),
        # a row that the form does not have
        ("2.重复申请 0", "2.重复咨询 0 0 0 0 0 0 9 2.重复申请 0", []),
        # figures that run into the label or into each other
        ("0 （七）总计", "0（七）总计", []),
        ("（七）总计 0 0", "（七）总计0 0", []),
        ("（七）总计 0 0 0 0 0 0 0", "（七）总计 0000000", ["total_handled"]),
        ("（七）总计 0 0 0 0 0 0 0", "（七）总计 37, 5 0 0 0 0 0", ["total_handled"]),
    ],
)
def test_what_one_line_does_not_tell(old: str, new: str, doubtful: list[str]) -> None:
    rows = rows_of(line_of_table_3((old, new)))
    expected = rows_of(line_of_table_3())
    assert {row.split()[0] for row in expected if " 0 0 0 0 0 0 0" not in row} == set()
    for row in rows:
        key, *values = row.split()
        assert set(values) == ({"?"} if key in doubtful else {"0"}), row


def test_blanks_and_page_numbers_may_make_up_for_each_other() -> None:
    blank = ("2.重复申请 0 0 0", "2.重复申请 0 0")
    text = line_of_table_3(blank, ("1.信访举报投诉类申请 0", "1.信访举报投诉类申请 0 5"))
    assert all(set(row.split()[1:]) == {"?"} for row in rows_of(text))


def test_a_figure_too_many_is_none_of_a_whole_row_of_noughts() -> None:
    """It may be a page's number, and a blank may have vanished beside it; neither leaves seven noughts behind a label."""
    text = line_of_table_3(("1.信访举报投诉类申请 0", "1.信访举报投诉类申请 0 5"))
    for key, *values in (row.split() for row in rows_of(text)):
        assert set(values) == ({"?"} if key == "rejected_petition" else {"0"}), key


@pytest.mark.parametrize(
    "line",
    [
        "其中：1.公开规章3件 2.行政规范性文件12件 3.行政许可303件",
        "全年办理行政许可 36 件、行政处罚 12 件，行政强制 3 件。",
        "1 一、本年新收政府信息公开申请数量 430 132 136 180 116 132 1126",
        "（三）不予公开 1.属于国家秘密 0 0 0 0 0 0 0",
        "行政许可 | 7 | | 行政处罚 |",
        "规章\t0\t\t2",
        "一、总体情况",
        "5 三、收到和处理政府信息公开申请情况",
    ],
)
def test_what_is_not_folded(line: str) -> None:
    assert unfold([line]) == ([line], None)


def test_commas_between_cells_or_within_them() -> None:
    pieces = [*one_a_line("2021")]
    reading = read(",".join(pieces))
    # every two figures might be one of thousands: 101,102
    assert not [key for key in reported(reading) if key.table_no != "2"]
    assert not wrong(reading, figures())
    small = {key: str(n % 90 + 1) for n, key in enumerate(figures())}
    text = ",".join(line for line in report(printed(small), PLAIN["one_a_line"]).split("\n") if line)
    assert known(read(text)) == small


def test_markdown_and_html_escapes() -> None:
    lines = ["1\\.属于国家秘密", "\\-76", "\\(单位\\)", "A&nbsp;B &ldquo;三安全一稳定&rdquo;", "a & b; c"]
    assert unescape(lines) == (
        ["1.属于国家秘密", "-76", "(单位)", "A\xa0B “三安全一稳定”", "a & b; c"],
        None,
    )
    assert unescape(["C:\\news\\new"]) == (["C:\\news\\new"], None)


@pytest.mark.parametrize(
    "make", [lambda n: "规章 5 " * n, lambda n: "\\" * n, lambda n: "1." * n, lambda n: '"' * n]
)
def test_long_lines_take_time_in_proportion(make: Callable[[int], str]) -> None:
    text = make(60_000)
    assert read(text) is not None


@FORMS
def test_a_whole_report_between_tabs(form: str) -> None:
    values = figures(form)
    reading = read("\t".join(one_a_line(form)))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)


def test_a_row_between_tabs_is_one() -> None:
    row = "\t".join(["三、本年度办理结果", "（一）予以公开", "", "3", "", "", "", "4", "", "", *[""] * 20])
    assert unfold([row]) == ([row], None)


def test_marks_of_pages_on_the_line_of_the_whole_text() -> None:
    """Three of them count the pages; one alone may be a dash, a figure and a dash."""
    values = figures()
    lines = one_a_line("2021")
    for number, at in enumerate((120, 200, 260), 4):
        lines.insert(at, f"- {number} -")
    reading = read(" ".join(lines))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)
    lines.remove("- 5 -")
    assert not wrong(read(" ".join(lines)), values)


def picture(rows: Rows) -> list[str]:
    """A table whose walls were not found: its lines as text of a picture, labels of two lines among them."""
    lines = PLAIN["running"](rows)
    broken = [
        line.replace("公开申请数量 ", "公开申 ", 1) + "<br>请数量" * ("公开申请数量" in line)
        for line in lines
    ]
    return ["<!-- Start of picture text -->", "<br>".join([*broken, "<!-- End of picture text -->"]), ""]


@FORMS
def test_lines_of_a_picture(form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), picture))
    assert not wrong(reading, values)
    assert {key for key in values if key.table_no == "3"} <= reported(reading)


@pytest.mark.parametrize("row", [["0", "12", "", "3"], ["0", "12<br>3"], ["0", "1", "2", "3<br>4"]])
def test_lines_of_a_picture_with_a_row_that_is_not_whole(row: list[str]) -> None:
    """A blank vanishes there, and digits on the next line may be those of the figure above."""
    values = figures()
    label, *cells = next(
        r for p in printed(values) for k, r in zip(p.keys, p.rows, strict=True) if k == "granted"
    )
    parts = change(printed(values), "granted", [label, *row, *cells[len(row) :]])
    reading = read(report(parts, picture))
    assert not wrong(reading, {k: v for k, v in values.items() if k.row_key != "granted"})
    assert len(reported(reading, "3")) >= 7 * 20


@pytest.mark.parametrize("corner", ["项目", "类别", ""])
def test_table_4_with_a_row_for_each_kind_of_case_on_one_line(corner: str) -> None:
    values = figures()
    parts = [part for part in printed(values) if part.table_no != "4"]
    names = "结果维持 结果纠正 其他结果 尚未审结 总计"
    rows = {
        "review": "行政复议",
        "suit_direct": "行政诉讼 未经复议直接起诉",
        "suit_after_review": "复议后起诉",
    }
    cells = [
        " ".join([label, *(v for k, v in values.items() if (k.table_no, k.row_key) == ("4", row))])
        for row, label in rows.items()
    ]
    line = " ".join([corner, names, *cells]).strip()
    text = report(parts, PLAIN["running"]).replace("五、存在", f"{HEADINGS['4']}\n{line}\n五、存在")
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_a_figure_that_runs_into_the_next_label_between_tabs_is_the_last_of_its_row() -> None:
    rows = [
        "二、上年结转政府信息公开申请数量\t\t5\t\t\t\t\t5",
        "三、本年度办理结果\t（一）予以公开\t\t4\t\t\t\t\t9",
    ]
    line = "".join(
        [
            "一、本年新收政府信息公开申请数量\t307\t122\t88\t126\t114\t5\t762",
            *rows,
            *["（二）部分公开\t1\t\t\t\t\t\t1"] * 2,
        ]
    )
    cut, numbers = unfold([line])
    assert "5 |" in cut and "三、本年度办理结果 |" in cut and "762 |" in cut
    assert numbers == [1] * len(cut)


def test_a_number_within_what_explains_a_label_is_no_figure() -> None:
    values = figures()
    text = report(printed(values), PLAIN["running"]).replace(
        "行政许可 ", "行政许可（指许可、 备案等 2 类事项） "
    )
    reading = read(text.replace("\n", " "))
    assert not wrong(reading, values)


def test_figures_with_commas_that_run_into_each_other_are_not_parted_by_these() -> None:
    values = {
        k: f"{4 + n},{101 + n}" if k.table_no == "4" else v for n, (k, v) in enumerate(figures().items())
    }
    own = [v for k, v in values.items() if k.table_no == "4"]
    names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    text = report([p for p in printed(values) if p.table_no != "4"], tsv)
    fourth = f"四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼\n{''.join(names * 3)}{''.join(own)}\n\n五、存在"
    reading = read(text.replace("五、存在", fourth))
    assert not wrong(reading, {k: v.replace(",", "") for k, v in values.items()})
