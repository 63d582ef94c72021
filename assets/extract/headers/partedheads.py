"""A head of the form that a table parts into two columns: 总计 over 网上 and 合计, 自然人（男） beside 自然人（女）.

Either of the two may have been taken for the form's column, and only one is it, or none: the column is not known. Where heads stand
below one another, those of a parted column stand in the lowest line, before the first head of a group or behind its last.
Belongs here: that doubt, from the words above the first row in whatever layout. Does not belong here: two years' figures in every column
(twoyears.py), two heads joined in one (joinedheads.py), a head of one column that is another's (othermeaning.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

from assets.extract.cells import TableReading
from assets.extract.headers.headerplace import header_start, title_line
from assets.extract.labels import TAG, squash, strip_numbering
from assets.extract.meaning import is_of_another
from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure
from schemas.form import Form, Table
from schemas.meaning import TURNS
from schemas.whose import WORDS, any_of

_WORD = re.compile(r"[^\s|｜,;\"'!│┃\[\]]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LONGEST = 14
# What names a part of a column's figures, or what else stands beside them.
_PART = re.compile(
    rf"(?:其中:?[^0-9]{{1,8}}|{any_of(TURNS.compared, TURNS.other_years, WORDS.last_year, WORDS.shares)}(?:数|率|量)?(?:\(.{{1,6}}\))?|{any_of(TURNS.of_other_kinds)}(?:申请|渠道|方式)?(?:数|件数)?)"
)
_BEHIND = re.compile(r"(?:\(.{1,12}\)|[-—–]+.{1,8})")


def doubt_parted_heads(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the columns in doubt whose head stands over two."""
    for reading in tables:
        table = form.table(reading.table_no)
        if table.one_row or len(table.blocks) > 1 or not reading.cells:
            continue
        known = [cell for cell in reading.cells.values() if cell.status != "uncertain"]
        at = [line for cell in known if (line := cell.line_start)]
        if not at:
            continue
        found = _parted(lines, min(at), table) | _parted_along(lines, set(at), table)
        doubted = [
            key
            for key, cell in reading.cells.items()
            if key.col_key in found and cell.status != "uncertain" and key.row_key not in reading.named
        ]
        if doubted:
            row = table.rows[0]
            detail = next(iter(found.values()))
            reading.note("header-unclear", line=min(at), row_key=row.key, row=row, detail=detail)
        for key in doubted:
            reading.doubt(key, "header-unclear", min(at))


def _parted(lines: Sequence[str], first: int, table: Table) -> dict[str, str]:
    """The keys of the parted columns above line `first`, each with the words that part it."""
    over = lines[header_start(lines, first) : first - 1]
    over = over[max(0, title_line(over, table)) :]
    printed = [[text for w in _WORD.findall(TAG.sub(" ", line)) if (text := squash(w))] for line in over]
    # with a figure the rows have begun, those of another year or body perhaps
    # (dashes alone are rules between rows)
    heads = takewhile(lambda line: not any(map(_is_figure, line)), printed)
    words = [text for line in heads for text in line]
    # so they have with the first label
    row = next((n for n, w in enumerate(words) if strip_numbering(w) in _long_labels(table)), len(words))
    words = words[:row]
    words = [word for word in words if len(word) <= _LONGEST]
    found = {}
    for column in table.columns:
        name = squash(column.zh)
        pieces = {word for word in words if word.startswith(name) and _BEHIND.fullmatch(word, len(name))}
        if len(pieces) > 1:
            found[column.key] = "、".join(sorted(pieces))
    # what stands above the first head is said in the text
    start = next((n for n, word in enumerate(words) if word in _names(table)), len(words))
    words = words[start:]
    parts = [n for n, word in enumerate(words) if _PART.fullmatch(word) or is_of_another(word)]
    members = _members(table)
    at = [n for n, word in enumerate(words) if word in members]
    if not parts or not at:
        return found
    keys = [column.key for column in table.columns]
    inside = [n for n, column in enumerate(table.columns) if column.group is not None]
    for n in parts:
        if n < at[0]:
            own = keys[: inside[0]]
        elif n > at[-1]:
            own = keys[inside[-1] + 1 :]
        else:
            own = keys
        found |= dict.fromkeys(own, words[n])
    return found


def _is_figure(word: str) -> bool:
    return looks_like_figure(word) and any(map(str.isdigit, word))


def _parted_along(lines: Sequence[str], numbers: Iterable[int], table: Table) -> dict[str, str]:
    """The same where the heads stand along the left: 总计 | 其中：网上 | 28 | 21, and below it a row with figures alone."""
    names = {squash(column.zh): column.key for column in table.columns}
    found = {}
    for number in numbers:
        words = _last_words(lines[number - 1])
        if len(words) > 1 and words[0] in names and (_PART.fullmatch(words[1]) or is_of_another(words[1])):
            found[names[words[0]]] = words[1]
    return found


@remembering
def _last_words(line: str) -> list[str]:
    """The last two words on a line."""
    words = map(squash, _WORD.findall(TAG.sub(" ", line) if "<" in line else line))
    return [*filter(_HAN.search, words)][-2:]


@cache
def _names(table: Table) -> frozenset[str]:
    """The heads of columns and of their groups."""
    return frozenset(
        squash(wording) for label in (*table.columns, *table.groups) for wording in label.wordings
    )


@cache
def _long_labels(table: Table) -> frozenset[str]:
    """The labels of rows that are no names of columns."""
    return frozenset(strip_numbering(squash(w)) for row in table.rows for w in row.wordings) - _names(table)


@cache
def _members(table: Table) -> frozenset[str]:
    """The heads of the columns of groups."""
    return frozenset(squash(column.zh) for column in table.columns if column.group is not None)
