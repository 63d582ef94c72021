"""Heads of other things where the names of the rows of the side-by-side table stand: 一审 and 二审, 信访复查 (table 4).

The five columns of each row are alike, so that nothing but the head over them tells what they count. Where a row's own name is not over
the figures, and words stand there that have nothing of the form's, the row is another thing. Belongs here: that doubt. Does not belong here:
names that are damaged or missing, heads of single columns (strangeheads.py), rows of lines of their own (rows/).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.headers.corners import CORNERS
from assets.extract.headers.headerplace import header_start, title_line
from assets.extract.labels import TAG, squash, squash_lines
from assets.extract.memory import remembering
from schemas.form import Form, Row, Table
from schemas.meaning import TURNS

_CELL = re.compile(r"[^\s|｜,;│┃\"'“”\[\]{}~&!]+")
_HAN = re.compile(r"[\u3400-\u9fff]{2,8}")
# What the names of the rows begin with, and so do those of other deeds (行政裁决).
_WHAT = "行政"
# Words of a cell that name no row.
_NOTES = ("单位", "备注", "说明", "填报", "附注", "情况")
_LONGEST_SHOWN = 40


def doubt_strange_rows(tables: Iterable[TableReading], lines: Sequence[str], form: Form) -> None:
    """Put the rows in doubt whose name is not over the table, where other names are."""
    for reading in tables:
        table = form.table(reading.table_no)
        if not table.one_row:
            continue
        at = [c.line_start for c in reading.cells.values() if c.line_start and c.status != "uncertain"]
        if not at:
            continue
        over = lines[header_start(lines, min(at)) : min(at) - 1]
        title = title_line(over, table)
        if not title:
            continue
        words = [squash(cell) for line in over[title:] for cell in _CELL.findall(TAG.sub(" ", line))]
        # rows with lines of their own have their names beside the figures
        missing = _missing("".join(words) + squash_lines(lines[min(at) - 1 : max(at)]), table)
        is_strange = _strange_to(table)
        strange = [word for word in dict.fromkeys(words) if word not in CORNERS and is_strange(word)]
        if not strange or not missing:
            continue
        for row in missing:
            keys = reading.known(table.keys_of[row.key])
            if keys:
                reading.note(
                    "header-unclear",
                    line=min(at),
                    row_key=row.key,
                    row=row,
                    detail="、".join(strange)[:_LONGEST_SHOWN],
                )
            for key in keys:
                reading.doubt(key, "header-unclear", min(at))


def _missing(text: str, table: Table) -> list[Row]:
    """The rows that nothing names: those of a group all together, for one name of two leaves the other clear."""
    (block,) = table.blocks
    named = {row.key for row in block.rows if any(squash(w) in text for w in row.wordings)}
    missing = []
    for row in block.rows:
        together = [r for r in block.rows if r.parent == row.parent]
        if not any(r.key in named for r in together):
            missing.append(row)
    return missing


@cache
def _strange_to(table: Table) -> Callable[[str], bool]:
    """Whether a whole cell says something else than any piece of what the form prints."""
    printed = _print(table)

    @remembering
    def is_strange(word: str) -> bool:
        if not _HAN.fullmatch(word) or any(note in word for note in _NOTES) or word in TURNS.heads_besides:
            return False
        letters = word.removeprefix(_WHAT)
        return len(letters) > 1 and not any(letters[at : at + 2] in printed for at in range(len(letters) - 1))

    return is_strange


def _print(table: Table) -> str:
    labels = (*table.columns, *table.groups, *table.rows)
    return "\n".join((table.zh, table.header, *(squash(w) for label in labels for w in label.wordings)))
