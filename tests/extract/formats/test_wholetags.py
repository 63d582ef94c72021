"""Tags and cells of markup that go over lines: the header is read as far as it reaches, captions are whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import pytest

from assets.extract.formats.blocks import without_tags
from assets.extract.formats.wholetags import with_whole_tags
from tests.extract.printed import (
    HEADINGS,
    Part,
    Rows,
    cells_of,
    figures,
    printed,
    read,
    report,
    reported,
    wrong,
)

VALUES = figures()
LAST = {key: str(5000 + n) for n, key in enumerate(VALUES)}
GLOSS = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
ORGANISATIONS = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]


def total_first(part: Part) -> Part:
    """Table 3 with its last column before the others, below a header of three rows."""
    if part.table_no != "3":
        return part
    header = [
        [GLOSS, "申请人情况", *[""] * 6],
        ["", "总计", "自然人", "法人或其他组织", *[""] * 4],
        [*[""] * 3, *ORGANISATIONS],
    ]
    return replace(part, header=header, rows=[[row[0], row[-1], *row[1:-1]] for row in part.rows])


def word(rows: Rows) -> list[str]:
    """As a word processor saves a page: the style of each cell goes on in the next line."""
    lines = ["<table class=MsoNormalTable border=1", " style='border-collapse:collapse'>"]
    for row in rows:
        lines.append(" <tr>")
        for cell in row:
            lines += [
                "  <td width=62 valign=top nowrap style='width:46.5pt;border:solid;",
                "  padding:0cm 5.4pt 0cm 5.4pt'>",
                "  <p class=MsoNormal align=center style='text-align:center'><span",
                f"  style='font-size:12.0pt;font-family:\"仿宋\"'>{cell}</span></p>",
                "  </td>",
            ]
        lines.append(" </tr>")
    return [*lines, "</table>"]


def formatted(rows: Rows) -> list[str]:
    """As a formatter of sources breaks it: each property on its line, the end of a tag below its name."""
    lines = ["<table>", "  <tbody>"]
    for row in rows:
        lines.append("    <tr>")
        for cell in row:
            lines += [
                "      <td",
                '        class="c"',
                '        width="9"',
                "      >",
                "        <span",
                '          id="s"',
            ]
            lines += [f"          >{cell}</span", "        >", "      </td", "      >", ""]
        lines.append("    </tr>")
    return [*lines, "  </tbody>", "</table>"]


def entries(rows: Rows) -> list[str]:
    """As DocBook has it, the words on a line of their own, blank cells with nothing between their tags."""
    lines = ["<informaltable>", '  <tgroup cols="8">', "    <tbody>"]
    for row in rows:
        lines.append("      <row>")
        for cell in row:
            lines += ["        <entry>", *([f"          {cell}"] if cell else []), "        </entry>"]
        lines.append("      </row>")
    return [*lines, "    </tbody>", "  </tgroup>", "</informaltable>"]


def upright(rows: Rows) -> list[str]:
    """Every letter of the header on a line of its own, a blank one between any two."""
    head = [["<br>\n&nbsp;<br>\n".join(cell) for cell in row] for row in rows[:3]]
    cells = ["<tr>" + "\n".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in [*head, *rows[3:]]]
    return "\n".join(["<table>", *cells, "</table>"]).split("\n")


def test_a_header_of_upright_letters_is_read() -> None:
    parts = [part for part in map(total_first, printed(VALUES)) if part.table_no == "3"]
    reading = read(report(parts, upright))
    assert not wrong(reading, VALUES)
    assert reported(reading, "3") == {key for key in VALUES if key.table_no == "3"}


@pytest.mark.parametrize("render", [word, formatted, entries])
def test_a_header_is_read_however_far_its_lines_reach(render: Callable[[Rows], list[str]]) -> None:
    text = report(map(total_first, printed(VALUES)), render)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    lines = text.split("\n")
    assert all(VALUES[key] in lines[cell["line_start"] - 1] for key, cell in cells_of(reading).items())


@pytest.mark.parametrize("render", [word, formatted, entries])
def test_the_form_s_own_order_is_read_as_before(render: Callable[[Rows], list[str]]) -> None:
    reading = read(report(printed(VALUES), render))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def spans(*pieces: str) -> list[str]:
    """A paragraph whose words and figures have spans of their own, the tags of which go over lines."""
    lines = ["<p class=MsoNormal>"]
    for piece in pieces:
        lines[-1] += "<span"
        lines.append(f"  style='font-size:12.0pt'>{piece}</span>")
    return [*lines[:-1], f"{lines[-1]}</p>", ""]


def test_a_caption_in_pieces_says_whose_table_it_is() -> None:
    caption = spans("上年（", "2021", "年）政府信息公开申请情况回顾：")
    own = spans("2022", "年工作情况如下。")
    last = [row for part in printed(LAST) if part.table_no == "3" for row in [*part.header, *part.rows]]
    text = report(printed(VALUES), word).replace(
        "全年工作平稳", "\n".join(["", *caption, *word(last), "", *own, "全年工作平稳"])
    )
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_last_year_s_table_alone_is_not_this_year_s() -> None:
    caption = spans("附：", "2021", "年度（上年）行政复议、行政诉讼情况")
    last = [row for part in printed(LAST) if part.table_no == "4" for row in [*part.header, *part.rows]]
    parts = [part for part in printed(VALUES) if part.table_no != "4"]
    text = report(parts, word).replace("没有其他事项。", "\n".join(["没有其他事项。", *caption, *word(last)]))
    text = text.replace("五、存在", f"{HEADINGS['4']}\n本年度没有发生。\n五、存在")
    assert not wrong(read(text), {key: value for key, value in VALUES.items() if key.table_no != "4"})


def test_rows_in_a_comment_are_not_seen() -> None:
    parts = printed(VALUES)
    unseen = [row for part in printed(LAST) if part.table_no == "3" for row in [*part.header, *part.rows]]
    text = report(parts, word).replace(
        HEADINGS["3"], "\n".join([HEADINGS["3"], "<!--", *word(unseen), "-->"])
    )
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    remark = ["<p>一</p>", "<!-- 页 -->", "<p>二</p>", "<!-- <td>", "<p>三</p>"]
    assert "".join(without_tags(remark)[0]).endswith("三")


@pytest.mark.parametrize(
    "lines",
    [
        ["a <b 5 and", "c> 6"],
        ["小于5 <10件", "大于 9> 3"],
        ["<td 上年", "本年>"],
        ["<p class='a", "<b>七</b>'>"],
        ["<td", *["  align=center"] * 40, ">"],
    ],
)
def test_what_is_no_tag_keeps_its_lines(lines: list[str]) -> None:
    assert with_whole_tags(lines) == (lines, list(range(1, len(lines) + 1)))


def test_words_keep_the_number_of_their_line() -> None:
    lines = ["<p", "class=a>一", "二<span", "lang=EN>3</span", ">四<br", "/>五", "</p>"]
    found, numbers = with_whole_tags(lines)
    assert list(zip(found, numbers, strict=True)) == [
        ("<p class=a>", 1),
        ("一", 2),
        ("二<span lang=EN>3</span>四<br />", 3),
        ("五", 6),
        ("</p>", 7),
    ]


def test_several_lines_of_one_cell_stay_lines() -> None:
    lines = ["<table>", "<tr>", "<td>", "自然", "人", "</td>", "<td></td>", "</tr>", "</table>"]
    found, numbers = without_tags(lines)
    assert found == ["<table><tr><td>自然", "人</td>", "<td></td></tr></table>"]
    assert numbers == [4, 5, 7]


def test_many_open_marks_take_no_time() -> None:
    lines = ["<td style='" + "a" * 200] * 4000
    assert with_whole_tags(lines)[0] == lines
    assert list(islice(with_whole_tags(["<" * 5000, "x" * 5000])[0], 1))
