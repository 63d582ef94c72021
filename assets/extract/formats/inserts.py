"""Tables of a database written out as SQL: `INSERT INTO t (a, b) VALUES ('规章', '0')`, below a `CREATE TABLE` that explains a and b.

Each table becomes one of a page: under a header of what its columns are said to mean (else of their names) the rows as they were put in.
Numbers of records and what is the same in all of them (the year, the agency) are no columns. Every line keeps its number. Does not
belong here: pages that were put into one cell of a table (escapes.py), and what the tables mean (html.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

_NAME = r"(?:[\w`\"\[\]]{1,80}\s*\.\s*){0,2}[`\"\[]?(?P<table>[^\W`\"]{1,80})[`\"\]]?"
_INSERT = re.compile(
    rf"\b(?:INSERT|REPLACE)\s+(?:\w+\s+)?INTO\s+(?:TABLE\s+)?{_NAME}\s*(?:\((?P<columns>[^()]{{1,2000}})\)\s*)?VALUES?\s*(?=\()",
    re.IGNORECASE,
)
_CREATE = re.compile(rf"\bCREATE\s+(?:\w+\s+)?TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?{_NAME}\s*\(", re.IGNORECASE)
_COMMENT_ON = re.compile(
    rf"\bCOMMENT\s+ON\s+(?:TABLE\s+{_NAME}|COLUMN\s+(?:[\w`\"]{{1,80}}\.)?[`\"]?(?P<of>\w{{1,80}})[`\"]?\.[`\"]?(?P<column>\w{{1,80}})[`\"]?)"
    r"\s+IS\s+'(?P<said>(?:[^']|'')*+)'\s*;?",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"(?P<gap>\s+)|(?P<note>--[^\n]*|/\*(?:[^*]|\*(?!/))*+\*/|#[^\n]*)|N?(?P<text>'(?:[^'\\]|\\.|'')*+'|\"(?:[^\"\\]|\\.|\"\")*+\"|`[^`]*+`)"
    r"|(?P<mark>[(),;])|(?P<bare>[^\s(),;'\"`]+)",
    re.DOTALL,
)
_COLUMN_COMMENT = re.compile(r"\bCOMMENT\s*=?\s*'((?:[^'\\]|\\.|'')*+)'", re.IGNORECASE)
_NO_COLUMN = re.compile(r"(?:PRIMARY|UNIQUE|FOREIGN|KEY|CONSTRAINT|INDEX|CHECK)\b", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(.)|''", re.DOTALL)
_ESCAPED = {"n": "\n", "r": "", "t": " ", "0": ""}
_NOTE = re.compile(r"\s*(?:--+|#+|/\*+)\s?(.*?)\s*(?:\*/)?\s*")
_RECORD_NUMBER = re.compile(
    r"(?:\w*_)?(?:id|uuid|guid|pk|xh|sort|px|seq)|序号|编号|主键|排序(?:号)?|(?:主键|自增)?ID", re.IGNORECASE
)
_SAME_FOR_ALL = re.compile(
    r"nd|nf|year|(?:\w*_)?year|dw|.{0,4}(?:年度|年份|单位|部门|机关|地区)(?:名称)?", re.IGNORECASE
)
_YEAR = re.compile(r"20[0-9]{2}")
_PARTS = re.compile(r"\s*(?:[/>→»|_:：·\-—–]|->)\s*")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_PAGE = re.compile(r"</|<br|<p\b", re.IGNORECASE)
_LONGEST = 200


@dataclass
class _Table:
    """What is known of a table: its columns with what they mean, what it is called, and its rows."""

    names: list[str] = field(default_factory=list)
    means: dict[str, str] = field(default_factory=dict)
    said: str = ""
    rows: list[tuple[int, list[str]]] = field(default_factory=list)  # (where it begins, values)
    columns: list[str] | None = None


def with_tables_of_database(lines: list[str]) -> list[str]:
    """The lines, with tables of a page where rows are put into those of a database."""
    text = "\n".join(lines)
    if not _INSERT.search(text):
        return lines
    known: dict[str, _Table] = {}
    taken: list[tuple[int, int]] = []
    end = 0
    for create in _CREATE.finditer(text):
        if create.start() < end:
            continue  # within what is made already
        end, table = _created(text, create.end())
        known[create["table"].lower()] = table
        taken.append((create.start(), end))
    for found in _COMMENT_ON.finditer(text):
        table = known.setdefault((found["table"] or found["of"]).lower(), _Table())
        said = found["said"].replace("''", "'")
        if found["column"]:
            table.means[found["column"].lower()] = said
        else:
            table.said = said
        taken.append(found.span())
    written: list[tuple[str, _Table]] = []  # runs of rows of one table
    end = 0
    for insert in _INSERT.finditer(text):
        if insert.start() < end:
            continue
        end, rows = _rows(text, insert.end())
        if any(len(value) > _LONGEST or _PAGE.search(value) for _, row in rows for value in row):
            continue
        columns = [c.strip(' \n\t`"[]') for c in insert["columns"].split(",")] if insert["columns"] else None
        of = known.get(name := insert["table"].lower(), _Table())
        if not written or written[-1][0] != name or written[-1][1].columns != columns:
            written.append((name, _Table(of.names, of.means, of.said, columns=columns)))
        written[-1][1].rows += rows
        taken.append((insert.start(), end))
    return _as_page(text, lines, [table for _, table in written], taken) if written else lines


def _tokens(text: str, at: int) -> Iterator[tuple[int, str, str]]:
    while at < len(text) and (found := _TOKEN.match(text, at)) is not None:
        if found.lastgroup != "gap":
            yield found.end(), found.lastgroup or "", found[found.lastgroup or 0]
        at = found.end()


def _created(text: str, at: int) -> tuple[int, _Table]:
    """What stands in the brackets of a table's making, and behind them."""
    table = _Table()
    depth, piece, behind = 1, "", ""
    before = end = at
    for end, kind, word in _tokens(text, at):
        is_next_line = "\n" in text[before : end - len(word)]
        before = end
        if kind == "note":  # of the column on the same line
            if piece.strip():
                piece += f" COMMENT '{_said(word)}'"
            elif table.names and not is_next_line:
                table.means.setdefault(table.names[-1].lower(), _said(word))
            continue
        if kind == "mark" and word in "()":
            depth += 1 if word == "(" else -1
        ends = ")" if depth == 0 else "," if depth == 1 else ""
        if depth >= 0 and kind == "mark" and word == ends:
            _column(table, piece)
            piece = ""
        elif depth == 0 and word == ";":
            break
        elif depth == 0:
            behind += f"{word} "
        else:
            piece += f"{word} "
    if said := _COLUMN_COMMENT.search(behind):
        table.said = _plain(f"'{said[1]}'")
    return end, table


