"""Several reports in a file, texts that are none, and the form that the printed tables decide."""

from __future__ import annotations

import pytest

from tests.extract.printed import GRIDS, TITLE, codes, figures, printed, read, report, reported, wrong
from tests.extract.titled import SIGNATURE, TEXT, VALUES
from tests.turns import in_turn

UNSIGNED = TEXT.replace(SIGNATURE, "")


def test_two_agencies_in_a_file() -> None:
    shifted = figures(first=501)
    second = report(printed(shifted), GRIDS["closed"], "云溪市水务局2022年政府信息公开工作年度报告")
    reading = read(TEXT + "\n" + second)
    assert [r["agency"] for r in reading.reports] == ["青岚县林业局", "云溪市水务局"]
    assert "several-reports" in codes(reading)
    by_report = [[c for c in reading.cells if c["report_id"] == r["report_id"]] for r in reading.reports]
    cut = TEXT.count("\n")
    assert all(c["line_end"] <= cut for c in by_report[0]) and all(
        c["line_start"] > cut for c in by_report[1]
    )
    for values, cells in zip((VALUES, shifted), by_report, strict=True):
        assert [float(v) for v in values.values()] == [c["value"] for c in cells]


def test_two_years_in_a_file() -> None:
    old = figures("2019", first=501)
    title = TITLE.replace("2022", "2020")
    reading = read(TEXT + report(printed(old, "2019"), GRIDS["tsv"], title))
    assert [(r["report_year"], r["form"]) for r in reading.reports] == [(2022, "2021"), (2020, "2019")]
    assert len(reading.cells) == len(VALUES) + len(old)


def test_figures_of_the_second_report_do_not_fill_the_first() -> None:
    first = report([p for p in printed(VALUES) if p.table_no != "3"], GRIDS["tsv"])
    second = TEXT.replace("青岚县林业局", "云溪市水务局").replace("\t1", "\t9")
    reading = read(first + second)
    mine = [c for c in reading.cells if c["report_id"] == reading.reports[0]["report_id"]]
    for cell in mine:
        assert cell["table_no"] != "3" or cell["status"] != "reported"


@pytest.mark.parametrize("head", ["青岚县林业局2022年政府信息公开工作年度报告", "政府信息公开工作年度报告"])
def test_a_running_head_starts_no_report(head: str) -> None:
    lines = TEXT.split("\n")
    for at in (60, 45, 30, 20):
        lines.insert(at, head)
    reading = read("\n".join(lines))
    assert len(reading.reports) == 1
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) > 100


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not-a-report"),
        ("\n\n", "not-a-report"),
        ("今天开会，讨论政府信息公开工作。\n", "not-a-report"),
        ("行政许可\t5\n行政处罚\t6\n", "not-a-report"),
        (
            "政府网站工作年度报表\n（2022年度）\n填报单位：青岚县林业局\n独立用户访问总量\t12345\n",
            "website-form",
        ),
    ],
)
def test_what_is_no_report(text: str, code: str) -> None:
    reading = read(text)
    assert (reading.reports, reading.cells) == ([], [])
    assert codes(reading) == {code}


def test_an_annex_of_before_2019_has_no_cells() -> None:
    text = (
        "青岚县林业局2017年政府信息公开工作年度报告\n\n一、概述\n二、主动公开政府信息情况\n"
        "三、依申请公开情况\n\n附件 政府信息公开情况统计表\n统计指标\t单位\t统计数\n"
        "一、主动公开情况\t——\t\n（一）主动公开政府信息数\t条\t311\n其中：主动公开规范性文件数\t条\t4\n"
        "三、行政复议数量\t件\t2\n"
    )
    reading = read(text)
    assert reading.cells == []
    assert codes(reading) == {"old-form", "old-annex"}
    assert reading.reports[0]["report_year"] == 2017


def test_the_printed_tables_decide_the_form() -> None:
    values = figures("2019")
    reading = read(report(printed(values, "2019"), GRIDS["tsv"]))
    assert (reading.reports[0]["form"], reading.reports[0]["form_source"]) == ("2019", "printed")
    assert "form-not-of-year" in codes(reading)


