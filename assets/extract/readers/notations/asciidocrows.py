"""Tables of AsciiDoc that do not say how many columns they have, with merged cells: `2+|`, `.3+|`, `2.3+^|` before a cell.

Their rows are told by blank lines, or by lines where each row stands on one. The marks become those of a page, so that one reader (html.py)
places merged cells. Does not belong here: tables that say their columns, or have no merged cells (asciidoc.py).
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape

from assets.extract.model import GridRow
from assets.extract.readers.notations import html

_FENCE = "|==="
# What stands before the bar of a cell: its columns and rows, and how it is set.
_MARK = re.compile(
    r"(?:^|(?<=\s))(?:(?P<span>[0-9]{0,2}(?:\.[0-9]{1,2})?)\+)?(?P<set>[<^>]?(?:\.[<^>])?[adehlmsv]?)(?<!\\)\|"
)
_SPANNED = re.compile(
    r"(?:^|\s)(?:[0-9]{1,2}(?:\.[0-9]{1,2})?|\.[0-9]{1,2})\+[<^>]?(?:\.[<^>])?[adehlmsv]?\|"
)
_HARD_BREAK = re.compile(r"\s\+$")
_LEAST_ROWS, _LEAST_SHARE = 2, 0.5


def rows_of(lines: list[str], first_line: int, block: int) -> list[GridRow] | None:
    """Rows of a table between its fences; None where none of its cells is merged, or nothing tells its rows."""
    if not any("+" in line and _SPANNED.search(line) for line in lines):
        return None
    inner = ["" if line.strip() == _FENCE else line for line in lines]
    if inner[0].startswith("["):
        inner[0] = ""
    begins = _beginnings(inner)
    if len(begins) < _LEAST_ROWS:
        return None
    page = [_as_page(line, number in begins) for number, line in enumerate(inner)]
    page[0] = "<table>" + page[0]
    page[-1] += "</table>"
    rows = html.read(page, first_line, block)
    widths = Counter(len(row.cells) for row in rows)
    if len(rows) < _LEAST_ROWS or widths.most_common(1)[0][1] < _LEAST_SHARE * len(rows):
        return None
    full = widths.most_common(1)[0][0]
    for row in rows:
        row.layout = "asciidoc"
        if len(row.cells) != full:  # a cell is lost, or one too many
            row.spans, row.starts = False, ()
    return rows


def _beginnings(lines: list[str]) -> set[int]:
    """The lines on which rows begin: below blank lines, or where no row goes on below, all."""
    opens = [n for n, line in enumerate(lines) if _MARK.match(line.lstrip())]
    below = {n for n in opens if n == 0 or not lines[n - 1].strip()}
    if any(n not in below for n in opens) and len(below) > 1:
        return below
    several = sum(len(_MARK.findall(lines[n])) > 1 for n in opens)
    return set(opens) if several >= _LEAST_SHARE * len(opens) else set()


def _as_page(line: str, begins_row: bool) -> str:
    """The line with the marks of a page."""
    pieces, at = ["<tr>" if begins_row else ""], 0
    for mark in _MARK.finditer(line):
        pieces.append(_text(line[at : mark.start()]))
        columns, _, rows = (mark["span"] or "").partition(".")
        pieces.append(f'<td colspan="{columns or 1}" rowspan="{rows or 1}">')
        at = mark.end()
    return "".join([*pieces, _text(line[at:])])


def _text(text: str) -> str:
    return escape(_HARD_BREAK.sub("", text.replace("\\|", "|")).strip(), quote=False)
