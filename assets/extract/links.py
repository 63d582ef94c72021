"""Which items of a text are the rows of a table, beyond the chain of labels in the order of the form.

Adds rows whose place is certain although the chain passed them over, finds rows printed twice, and puts in doubt rows
beside which figures stand that belong to no row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz import fuzz

from assets.extract.candidates import Candidate
from assets.extract.chain import Link, chain
from assets.extract.headerplace import HEADER_LINES
from assets.extract.labels import normalize, squash, squash_lines
from assets.extract.model import GridRow, Item, Run
from schemas.form import Form, Row, Table

# A label this much alike is the label.
STRONG = 0.95
# In percent, letters that a damaged label shares with the row whose place it has; fewer where it has the number, too.
_ALIKE, _ALIKE_NUMBERED = 75, 60
_NUMBER = re.compile(r"[0-9]{1,2}\.")
# Lines within which loose figures may be part of a row; the second, where a page may end between them.
_NEAR, _NEAR_OVER_PAGE = 2, 12
# A piece of a label has more letters than this to be the rest of one label and not a label itself.
_LEAST_REST = 4
# Letters that a damaged label may have beyond the right one.
_LONGER = 8
# Rows of a table that has groups of rows, and so many rows as stand in none.
_LONG, _LEAST_OF_GROUPS = 12, 6
# So many further prints of a table are compared with the first.
_MOST_COPIES = 12


def is_weak_blank(candidate: Candidate) -> bool:
    """A row without any figure whose label is only alike: the rest of a row that was cut, not a row of blanks."""
    return not has_figures(candidate) and bool(candidate.options) and candidate.options[0][1] < STRONG


def is_table(links: Sequence[Link], table: Table, lines: list[str]) -> bool:
    """Whether a chain is the table: it holds a good part of its rows, and its column labels stand about it.

    A table that was cut down to its groups has few rows of the form left: the first two and the last two, and all columns.
    """
    if len(links) < max(2, len(table.rows) // 3) and not _has_both_ends(links, table):
        return False
    if len(links) >= len(table.rows) - 2 and len(links) > 2:
        return True
    about = squash(
        "".join(lines[max(0, links[0].candidate.line - HEADER_LINES) : links[-1].candidate.line_end])
    )
    over = {c.group for c in table.columns}
    labels = [*table.columns, *(group for group in table.groups if group.key in over)]
    return sum(any(squash(w) in about for w in lb.wordings if len(w) > 2) for lb in labels) >= 2


def _has_both_ends(links: Sequence[Link], table: Table) -> bool:
    """Whether the rows that open and close a long table are there under their plain labels, and others between them."""
    size = len(table.rows)
    plain = {link.row for link in links if link.score >= STRONG}
    return size > _LONG and len(plain) >= _LEAST_OF_GROUPS and {0, 1, size - 2, size - 1} <= plain


def complete(links: list[Link], found: list[Candidate], table: Table, widths: dict[int, int]) -> list[Link]:
    """Add rows whose place is certain although the chain passed them over.

    Such are a row printed out of order under its own plain label, and a row whose label is lost or damaged that
    stands alone between two rows which have exactly one row of the form between them (not in a table whose rows
    the form prints side by side: there it may be figures under the labels of their columns).
    """
    rows = table.rows
    taken = {id(link.candidate) for link in links}
    placed = {link.row for link in links}
    if len(placed) == len(rows):
        return links
    first, last = links[0].candidate.index, links[-1].candidate.index
    out = list(links)
    labelled = placed | {c.options[0][0] for c in found if c.options and c.options[0][1] >= STRONG}
    for candidate in found:
        if id(candidate) in taken or not first - 2 <= candidate.index <= last + 2 or not candidate.options:
            continue
        row, score = candidate.options[0]
        if (
            row not in placed
            and score >= STRONG
            and has_figures(candidate)
            and _is_own(candidate, row, links, labelled, len(rows))
        ):
            out.append(Link(candidate, row, score))
            placed.add(row)
            taken.add(id(candidate))
    in_text = sorted(out, key=lambda link: (link.candidate.index, link.candidate.line))
    for before, after in [] if table.one_row else pairwise(in_text):
        if after.row - before.row != 2 or before.row + 1 in placed:
            continue
        row = before.row + 1
        between = [
            c
            for c in found
            if id(c) not in taken
            and (before.candidate.index, before.candidate.line) < (c.index, c.line)
            and (c.index, c.line) < (after.candidate.index, after.candidate.line)
            and has_figures(c)
        ]
        if len(between) == 1 and _may_be(between[0], rows[row], rows, widths[row]):
            out.append(Link(between[0], row, 0.5))
            placed.add(row)
            taken.add(id(between[0]))
    return sorted(out, key=lambda link: (link.candidate.index, link.candidate.line))


def _is_own(candidate: Candidate, row: int, links: Sequence[Link], labelled: set[int], size: int) -> bool:
    """Whether a row out of order must be the one of its label: no row is wanting where it stands.

    `labelled` are the rows that have a label of their own somewhere in the text.
    """
    before = max((link.row for link in links if link.candidate.index < candidate.index), default=-1)
    after = min((link.row for link in links if link.candidate.index > candidate.index), default=size)
    if before < row < after:
        return True
    return all(between in labelled for between in range(before + 1, after))


def has_figures(candidate: Candidate) -> bool:
    """Whether anything is written where the row's figures stand."""
    for cell in candidate.figures:  # noqa: SIM110 - asked of every row again and again
        if cell.text.strip():
            return True
    return False


