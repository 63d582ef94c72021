"""The column for the sum of a group of columns (小计 under 法人或其他组织), which no form has, in headers of plain text.

It is told by its word, and stands before the group's columns or behind them. Its figures are no column's of the form, and a row
with one figure less than the header has labels has a blank. Does not belong here: such columns in rows of cells
(gridheader.py), strange columns of other names (extracolumns.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assets.extract.columnnames import UNKNOWN
from assets.extract.labels import squash
from assets.extract.memory import remembering_header
from assets.extract.model import Cell
from assets.extract.otherlabels import is_part_sum
from assets.extract.plainheader import header_words
from assets.extract.positions import display_width
from assets.extract.stackedheader import Piece, Words, is_spaced
from schemas.form import Block, Table
from schemas.whose import WORDS

_TOKEN = re.compile(r"\S+")
# The two letters of the word, where a narrow column sets one above the other.
_BROKEN = tuple(word for word in WORDS.sums_of_parts if len(word) == 2)
# How many lines of a header lie between them.
_MOST_BETWEEN = 3


@dataclass(frozen=True)
class Subtotal:
    """The header without the word (`lines`), the word itself (`pieces`, one below the other if broken).

    `is_first` tells whether it stands before the columns that it sums or behind them, None if that is not known.
    """

    lines: tuple[str, ...]
    pieces: tuple[Piece, ...]
    is_first: bool | None

    def within(self, order: Sequence[str], lower: frozenset[str]) -> list[str] | None:
        """The order of all columns; None where the place is not known, or the columns of the group stand apart."""
        spots = [i for i, key in enumerate(order) if key in lower]
        if self.is_first is None or not spots or spots[-1] - spots[0] >= len(spots):
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


@remembering_header
def subtotal_in(lines: tuple[str, ...], table: Table, block: Block) -> Subtotal | None:
    """The subtotal that the lines of a header name, without a place where they name several; None where they name none."""
    if not any(c.group for c in block.columns):
        return None
    joined = squash("".join(lines))
    if not any(letter in joined for word in (*WORDS.sums_of_parts, *WORDS.sums) for letter in word):
        return None
    words = header_words(table, block.columns)
    pieces = [
        Piece(
            squash(t[0]),
            number,
            t.span(),
            (display_width(line[: t.start()]), display_width(line[: t.end()])),
        )
        for number, line in enumerate(lines)
        for t in _TOKEN.finditer(line)
    ]
    named = [(piece,) for piece in pieces if _is_subtotal(piece.text, words)]
    broken = _broken(pieces)
    sums = [piece for piece in pieces if piece.text in WORDS.sums]
    totals = {w for c in block.columns if not c.group for w in c.wordings}
    if not named and not broken and any(p.text in totals for p in sums):
        # beside 总计 another word for a sum is that of the group
        named = [(piece,) for piece in sums if piece.text not in totals]
    found = [*named, *broken]
    if not found:
        return None
    own = {piece for of in found for piece in of}
    rest = tuple(_without(line, [p for p in own if p.line == number]) for number, line in enumerate(lines))
    is_first = (
        _is_first(found[0], [p for p in pieces if p not in own], lines, words) if len(found) == 1 else None
    )
    return Subtotal(rest, found[0], is_first)


def _is_subtotal(text: str, words: Words) -> bool:
    return is_part_sum(text) and text not in words.by_wording and text not in words.spans


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
        start, end = piece.x
        spaces = "".join(" " if display_width(letter) == 1 else "\u3000" for letter in line[start:end])
        line = line[:start] + spaces + line[end:]
    return line


def _is_first(
    own: Sequence[Piece], others: Sequence[Piece], lines: Sequence[str], words: Words
) -> bool | None:
    """Whether the word stands before the pieces of the group's labels (True) or behind them (False); None where that is not told."""
    if not any(word == "".join(p.text for p in own) for word in WORDS.sums_of_parts) and len(own) > 1:
        return None
    if any("".join(p.text for p in own) == word[0] for word in _BROKEN):
        return None
    lower = [
        p
        for p in others
        if (keys := words.columns_with(p.text))
        and all(key in words.lower for key in keys)
        and p.text not in words.spans
    ]
    if is_spaced(lines):
        lines_of = {p.line for p in own}
        beside = [p for p in lower if p.line in lines_of] or lower
        if beside and all(of.is_left_of(p) for p in beside for of in own):
            return True
        if beside and all(p.is_left_of(of) for p in beside for of in own):
            return False
        return None
    if len(own) > 1 and own[0].line != own[-1].line and own[-1].line != own[0].line + 1:
        return None
    order = [*sorted([*others, *own], key=lambda p: (p.line, p.x))]
    at, end = order.index(own[0]), order.index(own[-1])
    first = [key for key in words.columns if key in words.lower][0]
    last = [key for key in words.columns if key in words.lower][-1]
    behind = order[end + 1].text if end + 1 < len(order) else ""
    before = order[at - 1].text if at else ""
    opens = bool(behind) and any(w.startswith(behind) for w in words.columns[first])
    closes = bool(before) and any(w == before for w in words.columns[last])
    if opens is closes:
        return None
    is_sure = not any(p in lower for p in (order[:at] if opens else order[end + 1 :]))
    return opens if is_sure else None
