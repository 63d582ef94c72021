"""Tables that a program printed as its own lists: rows of quoted cells in brackets, JSON, records with named cells.

A list of cells is a row; a list under a key is a row with that label; a record is a row under a header of its keys.
"""

from __future__ import annotations

import re

from assets.extract.formats.wholecharacters import whole_characters
from assets.extract.model import Cell, GridRow
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.dumps.framelists import Listed, of_frame

_OPENS = re.compile(r"\s*[\[{(]\s*(?:[\[{(\"']|None\b|null\b|-?[0-9]|$)")
_TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
    r"|(?P<bare>-?[0-9][0-9.]*|None|null|NaN|nan|True|False|true|false)|(?P<mark>[\[\]{}(),:]))\s*"
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")
_ESCAPED = {"n": "\n", "t": " ", "r": ""}
_EMPTY = {"None", "null", "NaN", "nan"}
_CLOSERS = {"[": "]", "{": "}", "(": ")"}
_DEEPEST = 4
# A mark of a note, [1], is no list.
_LEAST_CELLS = 2

# (line, kind, text): a cell or a mark
_Token = tuple[int, str, str]


def starts(lines: list[str], index: int) -> bool:
    """A line that opens a list of quoted cells which is closed on it or below."""
    if not _OPENS.match(lines[index]):
        return False
    tokens, stop = _one(lines, index)
    return stop > index and sum(kind != "mark" for _, kind, _ in tokens) >= _LEAST_CELLS


def end(lines: list[str], index: int) -> int:
    """The block is the run of such lists."""
    while index < len(lines) and _OPENS.match(lines[index]):
        stop = _one(lines, index)[1]
        if stop <= index:
            break
        index = stop
    return index


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    rows: list[GridRow] = []
    header: list[str] = []
    index = 0
    while index < len(lines):
        tokens, stop = _one(lines, index)
        for row in of_frame(_turned(_rows(tokens))):
            row.cells = _as_in(header, row)
            if row.keys and sorted(row.keys) != sorted(header):
                header = row.keys
                line = row.cells[0].line_start
                lead = [""] if row.labelled else []
                named = [Cell(key, line, line) for key in [*lead, *header]]
                rows.append(_row(named, first_line, block))
            rows.append(_row(row.cells, first_line, block))
        index = max(stop, index + 1)
    return rows


def _turned(lists: list[Listed]) -> list[Listed]:
    """The rows of a table whose columns were printed as records, each under its number: `{"0": {"0": "规章", "1": …}, …}`."""
    numbers = [str(n) for n in range(len(lists))]
    if (
        len(lists) < _LEAST_CELLS
        or [made.cells[0].text for made in lists if made.labelled] != numbers
        or any(made.keys != lists[0].keys or not made.keys for made in lists)
        or lists[0].keys != [str(n) for n in range(len(lists[0].keys))]
    ):
        return lists
    columns = [made.cells[1:] for made in lists]
    return [Listed([column[n] for column in columns]) for n in range(len(lists[0].keys))]


def _as_in(header: list[str], row: Listed) -> list[Cell]:
    """The cells of a record in the order of the header, where it has the same keys, each once, in another order."""
    lead = len(row.cells) - len(row.keys)
    if sorted(row.keys) != sorted(header) or len(set(header)) != len(header) or lead != row.labelled:
        return row.cells
    by_key = dict(zip(row.keys, row.cells[lead:], strict=True))
    return [*row.cells[:lead], *(by_key[key] for key in header)]


def _row(cells: list[Cell], first_line: int, block: int) -> GridRow:
    moved = [Cell(c.text, c.line_start + first_line, c.line_end + first_line) for c in cells]
    return GridRow(moved, "lists", block)


def _one(lines: list[str], index: int) -> tuple[list[_Token], int]:
    """The tokens of the list that opens on line `index`, and the index after its last line; `index` if it is none."""
    tokens: list[_Token] = []
    open_marks: list[str] = []
    for number in range(index, len(lines)):
        at, line = 0, lines[number]
        while at < len(line):
            found = _TOKEN.match(line, at)
            if found is None or (not open_marks and tokens and found["mark"] != ","):
                return [], index
            at = found.end()
            mark = found["mark"]
            if mark in _CLOSERS:
                open_marks.append(mark)
            elif mark in _CLOSERS.values() and (not open_marks or _CLOSERS[open_marks.pop()] != mark):
                return [], index
            tokens.append((number, found.lastgroup or "", found[found.lastgroup or 0]))
        if not open_marks or len(open_marks) > _DEEPEST:
            break
    return (tokens, number + 1) if tokens and not open_marks else ([], index)


def _rows(tokens: list[_Token]) -> list[Listed]:
    """The lists with cells of their own, in the order in which they are closed."""
    done: list[Listed] = []
    stack: list[Listed] = []
    for (line, kind, text), (_, _, following) in zip(tokens, [*tokens[1:], (0, "", "")], strict=True):
        if text in _CLOSERS and kind == "mark":
            inner = Listed()
            if stack and stack[-1].key is not None:
                inner = Listed([Cell(stack[-1].key, line, line)], labelled=True)
                stack[-1].key = None
            stack.append(inner)
        elif kind == "mark":
            done += [_unnamed(stack.pop())] if text in _CLOSERS.values() else []
        elif stack:
            value = "" if text in _EMPTY else _plain(text)
            if following == ":":
                stack[-1].key = value
                continue
            if stack[-1].key is not None:
                stack[-1].keys.append(stack[-1].key)
                stack[-1].key = None
            stack[-1].cells.append(Cell(value, line, line))
    return [made for made in done if made.cells]


def _unnamed(made: Listed) -> Listed:
    """A header without the name that a program gave it: `"columns": ["项目", "自然人"]`."""
    first, *words = made.cells or [Cell("", 0, 0)]
    is_named = made.labelled and not made.keys and first.text.isascii() and len(words) >= _LEAST_CELLS
    if is_named and not any(looks_like_figure(word.text) for word in words if word.text):
        return Listed(words)
    return made


def _plain(text: str) -> str:
    if text[0] not in "'\"":
        return text
    return whole_characters(_ESCAPE.sub(_escaped, text[1:-1]))


def _escaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else _ESCAPED.get(found[2], found[2])
