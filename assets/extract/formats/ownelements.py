"""Tables whose elements have the names of a page's behind a name of their own: `<lark-tr>`, `<x:td>`; they become those of a page.

Their merged cells are told as in a page. Every line keeps its number. Does not belong here: elements with other names (opendocument.py).
"""

from __future__ import annotations

import re

_TAG = re.compile(
    r"<(/?)[A-Za-z][A-Za-z0-9]{0,15}[-:_](table|thead|tbody|tfoot|tr|t[dh])(?![\w:.-])", re.IGNORECASE
)
_ROW = re.compile(r"<[A-Za-z][A-Za-z0-9]{0,15}[-:_]tr(?![\w:.-])", re.IGNORECASE)
_SPAN = re.compile(r"\b(col|row)[-_]span(?=\s*=)", re.IGNORECASE)


def with_names_of_page(text: str) -> str:
    """The text with such elements under the names that they have in a page."""
    if "</" not in text or not _ROW.search(text):
        return text
    return _SPAN.sub(r"\1span", _TAG.sub(r"<\1\2", text))
