"""Columns by where figures stand on the line, for texts whose columns are aligned by spaces.

A gap is a blank cell only where full rows of the same page, or the header, show which columns the figures stand in.
Some programs align by characters, some by display width (a wide character counts two); the measure is the one in
which the full rows themselves stand in line, and where they do not tell, both must agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labelmatcher import LabelMatcher
from assets.extract.memory import remembering
from assets.extract.model import Cell

# Words set apart from others by more than one space.
APART = re.compile(r"\S+(?: \S+)*")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
)
# How far a figure may reach beyond the column that it is said to stand in.
_REACH = 1
_FARTHEST_ANCHOR = 60
_LEAST_ROWS, _LEAST_SHARE, _MOST = 4, 0.8, 0.6
# So many rows with so many figures show by the places of these how they are measured, however few they are.
_LEAST_FLUSH = (2, 4)
# So many rows out of line with the only full one show that it is out of line itself, or all are.
_LEAST_OUT_OF_LINE = 4
# Digits of the longest count that a report may have, and those between two marks of thousands.
LONGEST_FIGURE, GROUP = 6, 3
CHARACTERS, DISPLAY = "characters", "display"


def aligned(cells: Sequence[Cell]) -> bool:
    """Whether the figures of a line are set apart by more than one space each.

    Where most are, one space does between two that cannot be the digits of one figure.
    """
    near = [(a, b) for a, b in pairwise(cells) if b.x0 - a.x1 <= 1]
    return (
        len(near) * 2 < max(1, len(cells) - 1) and all(map(are_two, *zip(*near, strict=True)))
        if near
        else True
    )


def are_two(first: Cell, second: Cell) -> bool:
    """Whether two figures with one space between them are no digits of one: a nought begins it, or it would be too long."""
    one, two = first.text.strip(), second.text.strip()
    return one == "0" or (len(one) + len(two) > LONGEST_FIGURE and len(two) != GROUP)


@remembering
def display_width(text: str) -> int:
    """Columns a text takes where wide characters count two."""
    return len(text) + len(_WIDE.findall(text))


def span(cell: Cell, measure: str) -> tuple[int, int]:
    """Where a cell starts and ends, in characters or in display width."""
    if measure == CHARACTERS:
        return cell.x0, cell.x1
    return cell.w0, cell.w0 + display_width(cell.text)


def under(low: Cell, high: Cell, reach: int = _REACH) -> bool:
    """Whether a figure may stand right under another, or no farther beside it than `reach`, in either measure."""
    spans = [(span(low, measure), span(high, measure)) for measure in (CHARACTERS, DISPLAY)]
    return any(a0 <= b1 + reach and b0 <= a1 + reach for (a0, a1), (b0, b1) in spans)


def columns_at(
    cells: Sequence[Cell],
    full_rows: Sequence[Sequence[Cell]],
    header: Sequence[Cell] | None,
    label: Cell | None = None,
    measure: str | None = None,
) -> list[int] | None:
    """The column index of each cell, as the nearest full rows or else the header show it; None where in doubt.

    A column that the row's `label` runs into is not blank: its figure may be in the label. `measure` is the one to use,
    if it is known.
    """
    measures = [measure] if measure else _measures(full_rows)
    anchors = _neighbours(cells[0].line_start, full_rows) or ([header] if header else [])
    answers = {tuple(columns_under(cells, anchor, measure)) for anchor in anchors for measure in measures}
    if len(answers) != 1:
        return None
    columns = list(answers.pop())
    for anchor in anchors:
        missing = [cell for index, cell in enumerate(anchor) if index not in columns]
        if label is not None and any(
            span(label, m)[1] > span(cell, m)[0] for cell in missing for m in measures
        ):
            return None
    return columns if columns else None


def in_two(cells: Sequence[Cell], columns: Sequence[int], full_rows: Sequence[Sequence[Cell]]) -> set[int]:
    """The columns of figures that reach into a blank column beside theirs, and that column: one may be two run together.

    `columns` are those of the cells. A figure reaches there if one of a full row, beside it on its line, would not be
    set apart from it. It is one if its column has another as long.
    """
    measures = _measures(full_rows)
    found: set[int] = set()
    for cell, column in zip(cells, columns, strict=True):
        for beside in {column - 1, column + 1} - {*columns}:
            if any(len(row[column].text) >= len(cell.text) for row in full_rows):
                continue
            others = [row[beside] for row in full_rows if 0 <= beside < len(row)]
            spans = [(span(cell, m), span(other, m)) for other in others for m in measures]
            if any(x0 <= a1 + _REACH and a0 <= x1 + _REACH for (x0, x1), (a0, a1) in spans):
                found |= {column, beside}
    return found


def stands_apart(full_rows: Sequence[Sequence[Cell]], rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the only full row is out of line with most of the others, several of them: it shows no columns then."""
    if len(full_rows) != 1:
        return False
    width = len(full_rows[0])
    short = [row for row in rows if 0 < len(row) < width and len({cell.line_start for cell in row}) == 1]
    if len(short) < _LEAST_OUT_OF_LINE:
        return False
    out = sum(columns_at(row, full_rows, None) is None for row in short)
    return out >= _LEAST_OUT_OF_LINE and 2 * out > len(short)


