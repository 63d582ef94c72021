"""Rows of a table that are printed again: by further prints of the table, or one by one.

Belongs here: finding them. Does not belong here: comparing them with the first (rowtable.py), and which of several prints the
form asks for (captioned.py, overview.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.labels import ascii_width, letters, normalize, squash, squash_lines
from assets.extract.model import GridRow
from assets.extract.rows.finding.candidates import Candidate, is_header
from assets.extract.rows.finding.chain import STRONG, Link, chain
from assets.extract.rows.finding.links import NEAR_OVER_PAGE, has_figures, is_table
from schemas.form import Table, forms

# The mark of a note behind a label.
_NOTE = re.compile(
    r"(?:[①-⑳¹²³*※#]+|[(\[【〔]?注?[0-9]{1,2}[)\]】〕]?|[(\[【〔]?注[一二三四五六七八九十]?[)\]】〕]?)$"
)
# So many further prints of a table are compared with the first.
_MOST_COPIES = 12


def _has_header(lines: Sequence[str], table: Table) -> bool:
    text = squash_lines(lines)
    return squash(table.header) in text or squash(table.zh) in text


def _is_any_header(candidate: Candidate) -> bool:
    """Whether a row of cells is a header, be it that of another table."""
    return isinstance(candidate.item, GridRow) and is_header(candidate.item, _names_of_columns())


@cache
def _names_of_columns() -> frozenset[str]:
    tables = [table for form in forms().values() for table in form.tables]
    return frozenset(squash(w) for t in tables for c in t.columns for w in c.wordings)


def rivals(  # noqa: PLR0913 - the context of a table
    links: list[Link],
    found: list[Candidate],
    widths: dict[int, int],
    prose: list[int],
    table: Table,
    lines: list[str],
) -> tuple[list[dict[int, Link]], bool]:
    """Rows printed again: by further prints of the table, or of single rows; and whether they are prints of the table."""
    taken = {id(link.candidate) for link in links}
    first, last = links[0].candidate.index, links[-1].candidate.index
    rest = [c for c in found if id(c) not in taken and has_figures(c) and not _is_any_header(c)]
    # as like a row as any label, or as the one that was taken for it
    alike = {link.row: min(STRONG, link.score) for link in links}
    options = {id(c): option for c in rest if (option := _option(c, table))}
    inside = [
        Link(c, *options[id(c)])
        for c in rest
        if first < c.index < last and id(c) in options and options[id(c)][1] >= _least(options[id(c)], alike)
    ]
    # rows right before or behind the table under the labels of some that it has already
    beside: list[Link] = []
    end = last
    for c in rest:
        if c.index == first - 1:
            is_beside = not _has_header(lines[c.line : links[0].candidate.line], table)
        else:
            is_beside = c.index == end + 1
        if (
            is_beside
            and c.line - links[0].candidate.line >= -NEAR_OVER_PAGE
            and c.line - (beside[-1].candidate if end > last else links[-1].candidate).line_end
            <= NEAR_OVER_PAGE
            and id(c) in options
            and (isinstance(c.item, GridRow) or len(c.figures) == widths[options[id(c)][0]])
        ):
            beside.append(Link(c, *options[id(c)]))
            end = max(end, c.index)
    beside = [link for link in beside if link.score >= STRONG]
    copies: list[dict[int, Link]] = []
    outside = [c for c in rest if not first < c.index < last]
    while len(copies) < _MOST_COPIES:
        again = chain(outside, widths, prose)
        if len(again) * 2 <= len(links) or not is_table(again, table, lines):
            break
        copies.append({link.row: link for link in again})
        start, end = again[0].candidate.index, again[-1].candidate.index
        outside = [c for c in outside if not start <= c.index <= end]
    width_of = {link.row: len(link.candidate.figures) for link in links}
    twice = {
        link.row: link
        for link in inside + beside
        if len(link.candidate.figures) >= min(widths[link.row], width_of.get(link.row, widths[link.row]))
    }
    if copies:
        return [*copies, {row: link for row, link in twice.items() if _is_of(link, links)}], True
    return [twice], False


def _is_of(twice: Link, links: list[Link]) -> bool:
    """Whether a row stands among those of the first print."""
    return links[0].candidate.index < twice.candidate.index < links[-1].candidate.index


def _least(option: tuple[int, float], alike: dict[int, float]) -> float:
    return alike.get(option[0], STRONG)


def _option(candidate: Candidate, table: Table) -> tuple[int, float] | None:
    """The row that a label names, behind the name of its group or by itself, and how much it is like it."""
    row = _behind_groups(table).get(letters(candidate.label))
    if row is not None:
        return row, 1.0
    if not candidate.options:
        return None
    row, score = candidate.options[0]
    bare = _NOTE.sub("", ascii_width(candidate.label).rstrip())
    if bare != candidate.label and normalize(bare) in map(normalize, table.rows[row].wordings):
        return row, 1.0  # all that its label has more is the mark of a note
    return row, score


@cache
def _behind_groups(table: Table) -> dict[str, int]:
    """The rows by the letters of their labels behind those of their groups."""
    found: dict[str, int] = {}
    for at, row in enumerate(table.rows):
        text = row.zh
        for group in table.ancestors(row.key):
            text = group.zh + text
            found[letters(text)] = at
    return found
