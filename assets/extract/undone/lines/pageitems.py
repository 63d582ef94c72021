"""Pages a line each, the pieces of print joined by one space: two spaces where a line of the page ended, three between two cells.

    规 章   265   76   278  行 政 规 范 性 文 件   357   193   278  第 二 十 条 第 （ 五 ） 项  信 息 内 容   …

A program that takes the text out of a page lists its pieces of print: words, gaps of one space, and ends of lines, which are empty. Joined
by one space, the gaps come to be three spaces and the ends two. Each line of the page is put on a line of its own, and words whose letters are pieces are put
together. Belongs here: lines that hold several rows so. Does not belong here: lines whose pieces tabs join (tabbedstream.py), tables folded
like a paragraph (foldedflow.py), spaces between letters of one line (plainheaders/spacedletters.py).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from assets.extract.labels import han, normalize
from assets.extract.numbers import looks_like_figure
from assets.extract.undone.lines.glued import row_labels

_GAP, _END = "   ", re.compile(r"(?<! )  (?! )")
_WIDER = re.compile(r"(?<=[^ ]) {4,}(?=[^ ])")
# A line of several rows is no shorter, and has no fewer ends; so many labels of rows with figures behind are no chance.
_SHORTEST, _LEAST_ENDS, _LEAST_ROWS = 150, 10, 5
# A space with no letter or digit of ASCII on one side and none but letters of Chinese or marks on the other.
_IN_WORDS = re.compile(
    r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])|(?<=[^\x00-\x7f]) (?=[/.:(])|(?<=[/.:)]) (?=[^\x00-\x7f])"
)
# The point and the commas within one figure.
_IN_FIGURE = re.compile(r"(?<=[0-9]) ([.,]) (?=[0-9])")
# A sign is set apart from its figure as a piece is, and so may a dash be from the next cell where figures stand so.
_SIGN = re.compile(r"(?<![^ ])([-+−]) (?=[0-9])")
_FIGURES_APART = re.compile(r"[0-9] [0-9]")


def with_items_on_lines(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines cut where the page's own lines end, and the number of each before, from 1; None where none is a page."""
    pages = [_END.split(line.strip()) if _may_be_page(line) else [] for line in lines]
    rows = sum(_is_row(row) for page in pages for row in page)
    if rows < max(_LEAST_ROWS, _LEAST_ROWS * sum(_goes_on(row) for page in pages for row in page)):
        return lines, None
    signs = not any(_FIGURES_APART.search(row) for page in pages for row in page)
    out: list[str] = []
    numbers: list[int] = []
    for number, (line, page) in enumerate(zip(lines, pages, strict=True), 1):
        # a last page may be short: all lines of such a text are pieces joined alike
        own = [_put_together(row, signs=signs) for row in page or _END.split(line)]
        out += own
        numbers += [number] * len(own)
    return out, numbers


def _may_be_page(line: str) -> bool:
    return (
        len(line) >= _SHORTEST
        and _GAP in line
        and not _WIDER.search(line)
        and len(_END.findall(line)) >= _LEAST_ENDS
    )


def _is_row(row: str) -> bool:
    """Whether a line of the page is a label of the form and figures behind it, all set apart by gaps."""
    label, *cells = row.split(_GAP)
    return bool(cells) and all(map(looks_like_figure, cells)) and normalize(label) in _labels()


def _goes_on(row: str) -> bool:
    """Whether words stand behind a figure: where lines do, the ends are not those of rows."""
    cells = row.split(_GAP)
    return any(looks_like_figure(a) and han(b) and not looks_like_figure(b) for a, b in pairwise(cells))


def _put_together(row: str, *, signs: bool) -> str:
    row = _IN_FIGURE.sub(r"\1", _IN_WORDS.sub("", row))
    return _SIGN.sub(r"\1", row) if signs else row


@cache
def _labels() -> frozenset[str]:
    return frozenset(map(normalize, row_labels()))
