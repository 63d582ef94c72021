"""The row of figures of the table whose rows are printed side by side (table 4): which cells of an item are it.

Belongs here: where the figures begin and end in a row, and digits right below or beside that may be cut off them. Does not belong
here: cells that are none of the table's (rowmargins.py), which cell of the form each figure is (overonerow.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from assets.extract.labels import squash, squash_lines
from assets.extract.model import Cell, GridRow, Item, Prose, Run
from assets.extract.numbers import ROUND_LETTERS, looks_like_figure
from assets.extract.places.runcolumns import is_cut
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.rows.figures.runfigures import apart
from assets.extract.sidebyside.countedcolumns import count_on
from assets.extract.sidebyside.grouplines import by_paragraph
from assets.extract.sidebyside.underlabels import under_labels
from schemas.form import Table

# Lines between what belongs together.
NEAR = 8
# Lines of a header, and rows of it.
_ABOVE = 90
# Figures of a row below that may be the last digits of those above; more are a row of their own.
_MOST_LOOSE = 4
# So many cells of a row may be blank.
_MOST_BLANK = 3
# So many cells may say something else than a figure.
_MOST_ODD = 3
# A figure that no digits go on with.
NOUGHT = "0"
# So many figures on either side of the end of a page.
_LEAST_CUT = 3
# So many texts of so few letters in a row are pieces of labels.
_LEAST_LETTERS, _PIECE_OF_LABEL = 4, 2
# The digits that a narrow cell leaves of a figure on its first line.
_PIECE = re.compile(r"[0-9][0-9,，.]*")
# A number that a page of a report may have.
NUMBER_OF_PAGE = re.compile("[1-9][0-9]?")
# Digits and signs: the rest of cells that were cut.
_NO_WORDS = re.compile(r"(?=[^0-9]*+[0-9])[^A-Za-z\u3400-\u9fff]++")


def has_loose_figures_below(items: list[Item], index: int) -> bool:
    """Whether figures without words stand right below: perhaps the last digits of those in the row.

    Where each cell has a line of its own they show that the row has more figures than columns.
    """
    item, below = items[index], items[index + 1] if index + 1 < len(items) else None
    if (
        isinstance(item, GridRow)
        and isinstance(below, GridRow)
        and below.layout in ("pipe_cells", "pipe_grid")
    ):
        return below.block == item.block and bool(below.written) and not below.words
    if isinstance(item, Run) and any(
        f.line - item.line_end <= NEAR and _NO_WORDS.fullmatch(f.text) for f in item.after[:1]
    ):
        return True
    if not isinstance(below, Run) or below.head or below.before:
        return False
    return len(below.cells) > 1 and below.line_start - item.line_end <= NEAR


def has_row_above(items: list[Item], index: int, lines: list[str], table: Table) -> bool:
    """Whether figures stand between the title of the table and a row, or in its block above it: two prints, and no word whose.

    Numbers that count the columns are none. What narrow cells cut off figures is such a row, too.
    """
    item = items[index]
    top = max(0, item.line_start - 1 - _ABOVE)
    names = tuple(squash(name) for name in (table.zh, *table.aliases))
    above = [squash(line).endswith(names) for line in lines[top : item.line_start - 1]]
    title = top + len(above) - above[::-1].index(True) if any(above) else None
    for other in items[max(0, index - _ABOVE) : index]:
        if isinstance(other, Prose) or (title is not None and other.line_start <= title):
            continue
        in_block = isinstance(other, GridRow) and isinstance(item, GridRow) and other.block == item.block
        if title is not None or in_block:
            written = [cell.text.strip() for cell in other.cells if cell.text.strip()]
            texts = list(takewhile(_is_digits, written))
            if isinstance(other, Run) and (other.head or other.before):
                continue  # a row with its label
            if len(texts) >= len(table.columns) and not count_on(texts) and not _is_rule(texts):
                return True
    return False


def _is_digits(text: str) -> bool:
    """Whether a cell holds a figure, or the beginning of one: `5,1` above `64`."""
    return looks_like_figure(text) or _PIECE.fullmatch(text) is not None


def _is_rule(texts: Sequence[str]) -> bool:
    """Whether a program drew a line of dashes in each cell, below the names of its columns: `---`."""
    return set(texts) == {"---"}


def has_figures_beside(items: list[Item], index: int, figures: list[Cell]) -> bool:
    """Whether cells are blank, and the row above or below has figures, more than the number of that row.

    Cells slid out of the row, or their figures stand among the words of the header: none of it is known to be blank.
    """
    item = items[index]
    if not isinstance(item, GridRow) or all(cell.text.strip() for cell in figures):
        return False
    for row in items[max(0, index - 1) : index + 2]:
        if row is item or not isinstance(row, GridRow) or row.block != item.block:
            continue
        texts = [row.cells[at].text.strip() for at in row.written]
        numbers = [text for text in texts if looks_like_figure(text)]
        is_of_row = len(numbers) == 1 and len(texts) > 1 and row.written[0] == 0 and texts[0] == numbers[0]
        if numbers and not is_of_row:
            return True
    return False


def may_be_cut(items: list[Item], index: int, figures: list[Cell]) -> set[int]:
    """The figures that digits right below may belong to: all of them, whichever column was the narrow one.

    A digit in a row of blank cells is one of the table; one on a line by itself may be the number of the page, too, but
    not so right below the row. It may be the row's own last figure as well, where another stands twice: all are one column off then.
    No digits go on with a nought, so that below nothing but noughts they may be no page's number only where they are too many.
    """
    item, below = items[index], items[index + 1] if index + 1 < len(items) else None
    if not isinstance(item, GridRow) or not isinstance(below, GridRow | Run):
        return set()
    written = [cell.text.strip() for cell in below.cells if cell.text.strip()]
    gap = below.line_start - item.line_end
    is_rest = gap == 1 and 0 < len(written) < len(figures) and all(map(str.isdecimal, written))
    if is_rest and _is_below_pieces(items, index):
        return {i for i, cell in enumerate(figures) if len(cell.text.strip()) > 1}
    if isinstance(below, Run):
        is_loose = not below.head and not below.before and gap == 1
    else:
        is_loose = gap <= NEAR and len(written) < len(below.cells)
    if not is_loose or not 0 < len(written) <= _MOST_LOOSE or not all(map(str.isdecimal, written)):
        return set()
    if (
        isinstance(below, Run)
        and len(written) == 1
        and goes_on_with_none(written[0], [c.text for c in figures])
    ):
        return set()
    return set(range(len(figures)))


def goes_on_with_none(digits: str, figures: Sequence[str]) -> bool:
    """Whether digits may number a page and are no figure's rest, since all above are noughts."""
    return bool(NUMBER_OF_PAGE.fullmatch(digits)) and all(text.strip() == NOUGHT for text in figures)


