"""Signs for nothing in the rows of a header, where a program printed them for the cells that merged ones cover.

    - | - | - | 总计 | 自然人 | 法人或其他组织 | - | - | - | -

A header has no figures, so that such a sign is a blank cell there, and so may be those right behind a label: of the cells that this
spans, and at the end of rows below a header whose last cells hold nothing else. Each becomes a space; lines and columns keep their places. A row is a line; one of a page, and one whose cells stand a line each
with a bar behind them, is what lies between its ends. Does not belong here: such signs amid figures, which say that a cell has none (numbers.py).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.undone.words.brokenlabels import is_label
from schemas.form import forms

# What stands beside a cell: a program writes some such sign between any two.
_SIGNS = "\t|｜│¦┃║,;；&~\"'〔〕【】「」\n"
_EDGES = f"{_SIGNS}<>"
_SIGN = re.compile(rf"(?:(?<=[{_EDGES}])|^|(?<=\ {{2}}))(\ ?)[-–—－](\ ?)(?=[{_EDGES}]|$|\ {{2}}|。$|\\\\)")
_BETWEEN = re.compile(rf"<[^<>]{{0,300}}>|[{_SIGNS}\[\](){{}}]+|\s{{2,}}|\\\\\s*$|。$")
_PAGE_ROW = re.compile(r"(?=<tr[\s>])", re.IGNORECASE)
_PAGE_ROW_ENDS = re.compile(r"</tr\s*>", re.IGNORECASE)
# A cell on a line of its own, and the end of its row.
_CELL = re.compile(r"[^|｜]*[|｜]\s*")
_ALONE_IN_CELL = re.compile(r"^[^|｜\n]*+[|｜]\s*?$", re.MULTILINE)
# So many signs in one header are no chance.
_LEAST = 2
# A row that takes several lines has no more letters.
_LONGEST = 5_000
_VOID = frozenset("-–—－")


def without_void_signs(lines: list[str]) -> list[str]:
    """The lines, a space for each such sign in a row of nothing but names of columns, and then for those right behind labels."""
    out = _without(lines)
    for pieces_of in (_rows_of_page, _rows_of_cells):
        pieces = pieces_of(out)
        if (rows := pieces[1::2]) and (made := _without(rows)) is not rows:
            pieces[1::2] = made
            out = "".join(pieces).split("\n")
    return out


def _without(rows: list[str]) -> list[str]:
    out = [
        _blanked(row) if ("-" in row or "–" in row or "—" in row or "－" in row) and _may_be(row) else row
        for row in rows
    ]
    if out == rows:
        return rows
    out = _blanked_below(rows, out)
    return [_blanked_behind(row) if _SIGN.search(row) else row for row in out]


def _blanked_below(rows: list[str], blanked: list[str]) -> list[str]:
    """The rows without the signs that end rows below a header which such signs end, in as many cells behind its last column."""
    out = list(blanked)
    cells = ends = 0
    for n, (row, own) in enumerate(zip(rows, blanked, strict=True)):
        if not row.strip():
            continue
        fields = [field.strip() for field in _BETWEEN.split(row) if field.strip()]
        behind = next((at for at, field in enumerate(reversed(fields)) if field not in _VOID), 0)
        if row != own:
            is_column = behind and squash(fields[-1 - behind]) in _columns()
            whole = is_column and not any(field in _VOID for field in fields[:-behind])
            cells, ends = (len(fields), behind) if whole else (0, 0)
        elif ends and len(fields) == cells and all(field in _VOID for field in fields[-ends:]):
            for sign in [*_SIGN.finditer(row)][-ends:]:
                out[n] = out[n][: sign.start()] + " " * len(sign.group()) + out[n][sign.end() :]
        else:
            cells = ends = 0
    return out


def _rows_of_page(lines: list[str]) -> list[str]:
    """The text in pieces: by turns what is no row, and a row of a page."""
    text = "\n".join(lines)
    if "</tr" not in text and "</TR" not in text:
        return []
    pieces = [""]
    for part in _PAGE_ROW.split(text):
        ends = _PAGE_ROW_ENDS.search(part)
        at = ends.end() if ends and ends.end() <= _LONGEST else 0
        pieces += [part[:at], part[at:]]
    return pieces


def _rows_of_cells(lines: list[str]) -> list[str]:
    """The same for rows of a cell a line, a bar behind each, blank lines between rows."""
    if not _ALONE_IN_CELL.search("\n".join(lines)):
        return []
    pieces = [""]
    for is_row, group in groupby(lines, lambda line: _CELL.fullmatch(line) is not None):
        text = "\n".join(group)
        pieces += [text, "\n"] if is_row and len(text) <= _LONGEST else ["", f"{text}\n"]
    return [*pieces[:-1], pieces[-1][:-1]]


def _may_be(line: str) -> bool:
    return sum(map(line.count, "-–—－")) >= _LEAST


def _blanked_behind(line: str) -> str:
    """A line of figures without the signs right behind its last label."""
    at = 0
    for sign in _SIGN.finditer(line):
        before = [field for field in _BETWEEN.split(line[at : sign.start()]) if field.strip()]
        if before and not is_label(before[-1]):
            break
        if before or at:
            line = line[: sign.start()] + " " * len(sign.group()) + line[sign.end() :]
            at = sign.end()
    return line


@remembering
def _blanked(line: str) -> str:
    """A line of a header without those signs; any other as it is."""
    fields = [squash(field) for field in _BETWEEN.split(line)]
    words = [field for field in fields if field and field not in "-–—－"]
    if not words or not all(word in _names() for word in words) or all(map(is_label, words)):
        return line
    blanked, count = _SIGN.subn(r"\1 \2", line)
    return blanked if count >= _LEAST else line


@cache
def _columns() -> frozenset[str]:
    """The names of columns."""
    tables = [table for form in forms().values() for table in form.tables]
    return frozenset(squash(w) for t in tables for column in t.columns for w in (*column.wordings, column.zh))


@cache
def _names() -> frozenset[str]:
    """What headers of the forms hold: columns, what spans them, and what stands over labels."""
    names: set[str] = set()
    for form in forms().values():
        for table in form.tables:
            names.update(squash(w) for w in (table.header, table.note or "") if w)
            names.update(squash(w) for label in (*table.columns, *table.groups) for w in label.wordings)
            names.update(squash(w) for b in table.blocks if b.clause for w in b.clause.wordings)
            names.update(squash(c.zh) for b in table.blocks for c in b.columns)
    return frozenset(names)
