"""Rows whose labels may not be theirs: labels set off against the figures by a row, and labels of more than one row.

Belongs here: what labels and structure say of that, once the rows of a table are known. Sums are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from assets.extract.candidates import Candidate
from assets.extract.cells import TableReading
from assets.extract.chain import Link
from assets.extract.detached import detached
from assets.extract.labels import normalize, squash
from assets.extract.links import has_figures
from assets.extract.model import GridRow, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.stackedlabels import before_labels, below_a_blank, below_the_next, stacked
from schemas.form import Table

_NUMBER = re.compile(r"\([一二三四五六七]\)|[1-9][.、]")
# Rows without a label, and labels without a row, that are so many have slid against each other.
_SEVERAL = 2
# A label alone on a line is one only with so many letters: 其他 is a column, too.
_LEAST_LETTERS = 4
# Lines about the rows among which such a label is looked for.
_MOST_LINES = 12
_HEADING = re.compile("[一二三四五六]、")
# Figures of a row in plain text that are so many cannot be pieces of another.
_LEAST_WIDE = 5
# A row that numbers the columns begins with the number of the label's column or of the one after it.
_NUMBERS_FROM = 4


def doubt_labels(
    links: Sequence[Link],
    found: Sequence[Candidate],
    reading: TableReading,
    lines: list[str],
    table: Table,
) -> None:
    """Put in doubt the cells of rows that `doubt` says are not known to be those of their label.

    `found` are all candidates of the text, `links` the rows taken of it.
    """
    groups = {normalize(group.zh) for group in table.groups}
    for link in links:
        if normalize(link.candidate.label) in groups or _may_be_group(link, links, table):
            line = link.candidate.line
            reading.note("label-unclear", line=line, label=normalize(link.candidate.label))
            _doubt(reading, [link], "label-unclear", table)
    for link, other in detached(links, lines, table):
        row = table.rows[link.row]
        reading.note("row-repeated", line=link.candidate.line, row_key=row.key, row=row, other=other)
        _doubt(reading, [link], "row-repeated", table)
    shifted = _shifted(links, found, lines, table) or _moved(links, lines, table)
    stood = (
        *stacked(links, table),
        *before_labels(links, table),
        *below_a_blank(links, table),
        *below_the_next(links, table),
    )
    unclear = {id(link) for link in (*shifted, *stood)}
    shifted = [link for link in links if id(link) in unclear]
    if shifted:
        reading.note("rows-shifted", line=shifted[0].candidate.line)
        _doubt(reading, shifted, "rows-shifted", table)


def _may_be_group(link: Link, links: Sequence[Link], table: Table) -> bool:
    """Whether the label of a row may as well be its group's, whose name begins with it: the sum of the group's rows.

    It has the group's number, or it stands for all of its rows, none of which is there, and has not its own number.
    """
    row, label = table.rows[link.row], squash(link.candidate.label)
    group = next((group for group in table.groups if group.key == row.parent), None)
    if group is None or not normalize(label) or not normalize(group.zh).startswith(normalize(label)):
        return False
    number = _NUMBER.match(squash(group.zh))
    if number and label.startswith(number[0]):
        return True
    own = _NUMBER.match(squash(row.zh))
    beside = [i for i, other in enumerate(table.rows) if other.parent == row.parent and i != link.row]
    alone = bool(beside) and not {other.row for other in links} & set(beside)
    return alone and not (own and label.startswith(own[0]))


def _shifted(
    links: Sequence[Link], found: Sequence[Candidate], lines: Sequence[str], table: Table
) -> list[Link]:
    """The rows between a row of figures without label, right beside or among the rows, and labels without figures."""
    taken = {id(link.candidate) for link in links}
    first, last = links[0].candidate, links[-1].candidate
    beside = [c for c in found if first.index - 1 <= c.index <= last.index + 1]
    if _slid(links, beside, table):
        return list(links)
    loose = [
        c.line
        for c in beside
        if id(c) not in taken
        and (_is_bare(c, table) or (c.index < first.index and _may_be_first(c, table)))
        and (isinstance(c.item, GridRow) or not first.index < c.index < last.index)
        and _same_kind(c, first if c.index < first.index else last)
    ]
    if _is_double(last, table):
        loose.append(last.line_end)
    alone = _labels_alone(links, beside, lines, table)
    doubled = [
        link
        for link in links
        if (c := link.candidate) is not last and (_is_double(c, table) or _has_another(c, table))
    ]
    if not loose:
        # labels that each stand a row too low leave the last of them without a row, which is the last in the form
        down = [
            id(link)
            for first in doubled
            # the label above it, alone, says whose one of the two rows is
            if not any(row == first.row - 1 and line <= first.candidate.line for line, row in alone)
            for link in _up_to_a_short_one(first, links, table)
        ]
        # of two rows about one label the first may be that of the label before it, which is damaged beyond knowing
        placed = {link.row for link in links}
        down += [
            id(link)
            for link in doubled
            if link.row and link.row - 1 not in placed and not _is_beside(link, table)
        ]
        two = [(link.candidate.line_end, link.row) for link in doubled]
        two += _surplus(links, beside, table)
        return [
            link
            for link in links
            if id(link) in down
            or any(
                start <= link.candidate.line_end <= line and first <= link.row < row
                for start, first in two
                for line, row in alone
            )
        ]
    empty = [link.candidate.line for link in links if _has_no_row(link.candidate, table)]
    empty += [line for line, _ in alone]
    if loose == [last.line_end] and _is_double(last, table):
        # the second row behind the last label may be that of a label right below
        empty = [line for line in empty if line < last.line]
    if not empty:
        return []
    start, end = min(loose + empty), max(loose + empty)
    return [link for link in links if start <= link.candidate.line <= end]


def _slid(links: Sequence[Link], beside: Sequence[Candidate], table: Table) -> bool:
    """Whether rows of a grid have no label and labels of it no row of figures, several times: nothing tells whose any row is.

    A label that lost its figures stands alone, or in one cell with the label of another row.
    """
    taken = {id(link.candidate) for link in links}
    placed = {link.row for link in links if has_figures(link.candidate)}
    names = {normalize(w): at for at, row in enumerate(table.rows) if at not in placed for w in row.wordings}
    blocks = {link.candidate.item.block for link in links if isinstance(link.candidate.item, GridRow)}
    rows = [c for c in beside if isinstance(c.item, GridRow) and c.item.block in blocks]
    loose = [c for c in rows if id(c) not in taken and _is_nameless(c, table)]
    if len(loose) < _SEVERAL:
        return False
    lost: set[int] = set()
    for candidate in rows:
        for cell in candidate.item.cells:
            text = normalize(cell.text)
            lost |= {
                row
                for name, row in names.items()
                if len(name) >= _LEAST_LETTERS
                and name in text
                and (len(text) > len(name) or not has_figures(candidate))
            }
    return len(lost) >= _SEVERAL


def _is_nameless(candidate: Candidate, table: Table) -> bool:
    """Whether a row of figures as wide as one of the table has no words, or only a number or a piece of a label."""
    if sum(bool(cell.text.strip()) for cell in candidate.figures) not in _widths(table):
        return False
    words = normalize(candidate.label)
    labels = [normalize(label.zh) for label in (*table.rows, *table.groups)]
    return (
        _is_bare(candidate, table) if not candidate.label.strip() else any(words in label for label in labels)
    )


def _moved(links: Sequence[Link], lines: Sequence[str], table: Table) -> list[Link]:
    """All rows, where the first or the last is wholly blank and no other has a blank: a row may have slipped out of them.

    Who fills in every nought leaves no row blank at the very end; figures that each moved up by one row do.
    """
    by_row = {link.row: link for link in links}
    ends = {0, len(table.rows) - 1}
    filled = {
        row
        for row, link in by_row.items()
        if not link.candidate.stray and _is_full(link.candidate, len(table.columns))
    }
    blank = set(range(len(table.rows))) - filled
    if len(table.blocks) != 1 or table.one_row or len(blank) != 1 or not blank <= ends:
        return []
    (row,) = blank
    if row in by_row:
        is_grid = all(isinstance(link.candidate.item, GridRow) for link in links)
        return list(links) if is_grid and not has_figures(by_row[row].candidate) else []
    return list(links) if row and _ends_bare(lines[links[-1].candidate.line_end :], table) else []


def _ends_bare(below: Sequence[str], table: Table) -> bool:
    """Whether the last label stands alone right below the row before it, and right above the next heading."""
    written = [line.strip() for line in below if line.strip()]
    own = {normalize(wording) for wording in table.rows[-1].wordings}
    return len(written) > 1 and normalize(written[0]) in own and bool(_HEADING.match(written[1]))


def _is_full(candidate: Candidate, width: int) -> bool:
    return len([cell for cell in candidate.figures if cell.text.strip()]) == width


def _is_bare(candidate: Candidate, table: Table) -> bool:
    """Whether a row is a whole row of figures without any words, and does not number the columns."""
    size = len([cell for cell in candidate.item.cells if cell.text.strip()])
    if isinstance(candidate.item, Run) and size < _LEAST_WIDE:
        return False
    return size in _widths(table) and _is_wordless(candidate)


def _may_be_first(candidate: Candidate, table: Table) -> bool:
    """Whether figures without words above the first label in plain text may be a row with blanks, or with digits cut off."""
    size = len(candidate.item.cells)
    return (
        isinstance(candidate.item, Run)
        and _LEAST_WIDE <= size < 2 * max(_widths(table))
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


def _has_no_row(candidate: Candidate, table: Table) -> bool:
    """Whether no row of figures stands at a label: nothing, or in plain text so many that they are another's."""
    if isinstance(candidate.item, Run):
        return len(candidate.item.cells) > max(_widths(table)) and not _is_double(candidate, table)
    return not has_figures(candidate) and not candidate.stray


