"""Where labels stand in the header of a table printed side by side, also those that lost letters.

A label that no more than a quarter of its letters keep from standing there stands there. Does not belong here: what the places tell
(sideways.py).
"""

from __future__ import annotations

from collections.abc import Iterable

from assets.extract.labels import squash
from schemas.form import Table

# One letter of so many may be another.
_OF_SO_MANY = 4


def place_of(label: str, text: str) -> int:
    """Where a label first stands in a text, else the one place where it is most alike; -1 where there is none."""
    if (at := text.find(label)) >= 0:
        return at
    most, size = len(label) // _OF_SO_MANY, len(label)
    apart = [
        (sum(a != b for a, b in zip(label, text[at : at + size], strict=True)), at)
        for at in range(len(text) - size + 1)
    ]
    near = sorted(found for found in apart if found[0] <= most)
    return near[0][1] if near and (len(near) == 1 or near[1][0] > near[0][0]) else -1


def stands_in(label: str, cells: Iterable[str]) -> bool:
    """Whether a label is that of a cell, also of one that lost letters."""
    texts = list(map(squash, cells))
    return label in texts or any(len(text) == len(label) and not place_of(label, text) for text in texts)


def turned_tops(text: str, table: Table) -> str | None:
    """The topmost labels, where a row's label is not found and they stand in another order than the form's; else None."""
    if all(place_of(row.zh, text) >= 0 for row in table.rows):
        return None
    tops = [label.zh for label in (*(r for r in table.rows if r.parent is None), *table.groups)]
    at = [text.find(top) for top in tops]
    turned = min(at) >= 0 and at != sorted(at)
    return "、".join(sorted(tops, key=text.find)) if turned else None
