"""Which figure of a row belongs to which column.

Positions come from the header or from a full row, never from counting what is left when blanks have vanished.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from assets.extract.candidates import Candidate
from assets.extract.labels import LabelMatcher, ascii_width, squash
from assets.extract.model import Cell, GridRow, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.positions import aligned, columns_at, display_width, nearest, under
from schemas.form import Column, Label, Table, forms

# A column of the text that is not one of the form's.
UNKNOWN = "?"


@dataclass
class Header:
    """What header rows say of the columns.

    `order` are the column keys from left to right (UNKNOWN for a strange one), None where no header was
    recognised. `places` are grid column indexes per key, where all header rows share one grid of `width` columns.
    `strange`
    are grid indexes of columns that the form does not have. `conflict` tells what is wrong with the header. `texts` holds the printed text of each matched label.
    """

    order: list[str] | None = None
    places: dict[str, list[int]] = field(default_factory=dict)
    width: int = 0
    strange: set[int] = field(default_factory=set)
    conflict: str | None = None
    texts: dict[str, str] = field(default_factory=dict)


@cache
def column_matcher(form_id: str, table_no: str) -> LabelMatcher:
    """The matcher of a table's column labels, column groups as decoys."""
    table = forms()[form_id].table(table_no)
    return LabelMatcher(table.columns, [g for g in table.groups if _is_column_group(table, g.key)])


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


def grid_header(rows: Sequence[GridRow], form_id: str, table: Table, columns: Sequence[Column]) -> Header:
    """Read the header rows that stand above the first row of figures."""
    named = [(row, _named(row, form_id, table, {c.key for c in columns})) for row in rows]
    named = [(row, names) for row, names in named if any(k not in (None, UNKNOWN) for _, k in names)]
    if not named:
        return Header()
    header = Header()
    for row, names in named:
        for at, key in names:
            if key is not None and key != UNKNOWN:
                header.texts.setdefault(key, row.cells[at].text)
    wanted = [c.key for c in columns]
    header.order = _order(named, wanted)
    if header.order is None:
        seen = [k for _, names in named[-1:] for _, k in names if k in wanted]
        if seen != sorted(seen, key=wanted.index):
            header.conflict = " ".join(header.texts.values())
    header.places, header.width = _places(named, wanted)
    header.strange = {at for _, names in named for at, key in names if key == UNKNOWN}
    return header


def _named(row: GridRow, form_id: str, table: Table, wanted: set[str]) -> list[tuple[int, str | None]]:
    """Each written header cell with its column key; None for a group of columns, corner and captions left out."""
    matcher = column_matcher(form_id, table.no)
    names: list[tuple[int, str | None]] = []
    for at, cell in enumerate(row.cells):
        text = squash(cell.text)
        if not text or looks_like_figure(text):
            continue
        match = matcher.match(text)
        if match and match.key in wanted:
            names.append((at, match.key))
        elif group_matcher(form_id, table.no).match(text):
            names.append((at, None))
        elif not other_header_matcher(form_id, table.no).match(text) and not _is_caption(text, table):
            names.append((at, UNKNOWN))
    return names


def _is_caption(text: str, table: Table) -> bool:
    return "勾稽" in text or "钩稽" in text or table.header in text or "第二十条" in text


def _dedupe(keys: Iterable[str | None]) -> list[str | None]:
    """Keys with direct repeats (a span printed in every column it covers) taken as one."""
    out: list[str | None] = []
    for key in keys:
        if not out or out[-1] != key or key == UNKNOWN:
            out.append(key)
    return out


def _order(named: list[tuple[GridRow, list[tuple[int, str | None]]]], wanted: list[str]) -> list[str] | None:
    """The leaf columns from left to right, a group replaced by the row of labels under it."""
    rows = [_dedupe(k for _, k in names) for _, names in named]
    for keys in reversed(rows):
        if order := _whole(keys, wanted):
            return order
    for upper, lower in pairwise(rows):
        if upper.count(None) == 1:
            at = upper.index(None)
            if order := _whole(upper[:at] + lower + upper[at + 1 :], wanted):
                return order
    return None


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


def _places(
    named: list[tuple[GridRow, list[tuple[int, str | None]]]], wanted: list[str]
) -> tuple[dict[str, list[int]], int]:
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


