"""Cells of a table as records of JSON within a text, each with its place: `{"row": 2, "col": 0, "row_span": 1, "text": "规章"}`.

A list of them over several lines, or a record on each line, becomes a table of a page; every line keeps its number. Does not belong
here: documents that are JSON from the first line to the last (jsontables.py), and what a record says (jsoncells.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.formats.jsoncells import Lines, placed_table
from assets.extract.formats.nestedrecords import Value, parsed, tokens_of

_OPENS = re.compile(r"\s*(?:\[\s*)?\{|\s*\[\s*$")
_PART = re.compile(r"\s*(?:[\[\]{}\",]|[0-9.]+\s*,?\s*$)")
SIGNS = ('"row', '"Row', '"ROW', '"r"', '"行', '"start_row', '"startRow')
_LEAST_LINES = 6


def with_tables_of_records(lines: list[str]) -> list[str]:
    """The lines, tables of a page for such records."""
    out = lines
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        table = _table(lines[at:end]) if end - at >= _LEAST_LINES else None
        if table is not None:
            out = list(lines) if out is lines else out
            out[at:end] = table
        at = max(end, at + 1)
    return out


def _end(lines: Sequence[str], first: int) -> int:
    """The line behind the last one that may be of the records that open here; the line itself where none do."""
    if not _OPENS.match(lines[first]):
        return first
    end = first
    while end < len(lines) and _PART.match(lines[end]):
        end += 1
    return end


def _table(lines: list[str]) -> list[str] | None:
    """The lines of tables of a page; None where the lines are anything but cells with their places."""
    tokens = tokens_of(lines, 0)
    root = parsed([(0, "mark", "["), *tokens, (0, "mark", "]")]) if tokens else None
    if root is None or not root.inner:
        return None
    values = root.inner_values()
    lists = [root] if all(value.is_record and not _holds_list(value) for value in values) else values
    made: Lines = []
    for value in lists:
        table = placed_table(value)
        if table is None:
            return None
        made += table
    out = [""] * len(lines)
    for number, text in made:
        out[number - 1] += text
    return out


def _holds_list(record: Value) -> bool:
    return any(value.text is None and not value.is_record for value in record.inner_values())
