"""Pages whose tags were left in the text: blocks on one line, words of paragraphs, merged cells that differ row by row."""

from __future__ import annotations

import pytest

from assets.extract.formats.blocks import without_tags
from tests.extract.printed import Rows, cells_of, figures, printed, read, report, reported, wrong

FORMS = pytest.mark.parametrize("form", ["2019", "2021"])


def one_line(rows: Rows) -> list[str]:
    cells = "".join(
        "<tr>" + "".join(f"<td><p>{c or '&nbsp;'}</p></td>" for c in row) + "</tr>" for row in rows
    )
    return [f'<table border="1" cellspacing="0"><tbody>{cells}</tbody></table>']


def page(form: str) -> str:
    """The report as a page on one line."""
    text = report(printed(figures(form), form), one_line)
    lines = [
        line if line.startswith("<table") else f'<p style="text-indent:2em">{line}</p>'
        for line in text.split("\n")
    ]
    return "<!DOCTYPE html><html><head><script>var a = '1<2'; // 三、收到</script></head><body>" + "".join(
        lines
    )


@FORMS
@pytest.mark.parametrize("escaped", [False, True])
def test_a_page_on_one_line_is_read_whole(form: str, escaped: bool) -> None:
    values = figures(form)
    text = page(form)
    reading = read("\n\n" + (f'let page = "{text}"'.replace('"', '\\"') if escaped else text))
    assert reported(reading) == set(values)
    assert not wrong(reading, values)
    assert {cell["line_start"] for cell in cells_of(reading).values()} == {3}
    (found,) = reading.reports
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)
    assert {s["section_no"] for s in reading.sections} >= {1, 2, 3, 4, 5, 6}
    told = [s["text"] for s in reading.sections if s["section_no"] not in (2, 3, 4)]
    assert told
    assert not [text for text in told if "var a" in text or "<" in text]


def test_lines_without_tags_are_left_alone() -> None:
    lines = ["小于5 <10件", "3<5>2", "", "行政许可 4"]
    assert without_tags(lines) == (lines, None)


def test_each_piece_has_the_number_of_its_line() -> None:
    lines = [
        "<div><p>一</p><p>二</p></div>",
        "<p>三",
        "四</p><br/>五",
        "<script>",
        "六 <p>七</p>",
        "</script>八",
    ]
    assert without_tags(lines) == (["一", "二", "三", "四", "五", "", "", "八"], [1, 1, 2, 3, 3, 4, 5, 6])


def test_a_table_keeps_its_tags_and_begins_a_line_with_every_row() -> None:
    table = "<p>上</p><table><tr><td><p>1</p></td></tr><tr><td><table><tr><td>2</td></tr></table></td></tr></table>下"
    pieces, _ = without_tags([table])
    assert pieces[0] == "上"
    assert pieces[-1] == "下"
    assert "".join(pieces[1:-1]) == table[len("<p>上</p>") : -1]
    assert sum("<tr" in piece for piece in pieces) == table.count("<tr") == 3


HEADER = (
    '<tr><td>信息内容</td><td>上一年项目数量</td><td colspan="2">本年增/减</td><td>处理决定数量</td></tr>'
)


def merged(row: str) -> dict[str, tuple[str, str]]:
    text = (
        "青岚县林业局2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n"
        f"<table><tr><td colspan=5>第二十条第（五）项</td></tr>{HEADER}{row}"
        '<tr><td>其他对外管理服务事项</td><td>7</td><td colspan="2">8</td><td>9</td></tr></table>'
    )
    cells = cells_of(read(text))
    return {k.col_key: (c["status"], c["raw"]) for k, c in cells.items() if k.row_key == "permits"}


def test_merged_cells_that_are_not_the_headers_are_placed_by_what_they_stand_under() -> None:
    row = '<tr><td>行政许可</td><td colspan="2">31</td><td>32</td><td>33</td></tr>'
    assert merged(row) == {
        "prev_items": ("reported", "31"),
        "change": ("reported", "32"),
        "decisions": ("reported", "33"),
    }


@pytest.mark.parametrize(
    "row",
    [
        '<tr><td>行政许可</td><td colspan="2"></td><td>32</td><td>33</td></tr>',  # which is the blank one?
        "<tr><td>行政许可</td><td>31</td><td></td><td>32</td><td>33</td></tr>",  # a cell too many
        '<tr><td>行政许可</td><td colspan="3">31</td><td>32</td><td>33</td></tr>',  # beyond the header
        '<tr><td>行政许可</td><td colspan="4">31</td></tr>',  # one figure under three headers
        '<tr><td colspan="2">行政许可</td><td>31</td><td>32</td><td>33</td></tr>',  # 31 under two headers
    ],
)
def test_merged_cells_that_leave_a_doubt_are_not_placed_by_count(row: str) -> None:
    read_as = merged(row)
    right = {"prev_items": "31", "change": "32", "decisions": "33"}
    if row.count("31") and 'colspan="4"' in row:
        assert {status for status, _ in read_as.values()} == {"uncertain"}
    assert all(status != "reported" or raw == right[key] for key, (status, raw) in read_as.items())


def test_what_docbook_marks_is_no_words_and_its_tables_stay_whole() -> None:
    lines = [
        "<article><para>",
        '  <emphasis role="strong">三、收到和处理政府信息公开申请情况</emphasis>',
        "</para>",
        "<informaltable><tgroup><row><entry><para>总计</para></entry>",
        "<entry><para>4</para></entry></row></tgroup></informaltable>",
    ]
    found, _ = without_tags(lines)
    written = [line.strip() for line in found if line.strip()]
    assert written == ["三、收到和处理政府信息公开申请情况", *lines[3:]]
