"""Column labels that a page sets in pieces one above the other (商业 over 企业), read by where the pieces stand.

Belongs here: from the lines of a header aligned by spaces to the labels from left to right, or to the sign that they
stand otherwise than in the form. Does not belong here: headers whose cells are set apart (gridheader.py), texts without
places (plainheader.py), and what the order means for the figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from assets.extract.labels import squash
from assets.extract.places.positions import display_width

_TOKEN = re.compile(r"\S+")
_SPACED = re.compile(r"\S\s{2,}\S")
# So far apart stand pieces of one label of which one was pushed aside.
_MOST_PUSHED = 1
# No header has more words.
_MOST_PIECES = 120


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a header: its letters, its line, and its start and end in characters and in display width."""

    text: str
    line: int
    x: tuple[int, int]
    w: tuple[int, int]

    def is_left_of(self, other: Piece) -> bool:
        """Whether it ends before the other starts, in both measures."""
        return self.x[1] <= other.x[0] and self.w[1] <= other.w[0]


@dataclass(frozen=True, eq=False)
class Words:
    """What a header may print: `columns` are the wordings of each column key, `spans` labels over several columns.

    `lower` are the keys of the columns below those, `other` texts beside the column labels: corner, caption, note.
    """

    columns: dict[str, tuple[str, ...]]
    spans: tuple[str, ...]
    lower: frozenset[str]
    other: tuple[str, ...]

    @cached_property
    def by_wording(self) -> dict[str, str]:
        """The column of each wording."""
        return {w: key for key, wordings in self.columns.items() for w in wordings}

    def is_known(self, text: str) -> bool:
        """Whether a word is a piece of anything that the header may print."""
        return any(text in w for w in (*self.spans, *self.other)) or bool(self.columns_with(text))

    @cached_property
    def _wordings(self) -> list[tuple[str, str]]:
        """The columns, each with its wordings in one, between them what no word holds."""
        return [(key, "\n".join(wordings)) for key, wordings in self.columns.items() if wordings]

    def columns_with(self, text: str) -> list[str]:
        """The columns in whose wordings a word stands."""
        return [key for key, wordings in self._wordings if text in wordings]


def segments(lines: Sequence[str], words: Words) -> list[list[Piece]]:
    """The pieces of column labels in each stretch of lines that hold nothing but a header.

    Blank lines do not end a stretch; a page does, since places of two pages do not compare. A line of column labels
    with other words among them is a header that is not understood: what stands above it is not the nearest one.
    """
    found: list[list[Piece]] = [[]]
    for number, line in enumerate(lines):
        if "\f" in line and found[-1]:
            found.append([])
        pieces = pieces_of(line, number)
        if not all(words.is_known(p.text) for p in pieces):
            if any(p.text in wordings for p in pieces for wordings in words.columns.values()):
                found = [[]]
            elif found[-1]:
                found.append([])
            continue
        found[-1] += [p for p in pieces if words.columns_with(p.text) or p.text in words.spans]
    return [pieces for pieces in found if 0 < len(pieces) <= _MOST_PIECES]


def pieces_of(line: str, number: int) -> list[Piece]:
    """The words of a line, with where they stand."""
    return [
        Piece(
            squash(t[0]),
            number,
            t.span(),
            (display_width(line[: t.start()]), display_width(line[: t.end()])),
        )
        for t in _TOKEN.finditer(line)
    ]


def stacked(pieces: Sequence[Piece], is_whole: Callable[[list[str]], bool], words: Words) -> list[str] | None:
    """The column keys from left to right, where the pieces make up whole labels and `is_whole` says all are there.

    None where they do not, or where the two measures give different orders.
    """
    by_label = {w: key for key, wordings in words.columns.items() for w in wordings}
    pieces = [p for p in pieces if p.text not in words.spans]
    orders = []
    for spans in ([p.x for p in pieces], [p.w for p in pieces]):
        stacks = _joined(stacks_of(pieces, spans), dict(zip(pieces, spans, strict=True)), by_label)
        keys = [_label_of(stack, by_label) for stack in stacks]
        order = [key for key in keys if key is not None]
        if len(order) == len(keys) and is_whole(order) and order not in orders:
            orders.append(order)
    return orders[0] if len(orders) == 1 else None


