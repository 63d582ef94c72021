"""Column labels in pieces on lines that are not to one scale, in the form's order all the same.

A program may begin a line with what stands highest on the page, and set the rest behind it: then pieces of one label do
not stand one under the other, nor those of a group of columns where it does. Belongs here: the proof that such a header
leaves no doubt. Does not belong here: lines to one scale (stackedheader.py), and texts without places (plainheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from assets.extract.plainheaders.stackedheader import Piece, Words

_Spelled = dict[str, list[Piece]]


def is_off_scale(pieces: Sequence[Piece], words: Words, order: Sequence[str]) -> bool:
    """Whether lines that are not to one scale spell the labels in `order`, with room for the group where it stands.

    Pieces of one level keep their order on each line. The neighbours of the group (`words.lower` are the columns of it)
    stand apart as far as half of its labels need, and twice as far as any two of those, which columns beside each other do not.
    """
    at = [n for n, key in enumerate(order) if key in words.lower]
    spelled = _spelled([p for p in pieces if p.text not in words.spans], words, order)
    if spelled is None or not at or at[0] == 0 or at[-1] == len(order) - 1:
        return False
    if not any(_is_torn(own) for own in spelled.values()):
        return False
    group = [spelled[order[n]] for n in at]
    rows = [
        [p for own in group for p in own if p.line == line] for line in {p.line for own in group for p in own}
    ]
    left, right = spelled[order[at[0] - 1]], spelled[order[at[-1] + 1]]
    beside = [(a, b) for a in left for b in right if a.line == b.line]
    return bool(beside) and all(_has_room(a, b, rows) for a, b in beside)


def _has_room(left: Piece, right: Piece, rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether two pieces on a line stand apart as the labels of a group between them need, in both measures."""
    for measure in ("x", "w"):
        spans = attrgetter(measure)
        far = spans(right)[0] - spans(left)[1]
        if any(2 * far < spans(row[-1])[1] - spans(row[0])[0] for row in rows):
            return False
        if any(far <= 2 * (spans(b)[0] - spans(a)[1]) for row in rows for a, b in pairwise(row)):
            return False
    return True


def _is_torn(own: Sequence[Piece]) -> bool:
    """Whether a piece of a label stands under none of those above it, in neither measure."""
    return any(all(a.is_left_of(b) or b.is_left_of(a) for a in own[:n]) for n, b in enumerate(own) if n)


def _spelled(pieces: Sequence[Piece], words: Words, order: Sequence[str]) -> _Spelled | None:
    """The pieces of each label, if those of each level stand in `order` on each line and make up all labels, no more."""
    found: _Spelled = {key: [] for key in order}
    last: dict[tuple[int, bool], int] = {}
    for piece in sorted(pieces, key=lambda p: (p.line, p.x)):
        for at, key in enumerate(order):
            begun = "".join(p.text for p in found[key])
            level = (piece.line, key in words.lower)
            if at > last.get(level, -1) and any(w.startswith(begun + piece.text) for w in words.columns[key]):
                found[key].append(piece)
                last[level] = at
                break
        else:
            return None
    whole = all("".join(p.text for p in own) in words.columns[key] for key, own in found.items())
    return found if whole else None