def _up_to_a_short_one(first: Link, links: Sequence[Link], table: Table) -> list[Link]:
    """The rows from `first` up to one that lacks figures, where no label between them shares a line with its figures.

    Then each may have the row of the next one, and the last of them only digits that were cut off one.
    """
    by_row = {link.row: link for link in links}
    found = [first]
    for row in range(first.row + 1, len(table.rows)):
        link = by_row.get(row)
        if link is None or not isinstance(link.candidate.item, Run):
            return []
        if 0 < len(link.candidate.figures) < max(_widths(table)):
            return found if len(found) > 1 else []
        if _is_beside(link, table):
            return []
        found.append(link)
    return []


def _is_beside(link: Link, table: Table) -> bool:
    """Whether words of the row's label stand on the line of its first figure."""
    run = link.candidate.item
    if not isinstance(run, Run) or run.head_line != run.cells[0].line_start:
        return False
    own = normalize(table.rows[link.row].zh)
    return any(word in own for word in map(normalize, run.head.split()) if word)


def _is_double(candidate: Candidate, table: Table) -> bool:
    """Whether the figures of two rows stand behind one label in plain text."""
    if not isinstance(candidate.item, Run):
        return False
    half, odd = divmod(len(candidate.item.cells), 2)
    return not odd and half >= _LEAST_WIDE and half in _widths(table)


