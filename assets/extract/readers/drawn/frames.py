"""Which lines of a drawn table start a row where no border parts the rows: borders about the header and the whole only.

A line is either a row or the rest of the row above it, wrapped within its cells. Belongs here: what tells these apart.
Does not belong here: where cells begin and end (boxes.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assets.extract.model import Cell
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.drawn.chopped import (
    NUMBERED,
    have_labels,
    is_filled_from_end,
    is_of_figure,
    labels_go_on,
    may_go_on,
    names_columns,
    stand_below_names,
)
from assets.extract.readers.drawn.widths import columns_of

# (index of the column it starts in, text; None for a stretch of border)
Piece = tuple[int, str | None]
# What stands over the rows of a part of a table: 第二十条第（五）项.
_CLAUSE = re.compile(r"第[一二三四五六七八九十]{1,3}条第")
# Spaces beside a text in its cell.
_PADDING = 2


@dataclass(frozen=True)
class Frame:
    """A table without borders between its rows: its `edges`, and the width that characters of ambiguous width have."""

    edges: list[int]
    wide: int

    def parts(self, row: Mapping[int, Cell], above: Sequence[Piece], line: Sequence[Piece]) -> bool:
        """Whether a line cannot be the rest of the row above it, whose last line is `above`."""
        if is_second_label(row, line) or _is_beside(row, line) or _begins_below_words(row, line):
            return True
        texts = [{c: text for c, text in each if text} for each in (above, line)]
        if have_labels(*texts) or names_columns(texts[1]) or stand_below_names(*texts):
            return True
        return self._left_room(above, line) and not self.may_go_on(above, line, with_labels=True)

    def holds_rows(self, lines: Sequence[Sequence[Piece]]) -> bool:
        """Whether lines that no border parts hold several rows: a figure stands below one beside which there was room for it.

        So do the figures of all columns that both lines share, several, and both have a label of their own. Where they share one,
        a cell and its label may be broken by hand, but not over three lines.
        """
        rows = [{column: text for column, text in line if text} for line in lines]
        with_figures = [row for row in rows if any(map(looks_like_figure, row.values()))]
        shared = [self._shared(upper, lower) for upper, lower in pairwise(with_figures)]
        return max(shared, default=0) > 1 or sum(map(bool, shared)) > 1

    def _shared(self, upper: Mapping[int, str], lower: Mapping[int, str]) -> int:
        """How many columns have a figure in both of two lines that are two rows; 0 where they may be one."""
        shared = [column for column in upper if column in lower and looks_like_figure(lower[column])]
        if shared and have_labels(upper, lower):
            return len(shared)
        if not shared or not all(looks_like_figure(upper[c]) and self._has_room(c, upper[c]) for c in shared):
            return 0
        above, below = [
            min((c for c in row if not looks_like_figure(row[c])), default=min(shared))
            for row in (upper, lower)
        ]
        if max(above, below) >= min(shared):
            return 0
        row = {column: Cell(text, 0, 0) for column, text in upper.items()}
        line = list(lower.items())
        is_own = above == below and self._has_room(above, upper[above])
        if is_second_label(row, line) or _is_beside(row, line):
            return len(shared)
        return len(shared) if is_own and not self.may_go_on([*upper.items()], [*lower.items()]) else 0

    def may_go_on(self, upper: Sequence[Piece], lower: Sequence[Piece], *, with_labels: bool = False) -> bool:
        """Whether a line may be the rest of the one above it, chopped; `with_labels` where its words tell, too."""
        room = {c: right - left - 1 - _PADDING for c, (left, right) in enumerate(pairwise(self.edges))}
        above, below = ({column: text for column, text in line if text} for line in (upper, lower))
        if with_labels and not labels_go_on(above, below, room, self.wide):
            return False
        return may_go_on(above, below, room, self.wide)

    def _left_room(self, upper: Sequence[Piece], lower: Sequence[Piece]) -> bool:
        """Whether a text had room for its next letter: a cell is wrapped only where there is none."""
        above = {column: text for column, text in upper if text}
        below = {column: text for column, text in lower if text}
        words_only = not any(map(looks_like_figure, below.values()))
        return any(
            self._has_room(column, above[column])
            and not (words_only and self._is_chopped(column, above[column], text))
            for column, text in below.items()
            if column in above
        )

    def _is_chopped(self, column: int, above: str, below: str) -> bool:
        """Whether words fill a line to the last so that no letter of those above found room."""
        if column + 1 >= len(self.edges) or (looks_like_figure(above) and not is_of_figure(below)):
            return False
        inner = self.edges[column + 1] - self.edges[column] - 1 - _PADDING
        return is_filled_from_end([above, below], inner, self.wide)

    def _has_room(self, column: int, text: str) -> bool:
        if column + 1 >= len(self.edges):
            return False
        inner = self.edges[column + 1] - self.edges[column] - 1 - _PADDING
        letter = 1 if looks_like_figure(text) else 2
        return columns_of(f"{text} ", self.wide)[-1][0] + letter <= inner


def is_second_label(row: Mapping[int, Cell], line: Sequence[Piece]) -> bool:
    """Whether a numbered label begins on a line where the row has its own, or left of all of the row, under none of it."""
    texts = {column: cell.text for column, cell in row.items() if cell.text}
    numbered = [column for column, text in line if text and NUMBERED.match(text)]
    own = {column for column, text in texts.items() if NUMBERED.match(text)}
    if not numbered or not own:
        return False
    is_under = any(text and column in texts for column, text in line)
    return not own.isdisjoint(numbered) or (numbered[0] < min(texts) and not is_under)


def _is_beside(row: Mapping[int, Cell], line: Sequence[Piece]) -> bool:
    """Whether the words of a line stand under none of the row's, or beside them where a row with figures has none.

    Cells of a row begin side by side, and where they are set to the middle a label of more lines stands about its figures.
    A group's label left of the words may be set to the middle of all of its rows.
    """
    texts = {column: cell.text for column, cell in row.items() if cell.text}
    figures = [column for column, text in texts.items() if looks_like_figure(text)]
    words = [column for column, text in line if text and not looks_like_figure(text)]
    if not words or len(texts) == len(figures):
        return False
    if not any(text and column in texts for column, text in line):
        return True
    new = [column for column in words if column not in texts and column < min(figures, default=0)]
    shared = [column for column in words if column in texts]
    return bool(new) and max(shared, default=-1) < min(new)


def _begins_below_words(row: Mapping[int, Cell], line: Sequence[Piece]) -> bool:
    """Whether a numbered label begins beside figures that stand under words of a row without any, a header's; or a clause does.

    So, too, where it begins left of all words of that row.
    """
    texts = {column: cell.text for column, cell in row.items() if cell.text}
    below = {column: text for column, text in line if text}
    first = min(below, default=0)
    if any(map(looks_like_figure, texts.values())):
        return len(below) == 1 and _CLAUSE.match(below[first]) is not None
    figures = [column for column, text in below.items() if looks_like_figure(text)]
    is_over = any(column in texts for column in figures) or first < min(texts, default=0)
    return bool(figures) and NUMBERED.match(below[first]) is not None and is_over
