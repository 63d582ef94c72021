"""The label of a row that the end of a page cut: its beginning above the page's mark in a row without figures, the rest below with them.

    二、上年结转政府 | | |
    — 5 —
    信息公开申请数量 | 0 | 3 |

The beginning stands in the column of its rest, alone in its row; both together are a label of the form to the letter, which the beginning is not.
Where the label of a group was cut as well, it may have a row of its own. The beginning is taken down to its rest, and every line keeps its
number. Belongs here: rows of cells on a line each. Does not belong here: labels broken over lines that no page parts (words/brokenlabels.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import is_page_mark
from assets.extract.undone.words.brokenlabels import is_group, is_label

SIGNS = "\t|｜"
_SEPARATOR = re.compile(r"[\t|｜]")
_DIGIT = re.compile(r"[0-9０-９]")
# The number of a page that nothing marks.
_BARE = re.compile(r"\s*[0-9]{1,3}\s*")
_LONGEST, _LEAST_CELLS = 40, 3
# Lines that a page's mark takes with the blank ones about it, and cells that a page may cut in one row.
_MOST_LINES, _MOST_CUT = 8, 3


def with_labels_over_pages(lines: list[str]) -> list[str]:
    """The lines, each such beginning in front of its rest."""
    out = lines
    for at, line in enumerate(lines):
        # most rows stand below another, which no page's mark parts from them
        if at < 2 or not _SEPARATOR.search(line) or _SEPARATOR.search(lines[at - 1]):
            continue
        if not _may_be_mark(lines[at - 1]):
            continue
        whole = line
        taken: list[int] = []
        above = at
        while len(taken) < _MOST_CUT and (begun := _begun_above(lines, above)) is not None:
            joined = _joined(lines[begun], whole)
            if joined is None:
                break
            whole, above = joined, begun
            taken.append(begun)
        if taken:
            out = list(lines) if out is lines else out
            out[at] = whole
            for begun in taken:
                out[begun] = ""
    return out


def _begun_above(lines: Sequence[str], at: int) -> int | None:
    """The row of cells above the mark of a page, and nothing but it, that ends right above a line."""
    is_marked = False
    for above in range(at - 1, max(-1, at - 1 - _MOST_LINES), -1):
        if not _may_be_mark(lines[above]):
            return above if is_marked and _SEPARATOR.search(lines[above]) else None
        is_marked = is_marked or bool(_DIGIT.search(lines[above]))
    return None


def _may_be_mark(line: str) -> bool:
    """Whether a line is blank, or holds the number of a page."""
    return not line.strip() or bool(_BARE.fullmatch(line)) or is_page_mark(line)


def _joined(above: str, below: str) -> str | None:
    """The row below with the words above in front of those in their column; None where both are no label together."""
    if "".join(_SEPARATOR.findall(above)) != "".join(_SEPARATOR.findall(below)):
        return None
    begun, cells = _SEPARATOR.split(above), _SEPARATOR.split(below)
    written = [at for at, cell in enumerate(begun) if cell.strip()]
    if (
        len(cells) < _LEAST_CELLS
        or len(written) != 1
        or not any(map(looks_like_figure, map(str.strip, cells)))
    ):
        return None
    at = written[0]
    first, rest = begun[at].strip(), cells[at].strip()
    if not rest or len(first) > _LONGEST or looks_like_figure(rest) or is_label(first) or is_group(first):
        return None
    if not (is_label(first + rest) or is_group(first + rest)):
        return None
    signs = _SEPARATOR.findall(below)
    cells[at] = cells[at].replace(rest, first + rest, 1)
    return "".join(cell + sign for cell, sign in zip(cells, [*signs, ""], strict=True))