def _may_be(candidate: Candidate, row: Row, rows: Sequence[Row], width: int) -> bool:
    """Whether a row without a known label can be this one: no label, or a damaged piece of the right one.

    A lone figure without any words may be a page number.
    """
    label = normalize(candidate.label)
    if not label and width == 1 and isinstance(candidate.item, Run):
        return False
    if len(candidate.figures) < width or len(label) > len(normalize(row.zh)) + _LONGER:
        return False
    alike = fuzz.partial_ratio(label, normalize(row.zh))
    number = _NUMBER.match(row.zh)
    if label and number and squash(candidate.label).startswith(number[0]):
        # between its neighbours, with its own number, and less like any other
        others = (fuzz.partial_ratio(label, normalize(other.zh)) for other in rows if other is not row)
        return alike >= _ALIKE_NUMBERED and alike > max(others)
    return not label or (alike >= _ALIKE and len(label) >= 2)


def leave_loose_ends(  # noqa: PLR0913 - the context of a table
    links: list[Link],
    found: list[Candidate],
    widths: dict[int, int],
    lines: Sequence[str],
    form: Form,
    table: Table,
) -> None:
    """A grid row of figures beside a row, without a label or with the rest of the row's own label.

    Right below it may hold the last digits of the row's figures, right above the first. Not so where words of another
    table stand between the two.
    """
    others = [squash(w) for t in form.tables if t.no != table.no for w in (t.header, t.zh)]

    def parted(above: Candidate, below: Candidate) -> bool:
        between = squash_lines(lines[above.line_end : below.line - 1])
        return any(word in between for word in others)

    taken = {id(link.candidate): link for link in links}
    for above, below in pairwise(found):
        lower = taken.get(id(below))
        if lower is not None and id(above) not in taken and isinstance(above.item, GridRow):
            start = normalize(above.label)
            near = below.line - above.line_end <= _NEAR
            if start and near and lower.score < 1 and normalize(table.rows[lower.row].zh).startswith(start):
                below.stray += [cell for cell in above.figures if cell.text.strip()]
        link = taken.get(id(above))
        if link is None or id(below) in taken or not isinstance(below.item, GridRow):
            continue
        written = [cell for cell in below.figures if cell.text.strip()]
        near = below.line - above.line_end <= _NEAR_OVER_PAGE
        rest = normalize(below.label)
        is_rest = bool(rest) and normalize(table.rows[link.row].zh).endswith(rest) and link.score < 1
        few = not below.label.strip() and len(written) < max(2, widths[link.row])
        if written and near and (few or is_rest) and not parted(above, below):
            above.stray += written


