"""The header of a table whose cells are set apart: what its rows of labels say of the columns.

Belongs here: the order and the places of the columns. Does not belong here: which column a text names (columnnames.py), and
what in a header is not the form's (foreignheader.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assets.extract.headers.columnnames import UNKNOWN, Named, named_cells
from assets.extract.headers.corners import says_unit
from assets.extract.headers.cutheads import with_cut_labels
from assets.extract.headers.filledbeside import without_copies_beside
from assets.extract.headers.foreignheader import (
    foreign_words,
    in_place_of_another,
    in_place_of_others,
    pieces_displaced,
    whole_displaced,
    without_others,
)
from assets.extract.labels import squash
from assets.extract.model import GridRow
from schemas.form import Column, Table

# So many columns under labels of their own tell their order.
_LEAST_KNOWN = 3


@dataclass
class Header:
    """What header rows say of the columns.

    `order` are the column keys from left to right (UNKNOWN for a strange one), None where no header was
    recognised. `places` are grid column indexes per key, where all header rows share one grid of `width` columns.
    `covered` are the grid indexes from which to which (exclusive) the label of each column reaches, where its rows name them all.
    `strange` are grid indexes of columns that the form does not have. `conflict` tells what is wrong with the
    header. `texts` holds the printed text of each matched label, `at` the index at which it stands in its row.
    `beside` are the strange texts left and right of the words over all columns, where no grid tells their places; `ends_blank` tells
    that blank cells stand behind the label of the last column, as over a column without a name. `layout` is that of its rows, where they are known.
    """

    order: list[str] | None = None
    places: dict[str, list[int]] = field(default_factory=dict)
    width: int = 0
    covered: dict[str, range] = field(default_factory=dict)
    strange: set[int] = field(default_factory=set)
    conflict: str | None = None
    texts: dict[str, str] = field(default_factory=dict)
    at: dict[str, int] = field(default_factory=dict)
    beside: tuple[list[str], list[str]] = field(default_factory=lambda: ([], []))
    ends_blank: bool = False
    layout: str = ""

    @property
    def amid(self) -> set[int]:
        """The grid indexes between columns of the form under which no column is."""
        columns = {at for places in self.places.values() for at in places}
        between = range(min(columns), max(columns)) if columns else ()
        return {*between}.difference(columns, self.strange)


def grid_header(
    rows: Sequence[GridRow], form_id: str, table: Table, columns: Sequence[Column], labels: tuple[int, int]
) -> Header:
    """Read the header rows that stand above the first row of figures.

    `labels` are the index of the label in that row and the number of its cells: in header rows of as many cells,
    what stands there or before is a word over the labels and no column.
    """
    label_at, width = labels
    named = [(row, named_cells(row, form_id, table, {c.key for c in columns})) for row in rows]
    named = [
        (row, [(at, k) for at, k in names if k != UNKNOWN or at > label_at or len(row.cells) != width])
        for row, names in named
    ]
    named = with_cut_labels(without_copies_beside(named), columns)
    lifted, others = in_place_of_others(named, columns)
    if others and (order := order_of(lifted, wanted := [c.key for c in columns])):
        plain = [key for key in order if key != UNKNOWN]
        known = [key for key in plain if key not in others]
        # what stands elsewhere leaves the order of the rest, where these are enough to tell one
        if plain == wanted or (known == [k for k in wanted if k in known] and len(known) >= _LEAST_KNOWN):
            return _without(others, order, named)
    foreign = foreign_words(named, form_id, table, columns, labels)
    before, behind = _strange_beside(named, table)
    named = [(row, names) for row, names in named if any(k not in (None, UNKNOWN) for _, k in names)]
    if not named:
        return Header(conflict=foreign or " ".join(others.values()) or None)
    header = Header()
    for row, names in named:
        for at, key in names:
            if key is not None and key != UNKNOWN:
                header.texts.setdefault(key, row.cells[at].text)
                header.at.setdefault(key, at)
    wanted = [c.key for c in columns]
    members = frozenset(c.key for c in columns if c.group)
    header.order = order_of(named, wanted, members) or _beside_header(named, table, wanted)
    own = named[-1:] if order_of(named[-1:], wanted) else named[-2:]
    if header.order == wanted and (other := in_place_of_another(own, columns)):
        header.order, foreign = None, other
    elif header.order == wanted:
        header.order = without_others(own, columns)
    if header.order is None:
        seen = [k for _, names in named[-1:] for _, k in names if k in wanted]
        if seen != sorted(seen, key=wanted.index):
            header.conflict = " ".join(header.texts.values())
        header.conflict = header.conflict or foreign or pieces_displaced(named, columns)
        header.conflict = header.conflict or whole_displaced(named, columns, labels)
        header.conflict = header.conflict or " ".join(others.values()) or None
    header.places, header.width = places_of(named, wanted)
    header.covered = _covered(named, wanted)
    header.strange = {at for _, names in named for at, key in names if key == UNKNOWN}
    if torn := _torn(header.places, named, columns):
        header.order, header.places, header.covered = None, {}, {}
        header.conflict = header.conflict or torn
    header.ends_blank = any(
        wanted[-1] == key
        and 0 <= at < len(row.cells) - 1
        and not any(c.text.strip() for c in row.cells[at + 1 :])
        for row, names in named
        for at, key in names
    )
    return _with_beside(header, before, behind)


def _with_beside(header: Header, before: Mapping[int, str], behind: Mapping[int, str]) -> Header:
    """The header with the strange cells about the words over all columns: in their places, where its columns have some."""
    if header.places:
        header.strange |= {*before, *behind}.difference(*header.places.values())
    else:
        header.beside = [*before.values()], [*behind.values()]
    return header


def _strange_beside(named: Named, table: Table) -> tuple[dict[int, str], dict[int, str]]:
    """The strange cells before and behind the words over all columns on their row, what is over the labels and units left out."""
    for row, names in named:
        over = next(
            (n for n, cell in enumerate(row.cells) if squash(cell.text) == squash(table.header)), None
        )
        first = next((n for n, cell in enumerate(row.cells) if cell.text.strip()), None)
        if over is not None and len(table.blocks) == 1:
            strange = {at: row.cells[at].text for at, key in names if key == UNKNOWN and at != first}
            columns = {n: text for n, text in strange.items() if not says_unit(squash(text))}
            return {n: t for n, t in columns.items() if n < over}, {
                n: t for n, t in columns.items() if n > over
            }
    return {}, {}


def _without(others: Mapping[str, str], order: Sequence[str], named: Named) -> Header:
    """A header in which words make the labels of some columns another's; these stand in their places."""
    header = Header(order=[UNKNOWN if key in others else key for key in order])
    for row, names in named:
        for at, key in names:
            if key == UNKNOWN:
                header.strange.add(at)
            elif key is not None:
                header.texts.setdefault(key, row.cells[at].text)
                header.at.setdefault(key, at)
    return header


