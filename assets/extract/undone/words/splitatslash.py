"""Column labels that a page broke at a slash, each piece and the slash on a line of its own: 本年增 / 减.

The slash is of another font than the letters about it, so that some programs set it apart; alone on a line it would be a cell that says none.
Belongs here: pieces that make up a label of the form. Does not belong here: labels broken between letters (plainheaders/).
"""

from __future__ import annotations

from functools import cache

from assets.extract.labels import ascii_width, squash
from schemas.form import forms

SLASH = "/"


def with_labels_over_slash(lines: list[str]) -> list[str]:
    """The lines with such a label whole on the first of its three, the others blank."""
    out: list[str] | None = None
    for at in range(1, len(lines) - 1):
        if ascii_width(lines[at]).strip() != SLASH:
            continue
        before, behind = lines[at - 1].split(), lines[at + 1].split()
        if before and len(behind) == 1 and squash(f"{before[-1]}/{behind[0]}") in _labels():
            out = out or list(lines)
            out[at - 1 : at + 2] = [f"{lines[at - 1].rstrip()}/{behind[0]}", "", ""]
    return out or lines


@cache
def _labels() -> frozenset[str]:
    """The wordings of columns that have a slash, in all forms."""
    columns = [c for form in forms().values() for table in form.tables for c in table.columns]
    return frozenset(squash(w) for c in columns for w in c.wordings if SLASH in squash(w))
