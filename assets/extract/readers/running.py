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
_LONGEST_FRAGMENT = 48
_FRAGMENTS_BEFORE = 8
_FRAGMENTS_AFTER = 4
_LONGEST_LINE = 2_000


def _split(line: str, number: int) -> tuple[str, list[Cell], int]:
    """A line as (words, trailing figures, column of the first word)."""
    tokens = list(_TOKEN.finditer(line))
    cut = len(tokens)
    while cut and looks_like_figure(tokens[cut - 1][0]):
        cut -= 1
    figures = [
        Cell(t[0], number, number, t.start(), t.end(), display_width(line[: t.start()])) for t in tokens[cut:]
    ]
    head = line[tokens[0].start() : tokens[cut - 1].end()] if cut else ""
    return head, figures, tokens[0].start() if tokens else 0


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