def _torn(places: Mapping[str, Sequence[int]], named: Named, columns: Sequence[Column]) -> str | None:
    """The label of a column that stands amid those of a group, on a row above theirs: no table is so, its rows have come apart."""
    members = {c.key for c in columns if c.group}
    at = [n for key in members for n in places.get(key, ())]
    if not at:
        return None
    lower = {key for _, names in named if members & {key for _, key in names} for _, key in names}
    beside = [c for c in columns if not c.group and c.key not in lower]
    amid = [c.zh for c in beside if any(min(at) < n < max(at) for n in places.get(c.key, ()))]
    return "、".join(amid) or None


def _dedupe(keys: Iterable[str | None]) -> list[str | None]:
    """Keys with direct repeats (a span printed in every column it covers) taken as one."""
    out: list[str | None] = []
    for key in keys:
        if not out or out[-1] != key or key == UNKNOWN:
            out.append(key)
    return out


def order_of(named: Named, wanted: list[str], members: frozenset[str] = frozenset()) -> list[str] | None:
    """The leaf columns from left to right, a group replaced by the row of labels under it; `members` are those of groups."""
    rows = [_dedupe(k for _, k in names) for _, names in named]
    for keys in reversed(rows):
        if order := _whole(keys, wanted):
            return order
    for upper, lower in pairwise(rows):
        if upper.count(None) == 1:
            at = upper.index(None)
            if not members.isdisjoint(upper):
                continue  # a label of the group beside the group's: a row that was cut among its labels
            if members and lower[:1] != [UNKNOWN] and members.isdisjoint(lower[:1]):
                continue  # no member of the group opens the row under it: the upper row was cut before its last label
            if order := _whole(upper[:at] + lower + upper[at + 1 :], wanted):
                return order
    return None


