"""Rows of XML whose label is an attribute: `<row name="规章"><c>0</c><c>6</c></row>`, their header `<head><c>本年制发件数</c>…</head>`.

The label becomes the first cell of its row, and the header, which has a cell for each figure, a row with a blank one in front: each
cell keeps its place. Only where all rows of that name have such an attribute, and nearly all of them figures in all of their cells: one
without its label, or with a cell of words or of two figures, is a row as on any page, and doubted there. Every line keeps its number. Does not belong here: elements whose attributes hold their figures (namedelements.py), names of rows and cells
(unknownelements.py).
"""

from __future__ import annotations

import re
from collections import Counter

from assets.extract.numbers import EMPTY_WORDS, looks_like_figure

_NAME = r"[A-Za-z_\u3400-\u9fff][\w.-]{0,40}"
_LABEL = r"\"(?P<label>[^\"<>]{0,200})\"|'(?P<quoted>[^'<>]{0,200})'"
# A row with nothing but its label, and a cell right behind.
_FIRST = re.compile(
    rf"<(?P<row>{_NAME})\s+(?P<attribute>{_NAME})\s*=\s*(?:{_LABEL})\s*>(?=\s*+<(?P<cell>{_NAME})>)"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_CELL = r"\s*+<{cell}>([^<>]*+)</{cell}>|\s*+<{cell}\s*/>()"
# So many such rows are no chance.
_LEAST = 3
# Of so many rows one may be another than a label and its figures.
_ODD = 4


def with_labels_of_attributes(text: str) -> str:
    """The text with the labels of such rows as their first cells; as many lines as before."""
    kinds = Counter(
        (m["row"], m["attribute"], m["cell"]) for m in _FIRST.finditer(text) if m["row"] != m["cell"]
    )
    if not kinds:
        return text
    (row, attribute, cell), count = kinds.most_common(1)[0]
    if count < _LEAST or len(re.findall(rf"<{re.escape(row)}(?=[\s>/])", text)) != count or len(kinds) > 1:
        return text
    each = re.compile(_CELL.format(cell=re.escape(cell)))
    one = f"(?:{_CELL.format(cell=re.escape(cell)).replace('(', '(?:')})"
    rows = re.compile(
        rf"<{re.escape(row)}\s+{re.escape(attribute)}\s*=\s*(?:{_LABEL})\s*>(?P<cells>(?:{one})++)\s*+</{re.escape(row)}>"
    )
    found = list(rows.finditer(text))
    odd = sum(not _is_row(m, each) for m in found)
    if len(found) < count or len(found) - odd < _LEAST or odd * _ODD > len(found):
        return text
    header = re.compile(
        rf"<(?P<head>{_NAME})>(?P<cells>(?:{one})++)\s*+</(?P=head)>(?=(?P<below>\s*+)<{re.escape(row)}\s)"
    )
    widths = {m.start(): len(each.findall(m["cells"])) for m in found}

    def headed(m: re.Match[str]) -> str:
        below = widths[m.end("below")] - len(each.findall(m["cells"]))
        first = {0: f"<{cell}></{cell}>", -1: ""}.get(below)
        return m[0] if first is None else f"<{row}>{first}{m['cells']}</{row}>"

    places = [(m.span(), headed(m)) for m in header.finditer(text)]
    places += [
        (m.span(), f"<{row}><{cell}>{m['label'] or m['quoted'] or ''}</{cell}>{m['cells']}</{row}>")
        for m in found
    ]
    pieces, at = [], 0
    for (begin, end), made in sorted(places):
        pieces += [text[at:begin], made]
        at = end
    return "".join([*pieces, text[at:]])


def _is_row(found: re.Match[str], each: re.Pattern[str]) -> bool:
    """Whether its label has words, and its cells nothing but figures or signs for none."""
    cells = [(m[1] or "").strip() for m in each.finditer(found["cells"])]
    return _HAN.search(found["label"] or found["quoted"] or "") is not None and all(
        text in EMPTY_WORDS or not text or looks_like_figure(text) for text in cells
    )
