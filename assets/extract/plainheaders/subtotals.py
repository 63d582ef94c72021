"""The column for the sum of a group of columns (小计 under 法人或其他组织), which no form has, in headers of plain text.

It is told by its word, and stands before the group's columns or behind them. Its figures are no column's of the form, and a row
with one figure less than the header has labels has a blank. Does not belong here: such columns in rows of cells
(gridheader.py), strange columns of other names (extracolumns.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.headers.headerprint import header_words
from assets.extract.headers.otherlabels import is_part_sum
from assets.extract.labels import squash
from assets.extract.memory import remembering_header
from assets.extract.model import Cell
from assets.extract.places.positions import aligned
from assets.extract.plainheaders.brokengroups import blanked
from assets.extract.plainheaders.stackedheader import Piece, Words, is_spaced, pieces_of
from schemas.form import Block, Table
from schemas.whose import WORDS

# What a finding says of a subtotal whose place is not known.
SUBTOTAL = WORDS.sums_of_parts[0]
# The two letters of the word, where a narrow column sets one above the other.
_BROKEN = tuple(word for word in WORDS.sums_of_parts if len(word) == 2)
# How many lines of a header lie between them.
_MOST_BETWEEN = 3


@dataclass(frozen=True)
class Subtotal:
    """The header as it is `printed` and without the word (`lines`), the word itself (`pieces`, one below the other if broken).

    `is_first` tells whether it stands before the columns that it sums or behind them, None if that is not known.
    """

    printed: tuple[str, ...]
    lines: tuple[str, ...]
    pieces: tuple[Piece, ...]
    is_first: bool | None

    def within(
        self, order: Sequence[str], lower: frozenset[str], rows: Sequence[Sequence[Cell]]
    ) -> list[str] | None:
        """The order of all columns; None where the place is not known, or the columns of the group stand apart.

        A header may name a column that the rows do not have; then one with as many figures has one too many. So no fewer rows
        have a figure for each column than lack one, unless places tell which column is blank.
        """
        spots = [i for i, key in enumerate(order) if key in lower]
        if self.is_first is None or not spots or spots[-1] - spots[0] >= len(spots):
            return None
        counts = list(map(len, rows))
        if counts.count(len(order) + 1) < counts.count(len(order)) and not all(map(aligned, rows)):
            return None
        at = spots[0] if self.is_first else spots[-1] + 1
        return [*order[:at], UNKNOWN, *order[at:]]

    def among(self, spans: Sequence[Cell] | None, order: Sequence[str]) -> list[Cell] | None:
        """The places of all labels, where those of the others are known and the word is whole."""
        if spans is None or len(self.pieces) != 1:
            return None
        (own,) = self.pieces
        cell = Cell(own.text, 1, 1, own.x[0], own.x[1], own.w[0])
        at = order.index(UNKNOWN)
        cells = [*spans[:at], cell, *spans[at:]]
        return cells if cells == sorted(cells, key=lambda c: c.x0) else None

    def known(self, words: Words) -> Words:
        """What the header may print, the word among it."""
        wording = "".join(piece.text for piece in self.pieces)
        return replace(words, columns={**words.columns, UNKNOWN: (wording,)}, lower=words.lower | {UNKNOWN})


def taken_out(
    header: list[str], tops: Sequence[int], end: int, table: Table, block: Block
) -> tuple[list[str], Subtotal | None]:
    """The lines of a header without a subtotal, and this: sought from each of `tops` on down to line `end`."""
    for top in tops:
        if subtotal := subtotal_in(tuple(header[top:end]), table, block):
            return [*header[:top], *subtotal.lines, *header[end:]], subtotal
    return header, None


@remembering_header
def subtotal_in(lines: tuple[str, ...], table: Table, block: Block) -> Subtotal | None:
    """The subtotal that the lines of a header name, without a place where they name several; None where they name none."""
    if not any(c.group for c in block.columns):
        return None
    joined = squash("".join(lines))
    if not any(letter in joined for word in (*WORDS.sums_of_parts, *WORDS.sums) for letter in word):
        return None
    words = header_words(table, block.columns)
    pieces = [piece for number, line in enumerate(lines) for piece in pieces_of(line, number)]
    named = [(piece,) for piece in pieces if _is_subtotal(piece.text, words)]
    broken = _broken(pieces)
    sums = [piece for piece in pieces if piece.text in WORDS.sums]
    total = {squash(c.zh) for c in block.columns if not c.group}
    if not named and not broken and any(p.text in total for p in sums):
        # beside 总计 another word for a sum is that of the group
        named = [(piece,) for piece in sums if piece.text not in total]
    found = [*named, *broken]
    if not found:
        return None
    own = {piece for of in found for piece in of}
    rest = tuple(_without(line, [p for p in own if p.line == number]) for number, line in enumerate(lines))
    is_first = (
        _is_first(found[0], [p for p in pieces if p not in own], lines, words) if len(found) == 1 else None
    )
    return Subtotal(lines, rest, found[0], is_first)


def _is_subtotal(text: str, words: Words) -> bool:
    """Whether a word names a sum of some columns, and is not made up of labels that ran into each other (总计商业企业)."""
    if not is_part_sum(text) or text in words.by_wording or text in words.spans:
        return False
    for span in words.spans:
        text = text.replace(span, "")
    return not any(wording in text for key in words.lower for wording in words.columns[key])


def _broken(pieces: Sequence[Piece]) -> list[tuple[Piece, ...]]:
    """The words whose letters stand one below the other, or side by side with a space between."""
    found = []
    for word in _BROKEN:
        for at, first in enumerate(pieces):
            if first.text != word[0]:
                continue
            beside = [p for p in pieces[at + 1 : at + 2] if p.line == first.line and p.text == word[1]]
            below = [
                p
                for p in pieces[at + 1 :]
                if first.line < p.line <= first.line + _MOST_BETWEEN
                and p.text == word[1]
                and (abs(p.x[0] - first.x[0]) <= 1 or abs(p.w[0] - first.w[0]) <= 1)
            ]
            found.append((first, *(beside or below[:1])))
    return found


def _without(line: str, pieces: Sequence[Piece]) -> str:
    """The line with spaces as wide in the place of pieces."""
    for piece in pieces:
        line = blanked(line, piece)
    return line


def _is_first(
    own: Sequence[Piece], others: Sequence[Piece], lines: Sequence[str], words: Words
) -> bool | None:
    """Whether the word stands before the pieces of the group's labels (True) or behind them (False); None where that is not told."""
    if len(own[0].text) == 1 and len(own) == 1:
        return None  # its first letter alone
    lower = [
        p
        for p in others
        if (keys := words.columns_with(p.text)) and words.lower.issuperset(keys) and p.text not in words.spans
    ]
    if is_spaced(lines):
        beside = [p for p in lower if p.line in {of.line for of in own}] or lower
        if beside and all(of.is_left_of(p) for p in beside for of in own):
            return True
        return False if beside and all(p.is_left_of(of) for p in beside for of in own) else None
    in_turn = sorted([*others, *own], key=lambda p: (p.line, p.x))
    at, end = in_turn.index(own[0]), in_turn.index(own[-1])
    if end - at >= len(own):
        return None
    first, *_, last = [key for key in words.columns if key in words.lower]
    behind, before = in_turn[end + 1 : end + 2], in_turn[max(0, at - 1) : at]
    opens = any(w.startswith(p.text) for p in behind for w in words.columns[first])
    closes = any(w == p.text for p in before for w in words.columns[last])
    if opens is closes or any(p in lower for p in (in_turn[:at] if opens else in_turn[end + 1 :])):
        return None
    return opens
