"""Rows of a table that a page drew with blocks instead of cells: fenced blocks of pandoc, containers of reStructuredText.

`::: row` holds `::: {.cell}` blocks and nothing else, `.. container:: row` the same further to the right. Each inner block is a cell,
a blank one too. Belongs here: blocks that hold nothing but blocks without any in them. Does not belong here: what encloses
rows, which is the page's (running.py).
"""

from __future__ import annotations

import re

from assets.extract.model import Cell, GridRow

_FENCE = re.compile(r"\s*:{3,}\s*(?:\{[^{}]*\}|[A-Za-z][\w-]*)\s*:*\s*")
_CLOSE = re.compile(r"\s*:{3,}\s*")
_CONTAINER = re.compile(r"( *)\.\. container:: [\w -]+")
_LEAST_CELLS = 1


def starts(lines: list[str], index: int) -> bool:
    """A block that holds nothing but blocks without any in them."""
    return _row(lines, index) is not None


def end(lines: list[str], index: int) -> int:
    """The block goes on as far as such rows follow each other."""
    stop = index
    while (row := _row(lines, index)) is not None:
        stop = index = row[1]
        while index < len(lines) and not lines[index].strip():
            index += 1
    return stop


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    made: list[GridRow] = []
    index = 0
    while index < len(lines):
        row = _row(lines, index)
        if row is None:
            index += 1
            continue
        cells, index = row
        made.append(
            GridRow([Cell(text, first_line + a, first_line + b) for text, a, b in cells], "html", block)
        )
    return made


_Row = tuple[list[tuple[str, int, int]], int]


def _row(lines: list[str], index: int) -> _Row | None:
    """The cells of the row that opens on a line, and the line after it; None where none does."""
    if index >= len(lines):
        return None
    if _FENCE.fullmatch(lines[index]):
        return _fenced(lines, index)
    return _contained(lines, index) if _CONTAINER.fullmatch(lines[index]) else None


def _fenced(lines: list[str], index: int) -> _Row | None:
    cells: list[tuple[str, int, int]] = []
    opened: int | None = None
    words: list[str] = []
    for at in range(index + 1, len(lines)):
        line = lines[at]
        if _FENCE.fullmatch(line):
            if opened is not None:
                return None
            opened, words = at, []
        elif _CLOSE.fullmatch(line):
            if opened is None:
                return (cells, at + 1) if len(cells) >= _LEAST_CELLS else None
            cells.append((" ".join(words), opened, at))
            opened = None
        elif line.strip():
            if opened is None:
                return None
            words.append(line.strip())
    return None


def _contained(lines: list[str], index: int) -> _Row | None:
    depth = _depth(lines[index])
    cells: list[tuple[list[str], int, int]] = []
    inner: int | None = None
    at = index + 1
    while at < len(lines):
        line = lines[at]
        if line.strip():
            if _depth(line) <= depth:
                break
            if _CONTAINER.fullmatch(line):
                if inner is not None and _depth(line) != inner:
                    return None
                inner = _depth(line)
                cells.append(([], at, at))
            elif inner is None or _depth(line) <= inner:
                return None
            else:
                words, first, _ = cells[-1]
                cells[-1] = ([*words, line.strip()], first, at)
        at += 1
    stop = max((last for _, _, last in cells), default=index) + 1
    return ([(" ".join(w), a, b) for w, a, b in cells], stop) if len(cells) >= _LEAST_CELLS else None


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
