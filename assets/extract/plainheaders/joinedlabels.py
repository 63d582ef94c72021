"""Labels of a header that line breaks in their cells set on several lines, where each cell begins a line of its own.

`法律服` and `务机构` below it are one label where every label of the columns is whole so, one below the other. Belongs here: putting
them together on the first of their lines. Does not belong here: pieces that a page prints beside each other (stackedheader.py),
spaces inside a label of one line (spacedlabels.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash
from schemas.form import Column, Table

# Lines of one label.
_MOST = 5


def joined_labels(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> list[str]:
    """The lines of a header, each label on one; as they are unless each column is named once and some label is broken."""
    own = {squash(w): c.key for c in columns for w in c.wordings}
    beside = {squash(w) for g in table.groups for w in g.wordings} | {squash(table.header), *CORNERS}
    out = list(lines)
    named: list[str] = []
    is_broken = False
    at = len(lines)
    while at:
        if not squash(lines[at - 1]):
            at -= 1
            continue
        start, text = _label_that_ends(lines, at, own, beside)
        if not text and not named and len(lines) - at < _MOST:
            at -= 1  # the label of the first row
            continue
        if not text:
            break
        if start < at - 1:
            is_broken = True
            out[start:at] = [text, *[""] * (at - 1 - start)]
        elif text in own:
            out[start] = text
        named += [own[text]] if text in own else []
        at = start
    return out if is_broken and sorted(named) == sorted(c.key for c in columns) else list(lines)


def _label_that_ends(
    lines: Sequence[str], end: int, own: dict[str, str], beside: set[str]
) -> tuple[int, str]:
    """Where the label begins whose last line is the one before `end`, and its text; no text where there is none."""
    text = ""
    for start in range(end - 1, max(-1, end - 1 - _MOST), -1):
        piece = squash(lines[start])
        if not piece or (text and (piece in own or piece in beside)):
            break
        text = piece + text
        if text in own or text in beside:
            return start, text
    return end, ""
