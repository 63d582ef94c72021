"""How many cells every row of a table has, where its cells stand one after the other and nothing shows where a row ends.

Spans that are filled up, or repeated, leave rows of one width. It is told by where words and figures stand: there is one width only
at which in every row all figures stand behind the columns of labels, and no words of labels behind figures. Then blank cells, too,
have their place. Does not belong here: rows of several widths, which their texts part (pipecells.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.words.brokenlabels import is_label

_WORDS = re.compile("[\u3400-\u9fff]{2}")
_NARROWEST, _WIDEST = 3, 16
_MOST_LABELS = 4
# So many rows of figures show a width that is no chance.
_LEAST_ROWS = 3
# The most rows of a header over one row of figures, and the least cells of that row.
_MOST_HEADER, _LEAST_WIDTH = 6, 12


def width_of_rows(cells: Sequence[str]) -> int:
    """The width of all rows of these cells; 0 where there is none, or more than one."""
    if len(cells) < _LEAST_ROWS * _NARROWEST:
        return 0
    kinds = "".join(map(_kind, cells))
    if kinds.count("0") < _LEAST_ROWS:
        return 0
    fits = [w for w in range(_NARROWEST, _WIDEST + 1) if len(kinds) % w == 0 and _fits(kinds, w)]
    return fits[0] if len(fits) == 1 else 0


def width_of_one_row(cells: Sequence[str]) -> int:
    """How wide the one row of figures is below a header of several rows as wide, the lowest of which has words only.

    Or that row begins right behind the header's last word, and has words over each of its cells, below the header's first row.
    """
    figures = [bool(cell.strip()) and looks_like_figure(squash(cell)) for cell in cells]
    if not any(figures):
        return 0
    lowest = len(cells) - figures.index(True)
    for width in range(max(_LEAST_WIDTH, lowest), len(cells) // 2 + 1):
        head, row = cells[:-width], cells[-width:]
        is_bare = not any(_is_word(cell) for cell in row)
        if len(cells) % width == 0 and is_bare and len(cells) // width <= _MOST_HEADER + 1:
            full = len(list(takewhile(_is_word, reversed(head))))
            under = {at % width for at, cell in enumerate(head) if at >= width and _is_word(cell)}
            is_under = width == lowest and full > 0 and len(under) == width
            return width if full >= width or is_under else 0
    return 0


def _kind(text: str) -> str:
    """`0` for a figure, `W` for words of a label, `w` for other words, `_` for a blank cell, `?` for a sign."""
    text = text.strip()
    if not text:
        return "_"
    if looks_like_figure(squash(text)):
        return "0"
    if not _WORDS.search(squash(text)):  # a label may be printed a letter a line
        return "?"
    return "W" if is_label(text) else "w"


def _fits(kinds: str, width: int) -> bool:
    """Whether rows so wide have their figures behind their labels, in the same columns."""
    rows = [kinds[at : at + width] for at in range(0, len(kinds), width)]
    of_figures = [row for row in rows if "0" in row]
    first = min(row.index("0") for row in of_figures)
    if not 1 <= first <= _MOST_LABELS or len(of_figures) < _LEAST_ROWS:
        return False
    labelled = sum("w" in row[:first].lower() for row in of_figures)
    if labelled < len(of_figures) - len(of_figures) // 8 or not all(
        "W" not in row[first:] for row in of_figures
    ):
        return False
    # above rows of figures stand their headers, which begin with words; a row of blank cells has its label, one of figures may lack it
    return all(row[0] in "Ww_" and ("w" in row.lower() or "0" in row) for row in rows)


def _is_word(cell: str) -> bool:
    return len(cell.strip()) > 1 and not looks_like_figure(squash(cell))
