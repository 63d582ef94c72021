"""Rows of XML whose cells are elements with the names of their columns, `<row><index>0</index><自然人>3</自然人>…</row>`.

They become the rows of a page, below a header of those names where they are words of the report; levels of a header that a program
joined (`申请人情况_自然人`) stand one above the other again. A column that counts the rows is left out. Every line keeps its
number. Does not belong here: rows whose cells are all called one (html.py), elements whose attributes hold figures (namedelements.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NAMES = ("row", "record", "item")
_ENDS = tuple(f"</{name}>" for name in _NAMES)
_LEAF = r"\s*+<([^\s<>/!?&\"'=]{1,300})(?:\s[^<>]{0,120})?(?:/>|>([^<>]*+)</\1>)"
# Elements that are closed at once, or by the next tag.
_LEAVES = r"(?:\s*+<(?!/)(?:[^<>]++(?<=/)>|[^<>]++(?<!/)>[^<>]*+</[^<>]++>))++"
_ROW = re.compile(rf"<({'|'.join(_NAMES)})\b[^<>]{{0,80}}(?<!/)>({_LEAVES})\s*+</\1>")
_CELL = re.compile(_LEAF)
_AROUND = re.compile(r"<\?xml[^<>]*\?>|</?(?:data|rows|records|items|root|table|DataFrame)>")
_SPACE = re.compile(r"\s*+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
# What a program calls columns that have no names.
_NUMBERED = re.compile(r"[A-Za-z_.:]{0,12}-?[0-9]{1,3}")
_INDEX = ("index", "level_0", "_index", "id")
# A letter without which a name might begin with no letter.
_LETTER = re.compile(r"[A-Za-z_](?=[^\x00-\x7f])")
_LEAST_ROWS, _LEAST_CELLS = 2, 2

_Row = tuple[re.Match[str], list[re.Match[str]]]


def with_rows_as_page(text: str) -> str:
    """The text with such rows as tables of a page; as many lines as before."""
    if not any(end in text for end in _ENDS):
        return text
    pieces: list[str] = []
    at = 0
    for rows in _tables(text):
        begin, stop = rows[0][0].start(), rows[-1][0].end()
        pieces += [_AROUND.sub("", text[at:begin]), _page(text, rows)]
        at = stop
    return "".join([*pieces, _AROUND.sub("", text[at:])]) if pieces else text


def _tables(text: str) -> list[list[_Row]]:
    """Rows with cells of the same names, one behind the other."""
    found: list[list[_Row]] = []
    names: list[str] = []
    for row in _ROW.finditer(text):
        cells = _cells(text, row)
        own = [cell[1] for cell in cells]
        if len(own) < _LEAST_CELLS or len(set(own)) < len(own):
            names = []
            continue
        follows = found and _SPACE.fullmatch(text, found[-1][-1][0].end(), row.start())
        if own == names and follows:
            found[-1].append((row, cells))
        else:
            found.append([(row, cells)])
        names = own
    return [rows for rows in found if len(rows) >= _LEAST_ROWS and _is_table(rows)]


def _cells(text: str, row: re.Match[str]) -> list[re.Match[str]]:
    """The cells of a row; none where anything else stands in it."""
    cells, at = [], row.start(2)
    while cell := _CELL.match(text, at, row.end(2)):
        cells.append(cell)
        at = cell.end()
    return cells if at == row.end(2) else []


def _is_table(rows: list[_Row]) -> bool:
    """Whether its columns have names of the report or none, and its first column has labels."""
    names = _own(rows)
    own = [name for _, cells in rows[:1] for name in [cell[1] for cell in cells][-names:]]
    words = [bool(_CHINESE.search(name)) for name in own]
    labels = [cells[-names][2] or "" for _, cells in rows]
    return (all(words) or all(map(_NUMBERED.fullmatch, own))) and any(map(_CHINESE.search, labels))


def _own(rows: list[_Row]) -> int:
    """How many cells of a row are the report's."""
    first = [cells[0] for _, cells in rows]
    counted = first[0][1] in _INDEX and all(
        (cell[2] or "").strip().isdigit() and int(cell[2]) - int(first[0][2]) == n
        for n, cell in enumerate(first)
    )
    return len(rows[0][1]) - counted


def _page(text: str, rows: list[_Row]) -> str:
    own = _own(rows)
    names = [cell[1] for cell in rows[0][1]][-own:]
    pieces = ["<table>", _header(names) if _CHINESE.search(names[-1]) else ""]
    at = rows[0][0].start()
    for row, cells in rows:
        pieces += ["\n" * text.count("\n", at, row.start(2)), "<tr>"]
        at = row.start(2)
        for cell in cells[-own:]:
            begin = cell.start(2) if cell[2] is not None else cell.end()
            pieces += ["\n" * text.count("\n", at, begin), f"<td>{cell[2] or ''}</td>"]
            at = cell.end(2) if cell[2] is not None else begin
        pieces += ["\n" * text.count("\n", at, row.end()), "</tr>"]
        at = row.end()
    return "".join([*pieces, "</table>"])


def _header(names: Sequence[str]) -> str:
    """The rows of the header, as many as the names have levels."""
    levels = [[_LETTER.sub("", part, count=1) for part in name.split("_")] for name in names]
    depth = len(levels[0])
    if any(len(own) != depth for own in levels):
        levels, depth = [[name] for name in names], 1
    cells = (f"<td>{own[level]}</td>" for level in range(depth) for own in levels)
    return "".join(f"<tr>{''.join(next(cells) for _ in names)}</tr>" for _ in range(depth))
