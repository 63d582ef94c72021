"""The header of table 4 in pieces one above the other, read by where they stand: 行政, 复议, 结果, 维持 over the first figure.

Each figure of the row has a stack of pieces of its own, which spells the label of its column, below those of its row and group where
these begin. So the labels of rows, too, may be broken over lines. Does not belong here: headers whose lines name rows and columns
whole (sideways.py), rows with blanks (underlabels.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import Cell
from assets.extract.places.positions import CHARACTERS, DISPLAY, span
from assets.extract.plainheaders.stackedheader import Piece, pieces_of, stacks_of
from schemas.form import Row, Table

# Written lines of such a header.
_MOST_LINES = 16


def order_of_stacks(
    lines: Sequence[str], figures: Sequence[Cell], table: Table
) -> list[tuple[str, str]] | None:
    """The row and the column of each figure of a line, from left to right; None where the stacks do not spell them all."""
    if len({cell.line_start for cell in figures}) != 1 or len(figures) != len(table.rows) * len(
        table.columns
    ):
        return None
    pieces = _pieces(lines, table)
    found = []
    for measure in (CHARACTERS, DISPLAY):
        order = _order(pieces, [span(cell, measure) for cell in figures], measure, table)
        if order and order not in found:
            found.append(order)
    return found[0] if len(found) == 1 else None


def _pieces(lines: Sequence[str], table: Table) -> list[Piece]:
    """The words right above the figures that are pieces of the table's labels."""
    labels = [squash(w) for of in (*table.rows, *table.groups, *table.columns) for w in of.wordings]
    found: list[Piece] = []
    written = 0
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        texts = [squash(word) for word in line.split()]
        if not texts:
            continue
        written += 1
        if written > _MOST_LINES or not all(any(text in label for label in labels) for text in texts):
            break
        found += pieces_of(line, number)
    return found


def _order(
    pieces: Sequence[Piece], figures: Sequence[tuple[int, int]], measure: str, table: Table
) -> list[tuple[str, str]] | None:
    over = {squash(w) for of in (*table.rows, *table.groups) for w in of.wordings}
    own = [p for p in pieces if p.text not in over]
    stacks = stacks_of(own, [_place(p, measure) for p in own])
    if len(stacks) != len(figures):
        return None
    places = [
        (min(a for a, _ in of), max(z for _, z in of))
        for of in ([_place(p, measure) for p in s] for s in stacks)
    ]
    for at, (x0, x1) in enumerate(figures):
        if any(x0 < z and x1 > a for n, (a, z) in enumerate(places) if n != at):
            return None
    width = len(table.columns)
    order: list[tuple[str, str]] = []
    for n, row in enumerate(table.rows):
        first = n * width
        texts = ["".join(p.text for p in stack) for stack in stacks[first : first + width]]
        begin, end = places[first][0], places[first + width - 1][1]
        above = [p for p in pieces if p.text in over and begin <= sum(_place(p, measure)) / 2 <= end]
        columns = _columns(texts, [p.text for p in sorted(above, key=lambda p: p.line)], row, table)
        if columns is None:
            return None
        order += [(row.key, column) for column in columns]
    return order


def _columns(texts: Sequence[str], above: Sequence[str], row: Row, table: Table) -> list[str] | None:
    """The columns that the stacks of one row spell, if each is named once, and the row itself; None where they do not."""
    names = {squash(w): c.key for c in table.columns for w in c.wordings}
    groups = [squash(w) for g in table.groups if g.key == row.parent for w in g.wordings]
    labels = [squash(w) for w in row.wordings]
    said = [text for text in above if text in labels]
    keys: list[str] = []
    for text in texts:
        name = max((name for name in names if text.endswith(name)), key=len, default="")
        rest = text.removesuffix(name)
        for group in groups:
            rest = rest.removeprefix(group)
        if rest:
            said.append(rest)
        keys.append(names.get(name, ""))
    is_named = len(said) == 1 and said[0] in labels
    return keys if is_named and sorted(keys) == sorted(c.key for c in table.columns) else None


def _place(piece: Piece, measure: str) -> tuple[int, int]:
    return piece.x if measure == CHARACTERS else piece.w
