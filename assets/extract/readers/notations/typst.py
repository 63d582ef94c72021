"""Tables of Typst, whose cells fill as many columns as the table says, wherever its lines break: they become those of a page.

`table(columns: 4, table.header([信息内容], …), [规章], [1], …)`: so pandoc writes them, too. A table that does not say how many columns it has,
or has rows of fewer, is read by its lines (markup.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from html import escape
from itertools import pairwise

_OPENS = re.compile(r"#?\btable\(")
_ARGUMENT = re.compile(r"\s*([a-z-]+)\s*:(?!:)")
_CALL = re.compile(r"#?([a-z]+(?:\.[a-z]+)*)\s*(?=[(\[])")
_COUNT = re.compile(
    r"\s*(?:([0-9]{1,2})|\(\s*[^(),]*,?\s*\)\s*\*\s*([0-9]{1,2})|\(((?:[^()]|\([^()]*\))*)\))\s*$"
)
_SPAN = re.compile(r"\b(colspan|rowspan)\s*:\s*([0-9]{1,3})")
_WITHIN = re.compile(r"#[a-z]+(?:\.[a-z]+)*(?:\([^()]*\))?\[([^\[\]]*)\];?")
_BREAK = re.compile(r"#linebreak\(\);?|\\(?=\s|$)")
_STRONG = re.compile(r"(?<!\\)([*_])([^*_\n]+)\1")
_SPACE = re.compile(r"(?<!\\)~")
_ESCAPED = re.compile(r"\\([^\w\s])")
_DEEPEST, _MOST_COLUMNS, _MOST_LINES = 8, 64, 2_000
# Programs break lines that are longer than this, wide characters counted twice.
_LONG_LINE = 48

# (where it begins, width, height, its text)
_Cell = tuple[int, int, int, str]


def as_html(lines: list[str]) -> list[str] | None:
    """The lines of a table as those of one in a page; None where it does not say its columns, or is never closed."""
    source = "\n".join(lines)
    opened = _OPENS.search(source)
    if opened is None:
        return None
    reading = _Arguments(source)
    if reading.read(opened.end(), 0) is None or not 0 < reading.columns <= _MOST_COLUMNS:
        return None
    return _placed(lines, source, reading)


def end(lines: list[str], index: int) -> int | None:
    """The line after the one on which the table is closed; None where it is not."""
    source = "\n".join(lines[index : index + _MOST_LINES])
    opened = _OPENS.search(source)
    closed = _Arguments(source).read(opened.end(), 0) if opened is not None else None
    return index + source.count("\n", 0, closed) + 1 if closed is not None else None


class _Arguments:
    """The cells among the arguments of a table, and how many columns it says it has."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.cells: list[_Cell] = []
        self.columns = 0

    def read(self, at: int, depth: int) -> int | None:
        """Read arguments from a place on; where their bracket is closed, None where it is not."""
        source = self.source
        while at < len(source) and depth < _DEEPEST:
            if source[at] == ")":
                return at + 1
            if source[at] in " \t\n\r,":
                at += 1
            elif (named := _ARGUMENT.match(source, at)) is not None:
                stop = _value_end(source, named.end())
                if named[1] == "columns" and depth == 0:
                    self.columns = _count(source[named.end() : stop])
                at = stop
            elif (call := _CALL.match(source, at)) is not None:
                after = self._call(call, depth)
                if after is None:
                    return None
                at = after
            elif source[at] == "[":
                stop = _closed(source, at)
                self.cells.append((at, 1, 1, source[at + 1 : stop - 1]))
                at = stop
            else:
                stop = _value_end(source, at)
                text = source[at:stop].strip()
                if text.startswith('"'):
                    self.cells.append((at, 1, 1, text[1:-1]))
                at = max(stop, at + 1)
        return None

    def _call(self, call: re.Match[str], depth: int) -> int | None:
        source, at = self.source, call.end()
        if call[1] in ("table.header", "table.footer"):
            return self.read(at + 1, depth + 1) if source[at] == "(" else at
        inner = ""
        if source[at] == "(":
            stop = _closed(source, at)
            inner, at = source[at + 1 : stop - 1], stop
        text = None
        if source[at : at + 1] == "[":
            stop = _closed(source, at)
            text, at = source[at + 1 : stop - 1], stop
        elif "[" in inner:
            begin = inner.index("[")
            text = inner[begin + 1 : _closed(inner, begin) - 1]
            inner = inner[:begin] + inner[_closed(inner, begin) :]
        if text is not None or call[1] == "table.cell":
            spans = {name: int(count) for name, count in _SPAN.findall(inner)}
            self.cells.append((call.start(), spans.get("colspan", 1), spans.get("rowspan", 1), text or ""))
        return at


