"""A table of another matter in the words of the form: 本年新收信访事项数量, 信访复查 and 劳动仲裁 over the outcomes of reviews and suits.

Such a table stands in the place of the form's own, and most of its labels are the form's. Where the first labels, which name what is
counted, name another matter, all figures are that matter's. One such label alone is no other table, and its row alone is in doubt; a
gloss in brackets may name matters that are left out. Belongs here: that doubt of a table or a row. Does not belong here: words that make one label another
(meaning.py), heads of single columns (headers/othermeaning.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.headers.headerplace import header_start, title_line
from assets.extract.labels import TAG, squash
from assets.extract.memory import remembering
from schemas.form import Form, Row, Table
from schemas.whose import WORDS, any_of

_CODE = "table-of-another"
# What the first rows count.
_COUNTED = "政府信息公开申请"
_OWN = re.compile("信息|公开|申请")
_LEAST, _LONGEST = 2, 24
_LONGEST_HEAD = 12
# The second of those rows ends so many lines below the first figures at most.
_BELOW = 20
_MATTER = re.compile(any_of(WORDS.other_matters))
# Lines that a label takes up, and what of requests a label may leave out.
_LABEL = 4
_FAMILIAR = re.compile("信息|公开")
_OF_REQUESTS = re.compile("政府|申请|依|件|的|总")
_IN_BRACKETS = re.compile(r"\([^()]*+\)")
_PARTS = re.compile(r"[\s|｜,;\"'!│┃\[\]]+")
_SENTENCE = re.compile("[,。;:、]")


def doubt_other_matters(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the tables in doubt whose first labels name another matter than the form's."""
    for reading in tables:
        table = form.table(reading.table_no)
        if all(cell.status == "uncertain" for cell in reading.cells.values()) or len(table.blocks) > 1:
            continue
        if not table.one_row:
            _doubt_single(reading, lines, table)
        found = _of_heads(reading, lines, table) if table.one_row else _of_rows(reading, lines, table)
        if found is not None:
            line, word = found
            reading.note(_CODE, line=line, label=word)
            for key in reading.cells:
                reading.doubt(key, _CODE, line)


def _of_rows(reading: TableReading, lines: Sequence[str], table: Table) -> tuple[int, str] | None:
    """The line of the first row and what it counts, where all rows that say what is counted say another matter."""
    at = [line for cell in reading.cells.values() if (line := cell.line_start)]
    counting = _counting(table)
    if not at or not counting:
        return None
    # such a label is like none of the form's: its row may not have been read
    start, end = header_start(lines, min(at)), min(at) + _BELOW
    text = "".join([_IN_BRACKETS.sub("", text) for text in map(_text, lines[start:end]) if text])
    said = [found[-1] for pattern in counting if (found := pattern.findall(text))]
    if len(said) < len(counting) or not all(map(_is_other, said)):
        return None
    return min(at), said[0]


def _doubt_single(reading: TableReading, lines: Sequence[str], table: Table) -> None:
    """Put the rows in doubt whose label names another matter: 一、本年新收行政许可申请数量."""
    for row in table.rows:
        keys = reading.known(table.keys_of[row.key])
        at = [line for key in keys if (line := reading.cells[key].line_start)]
        if not at or not (pattern := _counting_of(row)):
            continue
        text = "".join(map(_text, lines[max(0, min(at) - _LABEL) : min(at)]))
        said = pattern.findall(text)
        if said and not _FAMILIAR.search(said[-1]) and len(_OF_REQUESTS.sub("", said[-1])) >= _LEAST:
            reading.note("label-unclear", line=min(at), label=said[-1])
            for key in keys:
                reading.doubt(key, "label-unclear", min(at))


@remembering
def _text(line: str) -> str:
    """The squashed text of a line without tags."""
    return squash(TAG.sub("", line) if "<" in line else line)


def _is_other(counted: str) -> bool:
    """Whether what stands in the place of requests is another matter."""
    return bool(_MATTER.search(counted)) or (len(counted) >= _LEAST and not _OWN.search(counted))


@cache
def _counting(table: Table) -> list[re.Pattern[str]]:
    """Of each row that says what is counted, what stands about it in its label."""
    return [pattern for row in table.rows if (pattern := _counting_of(row))]


@cache
def _counting_of(row: Row) -> re.Pattern[str] | None:
    front, counted, behind = squash(row.zh).partition(_COUNTED)
    if not (counted and front and behind):
        return None
    front = front.rpartition("、")[2]
    return re.compile(rf"{re.escape(front)}([\u4e00-\u9fff]{{0,{_LONGEST}}}?){re.escape(behind)}")


def _of_heads(reading: TableReading, lines: Sequence[str], table: Table) -> tuple[int, str] | None:
    """The line and the words of a head over the one row, or of a label before it, that names another matter."""
    at = [line for cell in reading.cells.values() if (line := cell.line_start)]
    if not at:
        return None
    start = header_start(lines, min(at))
    over = lines[start : max(at)]
    if not any(map(_MATTER.search, over)):
        return None
    title = max(0, title_line(over, table))
    said = [
        (number, text)
        for number, line in enumerate(over[title:], start + title + 1)
        for part in _PARTS.split(TAG.sub(" ", line))
        if (text := _IN_BRACKETS.sub("", squash(part)))
    ]
    texts = {text for _, text in said}
    if all(any(name in text for text in texts) for name in _heads_of_groups(table)):
        return None
    return next(
        (
            (number, text)
            for number, text in said
            if len(text) <= _LONGEST_HEAD and _MATTER.search(text) and not _SENTENCE.search(text)
        ),
        None,
    )


@cache
def _heads_of_groups(table: Table) -> tuple[str, ...]:
    """What stands over the groups of the row: the kinds of cases."""
    return (squash(table.rows[0].zh), *(squash(group.zh) for group in table.groups))