def _has_another(candidate: Candidate, table: Table) -> bool:
    """Whether a whole row of figures stands below that of a label in plain text."""
    size = len(candidate.stray)
    wide = size >= _LEAST_WIDE and size in _widths(table)
    return isinstance(candidate.item, Run) and wide and len(candidate.figures) == size


@cache
def _widths(table: Table) -> frozenset[int]:
    return frozenset(len(block.columns) for block in table.blocks)


def _same_kind(candidate: Candidate, neighbour: Candidate) -> bool:
    """Whether two rows are of one table of the text."""
    item, other = candidate.item, neighbour.item
    if isinstance(item, Run) or isinstance(other, Run):
        return isinstance(item, Run) and isinstance(other, Run)
    return item.block == other.block


def _surplus(links: Sequence[Link], beside: Sequence[Candidate], table: Table) -> list[tuple[int, int]]:
    """Whole rows of figures in plain text between two rows, more than the form has rows there: lines, with the row above."""
    in_text = sorted(links, key=lambda link: link.candidate.index)
    taken = {id(link.candidate) for link in links}
    bare = [c for c in beside if id(c) not in taken and isinstance(c.item, Run) and _is_bare(c, table)]
    found: list[tuple[int, int]] = []
    for above, below in pairwise(in_text):
        between = [c for c in bare if above.candidate.index < c.index < below.candidate.index]
        if above.row < below.row and len(between) > below.row - above.row - 1:
            found.append((between[-1].line, above.row))
    return found


def _labels_alone(
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


def _doubt(reading: TableReading, links: Sequence[Link], code: str, table: Table) -> None:
    lines = {table.rows[link.row].key: link.candidate.line for link in links}
    for key in reading.cells:
        if key.row_key in lines:
            reading.doubt(key, code, lines[key.row_key])
