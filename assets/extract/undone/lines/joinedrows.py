"""Rows of cells that were joined to one line by spaces: the last cell of a row and the first of the next share a cell.

    规章<TAB>14<TAB>23<TAB>843 行政规范性文件<TAB>25<TAB>334<TAB>813 第二十条第（五）项 信息内容<TAB>…

So does what takes the line breaks out of a text whose cells tabs or bars part, none of them at the edges of a row. Each row is put on a
line of its own again, with all its cells. Belongs here: lines in which every row of figures but the first shares a cell with the row above, and
what in such a cell is a row's. Does not belong here: rows that are parted by cells or not at all (unfold.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.labels import squash, strip_numbering
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.undone.lines.glued import row_labels, tiles
from schemas.form import forms

# So many figures with the label of the next row behind them are no chance.
_LEAST_JOINTS = 4
# Two words within one cell, by what parts cells.
_WORDS_IN_CELL = {mark: re.compile(rf"[^\s{mark}][^\S{mark}]++[^\s{mark}]") for mark in "|\t"}
# Where so few cells begin or end with a space, it is that between two rows, one cell of which is blank.
_MOST_SPACED = 0.4
_NUMBER = re.compile(
    r"(?:[(（][一二三四五六七八九][)）]|[一二三四五六]、|[1-9][.、．])(?=[\u3400-\u9fff“\"])"
)


def joined_rows(line: str, mark: str) -> list[str]:
    """The rows of such a line, and what stands between them; none where it is not of joined rows."""
    texts = line.split(mark)
    spaced = sum(map(str.__ne__, texts, map(str.strip, texts)))
    at_edges = spaced <= _MOST_SPACED * len(texts)
    # a cell of two rows has two words, or one and the space at its edge that parts it from a blank one
    if len(_WORDS_IN_CELL[mark].findall(line)) + (spaced if at_edges else 0) < _LEAST_JOINTS:
        return []
    cells = [_pieces(text, at_edges=at_edges) for text in texts]
    joints = [pieces for pieces in cells if _is_joint(pieces)]
    if len(joints) < _LEAST_JOINTS or not any(pieces[-1] for pieces in joints):
        return []
    rows: list[list[str]] = [[]]
    for pieces in cells:
        rows[-1].append(pieces[0])
        rows += [[piece] for piece in pieces[1:]]
    return [] if any(map(_is_two_rows, rows)) else [mark.join(row) for row in rows]


def _pieces(cell: str, *, at_edges: bool) -> list[str]:
    """What a cell holds, cut at the spaces behind figures and before labels, and at those at its edges."""
    pieces: list[str] = [""] if at_edges and cell[:1].isspace() else []
    begun = len(pieces)
    words = cell.split()
    # behind a figure of one row stands its unit, unless another row begins in its cell
    is_shared = any(_opens(word) or is_furniture(word) for word in words[1:])
    for word in words:
        above = pieces[-1] if pieces else ""
        if (
            len(pieces) == begun
            or _opens(word)
            or (is_shared and looks_like_figure(above) and not looks_like_figure(above + word))
            or _is_beside_page(above, word)
            or (squash(above) in _last_heads() and looks_like_figure(word))
        ):
            pieces.append(word)
        else:
            pieces[-1] += f" {word}"
    for between in pieces[begun + 1 : -1]:
        # digits alone between two rows may be the rest of the figure above
        if looks_like_figure(pieces[begun]) and (last := between.split()[-1]).isdecimal():
            pieces[begun] += f" {last}"
    return [*pieces, ""] if not pieces or (at_edges and cell[-1:].isspace()) else pieces


def _opens(word: str) -> bool:
    """Whether a word is labels of the form, to the letter, or begins with the number of one."""
    text = squash(word)
    return bool(tiles(text)) or _NUMBER.match(text) is not None


def _is_beside_page(above: str, word: str) -> bool:
    """Whether one of two words is the number of a page, and not the other."""
    return is_furniture(above) != is_furniture(word)


@cache
def _last_heads() -> frozenset[str]:
    """The label of the last column over the one row of table 4, whose figures begin behind it."""
    last = [table.columns[-1] for form in forms().values() for table in form.tables if table.one_row]
    return frozenset(squash(word) for column in last for word in column.wordings)


def _is_row(word: str) -> bool:
    return strip_numbering(squash(word)) in row_labels() or _NUMBER.match(squash(word)) is not None


def _is_joint(pieces: Sequence[str]) -> bool:
    """Whether a cell is the last figure of a row, or a blank, and the label of the next, or a blank."""
    return len(pieces) > 1 and looks_like_figure(pieces[0]) and (not pieces[-1] or _is_row(pieces[-1]))


def _is_two_rows(cells: Sequence[str]) -> bool:
    """Whether the label of a row stands behind a figure: rows end otherwise."""
    figures = [at for at, cell in enumerate(cells) if looks_like_figure(cell)]
    return bool(figures) and any(map(_is_row, cells[figures[0] :]))
