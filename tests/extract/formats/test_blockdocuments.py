"""Documents of pandoc's blocks (assets/extract/formats/blockdocuments.py)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assets.extract.formats.blockdocuments import with_blocks_as_page
from schemas.form import CellKey
from tests.extract.printed import HEADINGS, TITLE, Rows, figures, printed, read, reported, status_of, wrong

VALUES = figures()
NO_ATTRIBUTES = ["", [], []]
ROWS = {
    no: [row for part in printed(VALUES) if part.table_no == no for row in (*part.header, *part.rows)]
    for no in HEADINGS
}


def words(text: str) -> list[dict[str, Any]]:
    return [{"t": "Str", "c": text}] if text else []


def para(text: str, kind: str = "Para") -> dict[str, Any]:
    return {"t": kind, "c": words(text)}


def cell(text: str, width: int = 1) -> list[Any]:
    return [NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, width, [para(text, "Plain")] if text else []]


def table(rows: Rows) -> dict[str, Any]:
    own = [[NO_ATTRIBUTES, [cell(text) for text in row]] for row in rows]
    widths = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in rows[0]]
    return {
        "t": "Table",
        "c": [
            NO_ATTRIBUTES,
            [None, []],
            widths,
            [NO_ATTRIBUTES, own[:1]],
            [[NO_ATTRIBUTES, 0, [], own[1:]]],
            [NO_ATTRIBUTES, []],
        ],
    }


def old_table(rows: Rows) -> dict[str, Any]:
    own = [[[para(text, "Plain")] if text else [] for text in row] for row in rows]
    sides = [{"t": "AlignDefault"} for _ in rows[0]]
    return {"t": "Table", "c": [[], sides, [0.0] * len(sides), [[] for _ in rows[0]], own]}


def blocks(make: Any = table, values: dict[str, Rows] = ROWS) -> list[dict[str, Any]]:
    out = [para(TITLE), para("全年工作平稳。")]
    for no, heading in HEADINGS.items():
        head = {"t": "Header", "c": [2, ["h", [], []], words(heading)]}
        out += [head, make(values[no])]
    return [*out, para("五、存在的主要问题及改进情况"), para("青岚县林业局")]


def document(inner: list[dict[str, Any]], indent: int | None = None) -> str:
    said = {"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": inner}
    return json.dumps(said, ensure_ascii=False, indent=indent)


@pytest.mark.parametrize("indent", [None, 1])
def test_a_document_of_blocks_is_read(indent: int | None) -> None:
    reading = read(document(blocks(), indent))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    assert reading.reports[0]["agency"] == "青岚县林业局"


def test_an_older_document_is_read() -> None:
    reading = read(json.dumps([{"unMeta": {}}, blocks(old_table)], ensure_ascii=False))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_blank_cell_keeps_its_place_and_a_page_may_stand_in_a_cell() -> None:
    key = CellKey("3", "granted", "research")
    rows = {no: [list(row) for row in own] for no, own in ROWS.items()}
    row = next(row for row in rows["3"] if VALUES[key] in row)
    row[row.index(VALUES[key])] = ""
    outer = {"t": "Div", "c": [NO_ATTRIBUTES, blocks(values=rows)]}
    frame = table([["x"]])
    frame["c"][4][0][3] = [[NO_ATTRIBUTES, [[NO_ATTRIBUTES, {"t": "AlignDefault"}, 1, 1, [outer]]]]]
    frame["c"][3][1] = []
    for text in (document([outer]), document([frame])):
        reading = read(text)
        assert not wrong(reading, {**VALUES, key: ""})
        assert reported(reading) == set(VALUES) - {key}
        assert status_of(reading, "3", "granted", "research") == ["blank"]


def test_struck_out_figures_and_notes_are_none_of_a_figure() -> None:
    told = table(ROWS["2"])
    marked = [{"t": "Str", "c": "4"}, {"t": "Strikeout", "c": words("7")}, {"t": "Note", "c": [para("8")]}]
    told["c"][4][0][3][1][1][1][4] = [{"t": "Plain", "c": marked}]
    text, numbers = with_blocks_as_page(document([told], 1))
    assert "4<del>7</del>" in text
    assert "8</td>" not in text.split("<del>")[1][:20]
    assert numbers is not None
    assert numbers == sorted(numbers)


def test_lines_and_code_of_a_cell_are_its_words() -> None:
    told = table(ROWS["2"])
    code = {"t": "CodeBlock", "c": [["id", ["python"], []], "4"]}
    told["c"][4][0][3][1][1][1][4] = [{"t": "LineBlock", "c": [words("甲"), words("乙")]}, code]
    text, _ = with_blocks_as_page(document([told, {"t": "RawBlock", "c": ["html", "<p>丙</p>"]}]))
    assert "<p>甲</p><p>乙</p>4</td>" in text.replace("\n", "")
    assert "<p>丙</p>" in text
    assert "python" not in text


def test_what_is_no_such_document_stays() -> None:
    for text in (
        '{"pandoc-api-version":[1,23],"blocks":[{"t":"Table","c":[]}',
        json.dumps({"t": "Para", "blocks": [1, 2]}),
        'print({"pandoc-api-version": 1})',
        document([{"t": "Table", "c": [1, 2]}, para("甲")]),
    ):
        assert with_blocks_as_page(text) == (text, None)