def leave_loose_runs(links: list[Link], items: list[Item], table: Table) -> None:
    """Figures right above or below a row that belong to no row themselves may be a part of it.

    Not so where they have a label of their own, which is no piece of the row's or of a group's: that is a row which
    the form does not have.
    """
    rows, groups = table.rows, [normalize(group.zh) for group in table.groups]
    placed = {link.candidate.index: link for link in links}
    width = len(table.columns)
    is_full = len(links) == len(rows) and all(len(link.candidate.figures) == width for link in links)
    for index, (upper, lower) in enumerate(pairwise(items)):
        if isinstance(upper, GridRow) and isinstance(lower, Run) and index in placed:
            gap = lower.line_start - upper.line_end
            # a single digit further below may be the number of a page, unless it is a nought
            is_far = len(lower.lines) > 1 or lower.cells[0].text.strip() == "0"
            if _is_digits_down(lower) and gap <= (_NEAR if is_far else 1):
                placed[index].candidate.stray += lower.cells
            continue
        if not isinstance(upper, Run) or not isinstance(lower, Run):
            continue
        link = placed.get(index)
        goes_on = link is not None and _has_rest(lower, rows[link.row])
        if lower.line_start - upper.line_end > (_NEAR_OVER_PAGE if goes_on else _NEAR) and not _is_below(
            upper, lower
        ):
            continue
        if index in placed and index + 1 not in placed:
            link, loose = placed[index], lower
        elif index + 1 in placed and index not in placed:
            link, loose = placed[index + 1], upper
        else:
            continue
        labels = [normalize(rows[link.row].zh), *groups]
        if is_full and len(loose.cells) == width and normalize(_words_of(loose)) in groups:
            continue  # the sum of a group, beside its label: no row lacks anything
        words = loose.head or (loose.before[-1].text if loose.before and _is_cell_a_line(loose) else "")
        is_piece = all(any(normalize(word) in label for label in labels) for word in words.split())
        # more figures than a row can have are no piece of one
        is_piece = is_piece and len(loose.lines[0]) <= len(table.columns)
        if is_piece and loose.cells[0] not in (*link.candidate.stray, *link.candidate.figures):
            link.candidate.stray += loose.cells


def _words_of(run: Run) -> str:
    """The words right before a run of figures."""
    return run.head or (run.before[-1].text if run.before else "")


def _has_rest(loose: Run, row: Row) -> bool:
    """Whether figures have words of the row's own label before them, from behind its beginning."""
    words = normalize(loose.head)
    return len(words) > _LEAST_REST and normalize(row.zh).find(words) > 0


def _is_cell_a_line(run: Run) -> bool:
    """Whether each figure is a line of its own, from its first column: then words between figures are cells too."""
    return all(len(line) == 1 and line[0].x0 == 0 for line in run.lines)


def _is_digits_down(run: Run) -> bool:
    """Whether digits without words stand one below the other: maybe those of a figure of the row above."""
    return not run.head and not run.before and all(len(line) == 1 for line in run.lines[:2])


def _is_below(row: Run, loose: Run) -> bool:
    """Whether bare figures below a row of one line may be its last digits, with a line of its label in between."""
    one_line = len(row.lines) == 1 and len(row.cells) > len(loose.lines[0])
    near = loose.line_start - row.line_end <= _NEAR + 1 and len(loose.before) == 1
    return one_line and near and not loose.head


def _has_header(lines: Sequence[str], table: Table) -> bool:
    text = squash_lines(lines)
    return squash(table.header) in text or squash(table.zh) in text


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
    rest = [c for c in found if id(c) not in taken and has_figures(c)]
    inside = [
        Link(c, c.options[0][0], c.options[0][1])
        for c in rest
        if first < c.index < last and c.options and c.options[0][1] >= STRONG
    ]
    # a row right before or behind the table under the label of one that it has already
    beside = [
        Link(c, c.options[0][0], c.options[0][1])
        for c in rest
        if (
            c.index == last + 1
            or (c.index == first - 1 and not _has_header(lines[c.line : links[0].candidate.line], table))
        )
        and c.line - links[0].candidate.line >= -_NEAR_OVER_PAGE
        and c.line - links[-1].candidate.line_end <= _NEAR_OVER_PAGE
        and c.options
        and c.options[0][1] >= STRONG
        and (isinstance(c.item, GridRow) or len(c.figures) == widths[c.options[0][0]])
    ]
    copies: list[dict[int, Link]] = []
    outside = [c for c in rest if not first < c.index < last]
    while len(copies) < _MOST_COPIES:
        again = chain(outside, widths, prose)
        if len(again) * 2 <= len(links) or not is_table(again, table, lines):
            break
        copies.append({link.row: link for link in again})
        start, end = again[0].candidate.index, again[-1].candidate.index
        outside = [c for c in outside if not start <= c.index <= end]
    if copies:
        return copies, True
    twice = [link for link in inside + beside if len(link.candidate.figures) >= widths[link.row]]
    return [{link.row: link for link in twice}], False
