"""Tags of tables whose angle brackets were stripped: `tr td 规章 /td td 0 /td td 3 /td /tr`.

Each such line is a row whose cells are all there, blank ones too; they are set apart by tabs. One line that opens as a row and is none (a cell
with an attribute may span columns) leaves all as they are. Does not belong here: tags with one bracket or escaped ones (wholetags.py, escapes.py).
"""

from __future__ import annotations

import re

_OPENS = re.compile(r"\s*/?tr(?:\s|$)")
_END = re.compile(r"(?<=\s)/t[dh](?=\s|$)")
_CELL = re.compile(r"t[dh](?:\s(?P<text>.*))?")
_INSIDE = re.compile(r"(?:^|\s)/?t[dhr](?:\s|$)")
_AROUND = re.compile(r"\s*/?(?:table|thead|tbody|tfoot)\s*")
# So many rows are no words of a text.
_LEAST = 3


def with_tabs_for_bare_tags(lines: list[str]) -> list[str]:
    """The lines, with tabs between the cells of such rows."""
    opening = [at for at, line in enumerate(lines) if _OPENS.match(line)]
    rows = {at: _cells(lines[at]) for at in opening}
    if len(rows) < _LEAST or not all(rows.values()):
        return lines
    out = ["" if _AROUND.fullmatch(line) else line for line in lines]
    for at, cells in rows.items():
        out[at] = "\t".join(cells or ())
    return out


def _cells(line: str) -> list[str] | None:
    """The texts of the cells of a row; None where it is no whole row."""
    row = line.strip()
    if not row.startswith("tr ") or not row.endswith(" /tr"):
        return None
    *pieces, rest = [piece.strip() for piece in _END.split(row[3:-4])]
    cells = [_CELL.fullmatch(piece) for piece in pieces]
    if rest or not cells or not all(cells):
        return None
    texts = [(cell["text"] or "").strip() for cell in cells if cell]
    return None if any("=" in text or _INSIDE.search(text) for text in texts) else texts
