"""Drawn tables whose lines were folded at a width, as a mail program or `fold` does: borders and rows go on in the next line.

A border that goes on in a line of nothing but border tells it, and how wide the table was; every row then has to fill that width
again, or nothing is joined. The joined line stands where its first piece stood. Does not belong here: rows of other notations
that were wrapped (wrappedrows.py), tables without walls.
"""

from __future__ import annotations

import re

from assets.extract.places.positions import display_width

_RULES, _WALLS = "-=─━═", "|│┃║"
_CORNERS = "+┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╒╤╕╞╪╡╘╧╛"
_BORDER = re.compile(rf"[{_CORNERS}][{_RULES}{_CORNERS}]*+")
_GOES_ON = re.compile(rf"[{_RULES}{_CORNERS}]++")
# So many borders that go on are no accident, and a row may be drawn so much wider or narrower than they are.
_LEAST_BORDERS, _TOLERANCE = 3, 2


def with_boxes_unfolded(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines, those of folded tables joined where they begin, and the number of each before; None where none was.

    A row that does not fill its table, as spaces were lost where it was folded, is left out: its cells have no places.
    """
    borders = [at for at in range(len(lines) - 1) if _is_folded(lines, at)]
    if len(borders) < _LEAST_BORDERS or len({len(lines[at]) for at in borders}) > 1:
        return lines, None
    fold = len(lines[borders[0]])
    at = borders[0]
    found, numbers = lines[:at], list(range(1, at + 1))
    border = ""
    while at < len(lines):
        whole: str | None = lines[at]
        pieces = 1
        if _BORDER.fullmatch(lines[at]):
            while len(lines[at + pieces - 1]) == fold and _is_rule(lines, at + pieces):
                pieces += 1
            whole = border = "".join(lines[at : at + pieces])
        elif lines[at][:1] and lines[at][0] in _WALLS and len(border) > fold:
            pieces, whole = _row(lines, at, fold, border)
        else:
            border = ""
        found.append(whole or "")
        numbers.append(at + 1)
        at += pieces
    return found, numbers


def _is_folded(lines: list[str], at: int) -> bool:
    line, below = lines[at], lines[at + 1]
    return (
        bool(_BORDER.fullmatch(line))
        and line[-1] in _RULES
        and bool(_GOES_ON.fullmatch(below))
        and (below[-1] in _CORNERS or len(below) == len(line))
    )


def _is_rule(lines: list[str], at: int) -> bool:
    return at < len(lines) and bool(_GOES_ON.fullmatch(lines[at]))


def _row(lines: list[str], at: int, fold: int, border: str) -> tuple[int, str | None]:
    """How many lines from one on are a row, and the row if it is as wide as its border, or has all of its walls."""
    pieces = 0
    while at + pieces < len(lines) and (line := lines[at + pieces]) and not _BORDER.fullmatch(line):
        pieces += 1
        whole = _joined(lines[at : at + pieces], fold)
        if abs(display_width(whole.rstrip()) - len(border)) <= _TOLERANCE:
            return pieces, whole
    walls, corners = sum(c in _WALLS for c in whole), sum(c in _CORNERS for c in border)
    return pieces, whole if walls == corners and display_width(whole) <= len(border) else None


def _joined(pieces: list[str], fold: int) -> str:
    """The pieces as one line: where one is shorter than the fold it ended in a space."""
    *first, last = pieces
    return (
        "".join(piece if len(piece) >= fold or piece.endswith(" ") else f"{piece} " for piece in first) + last
    )
