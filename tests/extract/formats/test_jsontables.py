"""Documents of JSON that hold whole tables beside their text, in the shapes that programs give them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from assets.extract.formats.jsontables import with_tables_of_document
from schemas.form import CellKey
from tests.extract.printed import Rows, cells_of, figures, printed, read, report, reported, wrong
from tests.turns import in_turn

# A text or the rows of a table.
_Block = str | Rows
_TABLE = "\x00"


def _blocks(form: str) -> list[_Block]:
    """A report's paragraphs and tables."""
    tables: list[Rows] = []

    def render(rows: Rows) -> list[str]:
        tables.append(rows)
        return [_TABLE]

    lines = report(printed(figures(form), form), render).split("\n")
    waiting = iter(tables)
    return [next(waiting) if line == _TABLE else line for line in lines if line]


def _placed(rows: Rows, row: str, column: str, content: str, span: str) -> list[dict[str, Any]]:
    """Cells with their places; a first cell alone spans its row."""
    cells: list[dict[str, Any]] = []
    for n, own in enumerate(rows):
        if own[0].startswith("第二十条"):
            cells.append({row: n, column: 0, content: own[0], span: len(own)})
        else:
            cells += [{row: n, column: m, content: text} for m, text in enumerate(own)]
    return cells


def _of_rows(blocks: list[_Block]) -> Any:
    made = [{"type": "p", "text": b} if isinstance(b, str) else {"type": "table", "rows": b} for b in blocks]
    return {"title": blocks[0], "blocks": made}


def _of_row_records(blocks: list[_Block]) -> Any:
    def table(rows: Rows) -> Any:
        return {"rows": [{"cells": [{"text": c, "colspan": 1} for c in row]} for row in rows]}

    return {"content": [{"para": b} if isinstance(b, str) else {"table": table(b)} for b in blocks]}


def _of_columns(blocks: list[_Block]) -> Any:
    def table(rows: Rows) -> Any:
        width = max(map(len, rows))
        return {
            str(m): {str(n): row[m] if m < len(row) else None for n, row in enumerate(rows)}
            for m in range(width)
        }

    return [b if isinstance(b, str) else table(b) for b in blocks]


def _split(blocks: list[_Block]) -> Any:
    def table(rows: Rows) -> Any:
        width = max(map(len, rows))
        full = [row + [""] * (width - len(row)) for row in rows]
        return {"columns": list(range(width)), "index": list(range(len(rows))), "data": full}

    return {"parts": [b if isinstance(b, str) else table(b) for b in blocks]}


def _azure(blocks: list[_Block]) -> Any:
    """Every cell is a paragraph, too, to which it refers."""
    paragraphs: list[Any] = []
    tables: list[Any] = []
    for block in blocks:
        if isinstance(block, str):
            paragraphs.append({"content": block, "spans": [{"offset": 0, "length": 3}]})
            continue
        cells = _placed(block, "rowIndex", "columnIndex", "content", "columnSpan")
        for cell in cells:
            if cell["content"]:
                cell["elements"] = [f"/paragraphs/{len(paragraphs)}"]
                paragraphs.append({"content": cell["content"]})
        tables.append({"rowCount": len(block), "columnCount": 8, "cells": cells})
    return {"status": "succeeded", "analyzeResult": {"paragraphs": paragraphs, "tables": tables}}


def _textract(blocks: list[_Block]) -> Any:
    """Lines of words, and cells of the same words."""
    found: list[Any] = []

    def add(kind: str, **more: Any) -> str:
        found.append({"BlockType": kind, "Id": f"id-{len(found)}", **more})
        return f"id-{len(found) - 1}"

    def children(ids: list[str]) -> list[Any]:
        return [{"Type": "CHILD", "Ids": ids}]

    for block in blocks:
        if isinstance(block, str):
            word = add("WORD", Text=block)
            add("LINE", Text=block, Relationships=children([word]))
            continue
        cells: list[str] = []
        for n, row in enumerate(block, 1):
            words = [add("WORD", Text=text) if text else "" for text in row]
            add("LINE", Text=" ".join(row), Relationships=children([w for w in words if w]))
            for m, word in enumerate(words, 1):
                own = {"Relationships": children([word])} if word else {}
                cells.append(add("CELL", RowIndex=n, ColumnIndex=m, RowSpan=1, ColumnSpan=1, **own))
        add("TABLE", Relationships=children(cells))
    return {"DocumentMetadata": {"Pages": 1}, "Blocks": found}