def _closed(source: str, at: int) -> int:
    """Behind the bracket that closes the one at a place: in text only square ones count."""
    open_marks: list[str] = []
    while at < len(source):
        char = source[at]
        if char == "\\":
            at += 1
        elif char == "[" or (char == "(" and open_marks[-1:] != ["["]):
            open_marks.append(char)
        elif char == '"' and open_marks[-1:] == ["("]:
            at = source.find('"', at + 1) if source.find('"', at + 1) > 0 else at
        elif open_marks and char == {"[": "]", "(": ")"}[open_marks[-1]]:
            open_marks.pop()
            if not open_marks:
                return at + 1
        at += 1
    return len(source)


def _value_end(source: str, at: int) -> int:
    """Where the value of an argument ends: at a comma, or at the bracket around it."""
    while at < len(source) and source[at] not in ",)":
        if source[at] == '"' and source.find('"', at + 1) > 0:
            at = source.find('"', at + 1)
        at = _closed(source, at) if source[at] in "([" else at + 1
    return at


def _count(said: str) -> int:
    found = _COUNT.match(said)
    if found is None:
        return 0
    if found[1] or found[2]:
        return int(found[1] or found[2])
    inner = re.sub(r"\([^()]*\)", "", found[3])
    return len([part for part in inner.split(",") if part.strip()])


def _placed(lines: list[str], source: str, reading: _Arguments) -> list[str] | None:
    """Each cell on its own line, in rows of as many columns as the table has; None where its lines have rows of fewer.

    A row may go on below, and a line may hold several; one that ends a row and begins the next is no row of such a table.
    """
    found = [""] * len(lines)
    on_line: dict[int, int] = defaultdict(int)
    rows_on: dict[int, set[int]] = defaultdict(set)
    begun_within: set[int] = set()
    goes_on: set[int] = set()
    taken: set[tuple[int, int]] = set()
    row = column = 0
    opened = -1
    for at, width, height, text in reading.cells:
        while (row, column) in taken or column >= reading.columns:
            row, column = (row, column + 1) if column < reading.columns else (row + 1, 0)
        taken |= {(row + down, column + right) for down in range(height) for right in range(width)}
        line = source.count("\n", 0, at)
        if row != opened and found[line]:
            begun_within.add(line)
        (goes_on.add if "\n" in text.strip() else goes_on.discard)(line)
        on_line[line] += width
        rows_on[line].add(row)
        found[line] += "<tr>" * (row - opened)
        opened = row
        found[line] += f'<td colspan="{width}" rowspan="{height}">{_said(text)}</td>'
    is_full = all((row, n) in taken for n in range(reading.columns))
    if not is_full or any(on_line[line] <= reading.columns for line in begun_within):
        return None
    if not _are_wrapped(
        {n: found[n].count("<td ") for n in on_line if n not in begun_within}, rows_on, lines, goes_on
    ):
        return None
    found[0] = f"<table>{found[0]}"
    found[-1] += "</table>"
    return found


def _are_wrapped(
    cells_on: dict[int, int], rows_on: dict[int, set[int]], lines: list[str], goes_on: set[int]
) -> bool:
    """Whether rows that go on below were cut by a program: behind long lines, within a cell (`goes_on`), or after as many cells each time."""
    single = [n for n in cells_on if len(rows_on[n]) == 1]
    cut = [a for a, b in pairwise(single) if rows_on[a] == rows_on[b] and a not in goes_on]
    if not cut or all(_wide(lines[n]) >= _LONG_LINE for n in cut):
        return True
    return {cells_on[n] for n in cut} == {max(cells_on[n] for n in single)}


def _wide(text: str) -> int:
    return sum(2 if ord(c) > 0x2E7F else 1 for c in text)


def _said(text: str) -> str:
    text = _BREAK.sub("\x00", text)
    for _ in range(_DEEPEST):
        before, text = text, _WITHIN.sub(r"\1", text)
        if text == before:
            break
    # a tilde is a space that no line is broken at
    text = _SPACE.sub(" ", _STRONG.sub(r"\2", " ".join(text.split("\n"))))
    text = _ESCAPED.sub(r"\1", text)
    return escape(text.strip(), quote=False).replace("\x00", "<br/>")
