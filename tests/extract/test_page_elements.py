"""What programs found on pages, listed in JSON; elements with the names of a page's; characters by their numbers."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from assets.extract.formats.elements import as_paragraphs
from assets.extract.formats.ownelements import with_names_of_page
from tests.extract.printed import (
    Rows,
    cells_of,
    figures,
    html,
    printed,
    read,
    report,
    reported,
    running,
    wrong,
)
from tests.turns import in_turn

Record = dict[str, object]


def _records(
    text: str, table: Callable[[str, str], Record], paragraph: Callable[[str], Record]
) -> list[Record]:
    """A record for each paragraph and each table of a report whose tables are those of a page."""
    made: list[Record] = []
    inside: list[str] = []
    for line in text.split("\n"):
        if inside or line == "<table>":
            inside.append(line)
            if line == "</table>":
                words = " ".join(inside).replace("<td>", " ")
                made.append(table("".join(inside), words))
                inside = []
        elif line:
            made.append(paragraph(line))
    return made


_WAYS: dict[str, tuple[Callable[[str, str], Record], Callable[[str], Record]]] = {
    "elements": (
        lambda page, words: {
            "type": "Table",
            "text": words.replace("<table>", "").replace("<tr>", ""),
            "metadata": {"text_as_html": page, "page_number": 1, "languages": ["zho"]},
        },
        lambda text: {
            "type": "NarrativeText",
            "element_id": "91f5",
            "text": text,
            "metadata": {"page_number": 1},
        },
    ),
    "content list": (
        lambda page, _: {"type": "table", "table_body": page, "table_caption": [], "page_idx": 0},
        lambda text: {"type": "text", "text": text, "page_idx": 0},
    ),
    "blocks": (
        lambda page, _: {"block_label": "table", "block_content": page, "block_bbox": [1, 2, 300, 400]},
        lambda text: {"block_label": "text", "block_content": text, "block_bbox": [10, 20, 30, 40]},
    ),
}


@in_turn
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("inside", [False, True])
@pytest.mark.parametrize("way", _WAYS)
def test_records_of_paragraphs_and_tables(way: str, inside: bool, indent: int | None) -> None:
    values = figures()
    records: object = _records(report(printed(values), html), *_WAYS[way])
    document = {"version": "1.0", "elements": records} if inside else records
    reading = read(json.dumps(document, ensure_ascii=inside, indent=indent))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)
    (found,) = reading.reports
    assert (found["agency"], found["report_year"]) == ("青岚县林业局", 2022)


def test_figures_keep_the_line_of_their_record() -> None:
    values = figures()
    text = json.dumps(
        _records(report(printed(values), html), *_WAYS["elements"]), ensure_ascii=False, indent=1
    )
    lines = text.split("\n")
    at = cells_of(read(text))[next(key for key in values if key.table_no == "3")]["line_start"]
    assert "text_as_html" in lines[at - 1] and "自然人" in lines[at - 1]


@pytest.mark.parametrize(
    "document",
    [
        {"自然人": 3, "总计": 4},
        [{"项目": "规章", "本年制发件数": 1}] * 6,
        [["规章", "1"], ["文件", "2"]],
    ],
)
def test_records_of_figures_are_no_paragraphs(document: object) -> None:
    lines = json.dumps(document, ensure_ascii=False, indent=1).split("\n")
    assert as_paragraphs(lines) == (lines, None)


def _own(prefix: str) -> Callable[[Rows], list[str]]:
    def render(rows: Rows) -> list[str]:
        lines = [f'<{prefix}table rows="{len(rows)}" column-widths="100,100">']
        for row in rows:
            lines += [
                f"  <{prefix}tr>",
                *(f"    <{prefix}td>\n      {cell}\n    </{prefix}td>" for cell in row),
            ]
            lines.append(f"  </{prefix}tr>")
        return [*lines, f"</{prefix}table>"]

    return render


@in_turn
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("prefix", ["lark-", "x:", "doc_"])
def test_elements_with_a_name_before_that_of_a_page(prefix: str, form: str) -> None:
    values = figures(form)
    reading = read(report(printed(values, form), _own(prefix)))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_widths_and_heights_go_by_the_names_of_a_page() -> None:
    text = '<a-tr><a-td col-span="2" row_span = "3">规章</a-td></a-tr>'
    assert with_names_of_page(text) == '<tr><td colspan="2" rowspan = "3">规章</td></tr>'


@pytest.mark.parametrize("text", ["<my-trend>规章</my-trend>", "<table-row>规章</table-row>", "a<b-tr 3"])
def test_other_elements_stay(text: str) -> None:
    assert with_names_of_page(text) == text


def test_a_page_in_ascii_alone() -> None:
    values = figures()
    page = "".join(
        f"<p>{line}</p>" if "<" not in line else line for line in report(printed(values), html).split("\n")
    )
    reading = read(json.dumps({"code": 200, "data": {"id": 5, "content": page}}))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_running_text_is_untouched() -> None:
    lines = report(printed(figures()), running).split("\n")
    assert as_paragraphs(lines) == (lines, None)


@pytest.mark.parametrize("name", ["tc", "cell", "TC"])
def test_cells_of_a_name_of_their_own_in_rows_of_a_page(name: str) -> None:
    text = f'<table>\n<tr id="1"><{name} rowspan="2">规章</{name}><{name}>4</{name}></tr>\n</table>'
    assert with_names_of_page(text) == text.replace(name, "td")


def test_what_stands_around_such_rows_is_their_table() -> None:
    text = "<tbl>\n<tr><tc>规章</tc><tc>4</tc></tr>\n</tbl>"
    assert with_names_of_page(text) == text.replace("tbl", "table").replace("tc", "td")


@pytest.mark.parametrize(
    "text",
    [
        "<tr><td>规章</td><tc>4</tc></tr>",
        "<tbl><tr><td>规章</td></tr></tbl>",
        "<row><tc>规章</tc></row>",
        "<tr><w:tc>规章</w:tc></tr>",
        "<tr><tc.x>规章</tc.x></tr>",
    ],
)
def test_other_elements_keep_their_names(text: str) -> None:
    assert with_names_of_page(text) == text
