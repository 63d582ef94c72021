"""The order of the columns over figures that were printed a paragraph each (paragraphs.py).

Belongs here: whether the header leaves anything open about it, where a program takes words from a page line by line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assets.extract.headers.columnnames import column_matcher
from assets.extract.headers.headerprint import header_words
from assets.extract.headers.orderabove import group_elsewhere
from assets.extract.labelmatcher import LabelMatcher, row_matcher
from assets.extract.labels import normalize, squash, squash_lines
from assets.extract.numbers import looks_like_figure
from assets.extract.plainheaders.headerwords import strange_columns
from assets.extract.plainheaders.piecesofprint import against_print
from assets.extract.plainheaders.plainheader import text_order
from schemas.form import Column, Form, Table

# A label this much alike is the label.
_SURE = 0.9


def order_of_columns(lines: list[str], start: int, form: Form, table: Table) -> list[str] | None:
    """The columns from left to right, where a header that names them all stands above the first row, or above its figures."""
    columns = table.blocks[0].columns
    matcher = row_matcher(form.id, table.no)
    first = [row.key for row in table.rows[:1]]
    above = [n for n in range(start, len(lines)) if (m := matcher.match(lines[n])) and m.key in first]
    figures = [n for n in range(start, len(lines)) if looks_like_figure(lines[n].strip())]
    if not above or not figures:
        return None
    header = lines[start : above[0]]
    names = Counter("".join(normalize(c.zh) for c in columns))
    if names - Counter(normalize("".join(header))):
        header = [line for line in lines[start : figures[0]] if not _is_label(line, matcher, columns)]
    if names - Counter(normalize("".join(header))) or not _in_order(header, columns):
        return None
    order, conflict = text_order(header, table, columns)
    if order is None:
        conflict = conflict or against_print(header, table, columns)
    words = header_words(table, columns)
    conflict = conflict or strange_columns(header, table, columns, words, column_matcher(form.id, table.no))
    order = order or [c.key for c in columns]
    conflict = conflict or group_elsewhere(header, table, columns, order)
    return None if conflict or len(order) != len(columns) else order


def _is_label(line: str, matcher: LabelMatcher, columns: Sequence[Column]) -> bool:
    """Whether a line is a row's label and no column's, as 其他 may be."""
    if normalize(line) in {normalize(c.zh) for c in columns}:
        return False
    match = matcher.match(line)
    return match is not None and match.score >= _SURE


def _in_order(header: list[str], columns: Sequence[Column]) -> bool:
    """Whether nothing is left open about the order of labels that a program takes from the page line by line.

    A label of one line stands at half the height of those of two. Its place among them is told by a line that names it
    beside another or that names all the others, or by paragraphs that hold whole labels. The first and the last column
    span both lines of the header: they are told by their order.
    """
    words = [[squash(word) for word in line.split()] for line in header]
    flat = [word for line in words for word in line]
    below = [squash(c.zh) for c in columns if c.group]
    first, last = (
        next((i for i, w in enumerate(flat) if len(w) < 4 and squash(c.zh).startswith(w)), -1)
        for c in (columns[0], columns[-1])
    )
    alone = [zh for zh in below if zh in flat and not any(zh in line and len(line) > 1 for line in words)]
    if not -1 < first < last or alone not in ([], below, below[-1:]):
        return False
    if alone != below[-1:]:
        return True
    others = below[:-1]
    if any(len(line) == len(others) and all(map(str.startswith, others, line)) for line in words):
        return True  # nothing stands between them
    at = words.index(alone)
    paragraph = not words[at - 1] and not any(words[at + 1 : at + 2])
    return paragraph and not Counter("".join(others)) - Counter(squash_lines(header[:at]))
