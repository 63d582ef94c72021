"""What the readers hand to the matcher: cells with their lines, rows of cells, and runs of figures in plain text.

Nothing here knows the form; nothing here decides what a figure means.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field

from assets.extract.numbers import looks_like_figure
from assets.extract.records import kept, record


@record
class Cell:
    """A piece of printed text with its first and last line (1-based) and, where known, its columns.

    `x0` and `x1` count characters, `w0` is the start where wide characters count two. `of_rows` tells that it is one cell of several
    rows with labels of their own: a figure in it is of none of them alone.
    """

    text: str
    line_start: int
    line_end: int
    x0: int = -1
    x1: int = -1
    w0: int = -1
    of_rows: bool = False


def has_figure(cells: Iterable[Cell]) -> bool:
    """Whether any of some cells holds a figure."""
    return any(looks_like_figure(cell.text) for cell in cells)


@dataclass
class GridRow:
    """A row of a table whose delimiters are in the text, so that blank cells are still there.

    `block` numbers the table-like block it came from; `spans` tells that the reader placed every cell in its true
    grid column (merged cells expanded), so that equal indexes are equal columns throughout the block. `starts` are the
    indexes at which a cell of the text begins, where some are wider than one column; else there are none. `under` are those
    that a cell of a row above with something in it reaches down to. `is_filled_up` tells that its last cells are not in the text. Once its readers have handed it on, its cells stay as they are: what is
    asked of them again and again is kept.
    """

    cells: list[Cell]
    layout: str
    block: int
    spans: bool = False
    starts: tuple[int, ...] = ()
    under: tuple[int, ...] = ()
    is_filled_up: bool = False

    @kept
    def line_start(self) -> int:
        """First line of the row."""
        return self.cells[0].line_start

    @kept
    def line_end(self) -> int:
        """Last line of the row."""
        return max([cell.line_end for cell in self.cells])

    @kept
    def written(self) -> list[int]:
        """Indexes of the cells that are not blank."""
        texts = map(str.strip, [cell.text for cell in self.cells])
        return [at for at, text in enumerate(texts) if text]

    @kept
    def words(self) -> list[int]:
        """Indexes of the cells that hold anything but figures."""
        written = self.written
        are_figures = map(looks_like_figure, [self.cells[at].text for at in written])
        return [at for at, is_figure in zip(written, are_figures, strict=True) if not is_figure]


@record
class Fragment:
    """A line of text without trailing figures that stands between figures: maybe part of a label."""

    text: str
    line: int
    x0: int


@dataclass
class Run:
    """Figures in plain text that follow each other without words between, line by line.

    `head` is the text before the figures on their first line; `before` and `after` are the fragments between the
    neighbouring runs, nearest last in `before` and nearest first in `after`. `maybe_page` is a figure that may be a page number, `is_page_told` says that the heads of pages around tell so of its very line,
    `is_only_year` that it is a year that stands alone on no other line; `gaps` counts the empty lines above each line of figures but the first.
    """

    lines: list[list[Cell]]
    head: str
    head_line: int
    head_x0: int
    before: list[Fragment] = field(default_factory=list)
    after: list[Fragment] = field(default_factory=list)
    maybe_page: Cell | None = None
    gaps: list[int] = field(default_factory=list)
    is_page_told: bool = False
    is_only_year: bool = False

    def ends_in_page(self, width: int) -> bool:
        """Whether one figure more than a row of `width` has stands on a line below the others, and the heads of pages tell its number."""
        cells = self.cells
        if not self.is_page_told or len(cells) != width + 1 or cells[-1] is not self.maybe_page:
            return False
        return len(cells) > 1 and cells[-1].line_start > cells[-2].line_end

    @kept
    def cells(self) -> list[Cell]:
        """All figures in reading order; asked for when all of them are there."""
        return [cell for line in self.lines for cell in line]

    @kept
    def layout(self) -> str:
        """How the figures stand: one a line, aligned by spaces, or running."""
        if len(self.lines) > 1 and all(len(line) == 1 for line in self.lines):
            return "cell_per_line"
        gaps = [b.x0 - a.x1 for line in self.lines for a, b in itertools.pairwise(line)]
        if gaps and min(gaps) > 1:
            return "aligned"
        return "running"

    @kept
    def line_start(self) -> int:
        """Line of the first figure."""
        return self.lines[0][0].line_start

    @property
    def line_end(self) -> int:
        """Line of the last figure."""
        return self.lines[-1][-1].line_end


@record
class Prose:
    """A line of running prose."""

    text: str
    line: int

    @property
    def line_start(self) -> int:
        """Its line."""
        return self.line

    @property
    def line_end(self) -> int:
        """Its line."""
        return self.line


Item = GridRow | Run | Prose
