"""The first row of a piece of a table that a program made the names of a frame's columns: `Col0,（二）部分公开,Col2,3-20,4-0,5-0`.

Names must differ and none may be blank: `Col` and its number stands for a blank cell, and a number goes in front of a text that
another cell has, too; where enough cells have the number of their own place, no cell need be blank. Such a row is one of figures where a page ends before it. Belongs here: such lines, each cell as the table has it.
"""

from __future__ import annotations

import re

_NAMED = "Col"
# One of them stands in every text with such names: three places that are numbered are hardly all others.
SIGNS = (_NAMED, "3-", "4-", "5-")
_CELLS = re.compile(r'"[^"]*+"|[^,|\t"]++|[,|\t]')
_BLANK = re.compile(r"Col(\d{1,2})")
_AGAIN = re.compile(r"(\d{1,2})-(?=\S)")
# So many cells that are named for others show the rule, beside one that stands for a blank.
_LEAST = 2
# So many show it by themselves.
_LEAST_ALONE = 3
_NUMBERED = re.compile(r"[,|\t]\s?\d{1,2}-\S")
_PARTING = ",|\t"


def without_frame_names(lines: list[str]) -> list[str]:
    """The lines, those of such names with the cells of their rows."""
    return [
        _own_cells(line)
        if _NAMED in line or ("-" in line and len(_NUMBERED.findall(line)) >= _LEAST_ALONE)
        else line
        for line in lines
    ]


def _own_cells(line: str) -> str:
    pieces = _CELLS.findall(line)
    at = -1 if pieces and pieces[0] == "|" else 0
    blank = again = 0
    for n, piece in enumerate(pieces):
        text = piece.strip()
        if piece in _PARTING:
            at += 1
        elif (name := _BLANK.fullmatch(text)) and int(name[1]) == at:
            blank += 1
            pieces[n] = ""
        elif (number := _AGAIN.match(text)) and int(number[1]) == at:
            again += 1
            pieces[n] = text[number.end() :]
    return "".join(pieces) if again >= (_LEAST if blank else _LEAST_ALONE) else line
