"""Cells that a program wrote as formulas of a text, so that a sheet shows them as they are: `="12"`, quoted again or not.

Where commas or semicolons part the cells the quotes stay, since the text may hold one. Belongs here: formulas that are one text between
quotes, and a cell each. Does not belong here: quotes about cells (delimited.py, quotedcells.py), attributes of tags.
"""

from __future__ import annotations

import re

_TEXT = r"[^\",;\t|<>=]{0,60}"
# A cell of its own, from one sign between cells, or the line's end, to the next.
_CELL = re.compile(
    rf"(?P<before>^|[,;\t|])[ ]?(?:\"=\"\"(?P<inner>{_TEXT}(?:,{_TEXT}){{0,3}})\"\"\"|=\"(?P<plain>{_TEXT}(?:,{_TEXT}){{0,3}})\")[ ]?(?=(?P<after>[,;\t|]|$))"
)
# So many are a program's habit.
_LEAST = 4


def without_formulas(lines: list[str]) -> list[str]:
    """The lines with the text of each such cell; the lines themselves where there are few."""
    found = [n for n, line in enumerate(lines) if '="' in line and _CELL.search(line)]
    if sum(len(_CELL.findall(lines[n])) for n in found) < _LEAST:
        return lines
    out = list(lines)
    for n in found:
        out[n] = _CELL.sub(_shown, lines[n])
    return out


def _shown(cell: re.Match[str]) -> str:
    text = cell["plain"] if cell["inner"] is None else cell["inner"]
    is_quoted = (cell["before"] or cell["after"]) in (",", ";")
    return cell["before"] + (f'"{text}"' if is_quoted else text)
