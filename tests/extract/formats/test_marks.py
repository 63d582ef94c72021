"""Marks of mails, scanners and word processors in the lines of a report."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.extract.printed import GRIDS, PLAIN, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
TEXTS = {name: report(PARTS, render) for name, render in {**GRIDS, **PLAIN}.items()}
QUOTED = ("tsv", "tab_cells", "closed", "grid", "html", "running", "one_a_line")


@in_turn
@pytest.mark.parametrize("name", QUOTED)
@pytest.mark.parametrize("mark", ["> ", ">> "])
def test_quoted_mail(name: str, mark: str) -> None:
    text = "\n".join(mark + line for line in TEXTS[name].split("\n"))
    reading, plain = read(text), read(TEXTS[name])
    assert reported(reading) == reported(plain)
    assert not wrong(reading, VALUES)
    assert [c["line_start"] for c in reading.cells] == [c["line_start"] for c in plain.cells]
    assert [r["agency"] for r in reading.reports] == [r["agency"] for r in plain.reports]


def _bars(bar: str) -> Callable[[str], str]:
    return lambda text: text.replace("|", bar)


@in_turn
@pytest.mark.parametrize("bar", ["¦", "丨", "｜"])
@pytest.mark.parametrize("name", ["closed", "leading", "trailing", "compact"])
def test_bars_as_a_scanner_reads_them(name: str, bar: str) -> None:
    reading = read(_bars(bar)(TEXTS[name]))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


def test_ends_of_word_cells() -> None:
    reading = read(TEXTS["tsv"].replace("\t", "\x07"))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


def test_a_line_that_begins_with_a_sign_is_no_mail() -> None:
    text = TEXTS["tsv"].replace("全年工作平稳", "> 全年工作平稳")
    assert any("> 全年" in section["text"] for section in read(text).sections)


@pytest.mark.parametrize(
    "link", ["[{}](http://a.gov.cn/1_2.html)", "[{}](javascript:void(0))", '![](/i.png)[{}](#7 "9")']
)
def test_figures_that_are_links(link: str) -> None:
    text = re.sub(r"(?<=\| )[0-9]+(?= \|)", lambda found: link.format(found[0]), TEXTS["closed"])
    assert link.format("150") in text
    reading = read(text)
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)


@pytest.mark.parametrize("cell", ["150[1](#n1)", "[15](#a)[0](#b)", "[15](#a)0", "1[5](#a)[^0]"])
def test_a_link_beside_digits_is_none_of_the_figure(cell: str) -> None:
    reading = read(TEXTS["closed"].replace(" 150 ", f" {cell} "))
    assert not wrong(reading, VALUES)
    assert len(reported(reading)) == len(VALUES) - 1


@pytest.mark.parametrize("name", QUOTED)
def test_a_mark_of_a_note_costs_its_own_cell_at_most(name: str) -> None:
    """366② may be 366 with a note or 3662: its cell is not known. 366* is 366. The cells beside them are known."""
    keys = [key for key in VALUES if key.table_no == "3" and key.row_key in ("granted", "total_handled")]
    unknown, known = keys[2], keys[5]
    text = report(
        printed(VALUES | {unknown: f"{VALUES[unknown]}②", known: f"{VALUES[known]}*"}),
        {**GRIDS, **PLAIN}[name],
    )
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES) - {unknown}


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("# {} {{#{}}}", "## {} {{#sec-2 .unnumbered}}"),
        ("# []{{#_Toc12 .anchor}}{}", "## {}"),
        ("h1(#{}). {}", "h2(#二). {}"),
    ],
)
def test_names_of_headings_are_no_part_of_them(title: str, section: str) -> None:
    text = TEXTS["closed"].replace("2022年政府", "\n2022年政府", 1)
    lines = text.split("\n")
    lines = [
        title.format(*[line] * title.count("{}"))
        if n < 2
        else section.format(line)
        if line.startswith(("一、总", "二、主", "三、收", "四、政", "五、存", "六、其"))
        else line
        for n, line in enumerate(lines)
    ]
    reading, plain = read("\n".join(lines)), read(text)
    assert reading.reports[0]["agency"] == plain.reports[0]["agency"]
    assert reading.reports[0]["agency_source"] == "title"
    assert reported(reading) == set(VALUES)


@pytest.mark.parametrize("quotes", ["'''", "''", "'''''"])
def test_a_title_in_bold(quotes: str) -> None:
    """MediaWiki sets quotes about what stands in bold or slanted letters."""
    title = f"{quotes}青岚县林业局{quotes}\n\n{quotes}2022年政府信息公开工作年度报告{quotes}"
    (said,) = read(report(PARTS, GRIDS["tsv"], title=title).replace("\n青岚县林业局\n", "\n")).reports
    assert (said["agency"], said["report_year"]) == ("青岚县林业局", 2022)


@pytest.mark.parametrize("drawn", ["* * *", "***"])
@pytest.mark.parametrize("name", ["running", "one_a_line"])
def test_lines_drawn_across_the_page_are_no_cells(name: str, drawn: str) -> None:
    text = TEXTS[name].replace("\n\n五、", f"\n\n{drawn}\n\n五、").replace("\n\n三、", f"\n\n{drawn}\n\n三、")
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == reported(read(TEXTS[name]))


@pytest.mark.parametrize("mark", ["> ", ">", "＞ ", "> > "])
@pytest.mark.parametrize("table_no", ["2", "3", "4"])
def test_one_quoted_table_of_a_text_that_is_not(mark: str, table_no: str) -> None:
    parts = printed(VALUES)
    quoted = report([part for part in parts if part.table_no == table_no], GRIDS["markdown"]).split("\n")
    rows = {line for line in quoted if line.startswith("|")}
    lines = report(parts, GRIDS["markdown"]).split("\n")
    found = read("\n".join(mark + line if line in rows else line for line in lines))
    assert not wrong(found, VALUES)
    assert reported(found) == set(VALUES)


def test_a_quoted_table_of_another_year_is_not_the_reports() -> None:
    parts = printed(VALUES)
    own = report(parts, GRIDS["markdown"])
    others = printed(figures(first=501))
    old = GRIDS["markdown"]([row for p in others if p.table_no == "4" for row in [*p.header, *p.rows]])
    quoted = "\n".join(f"> {line}" for line in ["2021年政府信息公开行政复议、行政诉讼情况：", "", *old])
    found = read(own.replace("五、存在", f"{quoted}\n\n五、存在"))
    assert not wrong(found, VALUES)