def columns_under(cells: Sequence[Cell], anchor: Sequence[Cell], measure: str) -> list[int]:
    """The columns of an anchor that the cells stand in, ascending; empty where one stands in none or in two."""
    found: list[int] = []
    places = [span(cell, measure) for cell in anchor]
    for cell in cells:
        x0, x1 = span(cell, measure)
        touched = [i for i, (a0, a1) in enumerate(places) if x0 < a1 + _REACH and x1 > a0 - _REACH]
        if len(touched) != 1 or (found and touched[0] <= found[-1]):
            return []
        found += touched
    return found


def _measures(full_rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The measure in which full rows stand in line with each other; both where that does not tell."""
    pairs = list(pairwise(full_rows))
    if len(pairs) < _LEAST_ROWS:
        flush = [measure for measure in (CHARACTERS, DISPLAY) if _are_flush(full_rows, measure)]
        if len(flush) != 1:
            return [CHARACTERS, DISPLAY]
        (other,) = {CHARACTERS, DISPLAY} - {*flush}
        in_line = all(columns_under(b, a, other) == list(range(len(a))) for a, b in pairs)
        return [CHARACTERS, DISPLAY] if in_line else flush
    shares = {
        measure: sum(columns_under(b, a, measure) == list(range(len(a))) for a, b in pairs) / len(pairs)
        for measure in (CHARACTERS, DISPLAY)
    }
    other, best = sorted(shares, key=lambda m: shares[m])
    # a label that reaches under the columns moves the figures of its row in both
    clearly = shares[best] >= _MOST and shares[other] * 3 < shares[best]
    if clearly or (shares[best] >= _LEAST_SHARE and shares[best] > shares[other]):
        return [best]
    return [CHARACTERS, DISPLAY]


def _are_flush(rows: Sequence[Sequence[Cell]], measure: str) -> bool:
    """Whether the figures of several rows begin, or end, at the same place in each of several columns: no chance sets them so."""
    if len(rows) < _LEAST_FLUSH[0] or len({len(row) for row in rows}) > 1 or len(rows[0]) < _LEAST_FLUSH[1]:
        return False
    places = [[span(cell, measure) for cell in row] for row in rows]
    return any(len({tuple(place[edge] for place in row) for row in places}) == 1 for edge in (0, 1))


def nearest(line: int, full_rows: Sequence[Sequence[Cell]], breaks: Sequence[int]) -> list[Sequence[Cell]]:
    """The full rows on the page of `line`; `breaks` are lines that end a page."""

    def same_page(other: int) -> bool:
        low, high = min(line, other), max(line, other)
        return high - low <= _FARTHEST_ANCHOR and not any(low <= b <= high for b in breaks)

    return [row for row in full_rows if same_page(row[0].line_start)]


def _neighbours(line: int, full_rows: Sequence[Sequence[Cell]]) -> list[Sequence[Cell]]:
    above = [row for row in full_rows if row[0].line_start < line][-1:]
    below = [row for row in full_rows if row[0].line_start > line][:1]
    return above + below


def header_cells(lines: Sequence[str], matcher: LabelMatcher, keys: Sequence[str]) -> list[Cell] | None:
    """The column labels with their places, if each stands once and whole in the header lines; None otherwise."""
    found: dict[str, Cell] = {}
    for line in lines:
        for piece in APART.finditer(line):
            match = matcher.match(piece[0])
            if match and match.key in keys:
                if match.key in found:
                    return None
                x0, x1 = piece.span()
                found[match.key] = Cell(piece[0], 1, 1, x0, x1, display_width(line[:x0]))
    if set(found) != set(keys):
        return None
    cells = [found[key] for key in keys]
    return cells if all(a.x0 < b.x0 for a, b in pairwise(cells)) else None