def _column(table: _Table, piece: str) -> None:
    piece = piece.strip()
    if not piece or _NO_COLUMN.match(piece):
        return
    name = piece.split()[0].strip('`"[]')
    table.names.append(name)
    if said := _COLUMN_COMMENT.search(piece):
        table.means[name.lower()] = _plain(f"'{said[1]}'")


def _said(note: str) -> str:
    found = _NOTE.fullmatch(note)
    return found[1] if found else ""


def _rows(text: str, at: int) -> tuple[int, list[tuple[int, list[str]]]]:
    """The rows that are put in from a place on, and where they end."""
    rows: list[tuple[int, list[str]]] = []
    values: list[str] = []
    value, depth, begins, closed = "", 0, at, at
    for end, kind, word in _tokens(text, at):
        if kind == "note":
            continue
        if kind == "mark" and word == "(":
            depth += 1
            if depth == 1:
                begins, values, value = end - 1, [], ""
        elif kind == "mark" and word == ")":
            depth -= 1
            if depth == 0:
                rows.append((begins, [*values, value]))
                closed = end
        elif kind == "mark" and word == ",":
            if depth == 1:
                values.append(value)
                value = ""
        elif kind == "mark" or (depth == 0):
            break
        elif depth == 1:
            value += (
                "" if word.upper() == "NULL" and kind == "bare" else _plain(word) if kind == "text" else word
            )
    else:
        closed = end  # it is never closed
    return closed, rows


