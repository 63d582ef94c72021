"""A table that is printed as several grids with its rows and some of its columns each: natural persons, organisations, totals.

Each grid has the form's labels in as many columns as the form, and a header that names its own columns: what it names stands below
it, in any order of rows, and a blank cell is blank, though all of a column's are. A grid is cut over pages with its header again, or
without it. Nothing is taken from such grids unless together they have each column once, and nothing stands in them that is not understood.
Does not belong here: grids whose caption says what their cells lack (smallcells.py), a table that is cut in plain text (halves.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from assets.extract.cells import TableReading, read_cell, uncertain
from assets.extract.headers.corners import REMARKS
from assets.extract.inpieces.smallnames import SmallNames, may_be_anothers
from assets.extract.inpieces.smallrows import SmallRow
from assets.extract.labelmatcher import LabelMatcher, row_matcher
from assets.extract.labels import squash
from assets.extract.model import GridRow, Item
from assets.extract.numbers import looks_like_figure
from schemas.form import CellKey, Form, Table, forms

# A cell that only says that the one above or beside it goes on.
_GOES_ON = re.compile(r"\^\^|<|")
# Bullets, and those of fonts of symbols.
_MARK = re.compile(r"^[\ue000-\uf8ff•●◆■▪]\s*")
_ENDS_IN_FIGURE = re.compile(r"[0-9]$")
_LEAST_PIECES, _MOST_HEADER = 2, 4
# A label of so many letters in common with a group's is this group's, as it stands left of its rows.
_LIKE = 0.9


@dataclass
class _Piece:
    """The columns that a header names, by their places, and the rows below it, by the labels of the form."""

    width: int
    block: int
    columns: dict[int, str]
    labels: int
    rows: dict[str, SmallRow] = field(default_factory=dict)
    inherited: dict[int, str] = field(default_factory=dict)
    unnamed: set[int] = field(default_factory=set)
    lines: set[int] = field(default_factory=set)


def read_column_pieces(
    rows: Sequence[SmallRow], items: Sequence[Item], form: Form, table: Table, names: SmallNames
) -> TableReading | None:
    """The table from grids that have some of its columns each; None where they do not prove to be the whole of it."""
    if sum(row.is_grid for row in rows) <= len(table.rows):
        return None
    pieces = _pieces(rows, form, table, names)
    if pieces is None or not _are_whole(pieces, table):
        return None
    of = {id(item.cells[0]): item for item in items if isinstance(item, GridRow)}
    columns = {column.key: column for column in table.columns}
    reading = TableReading(table.no)
    for piece in pieces:
        reading.lines |= piece.lines
        for row_key, row in piece.rows.items():
            reading.layout = reading.layout or row.layout
            item = of.get(id(row.cells[0]))
            unsure = merged_or_lost(row, item, piece.columns.keys(), piece.labels)
            for at, key in piece.columns.items():
                cell = row.cells[at]
                reading.cells[CellKey(table.no, row_key, key)] = (
                    uncertain("row-short", row.line, row.line)
                    if at in unsure
                    else read_cell(cell, columns[key])
                )
    return reading


def _are_whole(pieces: Sequence[_Piece], table: Table) -> bool:
    """Whether pieces have each column of the table in one of them, and most of its rows."""
    rows_of: dict[frozenset[str], set[str]] = {}
    for piece in pieces:
        known = rows_of.setdefault(frozenset(piece.columns.values()), set())
        if known & piece.rows.keys():
            return False
        known.update(piece.rows)
    named = [key for columns in rows_of for key in columns]
    return (
        len(rows_of) >= _LEAST_PIECES
        and sorted(named) == sorted(column.key for column in table.columns)
        and min(map(len, rows_of.values())) > len(table.rows) / 2
    )


def _pieces(rows: Sequence[SmallRow], form: Form, table: Table, names: SmallNames) -> list[_Piece] | None:
    """The pieces among rows, None where something between the first and the last of them is not understood."""
    pieces: list[_Piece] = []
    strange = False  # whether something that is not understood stands behind the last piece
    said: set[str] = set()  # the columns that words behind it name
    at = 0
    while at < len(rows):
        row, own = rows[at], pieces[-1] if pieces else None
        at += 1
        if not row.written:
            continue
        if not row.is_grid or _is_caption(row, names):
            strange = strange or bool(row.figures) or not _is_plain(row, names)
            said |= {key} if (key := names.column(row.text)) else set()
            continue
        if own is not None and _is_under(row, own) and not _written_behind(row, own):
            header = []  # words stand in the columns of labels alone
        else:
            header = _header(rows[at - 1 : at - 1 + _MOST_HEADER], names)
        if header:
            piece = _piece(header, names)
            if piece is None or (strange and pieces):
                return None
            pieces.append(piece)
            if not said <= {key for each in pieces[-2:] for key in each.columns.values()}:
                return None
            strange, said = False, set()
            at += len(header) - 1
        elif own is None or not _is_under(row, own):
            strange = strange or own is not None
        elif strange or not _take(row, own, form, table, names):
            return None
    return pieces


def _is_caption(row: SmallRow, names: SmallNames) -> bool:
    """Whether a row of a grid holds words that are no label of the table: a caption that stands in its first cell."""
    texts = {text for text in texts_of(row) if text}
    if row.written[0] != 0 or len(texts) != 1 or row.figures:
        return False
    text = texts.pop()
    is_label = (names.row(text) and not names.is_place(text)) or (
        len(row.written) > 1 and names.is_corner(text)
    )
    return not is_label and not names.is_group(text)


def _is_under(row: SmallRow, piece: _Piece) -> bool:
    """Whether a row has as many cells as the header above it: another table has others."""
    return len(row.cells) == piece.width


def _written_behind(row: SmallRow, piece: _Piece) -> bool:
    return any(at >= piece.labels for at in row.written)


def _header(rows: Sequence[SmallRow], names: SmallNames) -> list[SmallRow]:
    """The first rows, as long as nothing stands in them but names of columns and of their groups, behind a corner."""
    found = []
    for row in rows:
        if not row.is_grid or row.block != rows[0].block or not _is_header(row, names):
            break
        found.append(row)
    is_named = any(names.column(text) for row in found for text in texts_of(row))
    return found if is_named else []


def _is_header(row: SmallRow, names: SmallNames) -> bool:
    texts = [text for text in texts_of(row) if text]
    if row.figures or not texts:
        return False
    return all(_is_of_header(text, names) for text in texts)


def _is_of_header(text: str, names: SmallNames) -> bool:
    if names.row(text):
        return False
    return bool(names.column(text)) or names.is_frame(text) or names.is_place(text) or squash(text) in REMARKS


def texts_of(row: SmallRow) -> list[str]:
    """What stands in the cells of a row, without marks before it; nothing for those that go on with another."""
    texts = [_MARK.sub("", cell.text.strip(), count=1) for cell in row.cells]
    return ["" if _GOES_ON.fullmatch(text) else text for text in texts]


def _piece(header: Sequence[SmallRow], names: SmallNames) -> _Piece | None:
    """What the rows of a header say together: each column is what stands lowest over it."""
    if len({len(row.cells) for row in header}) > 1:
        return None
    lowest = [
        next((text for text in reversed(own) if text), "") for own in zip(*map(texts_of, header), strict=True)
    ]
    keys = [names.column(text) for text in lowest]
    labels = next((at for at, key in enumerate(keys) if key or names.is_place(lowest[at])), 0)
    columns = {at: key for at, key in enumerate(keys) if key}
    rest = {at: text for at, text in enumerate(lowest) if at >= labels and at not in columns}
    if not labels or len({*columns.values()}) < len(columns):
        return None
    if not all(not text or names.is_place(text) or squash(text) in REMARKS for text in rest.values()):
        return None
    piece = _Piece(len(lowest), header[-1].block, columns, labels)
    piece.unnamed = {at for at, text in rest.items() if not text}
    piece.lines.update(*(range(row.line, row.cells[-1].line_end + 1) for row in header))
    return piece


def _take(row: SmallRow, piece: _Piece, form: Form, table: Table, names: SmallNames) -> bool:
    """Give a row to a piece by its labels; whether all of them are understood."""
    texts = texts_of(row)
    labels = texts[: piece.labels]
    if any(map(looks_like_figure, labels)) or any(texts[at] for at in piece.unnamed):
        return False
    written = [at for at, text in enumerate(labels) if text and text not in labels[:at]]
    if not written:
        return False  # a row without a label is that of nobody
    for at in written:
        piece.inherited = {n: text for n, text in piece.inherited.items() if n < at}
        piece.inherited[at] = labels[at]
    *above, last = [piece.inherited[at] for at in sorted(piece.inherited)]
    keys = [group_of(text, form, table) for text in above]
    if None in keys:
        return False
    key = _row_key(above, last, keys, form, table, names)
    if key is None:
        is_bare = not any(texts[piece.labels :])
        return names.is_item("".join([*above[-1:], last])) or (is_bare and names.is_group(last))
    if key in piece.rows or not {*keys} <= {group.key for group in table.ancestors(key)}:
        return False
    piece.rows[key] = row
    piece.lines.update(range(row.line, row.cells[-1].line_end + 1))
    return True


def _row_key(  # noqa: PLR0913 - a label and what it stands in
    above: Sequence[str], last: str, keys: Sequence[str | None], form: Form, table: Table, names: SmallNames
) -> str | None:
    """The row that a label names, by itself, behind that of a group above it, or among the rows of the group beside it."""
    key = names.row(last) or next((k for text in reversed(above) if (k := names.row(f"{text}{last}"))), None)
    if key is None and above and (alike := row_matcher(form.id, table.no).match(last)):
        return alike.key if [g.key for g in table.ancestors(alike.key)][:1] == [*keys[-1:]] else None
    return key


def group_of(text: str, form: Form, table: Table) -> str | None:
    """The group of rows that a label names."""
    match = _groups(form.id, table.no).match(text)
    return match.key if match and match.score >= _LIKE else None


@cache
def _groups(form_id: str, table_no: str) -> LabelMatcher:
    """The matcher of the labels that span rows."""
    table = forms()[form_id].table(table_no)
    columns = {column.group for column in table.columns}
    return LabelMatcher([group for group in table.groups if group.key not in columns])


def merged_or_lost(row: SmallRow, item: GridRow | None, places: Set[int], labels: int) -> set[int]:
    """The places of a row whose cells are in doubt: those below one merged cell, and blanks that the text may have lost."""
    blank = {at for at in places if not row.cells[at].text.strip()}
    if item is None or item.is_filled_up or _ENDS_IN_FIGURE.search("".join(texts_of(row)[:labels])):
        return blank
    found: set[int] = set()
    ends = (*item.starts[1:], len(item.cells)) if item.starts else ()
    for start, end in zip(item.starts, ends, strict=True):
        own = set(range(start, end)) & places
        if len(own) > 1 and item.cells[start].text.strip():
            found |= own
    return found


def _is_plain(word: SmallRow, names: SmallNames) -> bool:
    """Whether words between two pieces say nothing of another's figures."""
    text = word.text
    return bool(names.column(text)) or names.is_frame(text) or not may_be_anothers(text)
