"""Plain text: runs of figures with the words around them.

Serves columns aligned by spaces, a label and its figures on a line, and one cell a line. Lines that belong to the
page and not to the report (page numbers between dashes, 第 5 页) are passed over.
"""

from __future__ import annotations

import re

from assets.extract.labels import squash
from assets.extract.model import Cell, Fragment, Item, Prose, Run
from assets.extract.numbers import looks_like_figure

_TOKEN = re.compile(r"\S+")
_PAGE = re.compile(
    r"[—–―─－-]{1,3}[0-9]{1,4}[—–―─－-]{1,3}|第[0-9]{1,4}页(?:[,/]?共[0-9]{1,4}页)?|共[0-9]{1,4}页"
    r"|[Pp]age[0-9]{1,4}(?:of[0-9]{1,4})?|[·•][0-9]{1,4}[·•]"
)
_PAGE_OF = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})")
_DRAWN = re.compile(r"(?:[-=_─━═]{4,}\s*)+")
_BARE_NUMBER = re.compile(r"[0-9]{1,3}")
_LONGEST_FRAGMENT = 48
_FRAGMENTS_BEFORE = 8
_FRAGMENTS_AFTER = 4
_LONGEST_LINE = 2_000


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page: its number, or a drawn rule."""
    text = squash(line)
    if _PAGE.fullmatch(text) or _DRAWN.fullmatch(line.strip()):
        return True
    of = _PAGE_OF.fullmatch(text)
    return bool(of) and int(of[1]) <= int(of[2])  # type: ignore[index]


def _split(line: str, number: int) -> tuple[str, list[Cell], int]:
    """A line as (words, trailing figures, column of the first word)."""
    tokens = list(_TOKEN.finditer(line))
    cut = len(tokens)
    while cut and looks_like_figure(tokens[cut - 1][0]):
        cut -= 1
    figures = [Cell(t[0], number, number, t.start(), t.end()) for t in tokens[cut:]]
    head = line[tokens[0].start() : tokens[cut - 1].end()] if cut else ""
    return head, figures, tokens[0].start() if tokens else 0


def read(lines: list[tuple[int, str]]) -> list[Item]:
    """Runs of figures and lines of prose among numbered lines, in order."""
    found: list[Item] = []
    fragments: list[Fragment] = []
    run: Run | None = None

    def close_run() -> None:
        nonlocal run
        run = None

    for position, (number, line) in enumerate(lines):
        if not line.strip() or is_furniture(line) or _ends_page(lines, position):
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
    return found


def _append_after(found: list[Item], fragment: Fragment) -> None:
    if found and isinstance(found[-1], Run) and len(found[-1].after) < _FRAGMENTS_AFTER:
        found[-1].after.append(fragment)


def _ends_page(lines: list[tuple[int, str]], position: int) -> bool:
    """A bare number right before a form feed is the number of the page that ends there."""
    if not _BARE_NUMBER.fullmatch(lines[position][1].strip()):
        return False
    for _, line in lines[position + 1 : position + 4]:
        if line.startswith("\f"):
            return True
        if line.strip():
            return False
    return False
