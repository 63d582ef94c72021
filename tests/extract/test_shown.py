"""HTML tables whose source holds what no reader of the page sees, and fields of a form that hold the figures."""

from __future__ import annotations

import pytest

from tests.extract.printed import cells_of, read

PAGE = (
    "青岚县林业局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n<table>\n"
    "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>\n"
    "<tr><td>规章</td>{}<td>0</td><td>7</td></tr>\n"
    "<tr><td>行政规范性文件</td><td>6</td><td>2</td><td>31</td></tr>\n</table>"
)


def first(cell: str) -> tuple[str, float | None]:
    """How the first cell of the row is read; the others stay what they are."""
    cells = {k: c for k, c in cells_of(read(PAGE.format(cell))).items() if k.row_key == "regulations"}
    row = {key.col_key: (c["status"], c["value"]) for key, c in cells.items()}
    assert (row["repealed"], row["in_force"]) == (("reported", 0), ("reported", 7))
    return row["issued"]


@pytest.mark.parametrize(
    "cell",
    [
        "<td>12<span style='display: none'>9</span></td>",
        "<td><span hidden>9</span>12</td>",
        "<td><i style='visibility:hidden'>9</i>12</td>",
        "<td>12<font style='font-size:0px'>9</font></td>",
        "<td>1<b></b>2<em class='tip sr-only'>9</em></td>",
        "<td><del>9</del>12</td>",
        "<td><s>9</s><ins>12</ins></td>",
        "<td><span style='text-decoration: line-through'>9</span>12</td>",
        "<td><!-- 9 -->12</td>",
        "<td>12<script>9</script></td>",
        "<td><ruby>12<rp>(</rp><rt>9</rt><rp>)</rp></ruby></td>",
        "<td><input value='12'></td>",
        "<td><input type=hidden value=9><input type=text value=12></td>",
        "<td>12<sup>9</sup></td>",
        "<td>12<sup><a href='#n'>[9]</a></sup></td>",
        "<td>12<em class='tooltip'>9</em></td>",
        "<td><span class='tip'>12</span></td>",
        "<td><textarea>12</textarea></td>",
        "<td><select><option>9<option selected>12</select></td>",
        "<td><select><option>12</option><option>9</option></select></td>",
        "<td style='display:none'>9</td><td>12</td>",
        "<td><span>1</span><span>2</span></td>",
        "<td style='font-size:0.9em;color:#fff'>12</td>",
    ],
)
def test_what_is_seen_is_the_figure(cell: str) -> None:
    assert first(cell) == ("reported", 12)


@pytest.mark.parametrize(
    "cell",
    [
        "<td>12<sup>[附]9</sup></td>",
        "<td>12<sub>9</sub></td>",
        "<td><math><msup><mn>12</mn><mn>9</mn></msup></math></td>",
        "<td><s>12</s></td>",
        "<td><s>1</s><s>2</s></td>",
        "<td>12<span style='color:#ffffff'>9</span></td>",
    ],
)
def test_what_leaves_a_doubt_is_no_figure(cell: str) -> None:
    assert first(cell) == ("unparsed", None)


@pytest.mark.parametrize(
    "cell", ["<td style='visibility:hidden'>12</td>", "<td><span hidden>12</span></td>", "<td><input></td>"]
)
def test_what_is_not_seen_is_blank(cell: str) -> None:
    assert first(cell) == ("blank", None)


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ("12<sub>9</sub>", ("unparsed", None)),
        ("12<sup>9</sup>", ("reported", 12)),
        ("~~9~~12", ("reported", 12)),
        ("<s>9</s>12", ("reported", 12)),
    ],
)
def test_marks_in_cells_between_bars(cell: str, read_as: tuple[str, float | None]) -> None:
    text = PAGE.format("<td>X</td>").replace("<table>\n", "").replace("</table>", "")
    text = (
        text.replace("<tr><td>", "| ")
        .replace("</td><td>", " | ")
        .replace("</td></tr>", " |")
        .replace("X", cell)
    )
    cells = {k.col_key: c for k, c in cells_of(read(text)).items() if k.row_key == "regulations"}
    assert (cells["issued"]["status"], cells["issued"]["value"]) == read_as


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ("<td>12<a href='#fn1'>[1]</a></td>", ("reported", 12)),
        ('<td>12<a href="#note">①</a></td>', ("reported", 12)),
        ("<td>12<a href='#fn1'>9</a></td>", ("unparsed", None)),
        ("<td><a href='#t12'>12</a></td>", ("reported", 12)),
        ("<td><a href='#t12'>[12]</a></td>", ("unparsed", None)),
        ("<td>12<a href='#'>（9）</a></td>", ("unparsed", None)),
        ("<td>&#x200b;12&shy;&#8203;</td>", ("reported", 12)),
    ],
)
def test_links_to_notes(cell: str, read_as: tuple[str, float | None]) -> None:
    assert first(cell) == read_as


@pytest.mark.parametrize(
    ("cell", "read_as"),
    [
        ("<td><table><tr><td>12</td></tr></table></td>", ("reported", 12)),
        ("<td><div><table><tbody><tr><td>12</td></tr></tbody></table></div></td>", ("reported", 12)),
        ("<td>1<table><tr><td>2</td></tr></table></td>", ("unparsed", None)),
    ],
)
def test_a_frame_in_a_cell(cell: str, read_as: tuple[str, float | None]) -> None:
    assert first(cell) == read_as


@pytest.mark.parametrize(
    ("small", "expected"),
    [
        ("<sup>0</sup>", ("reported", 0)),
        ("<sub>127</sub>", ("reported", 127)),
        ("<sup>1</sup>", ("unparsed", None)),
        ("<sup>[1]</sup>", ("unparsed", None)),
    ],
)
def test_small_letters_alone_in_their_cell(small: str, expected: tuple[str, float | None]) -> None:
    """A figure that a page sets small is one; what may be the mark of a note beside a blank is neither."""
    assert first(f"<td>{small}</td>") == expected
    rows = [
        "信息内容|本年制发件数|本年废止件数|现行有效件数",
        "---|---|---|---",
        f"规章|{small}|0|7",
        "行政规范性文件|6|2|31",
    ]
    text = "\n".join([*PAGE.split("\n")[:2], "", *(f"|{row}|" for row in rows), ""])
    cells = {k: c for k, c in cells_of(read(text)).items() if k.row_key == "regulations"}
    found = next(c for key, c in cells.items() if key.col_key == "issued")
    assert (found["status"], found["value"]) == expected
