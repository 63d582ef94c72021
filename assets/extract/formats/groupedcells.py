"""Tables of XWiki whose cells are groups: `|(((规章`, `))) |(((0`, `)))`; a group may hold line breaks, which are no rows.

They become tables of a page, each cell on its line. Every line keeps its number. Does not belong here: rows of one line each (pipes.py).
"""

from __future__ import annotations

import re
from html import escape

_OPENS, _CLOSES = "(((", ")))"
_TOKEN = re.compile(r"\|=?|\(\(\((?!\()|(?<!\))\)\)\)|\(%[^%\n]{0,200}%\)")
_LEAST = 3


def with_groups_as_cells(lines: list[str]) -> list[str]:
    """The lines, such tables as those of a page."""
    if sum(line.count("|" + _OPENS) + line.count("|=" + _OPENS) for line in lines) < _LEAST:
        return lines
    out = list(lines)
    index = 0
    while index < len(lines):
        stop = _end(lines, index) if lines[index].startswith("|") else index
        if any(_OPENS in line for line in lines[index:stop]):
            out[index:stop] = _page(lines[index:stop])
        index = max(stop, index + 1)
    return out


def _end(lines: list[str], index: int) -> int:
    """The line after the last of a table; its first where a group is never closed."""
    depth, start = 0, index
    while index < len(lines) and (depth or lines[index].startswith("|")):
        depth += sum((token == _OPENS) - (token == _CLOSES) for token in _TOKEN.findall(lines[index]))
        if depth < 0 or depth > 1:
            return start
        index += 1
    return start if depth else index


def _page(lines: list[str]) -> list[str]:
    out = []
    depth = 0
    for line in lines:
        written = [] if depth else ["<row>"]
        at, opened = 0, bool(depth)
        for token in _TOKEN.finditer(line):
            text = escape(line[at : token.start()], quote=False)
            written.append(text)
            at = token.end()
            if token[0] == _OPENS:
                depth += 1
            elif token[0] == _CLOSES:
                depth -= 1
            elif depth:
                written.append(escape(token[0], quote=False))
            elif token[0].startswith("|"):
                written.append(("</cell>" if opened else "") + "<cell>")
                opened = True
        written.append(escape(line[at:], quote=False))
        out.append("".join(written) + ("" if depth else "</cell></row>"))
    return ["<table>" + out[0], *out[1:-1], out[-1] + "</table>"] if len(out) > 1 else out
