"""The columns of each page of a block of plain text, by the header above the first of its rows on that page.

Belongs here: which rows and which header lines are a page's. Does not belong here: how the columns under a header are found
(places/rulers.py), and which figure of a row is whose (places/runcolumns.py).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property

from assets.extract.headers.blockheader import BlockHeader
from assets.extract.places.cutfigures import by_line
from assets.extract.places.positions import aligned
from assets.extract.places.rulers import Ruler, ruler
from assets.extract.rows.figures.gluedfirst import stands_glued
from assets.extract.rows.finding.candidates import Candidate


class PageRulers:
    """The columns of the pages on which rows stand; `breaks` gives the lines that end a page."""

    def __init__(
        self,
        rows: Sequence[Candidate],
        header: BlockHeader,
        lines: Sequence[str],
        breaks: Callable[[], Sequence[int]],
    ) -> None:
        self._rows, self._header, self._lines, self._breaks = rows, header, lines, breaks

    def at(self, line: int) -> Ruler | None:
        """The columns of the page on which a line stands, None where no header tells them."""
        at = bisect_right(self._pages, line, key=lambda page: page[0]) - 1
        return self._pages[at][1] if at >= 0 else None

    @cached_property
    def _pages(self) -> list[tuple[int, Ruler | None]]:
        """The first line of each page with rows, and its columns."""
        pages: list[list[Candidate]] = []
        end = 0
        for row in self._rows:
            if not pages or row.line > end:
                pages.append([])
                end = next((n for n in self._breaks() if n > row.line), len(self._lines) + 1)
            pages[-1].append(row)
        found: list[tuple[int, Ruler | None]] = []
        above = 0
        for page in pages:
            first = page[0].line
            words = self._header.plain_words if not found else self._words_between(above, first)
            apart = [c.figures for c in page if not stands_glued(c.item, c.figures)]
            rows = [figures for figures in apart if len(by_line(figures)) == 1]
            is_told = words and all(map(aligned, rows))
            order = self._header.order
            own = ruler(rows, words, order, self._header.ruler_words) if is_told else None
            found.append((first, own))
            above = max(c.line_end for c in page)
        return found

    def _words_between(self, above: int, first: int) -> Sequence[str]:
        """The lines of a page down to its first row, which stands on line `first`; `above` is the last of the page before."""
        top = max([above, *(n for n in self._breaks() if above < n < first)])
        return self._lines[top : first - 1]
