"""The cells of a small table: which row and column of the form each of its figures has, by label, header and caption.

A name that is nowhere leaves a figure without a cell, and words that may say whose or of when figures are leave them in doubt.
Does not belong here: where a small table begins and ends (smalltables.py), and what several say together (puttogether.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.headers.corners import REMARKS
from assets.extract.inpieces.smallnames import SmallNames, is_count, is_prose, may_be_anothers
from assets.extract.inpieces.smallrows import SmallRow
from assets.extract.inpieces.smalltables import COLUMN, ROW, SmallTable, first_place, key_of, label_of
from assets.extract.labels import squash
from assets.extract.model import Cell
from assets.extract.records import record

# A line of more letters is no caption.
_LONGEST_CAPTION = 80
# So many names one after the other are none of a caption.
_LEAST_SEVERAL = 3


@record
class Named:
    """A cell of the form with what is printed for it: None where the text has lost it, or does not tell which it is."""

    row: str
    column: str
    cell: Cell | None
    line: int


def named_cells(table: SmallTable, names: SmallNames, group: str) -> tuple[list[Named], bool]:
    """The cells of a small table that bear both names, and whether words above it leave all that follows in doubt.

    `group` is the label of the group of rows that was printed last.
    """
    axis = table.from_caption
    said, is_strange = said_above(table.captions, axis, names, group)
    if {table.axis_of_labels, table.axis_of_header} == {None} or table.axis_of_labels == table.axis_of_header:
        return [], is_strange
    if axis and said is None:
        return [], is_strange
    if table.header is not None and not _is_known(table.header, names):
        return [], is_strange
    found: list[Named] = []
    for row in table.rows:
        label = label_of(row, table, names)
        if table.axis_of_labels is None:
            own = said if not label or is_count(label) else None
        else:
            own = key_of(label, table.axis_of_labels, names)
        if own is None:
            continue
        for key, cell in _under_header(row, table, said, names):
            one, other = (
                (own, key) if ROW in (table.axis_of_labels, _other(table.axis_of_header)) else (key, own)
            )
            found.append(Named(one, other, cell, row.line))
    for word in table.between:  # a label without figures: what was blank is not in the text
        if table.axis_of_labels and (own := key_of(word.cells[0].text, table.axis_of_labels, names)):
            for key in _keys(table, said, names):
                one, other = (own, key) if table.axis_of_labels == ROW else (key, own)
                found.append(Named(one, other, None, word.line))
    return found, is_strange


def _is_known(header: SmallRow, names: SmallNames) -> bool:
    """Whether nothing stands in a header behind its corner but names, groups, sums of some columns, and remarks."""
    texts = [cell.text for cell in header.cells[1:] if cell.text.strip()]
    return all(
        names.row(text)
        or names.column(text)
        or names.is_group(text)
        or names.is_place(text)
        or names.is_item(text)
        or is_count(text)
        or names.is_corner(text)
        or squash(text) in REMARKS
        for text in texts
    )


def _other(axis: str | None) -> str | None:
    return {ROW: COLUMN, COLUMN: ROW, None: None}[axis]


def said_above(
    captions: Sequence[SmallRow], axis: str | None, names: SmallNames, group: str
) -> tuple[str | None, bool]:
    """What the last caption names, and whether any words may say that the table and those below it are another's.

    Words in the place of a name leave their own table unnamed, and say nothing of the next: that has a caption of its own.
    """
    if axis and _name_several(captions, axis, names):
        return None, True
    said: str | None = None
    in_place: list[str] = []
    is_strange = False
    for at in range(len(captions) - 1, -1, -1):
        text = captions[at].text
        key = key_of(text, axis, names) if axis else None
        if key is None and axis == ROW and said is None:
            above = next((t for c in reversed(captions[:at]) if names.is_group(t := c.text)), group)
            key = names.row(f"{above}{text}") if above and names.column(text) else None
        if key:
            is_strange = is_strange or bool(in_place)
            said, in_place = said or key, []
        elif not _is_plain(text, names):
            in_place.append(text)
    is_strange = is_strange or (
        bool(in_place) and (said is not None or axis is None or any(map(may_be_anothers, in_place)))
    )
    return said, is_strange


def _name_several(captions: Sequence[SmallRow], axis: str, names: SmallNames) -> bool:
    """Whether the last lines above a table name one thing after the other: a header whose labels stand on lines of their own."""
    keys: set[str] = set()
    for word in reversed(captions):
        text = word.text
        if key := key_of(text, axis, names):
            keys.add(key)
        elif not names.is_group(text) and not names.is_corner(text):
            break
    return len(keys) >= _LEAST_SEVERAL


def last_group(captions: Sequence[SmallRow], names: SmallNames, group: str) -> str:
    """The label of the group of rows that was printed last; `group` is that of the tables above."""
    return next((text for word in reversed(captions) if names.is_group(text := word.text)), group)


def _is_plain(text: str, names: SmallNames) -> bool:
    """Whether words above a table say nothing about whose or of when it is."""
    known = (
        names.row(text)
        or names.column(text)
        or names.is_frame(text)
        or names.is_place(text)
        or is_count(text)
    )
    return bool(known) or is_prose(text) or len(text) > _LONGEST_CAPTION


def _keys(table: SmallTable, said: str | None, names: SmallNames) -> list[str]:
    """What the places of a table's header name, in order; what the form does not ask for left out."""
    if table.axis_of_header is None or table.header is None:
        return [said] if said else []
    keys = [key_of(cell.text, table.axis_of_header, names) for cell in table.header.cells]
    return [key for key in keys if key]


def _under_header(
    row: SmallRow, table: SmallTable, said: str | None, names: SmallNames
) -> list[tuple[str, Cell | None]]:
    """The cells of a row with what the header, or else the caption, names over them."""
    header, axis, first = table.header, table.axis_of_header, first_place(row, table, names)
    figures = row.cells[first:]
    if axis is None or header is None:
        if said is None:
            return []
        is_one = len(figures) == 1 and (not row.is_grid or not any(at < first for at in row.figures))
        return [(said, figures[0] if is_one else None)]
    if row.is_grid != header.is_grid or (row.is_grid and len(row.cells) != len(header.cells)):
        return [(key, None) for key in _keys(table, said, names)]
    if row.is_grid:
        keys = [key_of(cell.text, axis, names) for cell in header.cells]
        begin = next((at for at, key in enumerate(keys) if key), 0)
        if any(first <= at < begin for at in row.figures):  # it has lost a blank cell before its figures
            return [(key, None) for key in keys if key]
        pairs = zip(keys[first:], figures, strict=True)
        return [(key, cell) for key, cell in pairs if key]
    cells = list(header.cells)
    if not key_of(cells[0].text, axis, names) and not names.is_place(cells[0].text):
        cells = cells[1:]
    if len(cells) != len(figures):
        return [(key, None) for key in _keys(table, said, names)]
    pairs = zip((key_of(cell.text, axis, names) for cell in cells), figures, strict=True)
    return [(key, cell) for key, cell in pairs if key]
