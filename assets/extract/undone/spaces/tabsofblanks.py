"""Tab cells (tabcells.py) of which a blank one is its tab alone: no line of its own, and none that closes the row behind it.

    →→2.其他法律行政法规禁止公开
    →0
    →
    →一、本年新收政府信息公开申请数量

So does Tika print a table that stands in a cell of another. A line with tabs alone is the end of its row, then; each such cell is given
a line here, and each such row the blank line behind it. That is done where all rows with a label of the form have as many cells as
their table then. Does not belong here: blank cells with a line each, and rows without any blank line between (lostrowbreaks.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assets.extract.forms import printed_form
from assets.extract.labelmatcher import EXACT, row_matcher
from assets.extract.numbers import looks_like_figure
from assets.extract.sections import numbered_heading
from schemas.form import Form, forms

# The first lines of a stretch and the one after its last.
_Stretch = tuple[int, int]
# So many rows agree by no chance.
_LEAST_ROWS = 3


def with_lines_for_blanks(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with one for each blank cell, and the number of each before, from 1; None where nothing was done."""
    stretches = [s for s in _stretches(lines) if any(_is_behind_blanks(lines[at]) for at in range(*s))]
    form_id = printed_form(lines) if stretches else None
    if form_id is None:
        return lines, None
    made = {
        start: (end, out) for start, end in stretches if (out := _cells(lines, start, end, forms()[form_id]))
    }
    if not made:
        return lines, None
    found: list[tuple[str, int]] = []
    at = 0
    while at < len(lines):
        end, out = made.get(at, (at + 1, [(lines[at], at + 1)]))
        found += out
        at = end
    return [line for line, _ in found], [number for _, number in found]


def _is_cell(line: str) -> bool:
    return line.startswith("\t") and "\t" not in line.strip()


def _is_behind_blanks(line: str) -> bool:
    return line.startswith("\t\t") and "\t" not in line.strip() and bool(line.strip())


def _stretches(lines: Sequence[str]) -> Iterator[_Stretch]:
    """Cells that follow each other, at most one blank line between two; a line of words goes on with its cell."""
    start: int | None = None
    for at, line in enumerate(lines):
        if _is_cell(line):
            start = at if start is None else start
            continue
        is_blank = not line.strip()
        goes_on = (
            at + 1 < len(lines) and _is_cell(lines[at + 1])
            if is_blank
            else "\t" not in line and numbered_heading(line) is None and bool(lines[at - 1].strip())
        )
        if start is not None and not goes_on:
            yield start, at
            start = None
    if start is not None:
        yield start, len(lines)


def _cells(lines: Sequence[str], start: int, end: int, form: Form) -> list[tuple[str, int]]:
    """The lines of a stretch with one for each blank cell, each with its number; none where rows do not agree."""
    out: list[tuple[str, int]] = []
    for at in range(start, end):
        line, words = lines[at], lines[at].lstrip("\t")
        tabs = len(line) - len(words)
        out += [("\t", at + 1)] * (tabs - bool(words.strip()))
        if words.strip():
            out.append(("\t" + words if tabs else line, at + 1))
        elif not tabs or (at + 1 < end and lines[at + 1].strip()):
            out.append(("", at + 1))
    return out if _are_whole([line for line, _ in out], form) else []


def _are_whole(lines: Sequence[str], form: Form) -> bool:
    """Whether behind each label of a row of the form there are as many cells as its row has, at least in a few rows."""
    rows: list[list[str]] = [[]]
    for line in lines:
        if line.startswith("\t"):
            rows[-1].append(line.strip())
        elif not line.strip():
            rows.append([])
        elif rows[-1]:
            rows[-1][-1] += line.strip()
    agree = 0
    for row in rows:
        words = [at for at, text in enumerate(row) if text and not looks_like_figure(text)]
        behind = row[words[-1] + 1 :] if words else []
        # words of columns are those of rows, too: `总计`, `其他`
        width = width_of(row[words[-1]], form) if any(behind) else None
        if width is None:
            continue
        if len(behind) != width:
            return False
        agree += 1
    return agree >= _LEAST_ROWS


def width_of(label: str, form: Form) -> int | None:
    """How many cells the row of a label has; None where it is no label of a row."""
    for table in form.tables:
        match = None if table.one_row else row_matcher(form.id, table.no).match(label)
        if match is not None and match.score >= EXACT:
            return len(table.keys_of[match.key])
    return None
