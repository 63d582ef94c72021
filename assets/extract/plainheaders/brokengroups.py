"""A label over several columns that a narrow cell breaks: 法人或, 其他组, 织 one above the other, over the first of them.

Its pieces stand over those of that column and spell no label with them. Belongs here: taking them out of the lines of a header
aligned by spaces. Does not belong here: labels of columns in pieces (stackedheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.places.positions import display_width
from assets.extract.plainheaders.stackedheader import Piece, Words, pieces_of

# Lines between two pieces of a label.
_MOST_BETWEEN = 3


def without_broken_groups(lines: Sequence[str], words: Words) -> list[str]:
    """The lines with spaces as wide in the place of such pieces, where they spell the whole label."""
    pieces = [piece for number, line in enumerate(lines) for piece in pieces_of(line, number)]
    out = list(lines)
    for label in words.spans:
        for at, first in enumerate(pieces):
            if first.text != label and label.startswith(first.text):
                for piece in _spelled(first, pieces[at + 1 :], label):
                    out[piece.line] = blanked(out[piece.line], piece)
    return out


def _spelled(first: Piece, below: Sequence[Piece], label: str) -> list[Piece]:
    """The pieces from the first one down that stand under each other and spell the label; none where they do not."""
    found, text = [first], first.text
    while text != label:
        last = found[-1]
        fits = [
            p
            for p in below
            if last.line < p.line <= last.line + _MOST_BETWEEN
            and label.startswith(text + p.text)
            and not (p.is_left_of(first) or first.is_left_of(p))
        ]
        if not fits:
            return []
        found.append(fits[0])
        text += fits[0].text
    return found


def blanked(line: str, piece: Piece) -> str:
    """The line with spaces as wide in the place of a piece."""
    start, end = piece.x
    spaces = "".join(" " if display_width(letter) == 1 else "\u3000" for letter in line[start:end])
    return line[:start] + spaces + line[end:]
