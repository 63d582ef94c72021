"""What services that read pages write down in JSON: the text of the pages, and beside it the tables that they found in it.

Text and tables refer to each other by numbers or ids, so that a table stands once, where its first cell stands in the text. Belongs
here: which text is in a table, told by the references of Azure (paragraphs of cells), Textract (words of cells), and Docling (parts in
the order of the body). Does not belong here: cells and their places (jsoncells.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.extract.formats.jsoncells import Lines, PlacedCell, as_page, number_under, said_under, table_of
from assets.extract.formats.nestedrecords import Value

_KIND, _ID = re.compile("BlockType"), re.compile("Id")
_PLACES = tuple(map(re.compile, ("RowIndex", "ColumnIndex", "RowSpan", "ColumnSpan")))
_REFERENCE = re.compile(r"\$?ref")
_DEEPEST = 20


def lines_of_parts(document: Value) -> Lines | None:
    """The lines of a document of one of the services; None where it is of none."""
    for record in _records(document, 0):
        names = {name for name, _ in record.inner}
        if "Blocks" in names:
            return _of_blocks(_under(record, "Blocks"))
        if {"paragraphs", "tables"} <= names:
            return _of_paragraphs(_under(record, "paragraphs"), _under(record, "tables"))
        if {"body", "texts", "tables"} <= names:
            return _of_body(record)
    return None


def _records(value: Value, depth: int) -> Iterator[Value]:
    if value.is_record:
        yield value
    for inner in value.inner_values() if depth < _LEAST_DEEP else ():
        if inner.text is None:
            yield from _records(inner, depth + 1)


_LEAST_DEEP = 2


def _under(record: Value, name: str) -> list[Value]:
    return next((value.inner_values() for key, value in record.inner if key == name), [])


def _said(record: Value, name: str) -> str:
    return next((value.text or "" for key, value in record.inner if key == name), "")


def _of_paragraphs(paragraphs: list[Value], tables: list[Value]) -> Lines | None:
    """Paragraphs, and the tables in the place of those that their cells refer to; below all, where they refer to none."""
    at: dict[int, Lines] = {}
    within: set[int] = set()
    for table in tables:
        if (made := table_of(table)) is None:
            return None
        numbers = [
            int(found[1])
            for cell in _under(table, "cells")
            for element in _under(cell, "elements")
            if (found := re.search(r"/paragraphs/([0-9]{1,6})$", element.text or ""))
        ]
        within |= set(numbers)
        at.setdefault(min(numbers, default=len(paragraphs)), []).extend([*made, (made[-1][0], "")])
    out: Lines = []
    for number, paragraph in enumerate(paragraphs):
        out += at.get(number, [])
        if number not in within:
            out += [(paragraph.line, line) for line in _said(paragraph, "content").split("\n")]
            out.append((paragraph.line, ""))
    out += at.get(len(paragraphs), [])
    return out if at else None


def _of_blocks(blocks: list[Value]) -> Lines | None:
    """Lines of words, and the tables in the place of those whose words are in their cells."""
    by_id = {_said(block, "Id"): block for block in blocks}
    at: dict[str, Lines] = {}
    within: set[str] = set()
    lines = [block for block in blocks if _said(block, "BlockType") == "LINE"]
    for table in (block for block in blocks if _said(block, "BlockType") == "TABLE"):
        parts = [by_id[i] for i in _related(table) if i in by_id]
        inner = {i for block in parts if _said(block, "BlockType") == "MERGED_CELL" for i in _related(block)}
        cells: list[PlacedCell] = []
        words: set[str] = set()
        for block in parts:
            kind = _said(block, "BlockType")
            own = [block] if kind == "CELL" else [by_id[i] for i in _related(block) if i in by_id]
            said = [i for cell in own for i in _related(cell)]
            words |= set(said) if kind in ("CELL", "MERGED_CELL") else set()
            row, column, height, width = (number_under(block, name) for name in _PLACES)
            is_own = kind == "MERGED_CELL" or (kind == "CELL" and _said(block, "Id") not in inner)
            if is_own and row is not None and column is not None:
                text = "".join(_joined([_said(by_id[i], "Text") for i in said if i in by_id]))
                cells.append(PlacedCell(row, column, height or 1, width or 1, text, block.line))
        cells.sort(key=lambda cell: (cell.row, cell.column))
        if not cells or (made := as_page(cells)) is None:
            return None
        first = next((_said(n, "Id") for n in lines if not words.isdisjoint(_related(n))), "")
        within |= words
        at.setdefault(first, []).extend([*made, (made[-1][0], "")])
    out: Lines = []
    for line in lines:
        out += at.get(_said(line, "Id"), [])
        if within.isdisjoint(_related(line)):
            out.append((line.line, _said(line, "Text")))
    out += at.get("", [])
    return out if at else None


def _joined(words: list[str]) -> list[str]:
    """The words with spaces between those that are none of Chinese."""
    return [f" {word}" if n and (word + words[n - 1]).isascii() else word for n, word in enumerate(words)]


def _related(block: Value) -> list[str]:
    return [
        i.text or ""
        for relation in _under(block, "Relationships")
        if _said(relation, "Type") == "CHILD" or _said(relation, "Type") == "MERGED_CELL"
        for i in _under(relation, "Ids")
    ]


def _of_body(document: Value) -> Lines | None:
    """The parts in the order in which the body refers to them."""
    by_name = {
        f"#/{kind}/{n}": part
        for kind in ("texts", "tables", "groups")
        for n, part in enumerate(_under(document, kind))
    }
    out: Lines = []
    tables = 0
    body = said_under(document, re.compile("body"))
    waiting = [(reference, 0) for reference in _references(body)[::-1]] if body is not None else []
    while waiting:
        name, depth = waiting.pop()
        part = by_name.pop(name, None)
        if part is None or depth > _DEEPEST:
            continue
        if name.startswith("#/tables/"):
            data = said_under(part, re.compile("data"))
            if data is None or (made := table_of(data)) is None:
                return None
            out += [*made, (made[-1][0], "")]
            tables += 1
        elif text := _said(part, "text"):
            out += [(part.line, line) for line in [*text.split("\n"), ""]]
        waiting += [(reference, depth + 1) for reference in _references(part)[::-1]]
    return out if tables else None


def _references(part: Value) -> list[str]:
    return [
        value.text or ""
        for child in _under(part, "children")
        for name, value in child.inner
        if name is not None and _REFERENCE.fullmatch(name)
    ]