def places(
    pieces: Sequence[Piece], order: Sequence[str], words: Words, *, wide: bool
) -> list[tuple[int, int]]:
    """Where the labels of columns stand from left to right, in one measure; empty where they are not those of `order`."""
    by_label = {w: key for key, wordings in words.columns.items() for w in wordings}
    pieces = [p for p in pieces if p.text not in words.spans]
    spans = [p.w if wide else p.x for p in pieces]
    stacks = stacks_of(pieces, spans)
    if [_label_of(stack, by_label) for stack in stacks] != list(order):
        return []
    measured = [[p.w if wide else p.x for p in stack] for stack in stacks]
    return [(min(start for start, _ in stack), max(end for _, end in stack)) for stack in measured]


def _label_of(stack: Sequence[Piece], by_label: Mapping[str, str]) -> str | None:
    """The column whose label the pieces of a stack make up; one that spans lines may be printed on each of them."""
    texts = [piece.text for piece in stack]
    return by_label.get("".join(texts)) or by_label.get("".join(dict.fromkeys(texts)))


def stacks_of(pieces: Sequence[Piece], spans: Sequence[tuple[int, int]]) -> list[list[Piece]]:
    """Pieces whose places overlap, from left to right, each stack from top to bottom."""
    stacks: list[list[Piece]] = []
    end = -1
    for span, piece in sorted(zip(spans, pieces, strict=True), key=lambda sp: sp[0]):
        if span[0] >= end:
            stacks.append([])
        stacks[-1].append(piece)
        end = max(end, span[1])
    return [sorted(stack, key=lambda p: (p.line, p.x)) for stack in stacks]


def _joined(
    stacks: Sequence[list[Piece]], spans: Mapping[Piece, tuple[int, int]], by_label: Mapping[str, str]
) -> list[list[Piece]]:
    """The stacks, two that make up a label only together as one, where hardly a space is between them.

    A page pushes a word to the right that stands close behind another: 社会 behind 自然, and 公益 below it in its own place.
    """
    found: list[list[Piece]] = []
    for stack in stacks:
        if found and _label_of(stack, by_label) is None and _label_of(found[-1], by_label) is None:
            gap = min(spans[p][0] for p in stack) - max(spans[p][1] for p in found[-1])
            both = sorted([*found[-1], *stack], key=lambda p: (p.line, p.x))
            lines = {p.line for p in both}
            if gap <= _MOST_PUSHED and len(lines) == len(both) and _label_of(both, by_label):
                found[-1] = both
                continue
        found.append(stack)
    return found


def misplaced(pieces: Sequence[Piece], words: Words, order: Sequence[str]) -> list[str]:
    """Two pieces of different columns that stand the other way round than `order` says; empty where there are none.

    A piece that may also be one of a label over several columns tells only where those labels stand whole. Labels of
    two levels (`words.lower` are those below a spanning label) may be set from the left margin each by itself.
    """
    sure = []
    printed = {p.text for p in pieces}
    broken = [span for span in words.spans if span not in printed]
    for piece in pieces:
        keys = words.columns_with(piece.text)
        if len(keys) == 1 and keys[0] in order and not any(piece.text in span for span in broken):
            sure.append((order.index(keys[0]), keys[0] in words.lower, piece))
    for (a, low, first), (b, other_low, second) in combinations(sure, 2):
        if low is not other_low and first.line != second.line:
            continue
        if (a < b and second.is_left_of(first)) or (b < a and first.is_left_of(second)):
            return [first.text, second.text]
    return []


def is_spaced(lines: Sequence[str]) -> bool:
    """Whether words are set apart by more than one space, so that places on the line mean something."""
    return any(_SPACED.search(line) for line in lines)
