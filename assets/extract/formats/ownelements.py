"""Tables whose elements have the names of a page's behind a name of their own: `<lark-tr>`, `<x:td>`; they become those of a page.

So do cells of their own name in rows of a page's: `<tr><tc rowspan="3">`.

Their merged cells are told as in a page. Every line keeps its number. Does not belong here: elements with other names (opendocument.py).
"""

from __future__ import annotations

import re

_TAG = re.compile(
    r"<(/?)[A-Za-z][A-Za-z0-9]{0,15}[-:_](table|thead|tbody|tfoot|tr|t[dh])(?![\w:.-])", re.IGNORECASE
)
_ROW = re.compile(r"<[A-Za-z][A-Za-z0-9]{0,15}[-:_]tr(?![\w:.-])", re.IGNORECASE)
# Cells right behind the beginning of a row, where no row has a page's.
_CELL_FIRST = re.compile(r"<tr\b[^<>]*>\s*<(tc|cell)(?![\w:.-])", re.IGNORECASE)
_PAGE_CELL = re.compile(r"<t[dh](?![\w:.-])", re.IGNORECASE)
_SPAN = re.compile(r"\b(col|row)[-_]span(?=\s*=)", re.IGNORECASE)
# What stands around such rows where they are no table's by name.
_AROUND = re.compile(r"<(/?)tbl(?![\w:.-])", re.IGNORECASE)


def with_names_of_page(text: str) -> str:
    """The text with such elements under the names that they have in a page."""
    if "</" not in text:
        return text
    if (first := _CELL_FIRST.search(text)) and not _PAGE_CELL.search(text):
        cell = re.compile(rf"<(/?){first[1]}(?![\w:.-])", re.IGNORECASE)
        return _SPAN.sub(r"\1span", _AROUND.sub(r"<\1table", cell.sub(r"<\1td", text)))
    if not _ROW.search(text):
        return text
    return _SPAN.sub(r"\1span", _TAG.sub(r"<\1\2", text))
