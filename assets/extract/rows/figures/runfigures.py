"""Which figures of a run are its row's, by how its lines stand.

A row stands on one line, one figure a line, or in blocks. Does not belong here: whose row it is (runlabels.py, candidates.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set
from itertools import pairwise

from assets.extract.labels import ascii_width, squash
from assets.extract.model import Cell, Run
from assets.extract.numbers import PAGE_NUMBER, taken_apart
from assets.extract.places.positions import are_two
from assets.extract.rows.figures.brokenalike import is_broken_alike

# Two digits that may be those of one figure.
_DIGITS = re.compile(r"[1-9][0-9]")
# Lines of one figure each show what a row's lines are.
_LEAST_LINES = 4


def figures_of(
    run: Run, widths: set[int], breaks: Set[tuple[int, int]] = frozenset()
) -> tuple[list[Cell], list[Cell]]:
    """The figures of the run's row, and figures on lines of their own that may belong to them.

    A row stands on one line, or one figure a line, or in lines of equal length and equally far apart, or in lines broken where
    those of the table's other rows are (`breaks`, brokenalike.py). A row that a
    line break cuts unevenly may have lost its order, and a second line may hold the last digits of the first: neither
    is a row; nor are figures below a single one beside the label, which stood in cells of more lines.
    """
    counts = [len(line) for line in run.lines]
    if len(counts) == 1:
        return run.cells, []
    if _is_below_page(run, widths):
        return run.lines[1], []
    if (joined := _with_split_cell(run)) and len(joined) in widths:
        return joined, []
    alike = (
        (len(set(counts)) == 1 and not (run.head and counts[0] == 1 and 0 in run.gaps))
        or _share_lines(run)
        or _share_one(run)
    )
    if len(run.cells) in widths and ((alike and _evenly_apart(run)) or is_broken_alike(run, breaks)):
        return run.cells, []
    if counts[0] in widths and (counts[0] > 1 or run.head):
        return run.lines[0], [cell for line in run.lines[1:] for cell in line]
    if len(run.cells) in widths:
        return [], run.cells
    return run.cells, []


def _is_below_page(run: Run, widths: set[int]) -> bool:
    """Whether a row of one line stands below a number between blank lines, which is a page's between label and row."""
    if len(run.lines) != 2 or len(run.lines[0]) != 1 or len(run.lines[1]) not in widths - {1}:
        return False
    number = run.cells[0]
    is_apart = run.gaps[0] and not run.head and all(f.line < number.line_start - 1 for f in run.before)
    return bool(is_apart and PAGE_NUMBER.fullmatch(number.text.strip()))


def apart(cell: Cell, width: int) -> list[Cell] | None:
    """The cells of a row that one piece of text holds with nothing between them; None where that is not certain."""
    texts = taken_apart(squash(cell.text), width)
    return None if texts is None else [Cell(text, cell.line_start, cell.line_end) for text in texts]


def _with_split_cell(run: Run) -> list[Cell] | None:
    """The figures of a run in which one cell has two lines, where blank lines part all others; None where that is not so."""
    if run.gaps.count(0) != 1 or len(run.gaps) < _LEAST_LINES or any(len(line) > 1 for line in run.lines):
        return None
    at = run.gaps.index(0)
    first, rest = run.cells[at : at + 2]
    if (run.head and not at) or not (first.text.isdecimal() and rest.text.isdecimal()):
        return None  # a figure beside its label has none above it that a blank line parts from it
    whole = Cell(f"{first.text}\n{rest.text}", first.line_start, rest.line_end)
    return [*run.cells[:at], whole, *run.cells[at + 2 :]]


def in_blocks(run: Run) -> bool:
    """Whether blank lines part all lines of figures, as where a program goes by the blocks of a page."""
    return bool(run.gaps) and all(run.gaps)


def _share_lines(run: Run) -> bool:
    """Whether a row stands cell by cell below its label, in blocks but for cells so near that they share a line.

    Single digits on one line may be those of one figure, spaced. A number apart from all of the others may be that of a
    page.
    """
    if sorted(map(len, run.lines))[:-1] == [1]:
        return False
    beside = (pair for line in run.lines for pair in pairwise(line))
    spaced = any(_DIGITS.fullmatch(ascii_width(a.text + b.text)) for a, b in beside)
    return not run.head and in_blocks(run) and not spaced


def _share_one(run: Run) -> bool:
    """Whether a row stands a figure a line, but for two on one line that cannot be the digits of one."""
    shared = [line for line in run.lines if len(line) > 1]
    if run.head or len(shared) != 1 or len(shared[0]) != 2 or len(run.lines) < _LEAST_LINES:
        return False
    return are_two(*shared[0])


def _evenly_apart(run: Run) -> bool:
    """Whether the lines of a run stand equally far apart, but for one place where a page may end.

    Figures in clusters are those of columns, or of several rows, in whatever order a program met them. Where blank lines set
    every cell apart, a program goes by the places of a page: it met the end of that page amid a row out of order.
    """
    if len(set(run.gaps)) < 2:
        return True
    gaps = Counter(run.gaps)
    (usual, count), *_ = gaps.most_common(1)
    return not usual and gaps.total() - count < 2
