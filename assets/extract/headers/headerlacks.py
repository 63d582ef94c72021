"""Columns that a header does not name although it names others: then which figures are theirs is not told.

A header may lose all labels of one level (a program drops a row of it), and nothing speaks against the form's order then.
One that lost a single label, or prints another twice, or has two in one cell, may have lost or moved its column, too.
Belongs here: what a header lacks, and labels run into each other. Does not belong here: the order of those it has
(plainheader.py, gridheader.py), and whether those leave no doubt all the same (headerlost.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import is_spread_in, squash
from assets.extract.plainheaders.headerwords import alike_to
from assets.extract.plainheaders.stackedheader import Words
from schemas.form import Column

# So many columns named whole are a header; all but one of a block with fewer.
_LEAST_NAMED = 3
_GAP = "\x1f"
# Stands for the label of a group among the places of columns.
SPAN = -1


def lacking(rows: Sequence[Sequence[str]], columns: Sequence[Column], words: Words) -> str | None:
    """The columns that a header names neither whole nor by a piece while it names others; None where there are none.

    `rows` are the words of its lines, or the cells of its rows.
    """
    texts = [squash(word) for row in rows for word in row]
    joined = _without(_GAP.join(texts), words)
    plain = joined.replace(_GAP, "")
    named = [c for c in columns if any(w in joined for w in words.columns[c.key])]
    if not named or len(named) == len(columns):
        return None
    rest = joined
    for wording in sorted((w for c in named for w in words.columns[c.key]), key=len, reverse=True):
        rest = rest.replace(wording, _GAP)
    whole, pieces = _put_together([piece for piece in rest.split(_GAP) if piece], columns)
    traced = {*whole, *(key for piece in pieces for key in _traces(piece, words))}
    traced |= {c.key for c in columns if any(w in plain for w in words.columns[c.key])}
    lost = [c for c in columns if c not in named and c.key not in traced]
    if len(named) < min(_LEAST_NAMED, len(columns) - 1) and (
        columns[0] not in lost or any(c.group for c in columns)
    ):
        return None  # what is left of a header from its start
    kept = {bool(c.group) for c in columns if c not in lost}
    lost = [c for c in lost if bool(c.group) in kept]
    return "、".join(c.zh for c in lost) or None


def out_of_turn(rows: Sequence[Sequence[str]], columns: Sequence[Column], words: Words) -> str | None:
    """Whole labels that stand in another order than any program gives them; None without such.

    Labels below a group's stand behind those beside it or between them: never before the first of those, which stands
    no lower on a page, and behind the last only from the first of their own on. So in a word or cell of labels run into
    each other, on a line that has all of them, and for the first label also from line to line.
    """
    place = {w: i for i, c in enumerate(columns) for w in words.columns[c.key]}
    below = [i for i, c in enumerate(columns) if c.group]
    first = below[0] if below else 0
    told = [
        i for i in below if not any(w in span for w in words.columns[columns[i].key] for span in words.spans)
    ]
    beside = [i for i in range(len(columns)) if i not in below]
    seen: set[int] = set()
    before: list[str] = []
    for row in rows:
        line = [labels_in(text, place, words) for text in map(squash, row)]
        for text, labels in zip(row, line, strict=True):
            alone = [i for i in labels if i != SPAN]
            if any(b < a and (b != first or columns[a].group) for a, b in pairwise(alone)):
                return text
        flat = [i for labels in line for i in labels]
        if any(i != SPAN and i < first and i not in seen for i in flat) and seen & set(told):
            return "、".join(row)
        # on a line before the first label, or on lines of their own behind the corner, which stands no lower than that label
        behind = flat == [0] and before[-2:] == [words.other[0], *words.spans[:1]]
        if first and (behind or (SPAN, 0) in pairwise(flat)):
            return "、".join([*words.spans[:1], columns[0].zh])
        seen |= set(flat)
        before.append(squash("".join(row)))
        labels = [i for i in flat if i != SPAN]
        if sorted(labels) == list(range(len(columns))) and labels not in (sorted(labels), [*beside, *below]):
            return "、".join(columns[i].zh for i in labels)
    return None


def labels_in(text: str, place: dict[str, int], words: Words) -> list[int]:
    """The columns whose labels make up a word, by their places in the form; none where anything else is in it."""
    found: list[int] = []
    while text:
        label = max((w for w in (*place, *words.spans) if text.startswith(w)), key=len, default="")
        if not label:
            return []
        found.append(place.get(label, SPAN))
        text = text[len(label) :]
    return found


def _without(text: str, words: Words) -> str:
    for span in (*words.spans, *sorted(words.other, key=len, reverse=True)):
        text = text.replace(span, _GAP)
    return text


def _put_together(pieces: list[str], columns: Sequence[Column]) -> tuple[list[str], list[str]]:
    """The columns whose labels two of the pieces make up, and the other pieces: those are no traces of any other label."""
    found: list[str] = []
    for column in columns:
        label = squash(column.zh)
        for piece in pieces:
            rest = label.removeprefix(piece)
            if rest and rest != label and rest in pieces and rest != piece:
                found.append(column.key)
                pieces = [
                    p for at, p in enumerate(pieces) if at not in (pieces.index(piece), pieces.index(rest))
                ]
                break
    return found, pieces


def _traces(piece: str, words: Words) -> list[str]:
    """The columns of whose labels a word is a part, or damaged."""
    if parts := [key for key, all_of in words.columns.items() if any(piece in w for w in all_of)]:
        return parts
    inside = [
        key
        for key, all_of in words.columns.items()
        if any(is_spread_in(piece, w) or is_spread_in(w, piece) for w in all_of)
    ]
    return inside or alike_to(piece, words)
