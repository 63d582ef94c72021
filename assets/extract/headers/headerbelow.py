"""A header that stands only below: between the rows of its block, or behind the last of them.

A page break, or a program that writes a table's head last, moves it there; it is the header of the rows above, too, while nothing
above them names the columns. Belongs here: whether such a header speaks against the form's order. Does not belong here: headers
between rows that say otherwise than the one above the first (blockheader.py, headeragain.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from assets.extract.headers.aroundblock import Around
from assets.extract.headers.headerplace import header_start
from assets.extract.headers.headersaid import cells_said, order_said
from assets.extract.headers.laterheaders import Later
from assets.extract.labels import squash
from assets.extract.model import GridRow
from assets.extract.plainheaders.headerwords import pieces_apart
from assets.extract.plainheaders.stackedheader import Words
from schemas.form import Block, Table

# So many columns named one after the other are a header.
_LEAST_NAMED = 3
# How far behind the last row one may begin.
_LINES_BELOW = 24
_HEADING = re.compile(r"[\s|#*]*[一二三四五六]、")
_BETWEEN_WORDS = re.compile(r"[\s|｜,]+")


def order_below(around: Around, later: Sequence[Later]) -> str | None:
    """What a header that stands only below the first row says against the form's order; `later` are those of cells between the rows."""
    if _names_all_above(around.lines, around.rows[0].line, around.words):
        return None
    if later:
        return later[0].conflict or "、".join(later[0].header.texts.values())
    return _behind_or_between(around)


def _names_all_above(lines: Sequence[str], line: int, words: Words) -> bool:
    """Whether words above the first row, which stands on `line`, are pieces of the labels of all columns."""
    lacking = set(words.columns)
    for above in lines[header_start(lines, line) : line][::-1]:
        for word in _BETWEEN_WORDS.split(above):
            text = squash(word)
            if len(text) > 1:
                lacking.difference_update(words.columns_with(text))
                lacking -= {key for wording, key in words.by_wording.items() if wording in text}
        if not lacking:
            return True
    return not lacking


def _behind_or_between(around: Around) -> str | None:
    """The labels of columns as a header behind the rows, or between plain ones, names them, where not in the form's order; else None."""
    items, lines, rows, table, block = around.items, around.lines, around.rows, around.table, around.block
    place = _places(table, block)
    if len(set(place.values())) < _LEAST_NAMED:
        return None
    first, last = rows[0], rows[-1]
    end = _end(lines, last.line_end)
    cells = [
        i for i in items[last.index + 1 :] if isinstance(i, GridRow) and last.line_end <= i.line_start <= end
    ]
    if told := _out_of_order([[cell.text for cell in row.cells] for row in cells], table, block, place):
        return told
    if cells and len(table.blocks) == 1:
        said = cells_said(cells, around.form_id, table, block, (first.label_at, len(first.item.cells)))
        if len(said.texts) >= _LEAST_NAMED and said.order not in (None, [c.key for c in block.columns]):
            return "、".join(said.texts.values())
    if isinstance(first.item, GridRow):
        return None
    gaps = [(above.line_end, below.line - 1) for above, below in pairwise(rows)]
    return next(
        (
            told
            for start, stop in [*gaps, (last.line_end, end)]
            if start < stop and (told := _lines_tell(tuple(lines[start:stop]), table, block, place))
        ),
        None,
    )


def _lines_tell(lines: tuple[str, ...], table: Table, block: Block, place: Mapping[str, int]) -> str | None:
    labels = tuple([squash(c.zh) for c in block.columns])
    words = [*map(_BETWEEN_WORDS.split, map(pieces_apart(labels), lines))]
    if (
        len({at for line in words for word in line if (at := place.get(squash(word))) is not None})
        < _LEAST_NAMED
    ):
        return None
    told, conflict = order_said(lines, table, block)
    if conflict is None and told is not None and told != [c.key for c in block.columns]:
        conflict = "、".join(c.zh for key in told for c in block.columns if c.key == key)
    return conflict or _out_of_order(words, table, block, place)


def _out_of_order(
    rows: Iterable[Iterable[str]], table: Table, block: Block, place: Mapping[str, int]
) -> str | None:
    """The labels in rows of a header, one row or one level of which has another order than the form."""
    named = [[text for word in row if (text := squash(word)) in place] for row in rows]
    if len({place[text] for row in named for text in row}) < _LEAST_NAMED:
        return None
    members = {squash(w) for c in block.columns if c.group for w in c.wordings}
    whole = [text for row in named for text in row]
    levels = [[t for t in whole if t in members], [t for t in whole if t not in members]]
    for texts in [*named, *levels]:
        at = list(dict.fromkeys(place[text] for text in texts))
        if at != sorted(at):
            return "、".join(dict.fromkeys(texts))
    return None


def _places(table: Table, block: Block) -> dict[str, int]:
    """The place of each wording of a column, or of a group at its first one, that no other block of the table has."""
    others = {squash(w) for b in table.blocks if b is not block for c in b.columns for w in c.wordings}
    place: dict[str, int] = {}
    for at, column in enumerate(block.columns):
        over = [group for group in table.groups if group.key == column.group]
        for wording in (w for label in (column, *over) for w in label.wordings):
            if (text := squash(wording)) not in others:
                place.setdefault(text, at)
    return place


def _end(lines: Sequence[str], last: int) -> int:
    """The last line that may belong to a table whose last row ends on line `last`."""
    behind = range(last, min(last + _LINES_BELOW, len(lines)))
    return next((n for n in behind if _HEADING.match(lines[n])), behind.stop)
