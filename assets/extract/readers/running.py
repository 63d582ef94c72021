"""Plain text: runs of figures with the words around them.

Serves columns aligned by spaces, a label and its figures on a line, and one cell a line. Lines that belong to the
page and not to the report (page numbers between dashes, 第 5 页) are passed over.
"""

from __future__ import annotations

import re

from assets.extract.labels import squash
from assets.extract.model import Cell, Fragment, Item, Prose, Run
from assets.extract.numbers import looks_like_figure
from assets.extract.positions import display_width
from assets.extract.readers.pages import Pages, is_furniture

_TOKEN = re.compile(r"\S+")
# Digits and separators that are no figure, such as 37,30: a figure that a narrow column cut.
_PIECE = re.compile(r"[0-9]*[0-9,][0-9,.]*")
_UNITS = {"件", "项", "次", "元", "万元", "万", "条", "个"}
_LONGEST_FRAGMENT = 48
_FRAGMENTS_BEFORE = 8
_FRAGMENTS_AFTER = 4
_LONGEST_LINE = 2_000


def _split(line: str, number: int) -> tuple[str, list[Cell], int]:
    """A line as (words, trailing figures, column of the first word).

    A unit that stands one space behind a figure belongs to it; one that stands apart is the wrapped end of a cell.
    """
    tokens = list(_TOKEN.finditer(line))
    figures: list[Cell] = []
    unit_end = -1
    cut = len(tokens)
    while cut:
        token = tokens[cut - 1]
        following = tokens[cut].start() if cut < len(tokens) else -1
        if token[0] in _UNITS:
            unit_end = token.end()
        elif looks_like_figure(token[0]) or _PIECE.fullmatch(token[0]):
            end = unit_end if unit_end >= 0 and following == token.end() + 1 else token.end()
            start = token.start()
            figures.append(Cell(line[start:end], number, number, start, end, display_width(line[:start])))
            unit_end = -1
        else:
            break
        cut -= 1
    if unit_end >= 0 and cut and tokens[cut].start() == tokens[cut - 1].end() + 1:
        cut += 1  # a unit behind words is one of them
    head = line[tokens[0].start() : tokens[cut - 1].end()] if cut else ""
    return head, figures[::-1], tokens[0].start() if tokens else 0


def read(lines: list[tuple[int, str]], pages: Pages) -> list[Item]:
    """Runs of figures and lines of prose among numbered lines, in order."""
    found: list[Item] = []
    fragments: list[Fragment] = []
    run: Run | None = None

    def close_run() -> None:
        nonlocal run
        run = None

    for number, line in lines:
        if not line.strip() or is_furniture(line) or number in pages.lines:
            continue
        if len(line) > _LONGEST_LINE:
            found.append(Prose(line, number))
            fragments = []
            close_run()
            continue
        head, figures, x0 = _split(line, number)
        if not figures and not head:
            continue
        if not figures:
            close_run()
            words = squash(head)
            if "。" in words or len(words) > _LONGEST_FRAGMENT:
                found.append(Prose(line, number))
                fragments = []
            else:
                fragment = Fragment(head, number, x0)
                fragments.append(fragment)
                _append_after(found, fragment)
        elif run is not None and not head:
            run.lines.append(figures)
        else:
            run = Run([figures], head, number, x0, before=fragments[-_FRAGMENTS_BEFORE:])
            fragments = []
            found.append(run)
    for item in found:
        if isinstance(item, Run):
            item.maybe_page = next((c for c in item.cells if pages.may_hide(c.text, c.line_start)), None)
    return found


def _append_after(found: list[Item], fragment: Fragment) -> None:
    if found and isinstance(found[-1], Run) and len(found[-1].after) < _FRAGMENTS_AFTER:
        found[-1].after.append(fragment)