@pytest.mark.parametrize("gap", [0, 2])
def test_tables_of_another_year_below_the_head_of_a_page_are_no_report(gap: int) -> None:
    """The title heads every page, and an appendix prints last year's tables after table 4 of the report."""
    head = ["", "— 2 —", "青岚县林业局2022年政府信息公开工作年度报告", ""] + [""] * gap
    lines = report(printed(figures()), GRIDS["closed"]).split("\n")
    at = next(n for n, line in enumerate(lines) if line.startswith("四、"))
    first = next(n for n, line in enumerate(lines) if line.startswith("二、"))
    paged = [*lines[:first], *head, *lines[first:at], *head, *lines[at:], "附件：2021年统计表（供对照）", ""]
    old = report([part for part in printed(figures(first=501)) if part.table_no != "2"], GRIDS["closed"])
    table_3 = old.split("\n")
    start = next(n for n, line in enumerate(table_3) if line.startswith("三、"))
    reading = read("\n".join([*paged, "2021年收到和处理政府信息公开申请情况", *table_3[start + 1 :]]))
    assert len(reading.reports) == 1
    assert not wrong(reading, figures())
    again = read("\n".join(paged) + "\n" + report(printed(figures(first=501)), GRIDS["closed"]))
    assert len(again.reports) == 2


def _with_a_list_of_three_years(head: str, rows: tuple[str, ...]) -> list[str]:
    """A report whose overview lists rows of table 3 for three years, and whose pages are headed in sections 2, 3 and 5."""
    lines = [line for line in report(printed(figures()), GRIDS["tsv"]).split("\n") if line != TITLE]
    listed = ["近三年申请办理情况对比", "指标\t2020年\t2021年\t2022年"]
    first = next(n for n, line in enumerate(lines) if line.startswith("二、主动公开"))
    lines[first:first] = listed + [f"{row}\t99\t199\t133" for row in rows]
    for mark in ("五、存在", "三、收到", "二、主动公开"):
        at = next(n for n, line in enumerate(lines) if line.startswith(mark))
        lines.insert(at + 1, head)
    return [TITLE, *lines]


@pytest.mark.parametrize("head", ["政府信息公开工作年度报告", TITLE])
@pytest.mark.parametrize(
    "rows", [("结转下年度继续办理",), ("上年结转政府信息公开申请数量", "结转下年度继续办理")]
)
def test_rows_of_table_3_in_the_overview_make_a_running_head_no_title(
    head: str, rows: tuple[str, ...]
) -> None:
    lines = _with_a_list_of_three_years(head, rows)
    reading = read("\n".join(lines))
    assert [(r["agency"], r["report_year"]) for r in reading.reports] == [("青岚县林业局", 2022)]
    assert not wrong(reading, figures())
    assert len(reported(reading)) > 100


def test_a_second_report_behind_such_a_list_is_one() -> None:
    """Its bare title is the first one's running head, but its sections and its tables begin anew."""
    head = "政府信息公开工作年度报告"
    lines = _with_a_list_of_three_years(head, ("结转下年度继续办理",))
    shifted = figures(first=501)
    second = report(printed(shifted), GRIDS["closed"], head + "\n云溪市水务局")
    reading = read("\n".join([*lines, second]))
    assert len(reading.reports) == 2
    cells = [c for c in reading.cells if c["report_id"] == reading.reports[1]["report_id"]]
    assert {c["value"] for c in cells} == {float(v) for v in shifted.values()}


def test_two_reports_whose_sections_have_no_headings() -> None:
    parts = [
        [
            line
            for line in report(printed(figures(first=first)), GRIDS["closed"], title).split("\n")
            if "、" not in line[:2]
        ]
        for first, title in ((1, TITLE), (501, "云溪市水务局2022年政府信息公开工作年度报告"))
    ]
    assert len(read("\n".join(parts[0] + parts[1])).reports) == 2