def _beside_header(named: Named, table: Table, wanted: list[str]) -> list[str] | None:
    """The leaf columns where the first row names one beside the table's header (总计 beside 申请人情况), the others below."""
    if len(table.blocks) > 1:
        return None  # whose header stands over the labels of rows
    row, names = named[0]
    at = next((n for n, cell in enumerate(row.cells) if squash(cell.text) == squash(table.header)), None)
    left, right = ([k for n, k in names if k and (n < (at or 0)) is side] for side in (True, False))
    if at is None or len(left) + len(right) < len(names) or not {*left, *right} <= set(wanted):
        return None
    if {*left, *right} & {column.key for column in table.blocks[0].columns if column.group}:
        return None  # the first piece of a row of labels that line breaks in its cells have cut
    if not any(column.total and column.key in (*left, *right) for column in table.columns):
        return None  # an applicant above the others: the first piece of their row, too
    below = order_of(named[1:], [key for key in wanted if key not in (*left, *right)])
    return [*left, *below, *right] if below else None


def _whole(keys: Sequence[str | None], wanted: list[str]) -> list[str] | None:
    """The keys, if they are all the wanted ones, strange ones besides; one damaged label in its place is mended."""
    known = [k for k in keys if k is not None]
    if len(known) < len(keys):
        return None
    if sorted(k for k in known if k != UNKNOWN) == sorted(wanted):
        return known
    if len(known) == len(wanted) and known.count(UNKNOWN) == 1:
        mended = [w if k == UNKNOWN else k for k, w in zip(known, wanted, strict=True)]
        return wanted if mended == wanted else None
    return None


def places_of(named: Named, wanted: list[str]) -> tuple[dict[str, list[int]], int]:
    """Grid indexes of the columns, if all header rows have one width and give every column its own places."""
    widths = {len(row.cells) for row, _ in named}
    if len(widths) != 1:
        return {}, 0
    places: dict[str, list[int]] = {}
    taken: dict[int, str] = {}
    for _, names in reversed(named):
        for at, key in names:
            if (
                key is not None
                and key != UNKNOWN
                and taken.setdefault(at, key) == key
                and at not in places.get(key, [])
            ):
                places.setdefault(key, []).append(at)
    if set(places) != set(wanted):
        return {}, 0
    ordered = {key: sorted(at) for key, at in places.items()}
    return ordered, widths.pop()


def _covered(named: Named, wanted: list[str]) -> dict[str, range]:
    """What each label covers, if the rows name exactly the wanted columns; a label that goes on below reaches to the next one."""
    found: dict[str, tuple[int, int]] = {}
    for row, names in named:
        starts = row.starts or tuple(range(len(row.cells)))
        ends = dict(pairwise((*starts, len(row.cells))))
        for at, key in names:
            if key is not None and (
                at not in ends or found.setdefault(key, (at, ends[at])) != (at, ends[at])
            ):
                return {}
    if sorted(found) != sorted(wanted):
        return {}
    begins = sorted(at for at, _ in found.values())
    return {
        key: range(at, min([end, *(other for other in begins if other > at)]))
        for key, (at, end) in found.items()
    }
