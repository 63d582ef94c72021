"""Heads in the place of figures, and heads besides those of the form, over the row of the table whose rows stand side by side (table 4).

Where a column of another head (撤诉, 驳回, 合计) stands among those of the form, a row of as many figures as the form has lacks one of
them, and nothing tells which. Where blanks have vanished from a row, the heads above it fill it up.
Belongs here: the doubt of the whole table. Does not belong here: a sum behind the last group (sumcolumn.py), cells beside the row
(rowmargins.py), heads that turn the form's own (headers/othermeaning.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.headers.headerplace import header_start, title_line
from assets.extract.labels import TAG, ascii_width, squash
from schemas.form import Form, Table
from schemas.meaning import TURNS

_WORD = re.compile(r"[^\s|｜,;│┃]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_CELLS = re.compile(r"[\t|,]")
_FIGURE = re.compile(r"(?<![0-9.])[0-9]+(?![0-9.])")


def doubt_strange_heads(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the table in doubt that has heads for figures, or one column more and no more figures than the form."""
    for reading in tables:
        table = form.table(reading.table_no)
        if not table.one_row or not reading.cells:
            continue
        known = [cell for cell in reading.cells.values() if cell.status != "uncertain"]
        at = [line for cell in known if (line := cell.line_start)]
        if not at:
            continue
        heads = _heads(table)
        detail = next((text for cell in known if (text := squash(cell.raw or "")) in heads), None)
        detail = detail or _strange(lines, min(at), max(at), table)
        if detail is None:
            continue
        reading.note("header-unclear", line=min(at), detail=detail)
        for key in reading.cells:
            reading.doubt(key, "header-unclear", min(at))


def _strange(lines: Sequence[str], first: int, last: int, table: Table) -> str | None:
    """The head of a column that the form does not have, where the row has not a figure for it, too."""
    over = lines[header_start(lines, first) : first - 1]
    text = "".join(over)
    if not any(word in text for word in TURNS.heads_besides):
        return None
    over = over[max(0, title_line(over, table)) :]
    words = [squash(word) for line in over for word in _WORD.findall(TAG.sub(" ", line))]
    found = [word for word in words if word in TURNS.heads_besides]
    if not found:
        return None
    totals = {squash(w) for column in table.columns if column.total for w in column.wordings}
    totals |= {word for word in found if word in TURNS.heads_of_sums}
    sums = [word for word in words if word in totals]
    others = [word for word in found if word not in totals]
    if not others and len(sums) <= len(table.rows):
        return None
    if _has_a_figure_more(lines, first, last + len(found), sum(len(keys) for _, keys in table.keys)):
        return None
    return (others or found)[0]


def _has_a_figure_more(lines: Sequence[str], first: int, end: int, width: int) -> bool:
    """Whether the row has more figures than the form, or as many cells of which the first and the last are figures."""
    row = [ascii_width(TAG.sub(" ", line)) for line in lines[first - 1 : end]]
    words = next((n for n, line in enumerate(row) if n and _HAN.search(line)), len(row))
    if len(_FIGURE.findall(" ".join(row[:words]))) > width:
        return True
    cells = _CELLS.split(row[0].strip().strip("|"))
    return len(cells) > width and all(_FIGURE.fullmatch(cell.strip()) for cell in (cells[0], cells[-1]))


@cache
def _heads(table: Table) -> frozenset[str]:
    """The heads of the columns."""
    return frozenset(squash(w) for column in table.columns for w in column.wordings)
