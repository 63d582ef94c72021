"""Cells that are read out with their places: `第 4 行 第 1 列 规章 第 2 列 0`, `row 4 column 1 规章`, `R4C1: 规章`.

So do programs that read a page out to those who hear it, and others that list cells. The rows become those of a page; what is left out
between two cells is the first one's width, unless the row above has a cell there. Every line keeps its number. Does not belong here:
places as a sheet names them (coordinates.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from operator import itemgetter

from assets.extract.sections import numbered_heading

_N = r"\s*(?P<{}>[0-9０-９]{{1,3}})\s*"
# Marks of one kind each: the row alone, the column alone, both at once.
_KINDS = tuple(
    (re.compile(row, re.IGNORECASE), re.compile(column, re.IGNORECASE))
    for row, column in (
        (rf"第{_N.format('row')}行[:：,，、]?\s*", rf"第{_N.format('column')}列[:：=＝]?"),
        (rf"(?<!\w)row\b{_N.format('row')}[:,，;]?\s*", rf"(?<!\w)col(?:umn)?\b\.?{_N.format('column')}:?"),
        (rf"行[ \u00a0]{_N.format('row')}[,，;]?\s*", rf"列[ \u00a0]{_N.format('column')}[:：]?"),
        (r"(?<!\w)R(?P<row>[0-9]{1,3})(?=C[0-9])", r"(?<=[0-9])C(?P<column>[0-9]{1,3})(?!\w)[:：]?"),
        (
            r"(?<![^\s])[(\[](?P<row>[0-9]{1,3})(?=\s?,\s?[0-9]{1,3}[)\]])",
            r"(?<=[0-9]),\s?(?P<column>[0-9]{1,3})[)\]]\s?[:：=＝]?",
        ),
    )
)
# What may stand before a mark, and a line that may begin with one.
_LEAD = " \t-*•·"
_LIKELY = re.compile(rf"[{re.escape(_LEAD)}]*+[第Rr行(\[]")
_SIZE = re.compile(
    r"\s*(?:表格|table).{0,12}?[0-9０-９]{1,3}\s*(?:行|rows?)\D{0,6}[0-9０-９]{1,3}\s*(?:列|col).{0,8}",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\s*(?:离开|退出|離開|out of|leaving|exit(?:ing)?|end of)\s*(?:表格|table)\s*", re.IGNORECASE
)
_HEADING = re.compile(
    r"\s*(?:标题|標題|heading)\s*(?:级别|級別|level)\s*[1-6]\s*[:：]?\s*(?=\S)|\s*[1-6]\s*级标题\s+(?=\S)",
    re.IGNORECASE,
)
_EMPTY = {"空白", "空", "blank", "empty", "空单元格", "(空)", "（空）", "(空白)", "（空白）"}
# Quotes about the text of every cell, and the full stop behind the last one of a row.
_QUOTED = re.compile(r"\s*(?:“(.*)”|「(.*)」|\"([^\"]*)\"|'([^']*)'|‘(.*)’)\s*", re.DOTALL)
_STOP = re.compile(r"[。.；;]\s*$")
_JOINTS = ("；", ";", "，", ",", "、", "|")
_LEAST_ROWS, _MOST_COLUMNS = 3, 64
# So many lines without a place may go on with a cell's text.
_MOST_WRAPPED = 2
# Letters of the text of a last cell below its place.
_LONGEST_LAST = 12
_ASCII = str.maketrans("０１２３４５６７８９", "0123456789")


@dataclass
class _Cell:
    row: int
    column: int
    text: str
    line: int
    below: int = 0  # lines of its text below its place, where it is the last of its table


def with_rows_of_places(lines: list[str]) -> list[str]:
    """The lines, with rows of a page where cells are read out with their places."""
    kind = _kind(lines)
    if kind is None:
        return lines
    found = list(lines)
    tables = list(_tables(lines, *kind))
    for number, line in enumerate(lines):
        if _SIZE.fullmatch(line) or _LEAVES.fullmatch(line):
            found[number] = ""
        elif heading := _HEADING.match(line):
            found[number] = line[heading.end() :]
    for table in tables:
        _write(table, found)
    return found


def _kind(lines: list[str]) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """The marks with which so many lines begin that have a row and, right behind it, a column."""
    pairs = zip(lines, [*lines[1:], ""], map(_LIKELY.match, lines), strict=True)
    likely = [(line, below) for line, below, is_likely in pairs if is_likely]
    for row, column in _KINDS if len(likely) >= _LEAST_ROWS else ():
        begun = 0
        for line, below in likely:
            mark = row.match(line, _margin(line))
            if mark is None:
                continue
            is_alone = mark.end() == len(line.rstrip()) or mark.end() == len(line)
            begun += bool(column.match(below, _margin(below)) if is_alone else column.match(line, mark.end()))
        if begun >= _LEAST_ROWS:
            return row, column
    return None


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip(_LEAD))


def _tables(lines: list[str], row: re.Pattern[str], column: re.Pattern[str]) -> Iterator[list[_Cell]]:
    """The cells of each table: places go down and to the right, and begin anew in the next table."""
    cells: list[_Cell] = []
    wrapped: list[int] = []
    ends: dict[int, int] = {}
    at_row = -1
    for number, line in enumerate(lines):
        found = list(_cells(line, number, row, column, at_row))
        if not found and cells and at_row >= 0 and (mark := column.search(line)) is not None:
            rest = list(_cells(line[mark.start() :], number, row, column, at_row))
            if rest and (rest[0].row, rest[0].column) > (cells[-1].row, cells[-1].column):
                wrapped.append(number)  # the end of a cell, and the next ones
                ends[number] = mark.start()
                found = rest
        if alone := row.fullmatch(line.strip()):
            at_row = int(alone["row"].translate(_ASCII))
        elif found:
            after = (cells[-1].row, cells[-1].column) if cells else (-1, -1)
            if (found[0].row, found[0].column) <= after:
                yield _with_last(cells, wrapped, lines)
                cells, wrapped = [], []
            for n in wrapped:  # what stands between is the rest of the cell
                cells[-1].text += f"\n{lines[n][: ends.get(n)].strip()}"
            wrapped = []
            cells += found
            at_row = cells[-1].row
        elif cells and line.strip():
            wrapped.append(number)
            if (
                len(wrapped) > _MOST_WRAPPED
                or _SIZE.fullmatch(line)
                or _LEAVES.fullmatch(line)
                or _HEADING.match(line)
            ):
                yield _with_last(cells, wrapped, lines)
                cells, wrapped, at_row = [], [], -1
    if cells:
        yield _with_last(cells, wrapped, lines)


def _with_last(cells: list[_Cell], below: list[int], lines: list[str]) -> list[_Cell]:
    """The cells of a table that ends, with the text of the last one where it stands on the line below its place.

    `below` are the lines without a place behind it. It stands there if the texts of most cells do; a longer line, and the heading
    of a section, is none of the table's.
    """
    last = cells[-1]
    text = lines[below[0]].strip() if below and below[0] == last.line + 1 else ""
    others = sum(cell.text.startswith("\n") for cell in cells)
    is_end = any(mark.match(text) for mark in (_SIZE, _LEAVES, _HEADING))
    if last.text or others * 2 < len(cells) or is_end or len(text) > _LONGEST_LAST or numbered_heading(text):
        return cells
    if text:
        last.text, last.below = f"\n{text}", 1
    return cells


def _cells(
    line: str, number: int, row: re.Pattern[str], column: re.Pattern[str], at_row: int
) -> Iterator[_Cell]:
    """The cells of a line that begins with a place; a column alone is of the row above."""
    start = _margin(line)
    mark = row.match(line, start)
    if mark is None and (at_row < 0 or not column.match(line, start)):
        return
    places: list[tuple[int, int, int]] = []  # (where the mark begins and ends, its column)
    rows: list[tuple[int, int]] = [(start, at_row)]
    for found in row.finditer(line, start):
        if column.match(line, found.end()):
            rows.append((found.start(), int(found["row"].translate(_ASCII))))
    for found in column.finditer(line, start):
        places.append((found.start(), found.end(), int(found["column"].translate(_ASCII))))
    begins = sorted({at for at, _ in rows[1:]} | {at for at, _, _ in places} | {len(line)})
    last = (-1, -1)
    texts = [line[end : begins[bisect_left(begins, end)]] for _, end, _ in places]
    joint = _joint(texts)
    quoted = _without_quotes(texts, joint)
    for at, (begin, end, place) in enumerate(places):
        of = rows[bisect_right(rows, begin, key=itemgetter(0)) - 1][1]
        if (of, place) <= last or place >= _MOST_COLUMNS:
            return
        last = (of, place)
        behind = begins[bisect_left(begins, end)]
        text = quoted[at] if quoted else line[end:behind].strip()
        if not quoted and joint and behind < len(line):
            text = text.removesuffix(joint).rstrip()
        yield _Cell(of, place, "" if text.lower() in _EMPTY else text, number)


def _joint(texts: list[str]) -> str:
    """The sign behind each cell of a line but its last, which parts it from the next: 第1列=规章；第2列=4; empty where none does."""
    signs = {text.rstrip()[-1:] for text in texts[:-1]}
    sign = signs.pop() if len(signs) == 1 else ""
    return sign if sign in _JOINTS and len(texts) > 1 else ""


def _without_quotes(texts: list[str], joint: str) -> list[str]:
    """The texts of a line's cells that all stand in quotes, without them; none where one does not."""
    if not texts or not _QUOTED.match(texts[0]):
        return []
    plain = [text.rstrip().removesuffix(joint) if joint else text for text in texts[:-1]]
    found = [_QUOTED.fullmatch(text) for text in [*plain, _STOP.sub("", texts[-1])]]
    return [next(g for g in m.groups() if g is not None).strip() for m in found if m] if all(found) else []


def _write(cells: list[_Cell], found: list[str]) -> None:
    """Set the lines of a table."""
    first = min(cell.column for cell in cells)
    for n in range(cells[0].line, cells[-1].line + cells[-1].below + 1):
        found[n] = ""
    above: set[int] = set()
    row: list[_Cell] = []
    for cell, behind in zip(cells, [*cells[1:], None], strict=True):
        opens = "" if row else "<tr>" + "<td></td>" * (cell.column - first)
        row.append(cell)
        width, blanks = 1, 0
        if behind is not None and behind.row == cell.row:
            gap = range(cell.column + 1, behind.column)
            width = next((n for n, place in enumerate(gap, 1) if place in above), len(gap) + 1)
            blanks = len(gap) + 1 - width
        span = f' colspan="{width}"' if width > 1 else ""
        text = "<br/>".join(escape(unescape(part), quote=False) for part in cell.text.split("\n"))
        found[cell.line] += f"{opens}<td{span}>{text}</td>" + "<td></td>" * blanks
        if behind is None or behind.row != cell.row:
            found[cell.line] += "</tr>"
            above, row = {c.column for c in row}, []
    found[cells[0].line] = "<table>" + found[cells[0].line]
    found[cells[-1].line] += "</table>"
