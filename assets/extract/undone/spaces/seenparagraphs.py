"""Lines among tab cells (tabcells.py) that are blank to the eye, but hold a space, as a page has it in a paragraph without words.

    →0                      →0
    (wide space)            (no-break space)
    →3                      →行政强制
    (blank line)            →0

Where the blank lines between rows stand beside them, such a line is a paragraph of the cell above it, which says nothing, and is taken out;
where none stand, it is the line between two rows. Either is believed only where each row of the form then has as many cells as
its table. Does not belong here: a line that is a blank cell (seenblanks.py), cells without a line (tabsofblanks.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assets.extract.forms import printed_form
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.spaces.tabsofblanks import width_of
from schemas.form import Form, forms

# So many rows agree by no chance.
_LEAST_ROWS = 3


def without_seen_paragraphs(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines without such paragraphs, blank between rows, and the number of each before, from 1; None where nothing was done."""
    seen = {at for at, line in enumerate(lines) if _is_seen(line)}
    among = {at for at in seen if _is_among_cells(lines, at)}
    form_id = printed_form(lines) if among else None
    if form_id is None:
        return lines, None
    form = forms()[form_id]
    gone, parting = _Said(), _Said()
    for start, end in _stretches(lines):
        inside = among.intersection(range(start, end))
        if not inside:
            continue
        if rows := _whole(_rows(lines, range(start, end)), form):
            parting.lines |= inside
            parting.rows += rows
        elif rows := _whole(_rows(lines, [at for at in range(start, end) if at not in inside]), form):
            gone.lines |= inside
            gone.rows += rows
    without = gone.lines if gone.rows >= _LEAST_ROWS else set[int]()
    blank = parting.lines if parting.rows >= _LEAST_ROWS else set[int]()
    if not without | blank:
        return lines, None
    kept = [at for at in range(len(lines)) if at not in without]
    return ["" if at in blank else lines[at] for at in kept], [at + 1 for at in kept]


class _Said:
    """The lines that are taken to be one of the two, and how many rows of their tables say so."""

    def __init__(self) -> None:
        self.lines: set[int] = set()
        self.rows = 0


def _is_seen(line: str) -> bool:
    return bool(line.rstrip("\r")) and line[0] != "\t" and not line.strip() and "\f" not in line


def _is_among_cells(lines: Sequence[str], at: int) -> bool:
    """Whether a cell, or what goes on with one, stands above it, and a cell or a blank line right below."""
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return at > 0 and bool(lines[at - 1].strip()) and (below.startswith("\t") or not below.strip())


def _stretches(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Cells that follow each other with at most two lines between them that are blank to the eye, to the line below the last."""
    start: int | None = None
    blanks = 0
    for at, line in enumerate(lines):
        if line.startswith("\t"):
            start, blanks = at if start is None else start, 0
        elif not line.strip():
            blanks += 1
        # what stands below a blank line and behind no tab is no cell
        if start is not None and (blanks > 2 or (line.strip() and blanks and not line.startswith("\t"))):
            yield start, at
            start = None
    if start is not None:
        yield start, len(lines)


def _rows(lines: Sequence[str], kept: Sequence[int] | range) -> list[list[str]]:
    """The cells of each row, where every line that is blank to the eye parts two rows."""
    rows: list[list[str]] = [[]]
    for at in kept:
        line = lines[at]
        if line.startswith("\t"):
            rows[-1].append(line.strip())
        elif not line.strip():
            rows.append([])
        elif rows[-1]:
            rows[-1][-1] += line.strip()
    return rows


def _whole(rows: Sequence[Sequence[str]], form: Form) -> int:
    """How many rows have as many cells behind their label as their table, or in all where it has one row; 0 where one has not."""
    side_by_side = [len(table.cells) for table in form.tables if table.one_row]
    agree = 0
    for row in rows:
        figures = [at for at, text in enumerate(row) if text and not _is_word(text)]
        if not figures:
            continue
        words = [at for at, text in enumerate(row[: figures[0]]) if text]
        width = width_of(row[words[-1]], form) if words else None
        if (len(row) not in side_by_side) if not words else len(row) - words[-1] - 1 != width:
            return 0
        agree += 1
    return agree


def _is_word(text: str) -> bool:
    return bool(text) and not looks_like_figure(text)
