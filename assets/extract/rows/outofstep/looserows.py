"""Rows of figures without a label, and labels without figures, about and among the rows of a table.

Belongs here: which of the candidates of a text, and which of its lines, are such. Does not belong here: what they say of the rows
beside them (shifted.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from assets.extract.labels import normalize
from assets.extract.model import Run
from assets.extract.numbers import looks_like_figure
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.finding.links import has_figures
from schemas.form import Table

# A label alone on a line is one only with so many letters: 其他 is a column, too.
_LEAST_LETTERS = 4
# Lines about the rows among which such a label is looked for.
_MOST_LINES = 12
# Figures of a row in plain text that are so many cannot be pieces of another.
_LEAST_WIDE = 5
# A row that numbers the columns begins with the number of the label's column or of the one after it.
_NUMBERS_FROM = 4


def is_nameless(candidate: Candidate, table: Table) -> bool:
    """Whether a row of figures as wide as one of the table has no words, or only a number or a piece of a label."""
    if sum(bool(cell.text.strip()) for cell in candidate.figures) not in widths(table):
        return False
    words = normalize(candidate.label)
    labels = [normalize(label.zh) for label in (*table.rows, *table.groups)]
    return (
        is_bare(candidate, table) if not candidate.label.strip() else any(words in label for label in labels)
    )


def is_full(candidate: Candidate, width: int) -> bool:
    """Whether a row has a figure for each of so many columns."""
    return len([cell for cell in candidate.figures if cell.text.strip()]) == width


def is_bare(candidate: Candidate, table: Table) -> bool:
    """Whether a row is a whole row of figures without any words, and does not number the columns."""
    size = len([cell for cell in candidate.item.cells if cell.text.strip()])
    if isinstance(candidate.item, Run) and size < _LEAST_WIDE:
        return False
    return size in widths(table) and _is_wordless(candidate)


def may_be_first(candidate: Candidate, table: Table) -> bool:
    """Whether figures without words above the first label in plain text may be a row with blanks, or with digits cut off."""
    size = len(candidate.item.cells)
    return (
        isinstance(candidate.item, Run)
        and _LEAST_WIDE <= size < 2 * max(widths(table))
        and _is_wordless(candidate)
    )


def _is_wordless(candidate: Candidate) -> bool:
    """Whether a row is nothing but figures that do not number the columns."""
    item = candidate.item
    texts = [cell.text.strip() for cell in item.cells if cell.text.strip()]
    if not all(map(looks_like_figure, texts)) or (isinstance(item, Run) and item.head):
        return False
    first = int(texts[0]) if len(texts) > 1 and texts[0].isdecimal() else _NUMBERS_FROM + 1
    return first > _NUMBERS_FROM or texts != [str(first + i) for i in range(len(texts))]


def has_no_row(candidate: Candidate, table: Table) -> bool:
    """Whether no row of figures stands at a label: nothing, or in plain text so many that they are another's."""
    if isinstance(candidate.item, Run):
        return len(candidate.item.cells) > max(widths(table)) and not is_double(candidate, table)
    return not has_figures(candidate) and not candidate.stray


def is_double(candidate: Candidate, table: Table) -> bool:
    """Whether the figures of two rows stand behind one label in plain text."""
    if not isinstance(candidate.item, Run):
        return False
    half, odd = divmod(len(candidate.item.cells), 2)
    return not odd and half >= _LEAST_WIDE and half in widths(table)


def has_another(candidate: Candidate, table: Table) -> bool:
    """Whether a whole row of figures stands below that of a label in plain text."""
    size = len(candidate.stray)
    wide = size >= _LEAST_WIDE and size in widths(table)
    return isinstance(candidate.item, Run) and wide and len(candidate.figures) == size


@cache
def widths(table: Table) -> frozenset[int]:
    """How many columns the blocks of a table have."""
    return frozenset(len(block.columns) for block in table.blocks)


def same_kind(candidate: Candidate, neighbour: Candidate) -> bool:
    """Whether two rows are of one table of the text."""
    item, other = candidate.item, neighbour.item
    if isinstance(item, Run) or isinstance(other, Run):
        return isinstance(item, Run) and isinstance(other, Run)
    # where blank lines or pages part rows, each may be a block of its own
    return item.block == other.block or (item.layout == other.layout and len(item.cells) == len(other.cells))


def surplus(links: Sequence[Link], beside: Sequence[Candidate], table: Table) -> list[tuple[int, int]]:
    """Whole rows of figures in plain text between two rows, more than the form has rows there: lines, with the row above."""
    in_text = sorted(links, key=lambda link: link.candidate.index)
    taken = {id(link.candidate) for link in links}
    bare = [c for c in beside if id(c) not in taken and isinstance(c.item, Run) and is_bare(c, table)]
    found: list[tuple[int, int]] = []
    for above, below in pairwise(in_text):
        between = [c for c in bare if above.candidate.index < c.index < below.candidate.index]
        if above.row < below.row and len(between) > below.row - above.row - 1:
            found.append((between[-1].line, above.row))
    return found


def labels_alone(
    links: Sequence[Link], beside: Sequence[Candidate], lines: Sequence[str], table: Table
) -> list[tuple[int, int]]:
    """Last lines of labels in plain text, of one line or several, of rows for which no figures were found, with those rows."""
    placed = {link.row for link in links}
    missing = [(index, row) for index, row in enumerate(table.rows) if index not in placed]
    names = [(normalize(wording), index) for index, row in missing for wording in row.wordings]
    names = [(name, index) for name, index in names if len(name) >= _LEAST_LETTERS]
    ends = tuple(name for name, _ in names)
    runs = [c.item for c in beside if isinstance(c.item, Run)]
    if not ends or not runs:
        return []
    figures = {cell.line_start for run in runs for cell in run.cells}
    found: list[tuple[int, int]] = []
    text, longest = "", max(map(len, ends))
    first = max(1, runs[0].line_start - _MOST_LINES)
    for n, line in enumerate(lines[first - 1 : runs[-1].line_end + _MOST_LINES], first):
        text = "" if n in figures else (text + normalize(line))[-longest:]
        if line.strip() and text.endswith(ends):
            found += [(n, index) for name, index in names if text.endswith(name)]
    return found


def is_beside(link: Link, table: Table) -> bool:
    """Whether words of the row's label stand on the line of its first figure."""
    run = link.candidate.item
    if not isinstance(run, Run) or run.head_line != run.cells[0].line_start:
        return False
    own = normalize(table.rows[link.row].zh)
    return any(word in own for word in map(normalize, run.head.split()) if word)