def text_order(
    lines: Sequence[str], table: Table, columns: Sequence[Column]
) -> tuple[list[str] | None, str | None]:
    """The columns from left to right as the lines of a plain header tell them, or what is wrong with them.

    Returns (None, None) where nothing contradicts the form, an order where the header gives another one wholly, else
    a description of the conflict. Columns of a group (法人或其他组织) are printed below the others, and a label of
    two lines starts higher than one of one line, so that a text taken from a page may give them in another order
    than they stand; only labels of one kind on one level are compared.
    """
    for line in lines:
        named = _by_first_letters(line, columns)
        if len(named) >= _LEAST_NAMED and [c for c in columns if c in named] != named:
            whole = {c.key for c in named} == {c.key for c in columns}
            return ([c.key for c in named], None) if whole else (None, _shown(named))
    if any(_SPACED.search(line) for line in lines):
        return None, _conflict_of_places(lines, columns)
    seen = _labels_in(lines, table, columns)
    joined = squash("".join(lines))
    grouped = any(squash(w) in joined for g in table.groups for w in g.wordings)
    if not grouped and not any(is_broken for _, is_broken in seen):
        flat = [c for c, _ in seen]
        return None, None if [c for c in columns if c in flat] == flat else _shown(flat)
    for level in (True, False):
        mixed = [(c, is_broken) for c, is_broken in seen if bool(c.group) is level]
        turns = sum(a is not b for (_, a), (_, b) in pairwise(mixed))
        together = [c for c, _ in mixed]
        if turns > 1 and [c for c in columns if c in together] != together:
            return None, _shown(
                together
            )  # labels of both kinds by turns: the text goes from left to right after all
        for broken in (True, False):
            same = [c for c, is_broken in seen if bool(c.group) is level and is_broken is broken]
            if [c for c in columns if c in same] == same:
                continue
            if len(same) == sum(bool(c.group) is level for c in columns) and not broken:
                turned = iter(same)
                return [(next(turned) if bool(c.group) is level else c).key for c in columns], None
            return None, _shown(same)
    return None, None


_LEAST_NAMED = 3


_SPACED = re.compile(r"\S\s{2,}\S")
_APART = re.compile(r"\S+(?: \S+)*")


def _conflict_of_places(lines: Sequence[str], columns: Sequence[Column]) -> str | None:
    """Whole labels in a header aligned by spaces whose places from left to right, in either measure, contradict."""
    found: dict[str, list[tuple[int, int]]] = {}
    for line in lines:
        for piece in _APART.finditer(line):
            for column in columns:
                if squash(piece[0]) in map(squash, column.wordings):
                    found.setdefault(column.key, []).append(
                        (piece.start(), display_width(line[: piece.start()]))
                    )
    for level in (True, False):
        once = [c for c in columns if bool(c.group) is level and len(found.get(c.key, ())) == 1]
        orders = [sorted(once, key=lambda c: found[c.key][0][measure]) for measure in (0, 1)]
        if once not in orders:
            return _shown(orders[0])
    return None


def _shown(columns: Sequence[Column]) -> str:
    return "、".join(c.zh for c in columns)


def _by_first_letters(line: str, columns: Sequence[Column]) -> list[Column]:
    """The columns a header line names, whole or by their first letters, if every word of it names one."""
    named: list[Column] = []
    for word in line.split():
        text = squash(word)
        fits = [c for c in columns if squash(c.zh).startswith(text)]
        if len(fits) == 1 and fits[0] not in named:
            named.append(fits[0])
        elif named:
            return []
    return named


