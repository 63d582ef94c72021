"""Cells that bars close one after the other, on whatever lines they stand, and the same cells written as those of a page.

A cell is what stands above and before its bar; bars without a space between them at the end of a line fill its row up. Belongs here: the
stretches of a text that are such cells and nothing else. Does not belong here: where their rows end (brokenbarrows.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html import escape

from assets.extract.labels import squash
from assets.extract.readers.bars.barlines import PIPES
from assets.extract.readers.bars.pipecells import MOST_LINES, OPENS_TABLE
from assets.extract.records import record
from assets.extract.sections import numbered_heading

_OPENER = re.compile(r"\s*[|｜]\s*([^|｜\s][^|｜]*)")
_ONLY_BARS = re.compile(r"\s*([|｜]+)\s*")
# Bars at the end of a line without a space between them.
_PADS = re.compile(r"([|｜]{2,})\s*$")
_PROSE = re.compile(r"[。；：:;]\s*$")
_MOST_BLANK, _LONGEST_LINE = 2, 400


@record
class Closed:
    """A cell, its written lines with their numbers (from 0), the line of its bar, and how many bars behind it fill its row up.

    `starts_line` and `ends_line` tell that no other cell stands before and behind it on its lines, `is_opened` that a bar stands in front.
    """

    parts: tuple[tuple[int, str], ...]
    bar: int
    pads: int = 0
    last: int = -1
    starts_line: bool = True
    ends_line: bool = True
    is_opened: bool = False

    @property
    def text(self) -> str:
        """Its text over all its lines."""
        return "\n".join([text for _, text in self.parts])

    @property
    def is_above(self) -> bool:
        """Whether its bar stands alone below it, or for a blank cell."""
        return all(n < self.bar for n, _ in self.parts)

    @property
    def first(self) -> int:
        """Its first line."""
        return self.parts[0][0] if self.parts else self.bar


def streams(lines: Sequence[str]) -> list[list[Closed]]:
    """The cells of each stretch of lines that holds nothing else but blank lines.

    It begins at a line with a bar, or right above a bar alone.
    """
    reading = _Reading()
    blank = 0
    for n, line in enumerate(lines):
        blank = 0 if line.strip() else blank + 1
        if blank > _MOST_BLANK or len(line) > _LONGEST_LINE:
            reading.cut()
        elif opens := _OPENER.fullmatch(line):
            reading.open(n, opens[1].strip())
        elif PIPES.search(line):
            reading.close(n, line)
        elif line.strip():
            is_first = n + 1 < len(lines) and lines[n + 1].strip() in ("|", "｜")
            reading.go_on(n, line, is_first=is_first)
    reading.cut()
    return reading.streams


class _Reading:
    """The cells so far, and the lines of the next above its bar."""

    def __init__(self) -> None:
        self.streams: list[list[Closed]] = []
        self._cells: list[Closed] = []
        self._above: list[tuple[int, str]] = []
        self._is_opened = False

    def cut(self) -> None:
        """The stretch ends above the lines that no bar has closed."""
        if self._cells:
            self.streams.append(self._cells)
        self._cells, self._above, self._is_opened = [], [], False

    def open(self, n: int, text: str) -> None:
        """A bar stands in front of a cell."""
        if self._above:
            self.cut()
        self._above, self._is_opened = [(n, text)], True

    def go_on(self, n: int, line: str, *, is_first: bool) -> None:
        """A line without a bar."""
        if _PROSE.search(line) or numbered_heading(line) is not None or len(self._above) == MOST_LINES:
            self.cut()
        elif self._cells or self._is_opened:
            self._above.append((n, line.strip()))
        elif is_first:
            self._above = [(n, line.strip())]

    def close(self, n: int, line: str) -> None:
        """A line with bars that close cells, the lines above it belong to the first of them."""
        if self._above and not self._is_opened and OPENS_TABLE.match(f"{squash(PIPES.split(line)[0])}|"):
            self.cut()  # what stands above is the heading of another table
        found = _closed(line, n, self._above, is_opened=self._is_opened)
        if found is None:
            self.cut()
            return
        if isinstance(found, int):
            if self._cells and not self._cells[-1].pads:
                self._cells[-1] = replace(self._cells[-1], pads=found, last=n)
            else:
                self._cells.append(Closed((), n, found - 1, n))
        else:
            self._cells += found
        self._above, self._is_opened = [], False


def _closed(
    line: str, n: int, above: Sequence[tuple[int, str]], *, is_opened: bool
) -> list[Closed] | int | None:
    """The cells that a line closes, or how many bars it holds that fill a row up; None for a line that no bar ends."""
    text = line.strip()
    if not PIPES.fullmatch(text[-1]):
        return None
    if (bars := _ONLY_BARS.fullmatch(text)) and len(bars[1]) > 1 and not above:
        return len(bars[1])
    pads = 0
    if run := _PADS.search(text):
        before = text[: run.start(1)].rstrip()
        pads = len(run[1])
        if before and PIPES.fullmatch(before[-1]) and before != text[: run.start(1)]:
            text = before
        else:
            text, pads = text[: run.start(1) + 1], pads - 1
    fields = PIPES.split(text)[:-1]
    cells = [
        Closed(((n, field.strip()),) if field.strip() else (), n, last=n, starts_line=not at, ends_line=False)
        for at, field in enumerate(fields)
    ]
    cells[0] = replace(cells[0], parts=(*above, *cells[0].parts), is_opened=is_opened)
    cells[-1] = replace(cells[-1], pads=pads, ends_line=True)
    return cells


def write_rows(rows: Iterable[Sequence[Closed]], lines: list[str], span: range) -> None:
    """Set rows into the lines that they span as those of a page, each line of a cell where it stood."""
    for n in span:
        lines[n] = ""
    for row in rows:
        last = span.start
        for at, cell in enumerate(row):
            parts = cell.parts or ((cell.bar, ""),)
            for piece, (n, text) in enumerate(parts):
                opens = ("<row>" if not at else "") + "<cell>" if not piece else ""
                closes = "</cell>" if piece == len(parts) - 1 else ""
                lines[n] += opens + escape(text, quote=False) + closes
                last = n
        lines[last] += "</row>"
    lines[span.start] = f"<table>{lines[span.start]}"
    lines[span.stop - 1] += "</table>"
