"""Tables in marks of their cells (`<fcel>规章<fcel>0<nl>`, OTSL) that nothing opens or closes, as models of pages print them.

What opens and closes such a table is put about them, and markup.py reads it. Every line keeps its number. Does not belong here:
the marks themselves (markup.py), the places of other lines (placedtext.py).
"""

from __future__ import annotations

import re

_OPENS, _CLOSES = "<otsl>", "</otsl>"
_CELL = re.compile("<(?:[feluxFELUX]cel|ched|rhed|srow)>")
_ROW_END = "<nl>"


def with_ends_of_tables(lines: list[str]) -> list[str]:
    """The lines, each table of such marks opened and closed where the text does not."""
    if not any(_ROW_END in line for line in lines):
        return lines
    out = lines
    for table in _tables(lines):
        if any(_OPENS in lines[at] or _CLOSES in lines[at] for at in table):
            continue
        out = list(lines) if out is lines else out
        out[table[0]] = _OPENS + out[table[0]]
        out[table[-1]] += _CLOSES
    return out


def _tables(lines: list[str]) -> list[list[int]]:
    """The indexes of the lines of each table: nothing but blank lines stands between them."""
    tables: list[list[int]] = []
    for at, line in enumerate(lines):
        if not (_ROW_END in line or _OPENS in line or _CLOSES in line or _CELL.search(line)):
            continue
        if tables and not any(map(str.strip, lines[tables[-1][-1] + 1 : at])):
            tables[-1].append(at)
        else:
            tables.append([at])
    return tables
