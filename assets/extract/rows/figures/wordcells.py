"""A word in the first column of figures that stands where a label's words do: it is a cell of the row and no end of the label.

Columns set apart by spaces leave the word in front of the first figure, as in `1、信访举报投诉类申请  详见  0  0`. It is a cell where
it stands apart from the words before it, where no label of the table has it, and where the row is known as well without it. Does not
belong here: words that are known to stand for figures (readers/plain/cellwords.py), digits that a label runs into (gluedfirst.py).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assets.extract.labels import normalize, squash
from assets.extract.model import Cell, Run
from assets.extract.places.positions import display_width
from schemas.form import Table

# The last word of a line, set apart by spaces from those before it.
_LAST = re.compile(r"(?:^|.*\S\s{2,})(\S+)")
_WORD = re.compile(r"[\u3400-\u9fff]{2,8}")
# So far apart stand cells, and so many figures are more than a label's.
_APART, _LEAST_BEHIND = 2, 2


def with_word_apart(run: Run, table: Table) -> Run | None:
    """The run with the word in front of its first figure as a cell, if it stands in a column of its own; else None."""
    found = _LAST.fullmatch(run.head)
    first = run.lines[0][0]
    if not found or first.line_start != run.head_line or len(run.lines[0]) < _LEAST_BEHIND:
        return None
    word = found[1]
    text, start = squash(word), run.head_x0 + found.start(1)
    gap = first.x0 - start - len(word)
    if gap < _APART or not _WORD.fullmatch(text) or any(text in name for name in _names(table)):
        return None
    cell = Cell(
        word, run.head_line, run.head_line, start, start + len(word), first.w0 - gap - display_width(word)
    )
    head = run.head[: found.start(1)].rstrip()
    return replace(run, head=head, lines=[[cell, *run.lines[0]], *run.lines[1:]])


@cache
def _names(table: Table) -> tuple[str, ...]:
    labels = (*table.rows, *table.groups, *table.columns)
    return tuple({normalize(w) for label in labels for w in label.wordings})
