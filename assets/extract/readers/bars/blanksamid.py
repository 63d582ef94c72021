"""Rows whose blank cells stand on lines of their own, what follows them on the next line.

    2.其他法律行政法规禁止公开 | 376 | 17 |
    |
    47 | 81 | 213 | 734 |

A program that ends each cell with a bar and begins a line before a blank one prints them so. Bars that are lost or too many show in the
count of a row's cells: rows are put together only where each row of the block has as many. Does not belong here: cells a line each
(pipecells.py), bars below rows that are whole but for the end (blanksbelow.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import Cell
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.bars.barlines import PIPES, is_bar
from assets.extract.undone.words.brokenlabels import is_label

_Numbered = tuple[int, str]
# So many rows of so many cells are no chance; in so many a figure stands behind bars alone on their lines.
_LEAST_ROWS, _LEAST_WIDTH, _LEAST_BROKEN = 8, 5, 2


def rows_with_blanks_amid(lines: Sequence[_Numbered]) -> list[list[Cell]]:
    """The rows of a block, each with its cells over all its lines; none where not all rows of figures have as many."""
    if not any(is_bar(line) for _, line in lines) or not all(
        line.rstrip().endswith("|") for _, line in lines
    ):
        return []
    rows: list[list[_Numbered]] = []
    broken = set()
    for number, line in lines:
        first = PIPES.split(line)[0]
        goes_on = is_bar(line) or looks_like_figure(squash(first))
        if not goes_on:
            rows.append([(number, line)])
        elif not rows:
            return []
        else:
            if not is_bar(line) and is_bar(rows[-1][-1][1]):
                broken.add(len(rows))
            rows[-1].append((number, line))
    cells = [[Cell(text, n, n) for n, line in row for text in PIPES.split(line.strip())[:-1]] for row in rows]
    counts = [_behind_label(row) for row in cells]
    told = [count for count in counts if count]
    is_alike = len(set(told)) == 1 and told[0] >= _LEAST_WIDTH and len(told) >= _LEAST_ROWS
    is_whole = all(count or len(row) == 1 for count, row in zip(counts, rows, strict=True))
    return cells if is_alike and is_whole and len(broken) >= _LEAST_BROKEN else []


def _behind_label(cells: Sequence[Cell]) -> int:
    """How many cells a row has behind its label; 0 for one that has none or other words."""
    words = [
        at for at, cell in enumerate(cells) if cell.text.strip() and not looks_like_figure(squash(cell.text))
    ]
    return len(cells) - 1 - words[-1] if words and is_label(cells[words[-1]].text) else 0
