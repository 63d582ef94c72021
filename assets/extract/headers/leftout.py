"""Tables of cells whose header names only some of the form's columns: one that never had figures was left out.

The header must be whole otherwise, each of its words a label of the form to the letter, and the rows must have no figure but
under them. Does not belong here: organisations in one column, totals alone (fewercolumns.py), and labels that were lost from a
header whose rows have the form's columns.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.headers.columnnames import UNKNOWN, Named, named_cells
from assets.extract.headers.fewercolumns import ends_above
from assets.extract.headers.gridheader import Header, order_of, places_of
from assets.extract.labels import squash
from assets.extract.model import GridRow
from assets.extract.places.rowshapes import written_in
from assets.extract.rows.finding.candidates import Candidate
from schemas.form import Column, Table

# So many columns make a table of the form's kind; so many whole rows, and half of all, show that they have no others.
_LEAST_COLUMNS, _LEAST_ROWS = 4, 8


def columns_left_out(
    rows: Sequence[GridRow],
    form_id: str,
    table: Table,
    columns: Sequence[Column],
    candidates: Sequence[Candidate],
) -> Header | None:
    """The header of the columns that are there; None where it is not known that these are all.

    `rows` are those of the header, `candidates` those of figures below it.
    """
    if len(columns) <= _LEAST_COLUMNS or not rows or not candidates:
        return None
    if not all(isinstance(candidate.item, GridRow) for candidate in candidates):
        return None
    wanted = [column.key for column in columns]
    named = [(row, named_cells(row, form_id, table, set(wanted))) for row in rows]
    over = [n for n, row in enumerate(rows) if any(squash(c.text) == squash(table.header) for c in row.cells)]
    # what stands above the words over all columns is another table's
    named = [(row, names) for row, names in named[over[-1] if over else 0 :] if names]
    found = {key for _, names in named for _, key in names if key is not None}
    if (
        UNKNOWN in found
        or not _LEAST_COLUMNS <= len(found) < len(wanted)
        or not _to_the_letter(named, columns)
    ):
        return None
    there = [key for key in wanted if key in found]
    order = order_of(named, there)
    if order is None:
        return None
    places, width = places_of(named, there)
    header = Header(order, places, width)
    for row, names in named:
        for at, key in names:
            if key is not None:
                header.texts.setdefault(key, row.cells[at].text)
                header.at.setdefault(key, at)
    may_be_padded = ends_above([row for row, _ in named])
    return header if _fits(header, order, candidates, may_be_padded=may_be_padded) else None


def _to_the_letter(named: Named, columns: Sequence[Column]) -> bool:
    """Whether each label is one of the form's without a fault."""
    wordings = {column.key: {squash(w) for w in column.wordings} for column in columns}
    return all(
        squash(row.cells[at].text.rpartition("\n")[2]) in wordings[key]
        or squash(row.cells[at].text) in wordings[key]
        for row, names in named
        for at, key in names
        if key is not None
    )


def _fits(
    header: Header, order: Sequence[str], candidates: Sequence[Candidate], *, may_be_padded: bool
) -> bool:
    """Whether figures stand nowhere but under the labels: by their places, or as rows of so many cells.

    `may_be_padded`: blank columns behind are no sign that a label fell out.
    """
    candidates = [candidate for candidate in candidates if written_in(candidate.figures)]
    if any(len(written_in(candidate.figures)) > len(order) for candidate in candidates):
        return False
    if header.places:
        used = {at for places in header.places.values() for at in places}
        like = [c for c in candidates if len(c.item.cells) == header.width and c.label_at < min(used)]
        outside = any(c.label_at + 1 + at not in used for c in like for at in written_in(c.figures))
        # a blank column behind them may be that of a label which fell out of the header
        all_named = used == {*range(min(used), max(used) + 1 if may_be_padded else header.width)}
        return all_named and len(like) == len(candidates) and not outside
    whole = [c for c in candidates if len(c.figures) == len(written_in(c.figures)) == len(order)]
    wider = any(c.label_at >= 0 and len(c.figures) > len(order) for c in candidates)
    return len(whole) >= max(_LEAST_ROWS, len(candidates) / 2) and not wider