@pytest.mark.parametrize(("form", "decided"), [("2019", ("2019", "printed")), ("2021", ("2021", "printed"))])
def test_labels_without_readable_figures_decide_the_form(form: str, decided: tuple[str, str]) -> None:
    """One label to a line, all figures elsewhere: no cell is read, but the form is the one that is printed."""
    parts = printed(figures(form), form)
    labels = [cell for p in parts for row in (*p.header, *(r[:1] for r in p.rows)) for cell in row if cell]
    labels = [label for label in labels if not label.isdigit()]
    reading = read(
        "\n".join(
            [TITLE, "一、总体情况", "二、主动公开政府信息情况", *labels, "三、收到和处理政府信息公开申请情况"]
        )
    )
    assert not reported(reading)
    assert (reading.reports[0]["form"], reading.reports[0]["form_source"]) == decided


@pytest.mark.parametrize("label", ["本年新公开数量", "采购总金额", "政府集中采购"])
def test_a_label_that_prose_names_decides_no_form(label: str) -> None:
    reading = read(f"{TITLE}\n一、总体情况\n{label}为三百件。\n二、主动公开政府信息情况\n见附件。\n")
    assert (reading.reports[0]["form"], reading.reports[0]["form_source"]) == ("2021", "year")


LISTS = [
    "附件：1.云溪市水务局2022年政府信息公开工作年度报告\n2.云溪市财政局2022年政府信息公开工作年度报告\n",
    "附件：1. 云溪市水务局2022年政府信息公开工作年度报告\n      2. 云溪市财政局2022年政府信息公开工作年度报告\n\n",
    "附件：\n1.云溪市水务局2022年政府信息公开工作年度报告\n2.云溪市财政局2022年政府信息公开工作年度报告\n",
    "云溪市水务局2022年政府信息公开工作年度报告\n云溪市财政局2022年政府信息公开工作年度报告\n",
    "附件：云溪市水务局2022年政府信息公开工作年度报告\n云溪市财政局2022年政府信息公开工作年度报告\n",
]


@in_turn
@pytest.mark.parametrize("signed", ["青岚县林业局\n2023年1月31日\n", ""])
@pytest.mark.parametrize("listed", LISTS)
def test_what_a_report_appends_are_reports(listed: str, signed: str) -> None:
    values = [figures(first=first) for first in (301, 601)]
    of = [f"云溪市{body}2022年政府信息公开工作年度报告" for body in ("水务局", "财政局")]
    appended = [report(printed(each), GRIDS["tsv"], title) for each, title in zip(values, of, strict=True)]
    reading = read(f"{UNSIGNED}{listed}{signed}附件1\n{appended[0]}附件2\n{appended[1]}")
    assert [r["agency"] for r in reading.reports] == ["青岚县林业局", "云溪市水务局", "云溪市财政局"]
    assert [r["reported"] for r in reading.reports] == [len(VALUES)] * 3
    assert reading.reports[0]["signature"] == ("青岚县林业局" if signed else None)


@pytest.mark.parametrize("listed", LISTS)
def test_a_list_of_what_is_not_appended_starts_no_report(listed: str) -> None:
    reading = read(TEXT + listed)
    assert [r["agency"] for r in reading.reports] == ["青岚县林业局"]
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("day", ["2023年1月20日", "二〇二三年一月二十日", "　　　　二〇二三年一月十五日"])
@pytest.mark.parametrize("title", [TITLE, f"《{TITLE}》", "青岚县林业局二〇二二年政府信息公开\n工作年度报告"])
def test_the_day_of_the_first_print_is_no_line_of_the_seconds_title(day: str, title: str) -> None:
    text = TEXT.replace(TITLE, title).replace("2023年1月20日", day)
    reading = read(f"{text}\n\n{text}")
    assert [(r["agency"], r["report_year"]) for r in reading.reports] == [("青岚县林业局", 2022)]
    assert not wrong(reading, VALUES)
    # the same agency's report of another year is another report
    other = title.replace("2022", "2021").replace("二二年", "二一年")
    years = [r["report_year"] for r in read(f"{text}\n\n{text.replace(title, other)}").reports]
    assert years == [2022, 2021]
