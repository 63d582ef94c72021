"""The empty table of a template, left standing above the same table filled in.

A clerk fills a copy and forgets the pattern above it, whose cells are blank or hold XX. It says nothing that the other contradicts, so the
filled one is the report's. Only where nothing but the header stands between the two, as it stands above the first: a line of other words
may tell whose the second is. A table without figures that is printed once is a table of blanks, and of two that both have figures neither
is a pattern. Does not belong here: tables in an overview (overview.py), under captions (others.py), prints that are compared
(rows/twice/printedtwice.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.headers.headerplace import HEADER_LINES
from assets.extract.labels import normalize, squash
from assets.extract.model import GridRow, Item, has_figure
from assets.extract.rows.finding.candidates import Candidate, candidates
from assets.extract.rows.finding.chain import STRONG
from schemas.form import Form, Table

# What a pattern holds where a figure is to stand.
_TO_FILL = re.compile(r"[xX×ⅹ✕]{1,4}|_{2,8}|")
_WALLS = re.compile(r"[\t|｜│┃]")


def without_unfilled(
    items: Sequence[Item], lines: list[str], form: Form, table: Table
) -> tuple[list[Item], list[str]] | None:
    """The items and the lines without an empty print of the table right above a filled one; None where there is no such."""
    if table.one_row:
        return None
    found = [c for c in candidates([*items], form.id, table) if isinstance(c.item, GridRow) and _is_row(c)]
    rows = [c.options[0][0] for c in found]
    whole = [*range(len(table.rows))]
    at = next((n for n in range(len(rows)) if rows[n : n + 2 * len(whole)] == whole * 2), None)
    if at is None:
        return None
    first, second = found[at : at + len(whole)], found[at + len(whole) : at + 2 * len(whole)]
    start, end = first[0].line, first[-1].line_end
    if not all(map(_is_unfilled, first)) or not any(has_figure(c.figures) for c in second):
        return None
    header = {squash(line) for line in lines[max(0, start - 1 - HEADER_LINES) : start - 1]} | {""}
    between = lines[end : second[0].line - 1]
    if not all(squash(line) in header and _is_of_header(line, table) for line in between):
        return None
    own = [item for item in items if not start <= item.line_start <= end]
    return own, ["" if start <= n <= end else line for n, line in enumerate(lines, 1)]


def _is_row(candidate: Candidate) -> bool:
    return bool(candidate.options) and candidate.options[0][1] >= STRONG


def _is_unfilled(candidate: Candidate) -> bool:
    return all(_TO_FILL.fullmatch(squash(cell.text)) for cell in candidate.figures)


def _is_of_header(line: str, table: Table) -> bool:
    """Whether a line has nothing but words that the form prints above the rows of the table, or marks without words."""
    return all(normalize(piece) in _header(table) for piece in _WALLS.split(line))


@cache
def _header(table: Table) -> str:
    clauses = [block.clause for block in table.blocks if block.clause]
    labels = [*table.groups, *table.columns, *clauses]
    return "\n".join(
        map(normalize, [table.header, table.zh, table.note or "", *(w for lb in labels for w in lb.wordings)])
    )
