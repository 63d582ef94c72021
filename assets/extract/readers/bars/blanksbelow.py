"""Blank cells at the end of rows of one line, whose bars stand alone on the lines below.

    行政强制 | 4 | -2 |
    |

Such a bar is a cell of the row where it has, with it, as many cells behind its label as the word over the labels has columns beside it, or
as all rows without such bars have; not where bars stand below a row that is whole, or below a header, and so fill these up. A cell that
is not blank below such bars is of their row, too, and leaves them where they are. Belongs here: bars alone below rows of one line. Does
not belong here: cells a line each (pipecells.py), bars at the end of a line (linepads.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assets.extract.labels import squash
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars.barlines import PIPES, is_bar
from assets.extract.undone.words.brokenlabels import is_label
from schemas.form import forms

_Numbered = tuple[int, str]
# So many rows without bars below tell how many cells one has.
_LEAST_ROWS = 2


def with_blanks_below(lines: list[_Numbered]) -> list[_Numbered]:
    """The lines, bars alone that are the last cells of the row above at its end."""
    if not any(is_bar(line) for _, line in lines):
        return lines
    rows: list[tuple[int, str]] = []
    below: list[list[_Numbered]] = []  # the bars below each
    for number, line in lines:
        if rows and is_bar(line):
            below[-1].append((number, line))
        else:
            rows.append((number, line))
            below.append([])
    texts = [line for _, line in rows]
    widths = _widths(texts, [len(bars) for bars in below])
    if any(bars and _is_filled_up(line, n) for line, bars, n in zip(texts, below, widths, strict=True)):
        return lines
    following = [squash(PIPES.split(line)[0]) for line in texts[1:]] + [""]
    out: list[_Numbered] = []
    for row, bars, width, cell in zip(rows, below, widths, following, strict=True):
        number, line = row
        if bars and not looks_like_figure(cell) and width and _cells(line) + len(bars) == width:
            out.append((number, line.rstrip() + " |" * len(bars)))
        else:
            out += [row, *bars]
    return out


def _is_filled_up(line: str, width: int) -> bool:
    """Whether bars below a line are no cells of it: it is whole without them, or no row."""
    cells = _cells(line)
    return (
        (width and cells >= width)
        or not line.rstrip().endswith(("|", "｜"))
        or (
            not cells
            and not is_label(PIPES.split(line)[0])
            and not looks_like_figure(squash(PIPES.split(line)[0]))
        )
    )


def _widths(lines: Sequence[str], bars: Sequence[int]) -> list[int]:
    """How many cells each row has behind its label; 0 where that is not known."""
    whole = [cells for line, below in zip(lines, bars, strict=True) if not below and (cells := _cells(line))]
    is_one = len(whole) >= _LEAST_ROWS and len(set(whole)) == 1
    width = whole[0] if is_one else 0
    widths = []
    for line in lines:
        parted = PIPES.split(line.rstrip())
        if squash(parted[0]) in _corners():
            width = len(parted) - 2
        widths.append(width)
    return widths


def _cells(line: str) -> int:
    """How many cells a line has behind the last words of a row; 0 where it has only words or none."""
    cells = PIPES.split(line.rstrip())[:-1]
    words = [at for at, cell in enumerate(cells) if cell.strip() and not looks_like_figure(squash(cell))]
    return len(cells) - 1 - words[-1] if words else 0


@cache
def _corners() -> frozenset[str]:
    return frozenset(squash(t.header) for f in forms().values() for t in f.tables if len(t.blocks) > 1)
