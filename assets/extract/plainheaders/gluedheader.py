"""Labels of a plain header that run into each other on one line: 商业企业科研机构.

Belongs here: which labels make up such a word, and whether they stand out of order. Does not belong here: labels apart (plainheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import squash
from schemas.form import Column


def out_of_order_glued(line: str, columns: Sequence[Column], beside: Sequence[str]) -> list[Column]:
    """The columns of one level on a header line some of whose labels run into each other, where they are out of order.

    Labels of one line may come before or behind all first pieces of broken ones, as a text gives them that does not go
    from left to right; where the two kinds come by turns it does, and all are compared.
    """
    named: list[tuple[Column, bool]] = []
    is_glued = False
    for text in map(squash, line.split()):
        parts = _tiled(text, columns, beside)
        if parts is not None:
            named += parts
            is_glued = is_glued or len(parts) > 1
        elif named:
            return []
    if not is_glued:
        return []
    for level in (True, False):
        same = [(c, whole) for c, whole in named if bool(c.group) is level]
        turns = sum(a is not b for (_, a), (_, b) in pairwise(same))
        kinds = [same] if turns > 1 else [[n for n in same if n[1] is kind] for kind in (True, False)]
        for kind in kinds:
            seen = [c for c, _ in kind]
            if len(set(map(id, seen))) == len(seen) and [c for c in columns if c in seen] != seen:
                return seen
    return []


def _tiled(text: str, columns: Sequence[Column], beside: Sequence[str]) -> list[tuple[Column, bool]] | None:
    """The columns whose labels make up a word, each with whether it is whole: the last may be first letters only.

    Labels of groups and the corner (`beside`) may stand among them.
    """
    found: list[tuple[Column, bool]] = []
    while text:
        fits = [(c, w) for c in columns for w in map(squash, c.wordings) if text.startswith(w)]
        if fits:
            column, wording = max(fits, key=lambda fit: len(fit[1]))
            found.append((column, True))
            text = text[len(wording) :]
            continue
        if other := max((w for w in beside if text.startswith(w)), key=len, default=""):
            text = text[len(other) :]
            continue
        begun = [c for c in columns if squash(c.zh).startswith(text)]
        return [*found, (begun[0], False)] if len(begun) == 1 else None
    return found
