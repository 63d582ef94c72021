"""Pages as programs export them: words with properties, a page in one cell, tags over two lines, columns counted above a table."""

from __future__ import annotations

from unicodedata import east_asian_width

import pytest

from assets.extract.formats.blocks import without_tags
from assets.extract.formats.spans import without_spans
from assets.extract.headers.columnnames import column_matcher
from assets.extract.labelmatcher import row_matcher
from assets.extract.undone.frames.onecell import without_walls
from assets.extract.undone.lines.unfold import unfold
from schemas.form import CellKey
from tests.extract.printed import Rows, figures, printed, read, report, reported, status_of, wrong

VALUES = figures()
STYLE = '{style="font-family:仿宋_GB2312"}'


def width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)


def simple(rows: Rows, mark: str = "[{}]" + STYLE) -> list[str]:
    """A table whose columns a line of dashes shows, every word with properties."""
    cells = [[mark.replace("{}", cell, 1) if cell else "" for cell in row] for row in rows]
    count = max(map(len, cells))
    cells = [row + [""] * (count - len(row)) for row in cells]
    widths = [max(4, *(width(row[n]) for row in cells)) for n in range(count)]
    rule = "  " + " ".join("-" * w for w in widths)
    lines = [
        "  " + " ".join(c + " " * (w - width(c)) for c, w in zip(row, widths, strict=True)) for row in cells
    ]
    return [rule, *lines, rule]


def test_words_with_properties_keep_their_columns() -> None:
    reading = read(report(printed(VALUES), simple))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    blank = {**VALUES, CellKey("3", "granted", "research"): ""}
    reading = read(report(printed(blank), simple))
    assert not wrong(reading, blank)
    assert status_of(reading, "3", "granted", "research") == ["blank"]
    assert status_of(reading, "3", "granted", "total") == ["reported"]


def test_the_digits_of_a_figure_in_several_spans_are_one_figure() -> None:
    line = f'[4[7]{{lang="EN-US"}}8]{STYLE}  [1]{STYLE}[28]{{.x}} [5]'
    (found, *_) = without_spans([line, line, line])
    assert found.split() == ["478", "128", "[5]"]
    assert width(found.split("128")[0]) == width(line.split("[1]{", maxsplit=1)[0])


def test_brackets_without_properties_stay() -> None:
    lines = ["见[1]和[2]{3}", "[x]{y}", "a]{b}"]
    assert without_spans(lines) == lines


def page(lines: list[str]) -> list[str]:
    """The lines in the one cell of a drawn table."""
    most = max(map(width, lines))
    rule = "+" + "-" * (most + 2) + "+"
    return [rule, *(f"| {line}{' ' * (most - width(line))} |" for line in lines), rule]


def test_a_page_in_the_one_cell_of_a_table_is_read() -> None:
    inside = report(printed(VALUES), lambda rows: simple(rows, "{}"))
    reading = read("\n".join(page(inside.split("\n"))))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_table_whose_upper_border_shows_no_columns_keeps_its_walls() -> None:
    rows = [f"| 行 {n} |  {n}  |     |" for n in range(12)]
    rules = ["|------+-----+-----|"] * len(rows)
    ruled = [
        "+------------------+",
        *(line for pair in zip(rows, rules, strict=True) for line in pair),
        "+------------------+",
    ]
    bare = ["+------------------+", *rows, "+------------------+"]
    assert without_walls(ruled) == ruled
    assert without_walls(bare) == bare


def test_a_tag_may_end_on_the_next_line() -> None:
    lines = [
        '<table border="1"',
        ' width="9">',
        "<tr><td",
        'colspan="2">规章</td><td>1</td></tr>',
        "</table>",
    ]
    found, numbers = without_tags(lines)
    assert numbers is not None or len(found) == len(lines)
    assert any('<table border="1" width="9">' in line for line in found)
    assert any('<td colspan="2">' in line for line in found)
    sentence = ["a <b 5 and", "c> 6"]
    assert without_tags([*sentence, "</p>"])[0][:2] == sentence


def counted(rows: Rows) -> list[str]:
    """Rows between bars under the numbers of the columns, as a data frame prints them."""
    count = max(map(len, rows))
    head = ["", *map(str, range(count))]
    body = [[str(n), *row, *[""] * (count - len(row))] for n, row in enumerate(rows)]
    return ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *body)]


def test_the_numbers_of_columns_are_no_row_of_figures() -> None:
    text = report(printed(VALUES), counted)
    lines = [line for line in text.split("\n") if line.strip()]
    reading = read("\n".join(lines))
    assert not wrong(reading, VALUES)
    assert {key.table_no for key in reported(reading)} >= {"3"}


def joined(rows: Rows) -> list[str]:
    return ["| " + "  | ".join(" | ".join(row) for row in rows)]


def test_rows_of_one_line_with_room_around_the_cells() -> None:
    reading = read(report(printed(VALUES), joined))
    assert not wrong(reading, VALUES)
    assert {key for key in VALUES if key.table_no == "3"} <= reported(reading)
    short = {**VALUES, CellKey("3", "granted", "research"): ""}
    lines = joined(
        [row for part in printed(short) if part.table_no == "3" for row in [*part.header, *part.rows]]
    )
    assert not wrong(read(report(printed(short), joined)), VALUES)
    row = "| 一、本年新收政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |"
    assert unfold([row])[0] == [row]
    assert len(unfold(lines)[0]) > len(lines)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("法人或其他组织（商业企业）", "commercial"),
        ("法人或其他组织（其他）", "other_org"),
        ("法人或其他组织 科研机构", "research"),
        ("申请人情况-法人或其他组织-其他", "other_org"),
        ("申请人情况-总计", "total"),
        ("法人或其他组织（总计）", None),
        ("法人或其他组织 总计", None),
        ("法人或其他组织-合计", None),
        ("法人或其他组织（含商业企业）", None),
        ("法人或其他组织（不含其他）", None),
        ("法人或其他组织", None),
    ],
)
def test_a_column_is_named_below_its_group_only(text: str, key: str | None) -> None:
    match = column_matcher("2021", "3").match(text)
    assert (match.key if match else None) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("三、本年度办理结果 （一）予以公开", "granted"),
        ("三、本年度办理结果 （三）不予公开 1.属于国家秘密", "denied_state_secret"),
        ("三、本年度办理结果/（六）其他处理/3.其他", "other_misc"),
        ("三、本年度办理结果（总计）", "total_handled"),
        ("（五）不予处理 总计", None),
        ("（五）不予处理-总计", None),
        ("（三）不予公开-其他", None),
        ("（六）其他处理（总计）", None),
        ("（三）不予公开", None),
    ],
)
def test_a_row_is_named_below_its_group_only(text: str, key: str | None) -> None:
    match = row_matcher("2021", "3").match(text)
    assert (match.key if match else None) == key


def test_a_page_in_a_cell_of_a_page_in_a_cell_is_read() -> None:
    inside = report(printed(VALUES), lambda rows: simple(rows, "{}"))
    inner = [
        line.replace("+-", "+:").replace("-+", ":+") if "+" in line else line
        for line in page(inside.split("\n"))
    ]
    reading = read("\n".join(page(["页", *inner])))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
