"""Rows of tabs that a program wrapped as it wraps paragraphs, within their figures; and page numbers that it parted from their dashes.

    （四）无法提供	1.本机关不掌握相关政府信息	0	0	0	0	0
    0	0

Belongs here: a row that lacks as many figures as stand alone on the line right below it, with a blank line behind, where the rows about it are whole on
one line. One figure alone may as well count pages, and goes on with the row only where this fills the line at which the program wraps all
others. Does not belong here: labels that go on below, and cells of several lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure
from assets.extract.places.positions import display_width

# So many rows are whole, with so many figures at least.
_LEAST_ROWS, _LEAST_FIGURES = 5, 5
# So much room may be left on a line that is full: a letter did not fit.
_WIDEST_LETTER = 3
_PAGE = re.compile(r"\s*([—–―－-])\t([1-9][0-9]{0,2})\t\1\s*")
_LEAST_PAGES = 2


def with_rows_whole(lines: list[str]) -> list[str]:
    """The lines, a wrapped row on the first of its two and the other blank."""
    long = [line for line in lines if "\t" in line[1:] and line.count("\t") >= _LEAST_FIGURES]
    if len(long) < _LEAST_ROWS:
        return lines
    rows = {n: _figures_of(line) for n, line in enumerate(lines) if "\t" in line}
    counts = Counter(of for words, of in rows.values() if words and of >= _LEAST_FIGURES)
    width, often = counts.most_common(1)[0] if counts else (0, 0)
    if often < _LEAST_ROWS:
        return lines
    out = list(lines)
    edges: list[tuple[Callable[[str], int], int]] | None = None
    for at, (words, found) in rows.items():
        is_cut = words and 1 < found < width and at + 1 < len(lines)
        if not is_cut or lines[at].endswith("\t") or any(line.strip() for line in lines[at + 2 : at + 3]):
            continue
        rest = lines[at + 1]
        cells = rest.split("\t")
        if len(cells) != width - found or not all(map(looks_like_figure, cells)):
            continue
        whole = f"{lines[at]}\t{rest}"
        if len(cells) == 1:
            edges = _edges(lines) if edges is None else edges
        # one figure alone goes on with the row only where there was no room for it
        if len(cells) > 1 or any(measure(whole) > most for measure, most in edges or ()):
            out[at], out[at + 1] = whole, ""
    return out


def _edges(lines: list[str]) -> list[tuple[Callable[[str], int], int]]:
    """How a program may count the width at which it wraps all lines, and that width."""
    found: list[tuple[Callable[[str], int], int]] = []
    for measure in (_bytes, display_width, len):
        widths = [*map(measure, lines)]
        most = max(widths)
        if sum(most - _WIDEST_LETTER < width for width in widths) >= _LEAST_ROWS:
            found.append((measure, most))
    return found


def _bytes(line: str) -> int:
    return len(line.encode())


@remembering
def _figures_of(line: str) -> tuple[bool, int]:
    """Whether a line has words before its last figures, and how many these are."""
    cells = [*map(str.strip, line.split("\t"))]
    words = [at for at, cell in enumerate(cells) if cell and not looks_like_figure(cell)]
    last = words[-1] if words else -1
    return bool(words), sum(map(bool, cells[last + 1 :]))


def with_page_marks_whole(lines: list[str]) -> list[str]:
    """The lines, those of a number between dashes without the tabs, where such numbers count the pages."""
    marks = {
        n: int(found[2]) for n, line in enumerate(lines) if "\t" in line and (found := _PAGE.fullmatch(line))
    }
    numbers = list(marks.values())
    if len(numbers) < _LEAST_PAGES or any(b - a != 1 for a, b in pairwise(numbers)):
        return lines
    return [line.replace("\t", "") if n in marks else line for n, line in enumerate(lines)]