def _plain(token: str) -> str:
    body = token[1:-1]
    return _ESCAPE.sub(lambda m: _ESCAPED.get(m[1], m[1]) if m[1] else "'", body).strip()


def _as_page(text: str, lines: list[str], tables: list[_Table], taken: list[tuple[int, int]]) -> list[str]:
    """The lines with each table in the place where its rows were put in, below its name."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)

    def line_of(at: int) -> int:
        low, high = 0, len(lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if starts[middle] <= at else (low, middle - 1)
        return low

    found = [(_said(line) if line.lstrip().startswith(("--", "#", "/*")) else line) for line in lines]
    for start, end in taken:
        for n in range(line_of(start), line_of(max(start, end - 1)) + 1):
            found[n] = ""
    for table in tables:
        rows = [(line_of(at), values) for at, values in table.rows]
        if rows:
            _write(table, rows, found)
    return found


def _write(table: _Table, rows: list[tuple[int, list[str]]], found: list[str]) -> None:
    width = max(len(values) for _, values in rows)
    names = table.columns or table.names
    header = [table.means.get(name.lower(), name) for name in names] if len(names) == width else []
    same = {n for n in range(width) if len({tuple(values[n : n + 1]) for _, values in rows}) == 1}
    left_out, caption = set(), [table.said]
    for n, word in enumerate(header):
        if _RECORD_NUMBER.fullmatch(word) or _RECORD_NUMBER.fullmatch(names[n]):
            left_out.add(n)
        elif n in same and (_SAME_FOR_ALL.fullmatch(word) or _SAME_FOR_ALL.fullmatch(names[n])):
            left_out.add(n)
            value = rows[0][1][n]
            caption.insert(0, f"{value}年" if _YEAR.fullmatch(value) else "")
    kept = [n for n in range(width) if n not in left_out]
    is_whole = any(len(values) == width and _figures_of(values) for _, values in rows)
    made = [
        _short_row(values, left_out, len(kept))
        if is_whole and len(values) < width and _figures_of(values)
        else _row([values[n] if n < len(values) else "" for n in kept])
        for _, values in rows
    ]
    has_figures = any(any(c.isdigit() for c in value) for value in rows[0][1])
    head = [header[n] for n in kept if header]
    levels = _levels(head) if any(_CHINESE.search(word) for word in head) or has_figures else []
    for (number, _), row in zip(rows, made, strict=True):
        found[number] += row
    first = rows[0][0]
    found[first] = "<table>" + "".join(map(_row, levels)) + found[first]
    found[rows[-1][0]] += "</table>"
    above = next((n for n in range(first - 1, -1, -1) if found[n].strip()), -1) + 1
    if above < first:
        found[above] = "".join(caption)


def _figures_of(values: list[str]) -> int:
    """How many figures stand at the end of a row of values."""
    return next((n for n, value in enumerate(reversed(values)) if _CHINESE.search(value)), 0)


def _short_row(values: list[str], left_out: set[int], width: int) -> str:
    """A row that has lost a value, which nothing tells: its figures stand in one cell below all heads."""
    count = _figures_of(values)
    labels = [value for n, value in enumerate(values[: len(values) - count]) if n not in left_out]
    rest = "; ".join(values[len(values) - count :])
    merged = f'<td colspan="{max(1, width - len(labels))}">{escape(rest, quote=False)}</td>'
    return _row(labels).removesuffix("</tr>") + merged + "</tr>"


def _levels(header: list[str]) -> list[list[str]]:
    """The header, in two rows where several of its words begin with the name of a group: `法人或其他组织-其他`."""
    parts = [_PARTS.split(word, maxsplit=1) for word in header]
    groups = [part[0] for part in parts if len(part) == 2]
    if len(groups) < 2 or len(set(groups)) == len(groups):
        return [header] if header else []
    several = {group for group in groups if groups.count(group) > 1}
    tops = [part[0] if part[0] in several and len(part) == 2 else "" for part in parts]
    return [tops, [part[-1] if top else word for part, top, word in zip(parts, tops, header, strict=True)]]


def _row(cells: list[str]) -> str:
    written = (escape(cell, quote=False).replace("\n", "<br/>") for cell in cells)
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in written) + "</tr>"
