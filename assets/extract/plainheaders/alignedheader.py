"""The header of a table in plain text aligned by spaces: the order in which its labels stand.

Belongs here: what the places of its pieces tell (stackedheader.py), and where they tell nothing. Does not belong here: headers of
plain words one behind the other (plainheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.headers.headerprint import header_words
from assets.extract.labels import squash
from assets.extract.places.positions import APART, display_width
from assets.extract.plainheaders.offscale import is_off_scale
from assets.extract.plainheaders.stackedheader import Piece, Words, misplaced, segments, stacked
from schemas.form import Column, Table


def order_of_places(
    lines: Sequence[str], table: Table, columns: Sequence[Column]
) -> tuple[list[str] | None, str | None] | None:
    """The answer of `text_order` where the places of the pieces give one; None where they tell nothing."""
    words, keys = header_words(table, columns), [c.key for c in columns]
    for pieces in segments(lines, words)[::-1]:
        if _goes_on_below(pieces, words, keys):
            return None, None
        order = stacked(pieces, lambda found: sorted(found) == sorted(keys), words)
        if order and not _is_torn(order, pieces, words):
            return (order if order != keys else None), None
        if is_off_scale(pieces, words, keys):
            return None, None
        if wrong := misplaced(pieces, words, keys):
            return None, "、".join(wrong)
    return None


def _goes_on_below(pieces: Sequence[Piece], words: Words, keys: Sequence[str]) -> bool:
    """Whether one line of whole labels in the form's order was too long, and goes on below, left of where it begins."""
    labels = [p for p in pieces if p.text not in words.spans]
    if [words.by_wording.get(p.text) for p in labels] != list(keys):
        return False
    upper = [p for p in labels if p.line == labels[0].line]
    lower = labels[len(upper) :]
    return bool(lower) and all(p.line == lower[0].line and p.is_left_of(upper[0]) for p in lower)


def _is_torn(order: Sequence[str], pieces: Sequence[Piece], words: Words) -> bool:
    """Whether an order has another column amid those of a group, on a line that none of them is on, or on its other side.

    No table is printed so: the lines are not to one scale, and only places on one line compare.
    """
    spots = [i for i, key in enumerate(order) if key in words.lower]
    groups = [p for p in pieces if p.text in words.spans]
    if not spots or not groups:
        return False
    for piece in pieces:
        keys = words.columns_with(piece.text) if piece not in groups else []
        if len(keys) != 1 or keys[0] in words.lower or piece.line not in {g.line for g in groups}:
            continue
        at = order.index(keys[0])
        if any(g.line == piece.line and g.is_left_of(piece) is (at < spots[0]) for g in groups):
            return True
    if spots[-1] - spots[0] < len(spots):
        return False
    levels: dict[bool, set[int]] = {True: set(), False: set()}
    for piece in pieces:
        for key in words.columns_with(piece.text) if piece.text not in words.spans else ():
            levels[key in words.lower].add(piece.line)
    return not levels[True] & levels[False]


def conflict_of_places(lines: Sequence[str], columns: Sequence[Column]) -> str | None:
    """Whole labels in a header aligned by spaces whose places from left to right, in either measure, contradict."""
    found: dict[str, list[tuple[int, int]]] = {}
    for line in lines:
        for piece in APART.finditer(line):
            for column in columns:
                if squash(piece[0]) in map(squash, column.wordings):
                    found.setdefault(column.key, []).append(
                        (piece.start(), display_width(line[: piece.start()]))
                    )
    for level in (True, False):
        once = [c for c in columns if bool(c.group) is level and len(found.get(c.key, ())) == 1]
        orders = [sorted(once, key=lambda c: found[c.key][0][measure]) for measure in (0, 1)]
        if once not in orders:
            return shown(orders[0])
    return None


def shown(columns: Sequence[Column]) -> str:
    """The names of columns, as a finding tells them."""
    return "、".join(c.zh for c in columns)
