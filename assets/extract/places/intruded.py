"""Figures too many in a row of one figure a line: whether they may also stand, unseen, in rows that look whole.

Where blanks vanish, a row that lacks a cell and has a page number or half of a cut figure in it counts as many figures as
a whole one. Nothing shows that in the row itself; a row with a figure too many shows that the text has such figures.
Unless it is plain what they are (pages counted from one to the next, figures longer than their column), no row of that
text can be trusted. Sums are never looked at. Does not belong here: which figures are a row's (columns.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from assets.extract.labels import ascii_width, normalize, squash
from assets.extract.model import Cell, Item, Run
from assets.extract.numbers import PAGE_NUMBER
from assets.extract.readers.plain.amidprose import go_on_counting
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# More figures beyond a row are those of another row.
_MOST_BEYOND = 3
# Words of a page are no longer; a row that the form does not have may be.
_LONGEST_WORD = 6
_DIGIT = re.compile(r"[0-9]")
# No page has so many times the lines of another.
_MOST_UNEVEN = 3


def may_be_intruded(links: Sequence[Link], lines: Sequence[str], table: Table) -> bool:
    """Whether rows with figures too many leave it open whether whole rows have a strange figure, too."""
    width = len(table.columns)
    if len(table.blocks) != 1 or table.one_row:
        return False
    runs = [link.candidate.item for link in links if isinstance(link.candidate.item, Run)]
    by_line = [run for run in runs if run.layout == "cell_per_line"]
    beyond = [
        run
        for run in by_line
        if width < len(run.cells) <= width + _MOST_BEYOND and not run.ends_in_page(width)
    ]
    if not beyond:
        return False
    numbers = [_has_next_number(link, after, table) for link, after in pairwise(links)]
    numbered = {id(link.candidate.item) for link, has in zip(links, numbers, strict=False) if has}
    whole = [run for run in by_line if len(run.cells) == width]
    longest = max((_length(cell) for run in whole for cell in run.cells[:-1]), default=0)
    spaced = all(all(run.gaps) for run in whole)
    rest = [
        run
        for run in beyond
        if not _is_cut_by_width(run, width, longest) and not (spaced and _blocks(run) <= width)
    ]
    others = [run for run in rest if len(run.cells) > width + 1 or id(run) not in numbered]
    ends = (runs[0].line_start, runs[-1].line_end)
    if not others or any(_count_pages(some, width, lines, ends) for some in (rest, others)):
        return False
    return not go_on_counting([_end(run, width) for run in others], lines)


def nothing_but_noughts(links: Sequence[Link], table: Table) -> set[str]:
    """The keys of whole rows of noughts: a page number or a half of a figure has another digit, itself or beside it in the row."""
    width = len(table.columns)
    return {
        table.rows[link.row].key
        for link in links
        if len(link.candidate.item.cells) == len(link.candidate.figures) == width
        and all(squash(cell.text) == "0" for cell in link.candidate.figures)
    }


def broken_off(links: Sequence[Link], items: Sequence[Item], table: Table) -> list[Link]:
    """Rows of one figure a line behind which figures too few for a row go on below words that are no label's.

    Such words are a page's, and figures of it may stand before them, too: 1, 2, 3, next page.
    """
    found: list[Link] = []
    for link in links if len(table.blocks) == 1 and not table.one_row else ():
        run, at = link.candidate.item, link.candidate.index + 1
        below = items[at] if at < len(items) else None
        if not isinstance(run, Run) or run.layout != "cell_per_line" or not isinstance(below, Run):
            continue
        words = [normalize(fragment.text) for fragment in below.before]
        is_short = not below.head and 0 < len(below.cells) < len(table.columns)
        if (
            is_short
            and words
            and max(map(len, words)) <= _LONGEST_WORD
            and not any(word in label for word in words for label in _labels(table))
        ):
            found.append(link)
    return found


@cache
def _labels(table: Table) -> tuple[str, ...]:
    """The letters of all labels of a table."""
    return tuple(normalize(w) for lb in (*table.rows, *table.groups, *table.columns) for w in lb.wordings)


def _end(run: Run, width: int) -> tuple[int, int]:
    """The line and the number of the one figure that stands beyond a row; no number where it counts no page."""
    text = ascii_width(run.cells[-1].text)
    is_number = len(run.cells) == width + 1 and PAGE_NUMBER.fullmatch(text)
    return run.line_end, int(text) if is_number else 0


def _has_next_number(link: Link, after: Link, table: Table) -> bool:
    """Whether the last figure of a run is the number of the next label, which is printed without it."""
    item, label = link.candidate.item, after.candidate.label.strip()
    number = ascii_width(item.cells[-1].text).strip().rstrip(".、")
    return table.rows[after.row].zh.startswith(f"{number}.") and not label.startswith(number)


def _is_cut_by_width(run: Run, width: int, longest: int) -> bool:
    """Whether figures that fill their column more than any of the whole rows does explain those beyond."""
    return sum(_length(cell) > longest for cell in run.cells[:-1]) >= len(run.cells) - width


def _blocks(run: Run) -> int:
    """How many blocks of lines the figures stand in, blank lines between them: those of one block were cut in its cell."""
    return 1 + sum(map(bool, run.gaps))


def _count_pages(runs: Sequence[Run], width: int, lines: Sequence[str], table: tuple[int, int]) -> bool:
    """Whether the figures beyond, each behind its row, count the pages that end among the lines of a table.

    The page before them must end above the first row, in about the distance of the others: none can then hide.
    """
    ends = []
    for run in runs:
        text = ascii_width(run.cells[-1].text)
        if len(run.cells) != width + 1 or not PAGE_NUMBER.fullmatch(text):
            return False
        ends.append((int(text), run.line_end))
    start, end = table
    if any(after[0] != before[0] + 1 for before, after in pairwise(ends)):
        return False
    (first, line), (last, last_line) = ends[0], ends[-1]
    sizes = [below - above for (_, above), (_, below) in pairwise(ends)]
    if first > 1:
        above = _last_alone(str(first - 1), lines[: start - 1])
        if above is None:
            return False
        sizes += [line - above, *([] if sizes else [above // (first - 1)])]
    else:
        sizes += [line]
    if min(sizes) * _MOST_UNEVEN < max(sizes):
        return False
    return end <= last_line + min(sizes) or str(last + 1) in map(str.strip, lines[end:])


def _last_alone(text: str, lines: Sequence[str]) -> int | None:
    """The last line that holds nothing but a text."""
    return max((n for n, line in enumerate(lines, 1) if line.strip() == text), default=None)


def _length(cell: Cell) -> int:
    return len(_DIGIT.findall(ascii_width(cell.text)))