def _labels_in(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> list[tuple[Column, bool]]:
    """The columns whose labels stand in the lines exactly once, in their order, and whether a line break is inside."""
    text = "".join(_GAP.join(ascii_width(line).split()) + _BREAK for line in lines)
    for wording in [w for g in table.groups for w in g.wordings] + ([table.note] if table.note else []):
        text = re.sub(_BREAK_INSIDE.join(map(re.escape, squash(wording))), "|", text)
    found: list[tuple[int, Column, bool]] = []
    for column in columns:
        for wording in column.wordings:
            hits = list(re.finditer(_BREAK_INSIDE.join(map(re.escape, squash(wording))), text))
            if len(hits) > 1:
                ends = (_BREAK, _GAP, "|", "")
                hits = [
                    h
                    for h in hits
                    if text[h.start() - 1 : h.start()] in ends and text[h.end() : h.end() + 1] in ends
                ]
            if len(hits) == 1:
                found.append((hits[0].start(), column, _BREAK in hits[0][0]))
            if hits:
                break
    return [(column, broken) for _, column, broken in sorted(found, key=lambda f: f[0])]


_BREAK, _GAP = "\x1e", "\x1f"
_BREAK_INSIDE = f"[{_BREAK}{_GAP}]*"


@dataclass
class Placed:
    """The cells of a row by column key, `doubtful` ones among them; a `problem` is the finding code that says why there are none."""

    cells: dict[str, Cell] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    problem: str | None = None
    found: int = 0


Starts = dict[tuple[str, int], dict[int, int | None]]


def starts_of(candidates: Iterable[Candidate], width: int) -> Starts:
    """Where figures begin, learnt from rows whose first and last column are filled: (layout, cell of the label) -> {cells in the row: index}.

    None where such rows of one shape disagree.
    """
    starts: Starts = {}
    for candidate in candidates:
        if isinstance(candidate.item, GridRow):
            written = _written(candidate.figures)
            if written and written[-1] - written[0] == width - 1:
                shapes = starts.setdefault((candidate.item.layout, candidate.label_at), {})
                start = candidate.label_at + 1 + written[0]
                shapes[len(candidate.item.cells)] = (
                    start if shapes.get(len(candidate.item.cells), start) == start else None
                )
    return starts


def _written(cells: Sequence[Cell]) -> list[int]:
    return [i for i, cell in enumerate(cells) if cell.text.strip()]


def place(candidate: Candidate, order: list[str], header: Header, starts: Starts) -> Placed:
    """Give each figure of a grid row its column. `order` are the columns from left to right, strange ones included.

    A full row speaks for itself. A row with blanks is read only in a shape that full rows have shown, or where it
    has exactly as many cells as the form, the header is whole, and no full row of its kind says otherwise.
    """
    if candidate.stray:
        return Placed(problem="row-split", found=len(candidate.stray))
    by_grid = _by_places(candidate, header)
    if by_grid is not None:
        return by_grid
    figures, width = candidate.figures, len(order)
    written = _written(figures)
    if len(written) == width and written[-1] - written[0] == width - 1:
        return _zip(order, figures[written[0] : written[-1] + 1])
    at = candidate.label_at + 1
    shapes = starts.get((candidate.item.layout, candidate.label_at))
    start = at if len(figures) == width else None
    if shapes:
        start = shapes.get(len(candidate.item.cells))
    if header.texts and header.order is None:
        start = None
    window = figures[start - at : start - at + width] if start is not None else []
    outside = figures[: start - at] + figures[start - at + width :] if start is not None else figures
    if len(window) == width and not _written(outside):
        return _zip(order, window)
    short = len(figures) < width
    return Placed(problem="row-short" if short else "row-long", found=len(figures) if short else len(written))


def place_run(
    candidate: Candidate,
    order: list[str],
    full_rows: Sequence[Sequence[Cell]],
    header: Sequence[Cell] | None,
    breaks: Sequence[int],
) -> Placed:
    """Give each figure of a run its column: all of them, or those whose place on the line is known.

    `full_rows` are full rows of figures on one line each, `header` the column labels with their places.
    """
    figures, width = candidate.figures, len(order)
    short = Placed(problem="row-short" if len(figures) < width else "row-long", found=len(figures))
    if isinstance(candidate.item, Run) and candidate.item.maybe_page in figures:
        return Placed(problem="page-number-doubt", found=len(figures))
    if len(figures) == width:
        return _doubt_split_digits(_zip(order, figures), candidate)
    if not figures:
        return Placed(problem="row-split", found=len(candidate.stray))
    one_line = len({cell.line_start for cell in figures}) == 1
    if len(figures) > width or not one_line or not aligned(figures) or candidate.stray:
        return short
    label = None
    if isinstance(candidate.item, Run) and candidate.item.head_line == candidate.line:
        run = candidate.item
        label = Cell(
            run.head, run.head_line, run.head_line, run.head_x0, run.head_x0 + len(run.head), run.head_x0
        )
    columns = columns_at(figures, nearest(candidate.line, full_rows, breaks), header, label)
    if columns is None:
        return short
    line = figures[0].line_start
    cells = [Cell("", line, line)] * width
    for column, cell in zip(columns, figures, strict=True):
        cells[column] = cell
    return _zip(order, cells)


def _doubt_split_digits(placed: Placed, candidate: Candidate) -> Placed:
    """Digits on a line of their own under a row may be the rest of the figure above them."""
    for rest in candidate.stray:
        if candidate.item.layout == "aligned":
            placed.doubtful |= {key for key, cell in placed.cells.items() if under(rest, cell)}
        else:
            placed.doubtful |= set(placed.cells)
    return placed


def _zip(order: list[str], cells: Sequence[Cell]) -> Placed:
    return Placed({key: cell for key, cell in zip(order, cells, strict=True) if key != UNKNOWN})


def _by_places(candidate: Candidate, header: Header) -> Placed | None:
    """Read a row by the grid columns of its header; None where header and row do not share one grid."""
    row = candidate.item
    if not isinstance(row, GridRow) or not header.places or len(row.cells) != header.width:
        return None
    cells: dict[str, Cell] = {}
    used: set[int] = set()
    for key, places in header.places.items():
        written = [row.cells[i] for i in places if row.cells[i].text.strip()]
        if len({squash(c.text) for c in written}) > 1:
            return Placed(problem="row-long", found=len(_written(candidate.figures)))
        cells[key] = written[0] if written else row.cells[places[0]]
        used |= set(places)
    if candidate.label_at >= min(used):
        return None
    used |= header.strange
    stray = [
        i
        for i in range(candidate.label_at + 1, len(row.cells))
        if i not in used and row.cells[i].text.strip()
    ]
    if any(looks_like_figure(row.cells[i].text) for i in stray):
        return Placed(problem="row-long", found=len(_written(candidate.figures)))
    return Placed(cells)
