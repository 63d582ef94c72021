"""A whole document in a few very long lines, a tab between all its pieces: `…情况\\t行政许可\\t0\\t0\\t0\\t其他对外管理服务事项\\t0…`.

A program that takes the text out of a page joins its pieces with one sign, whether they are words of a paragraph or cells of a table, and the
only line breaks left are those that the page had within its words. No line is a row. Each piece is put on a line of its own, as other
programs print it. Belongs here: texts with such lines, several rows of a form in each line of figures. Does not belong here: rows of
cells, however long (delimited.py), lines in which a tab stands for a blank cell, tabs between words of lines (spaces/wordtabs.py).
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from assets.extract.labels import normalize
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.lines.glued import row_labels
from assets.extract.undone.words.splitatslash import with_labels_over_slash

# No row of any form has so many cells, and so many labels with a figure behind each are no row's.
_MORE_THAN_A_ROW, _LEAST_ROWS = 24, 5
# So large a share of a text's labels stand in its long lines, and so large a one has no line of its own.
_LEAST_LONG, _LEAST_SHARE = 0.5, 0.8


def with_pieces_on_lines(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines cut at their tabs, and the number of each before, from 1; None where lines are rows."""
    if not any(line.count("\t") >= _MORE_THAN_A_ROW for line in lines):
        return lines, None
    pieces = [line.strip().split("\t") for line in lines]
    if not all(piece.strip() for line in pieces if len(line) > 1 for piece in line):
        return lines, None  # a blank cell
    labels = [*map(_labels_in, pieces)]
    every = sum(labels)
    long = sum(count for count, line in zip(labels, pieces, strict=True) if len(line) > _MORE_THAN_A_ROW)
    several = every - labels.count(1)
    if max(labels) < _LEAST_ROWS or long < _LEAST_LONG * every or several < _LEAST_SHARE * every:
        return lines, None
    out = [piece.strip() for line in pieces for piece in line]
    return with_labels_over_slash(out), [number for number, line in enumerate(pieces, 1) for _ in line]


def _labels_in(pieces: list[str]) -> int:
    """How many labels of rows stand in a line, each with a figure behind it."""
    return sum(
        looks_like_figure(after) and normalize(piece) in _labels() for piece, after in pairwise(pieces)
    )


@cache
def _labels() -> frozenset[str]:
    return frozenset(map(normalize, row_labels()))