def _is_below_pieces(items: list[Item], index: int) -> bool:
    """Whether rows of one letter or two a cell stand above a row in its block: labels that narrow cells cut, a line of the page each."""
    item = items[index]
    above = [row for row in items[max(0, index - NEAR) : index] if isinstance(row, GridRow)]
    own = [row for row in above if isinstance(item, GridRow) and row.block == item.block]
    letters = [sum(len(row.cells[at].text.strip()) <= _PIECE_OF_LABEL for at in row.words) for row in own]
    return sum(count >= _LEAST_LETTERS for count in letters) > 1


def figures_in(
    item: GridRow | Run, width: int, table: Table, above: list[str], lines: list[str]
) -> list[Cell] | None:
    """The row of figures in an item, blanks included; None where it is not such a row."""
    if isinstance(item, Run):
        return _figures_of_run(item, width, table, above, lines)
    if len(item.cells) == width + 1 and squash(item.cells[0].text) == table.columns[-1].zh:
        return item.cells[1:]  # the last label of the header in front of the figures
    written = item.written
    if not written or (item.words and not _has_odd_cells(item, width, table)):
        return None
    # with an empty cell before it, a first figure is no number of the row
    many = len(written) == width or (len(written) >= width - _MOST_BLANK and written[0] > 0)
    if many and written[-1] - written[0] == width - 1:
        return item.cells[written[0] : written[-1] + 1]
    if len(written) == width and len({after - at for at, after in pairwise(written)}) == 1:
        return [
            item.cells[at] for at in written
        ]  # as many blank cells between any two: all are as wide, or bars are double
    if len(item.cells) >= width - 3 and len(written) > 0:
        return _trim(item.cells, width)
    return None


def _figures_of_run(
    item: Run, width: int, table: Table, above: list[str], lines: list[str]
) -> list[Cell] | None:
    """`figures_in` of plain text."""
    if not item.head and len(item.cells) == 1:
        return apart(item.cells[0], width)
    if item.head or not width - 3 <= len(item.cells) <= width + 2:
        return None
    if item.ends_in_page(width) and not any(map(is_cut, item.cells)):
        lines_of = {cell.line_start for cell in item.cells[:width]}
        return item.cells[:width] if len(lines_of) in (1, len(table.rows), width) else []
    paragraphs = by_paragraph(item)
    is_doubtful = item.maybe_page is not None or (paragraphs is not None and len(paragraphs) != width)
    if is_doubtful or any(is_cut(cell) for cell in item.cells):
        return []
    counts = {len(line) for line in item.lines}
    if len(item.cells) < width and len(item.lines) == 1 and item.layout == "aligned":
        return under_labels(item.cells, above, table) or []
    if len(item.cells) == width and _is_cut_by_page(item, lines):
        return item.cells
    if counts in ({width}, {len(table.columns)}, {1}):
        return paragraphs or item.cells
    # lines of another length go on from left to right only under a header that names each column for each row
    under_all = squash_lines(above).count(table.columns[-1].zh) >= len(table.rows)
    return item.cells if len(counts) == 1 and under_all else []


def _has_odd_cells(row: GridRow, width: int, table: Table) -> bool:
    """Whether a row with a cell for each column has figures in nearly all, and in the others no words of the header.

    The first is a figure: a word there is the label of the row. A few cells between may be blank.
    """
    odd = [at for at in row.words if squash(row.cells[at].text) not in ROUND_LETTERS]
    whole = width == row.written[-1] - row.written[0] + 1 <= len(row.written) + _MOST_BLANK
    if not whole or len(odd) > _MOST_ODD or (odd and odd[0] == row.written[0]):
        return False
    labels = (*table.rows, *table.groups, *table.columns)
    texts = [squash(row.cells[at].text) for at in odd]
    return not any(text in squash(word) for label in labels for word in label.wordings for text in texts)


def _is_cut_by_page(run: Run, lines: list[str]) -> bool:
    """Whether a page ends, by its mark, between the two lines of a row: digits cut off its figures stand on one page."""
    if len(run.lines) != 2 or min(map(len, run.lines)) < _LEAST_CUT:
        return False
    between = [line for line in lines[run.line_start : run.line_end - 1] if line.strip()]
    return bool(between) and all(map(is_furniture, between))


def _trim(cells: list[Cell], width: int) -> list[Cell]:
    """Blank cells beyond the width are taken from the end, if the row starts with a figure."""
    cells = list(cells)
    while len(cells) > width and cells[0].text.strip() and not cells[-1].text.strip():
        cells.pop()
    return cells
