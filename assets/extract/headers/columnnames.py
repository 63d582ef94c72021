"""What a text in the header of a table names: a column of the form, a group of columns, the corner, the note, or none of them.

Belongs here: one text by itself. Does not belong here: what the texts of a header say together (gridheader.py), and what
stands in it that is not the form's (foreignheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assets.extract.headers.corners import CORNERS
from assets.extract.headers.otherlabels import is_anothers, is_part_sum
from assets.extract.labelmatcher import LabelMatcher
from assets.extract.labels import normalize, squash
from assets.extract.model import GridRow
from assets.extract.numbers import looks_like_figure
from schemas.form import Label, Table, forms

# Header rows with the column key of each written cell, UNKNOWN for a strange one, None for a group.
Named = Sequence[tuple[GridRow, list[tuple[int, str | None]]]]
# A column of the text that is not one of the form's.
UNKNOWN = "?"
# Letters that make a text a piece of the note beside the header.
_LEAST_PIECE = 4
# Letters with which a note begins.
_BEGINNING = 6
# What ends the note in a cell of its own, where columns of the page ran through it.
_CLOSING = frozenset((")", ").", ")。"))


@cache
def column_matcher(form_id: str, table_no: str) -> LabelMatcher:
    """The matcher of a table's column labels, column groups as decoys."""
    table = forms()[form_id].table(table_no)
    groups = [g for g in table.groups if _is_column_group(table, g.key)]
    return LabelMatcher(table.columns, groups, leads=[table.header])


@cache
def group_matcher(form_id: str, table_no: str) -> LabelMatcher:
    """The matcher of the labels that span columns."""
    table = forms()[form_id].table(table_no)
    return LabelMatcher([g for g in table.groups if _is_column_group(table, g.key)])


@cache
def other_header_matcher(form_id: str, table_no: str) -> LabelMatcher:
    """The matcher of header texts that are no column: the corner, the caption, the note, clauses, titles."""
    table = forms()[form_id].table(table_no)
    texts = [table.header, table.zh, *table.aliases, *([table.note] if table.note else [])]
    texts += [b.clause.zh for b in table.blocks if b.clause]
    return LabelMatcher([Label(key="header", zh=texts[0], en="", aliases=tuple(texts[1:]))])


def _is_column_group(table: Table, key: str) -> bool:
    return any(c.group == key for c in table.columns)


def named_cells(row: GridRow, form_id: str, table: Table, wanted: set[str]) -> list[tuple[int, str | None]]:
    """Each written header cell with its column key; None for a group of columns, corner and captions left out."""
    matcher = column_matcher(form_id, table.no)
    names: list[tuple[int, str | None]] = []
    for at, cell in enumerate(row.cells):
        text = _once(squash(_below_group(cell.text, table)))
        if not text or text in _CLOSING or looks_like_figure(text):
            continue
        match = matcher.match(text)
        if match and match.key in wanted:
            column = next(c for c in table.columns if c.key == match.key)
            is_known = not (is_anothers(text, column) or _has_note_behind(text, table))
            names.append((at, match.key if is_known else UNKNOWN))
        elif group_matcher(form_id, table.no).match(text) and not is_part_sum(text):
            names.append((at, None))
        elif text == table.header and len(table.blocks) > 1:
            # over the labels: nothing left of it is over figures
            names = [(before, key) for before, key in names if key != UNKNOWN]
        elif text in CORNERS:
            continue
        elif not other_header_matcher(form_id, table.no).match(text) and not is_caption(text, table):
            names.append((at, UNKNOWN))
    return _without_likenesses(names, row, table)


def _once(text: str) -> str:
    """The text, one that is printed twice in its cell (a line that a converter wrote again) taken once."""
    half = text[: len(text) // 2]
    return half if half + half == text and len(half) > 1 else text


def _has_note_behind(text: str, table: Table) -> bool:
    """Whether the note of the table's corner stands behind a label: the row of that ended there, and the next one's cells go on."""
    note = squash(table.note or "")[:_BEGINNING]
    return len(note) == _BEGINNING and text.find(note) > 0


def _without_likenesses(
    names: list[tuple[int, str | None]], row: GridRow, table: Table
) -> list[tuple[int, str | None]]:
    """The names, a text that is only like a column's label being strange beside that label itself (上年数量, 上一年项目数量)."""
    keys = [key for _, key in names if key and key != UNKNOWN]
    if len(keys) == len(set(keys)):
        return names
    wordings = {c.key: {squash(w) for w in c.wordings} for c in table.columns}
    exact = {key for at, key in names if key in wordings and squash(row.cells[at].text) in wordings[key]}
    return [
        (at, UNKNOWN if key in exact and squash(row.cells[at].text) not in wordings[key] else key)
        for at, key in names
    ]


def _below_group(text: str, table: Table) -> str:
    """The label of a column without what spans it, which a table without a border between the two has in the same cell."""
    above, line_break, below = text.partition("\n")
    if not line_break:
        return text
    spans = {squash(w) for g in table.groups if _is_column_group(table, g.key) for w in g.wordings}
    label = squash(below)
    is_label = any(label == squash(w) for c in table.columns for w in c.wordings)
    return below if is_label and squash(above) in {*spans, squash(table.header)} else text


@cache
def header_letters(form_id: str, table_no: str) -> tuple[str, ...]:
    """All that the header of a table may print."""
    table = forms()[form_id].table(table_no)
    texts = [w for label in (*table.columns, *table.groups) for w in label.wordings]
    texts += [table.header, table.zh, *table.aliases, *CORNERS, *([table.note] if table.note else [])]
    texts += [b.clause.zh for b in table.blocks if b.clause]
    return tuple(dict.fromkeys(map(normalize, texts)))


def is_caption(text: str, table: Table) -> bool:
    """The corner, the note or a clause, or a piece of the note that a page cut off."""
    if "勾稽" in text or "钩稽" in text or table.header in text or "第二十条" in text:
        return True
    letters = normalize(text)
    return len(letters) >= _LEAST_PIECE and letters in normalize(table.note or "")