def _docling(blocks: list[_Block]) -> Any:
    """Parts apart, in the order in which the body refers to them; the cells of a table twice."""
    texts: list[Any] = []
    tables: list[Any] = []
    children: list[Any] = []
    for block in blocks:
        if isinstance(block, str):
            children.append({"$ref": f"#/texts/{len(texts)}"})
            texts.append({"self_ref": f"#/texts/{len(texts)}", "label": "text", "text": block})
            continue
        cells = [
            {
                "row_span": 1,
                "col_span": 1,
                "start_row_offset_idx": n,
                "end_row_offset_idx": n + 1,
                "start_col_offset_idx": m,
                "end_col_offset_idx": m + 1,
                "text": text,
            }
            for n, row in enumerate(block)
            for m, text in enumerate(row)
        ]
        children.append({"$ref": f"#/tables/{len(tables)}"})
        tables.append({"data": {"table_cells": cells, "num_rows": len(block), "grid": [cells]}})
    return {"schema_name": "D", "body": {"children": children}, "texts": texts, "tables": tables}


_SHAPES: dict[str, Callable[[list[_Block]], Any]] = {
    f.__name__: f for f in (_of_rows, _of_row_records, _of_columns, _split, _azure, _textract, _docling)
}


@in_turn
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("shape", _SHAPES)
def test_a_table_of_each_shape_is_read_in_its_place(shape: str, form: str, indent: int | None) -> None:
    values = figures(form)
    text = json.dumps(_SHAPES[shape](_blocks(form)), ensure_ascii=False, indent=indent)
    reading = read(text)
    assert not wrong(reading, values)
    assert reported(reading) == set(values)
    assert reading.reports[0]["agency"] == "青岚县林业局"


def test_figures_keep_the_line_that_they_stand_on() -> None:
    text = json.dumps(_of_rows(_blocks("2021")), ensure_ascii=False, indent=1)
    cell = cells_of(read(text))[CellKey("3", "granted", "natural_person")]
    row = text.split("\n")[cell["line_start"] - 1 :]
    assert any(str(int(cell["value"])) in line for line in row[:12])


def test_cells_that_span_rows_and_columns_stand_in_their_columns() -> None:
    cells = [
        {"row": 0, "col": 0, "text": "项目", "rowspan": 2},
        {"row": 0, "col": 1, "text": "组织", "colspan": 2},
        {"row": 1, "col": 1, "text": "企业"},
        {"row": 1, "col": 2, "text": "其他"},
    ]
    lines, _ = with_tables_of_document(json.dumps({"cells": cells}, ensure_ascii=False))
    assert lines.count("<tr>") == 2
    assert '<td colspan="2" rowspan="1">组织</td>' in lines
    assert '<td colspan="1" rowspan="2">项目</td>' in lines


@pytest.mark.parametrize(
    "document",
    [
        # the lines of each page are no cells
        {"pages": [["一、总体情况。", "全年收到申请3件。"], ["二、其他事项。", "没有其他事项。"]]},
        # places on a page are no places in a table
        {"items": [{"bbox": [[1, 2], [3, 4]], "text": "规章"}, {"bbox": [[5, 6], [7, 8]], "text": "文件"}]},
        {"row": {"规章": 1}, "r": 3},
    ],
)
def test_other_documents_stay_as_they_are(document: Any) -> None:
    text = json.dumps(document, ensure_ascii=False)
    assert with_tables_of_document(text) == (text, None)


def test_two_cells_in_one_place_are_no_table() -> None:
    cells = [{"row": n, "col": 0, "text": text} for n, text in ((0, "规章"), (1, "文件"), (1, "许可"))]
    text = json.dumps({"cells": cells}, ensure_ascii=False)
    assert with_tables_of_document(text) == (text, None)


def _of_paragraphs(break_at: int = 5) -> Callable[[Rows], Rows]:
    """Cells as lists of their paragraphs; a long label has two."""
    return lambda rows: [
        [[cell[:break_at], cell[break_at:]] if len(cell) > break_at + 2 else [cell] for cell in row]
        for row in rows  # type: ignore[misc]
    ]


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_cells_that_are_lists_of_paragraphs_are_read(form: str) -> None:
    values = figures(form)
    make = _of_paragraphs()
    document = [make(block) if isinstance(block, list) else [[[block]]] for block in _blocks(form)]
    reading = read(json.dumps(document, ensure_ascii=False, indent=1))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)


def test_a_figure_on_two_paragraphs_is_not_put_together() -> None:
    """Then nothing tells cells of paragraphs from rows of cells, or which digits are one figure."""
    values = figures("2021")
    document = [
        [[[block]]] if isinstance(block, str) else _of_paragraphs()(block) for block in _blocks("2021")
    ]
    text = json.dumps(document, ensure_ascii=False)
    key = CellKey("3", "new_received", "natural_person")
    figure = values[key]
    reading = read(text.replace(f'["{figure}"]', f'["{figure[:1]}", "{figure[1:]}"]'))
    assert not wrong(reading, {k: v for k, v in values.items() if k != key})


def test_tables_of_a_list_are_no_rows_of_one() -> None:
    values = figures("2021")
    document = [block if isinstance(block, list) else [[block]] for block in _blocks("2021")]
    reading = read(json.dumps(document, ensure_ascii=False))
    assert not wrong(reading, values)
    assert reported(reading) == set(values)
