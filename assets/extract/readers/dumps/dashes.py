"""Tables that a program printed as lists of YAML: each row a list of cells, `- - 规章` and `  - '6'` below it, or `- [规章, 6]`.

A blank cell is still there as `''` or `null`, so that every cell has its true column. Belongs here: rows of cells without names.
Does not belong here: names with figures (keyed.py), lists in brackets on lines of their own (lists.py).
"""

from __future__ import annotations

import re

from assets.extract.model import Cell, GridRow

_ROW = re.compile(r"(\s*+)-\s++(?=-(?:\s|$))-(.*)|(\s*+)-\s++\[(.*)\]\s*")
_CELL = re.compile(r"\s*(?:\"((?:[^\"\\]|\\.)*+)\"|'((?:[^']|'')*+)'|([^,'\"\[\]{}]*+))\s*(?:,|$)")
_NULLS = {"null", "~", "Null", "NULL", "|-", "|", ">-", ">"}
_LEAST_ROWS, _LEAST_CELLS = 2, 2
_BREAK = re.compile(r"\\[nrt]")


def starts(lines: list[str], index: int) -> bool:
    """Two such rows of two cells, one below the other."""
    if not _ROW.fullmatch(lines[index]):
        return False
    found = _rows(lines, index)[0]
    return len(found) >= _LEAST_ROWS and all(len(row) >= _LEAST_CELLS for row in found[:_LEAST_ROWS])


def end(lines: list[str], index: int) -> int:
    """The block goes on as long as rows open, their cells stand below each other, and lines go on that are deeper."""
    return _rows(lines, index)[1]


def read(lines: list[str], first_line: int, block: int) -> list[GridRow]:
    """Rows of the block whose first line has number `first_line`."""
    made: list[GridRow] = []
    for row in _rows(lines, 0)[0]:
        cells = [
            Cell(_plain(" ".join(text.split("\n"))), first_line + start, first_line + stop)
            for text, start, stop in row
        ]
        made.append(GridRow(cells, "lists", block))
    return made


# A cell: its text, its first and its last line.
_Raw = tuple[str, int, int]


def _rows(lines: list[str], index: int) -> tuple[list[list[_Raw]], int]:
    """The rows from line `index` on, and the line after them."""
    rows: list[list[_Raw]] = []
    depth = _depth(lines[index])
    inner = -1
    while index < len(lines):
        line = lines[index]
        opens = _ROW.fullmatch(line)
        if opens is not None and _depth(line) == depth:
            if opens[4] is not None:
                cells = _flow(opens[4])
                if cells is None:
                    break
                rows.append([(text, index, index) for text in cells])
                inner = -1
            else:
                rows.append([(opens[2].strip(), index, index)])
                inner = line.index("-", len(opens[1]) + 1)
        elif rows and line.strip() and _depth(line) > depth:
            text, start, _ = rows[-1][-1]
            if _depth(line) == inner and (line.strip() == "-" or line.lstrip().startswith("- ")):
                rows[-1].append((line.strip()[1:].strip(), index, index))
            elif _depth(line) > inner > 0 and opens is None:
                rows[-1][-1] = (
                    f"{text}\n{line.strip()}" if text not in _NULLS else line.strip(),
                    start,
                    index,
                )
            else:
                break
        else:
            break
        index += 1
    return rows, index


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _flow(text: str) -> list[str] | None:
    """The cells between the brackets of a list; None where something else stands there."""
    cells: list[str] = []
    at = 0
    while at < len(text):
        found = _CELL.match(text, at)
        if found is None:
            return None
        cells.append(text[at : found.end()].strip().removesuffix(",").strip())
        at = found.end()
    return cells if cells else None


def _plain(text: str) -> str:
    """A cell without its quotes."""
    if text in _NULLS:
        return ""
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    if len(text) > 1 and text[0] == text[-1] == '"':
        return _BREAK.sub(" ", text[1:-1]).replace('\\"', '"')
    return text
