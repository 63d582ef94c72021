"""Rows whose labels may not be theirs: labels set off against the figures by a row, and labels of more than one row.

Belongs here: what labels and structure say of that, once the rows of a table are known. Sums are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.cells import TableReading
from assets.extract.labels import core, normalize, squash
from assets.extract.model import GridRow, Run
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.finding.detached import above_title, detached, under_another
from assets.extract.rows.finding.links import has_figures
from assets.extract.rows.labels.otherrowlabels import is_under_group, label_beside
from assets.extract.rows.outofstep.belowothers import below_others
from assets.extract.rows.outofstep.belowshort import below_short_rows
from assets.extract.rows.outofstep.firstunlabelled import is_first_unlabelled
from assets.extract.rows.outofstep.looserows import (
    has_another,
    has_no_row,
    is_bare,
    is_beside,
    is_double,
    is_full,
    is_nameless,
    labels_alone,
    may_be_first,
    same_kind,
    surplus,
    widths,
)
from assets.extract.rows.outofstep.slidinblock import slid_in_block
from assets.extract.rows.outofstep.stackedlabels import (
    before_labels,
    below_a_blank,
    below_a_later,
    below_the_next,
    stacked,
)
from assets.extract.rows.outofstep.tailsoflabels import below_tails
from assets.extract.rows.outofstep.undergroups import under_groups
from assets.extract.rows.twice.labeltwice import below_two_alike
from assets.extract.rows.twice.rowtwice import beside_their_label_again
from schemas.form import Table

_NUMBER = re.compile(r"\([一二三四五六七]\)|[1-9][.、]")
# Rows without a label, and labels without a row, that are so many have slid against each other.
_SEVERAL = 2
# A label alone on a line is one only with so many letters: 其他 is a column, too.
_LEAST_LETTERS = 4


def doubt_labels(
    links: Sequence[Link],
    found: Sequence[Candidate],
    reading: TableReading,
    lines: list[str],
    table: Table,
) -> None:
    """Put in doubt the cells of rows that `doubt` says are not known to be those of their label.

    `found` are all candidates of the text, `links` the rows taken of it.
    """
    groups = {normalize(group.zh) for group in table.groups}
    below = set(map(id, below_others(links, table)))
    for link in links:
        own = normalize(link.candidate.label) in groups or is_under_group(link.candidate, groups)
        if own and is_first_unlabelled(link, links, found, table):
            continue
        if own or id(link) in below or _may_be_group(link, links, table):
            line = link.candidate.line
            reading.note("label-unclear", line=line, label=normalize(label_beside(link.candidate)))
            _doubt(reading, [link], "label-unclear", table)
    elsewhere = (
        *detached(links, lines, table),
        *above_title(links, lines, table),
        *under_another(links),
        *beside_their_label_again(links, found, table),
    )
    for link, other in elsewhere:
        row = table.rows[link.row]
        reading.note("row-repeated", line=link.candidate.line, row_key=row.key, row=row, other=other)
        _doubt(reading, [link], "row-repeated", table)
    shifted = _shifted(links, found, lines, table) or _moved(links, table)
    stood = (
        *stacked(links, table, lines),
        *before_labels(links, table),
        *below_a_blank(links, table),
        *below_the_next(links, table),
        *below_a_later(links, table),
        *slid_in_block(links, found, table),
        *below_two_alike(links, table, lines),
        *below_tails(links, found, table),
        *below_short_rows(links, found, lines, table),
        *under_groups(links, found, table),
    )
    unclear = {id(link) for link in (*shifted, *stood)}
    shifted = [link for link in links if id(link) in unclear]
    if shifted:
        reading.note("rows-shifted", line=shifted[0].candidate.line)
        _doubt(reading, shifted, "rows-shifted", table)


def _may_be_group(link: Link, links: Sequence[Link], table: Table) -> bool:
    """Whether the label of a row may as well be its group's, whose name begins with it: the sum of the group's rows.

    It has the group's number, or it stands for all of its rows, none of which is there, and has not its own number. Not where
    the group has a cell of its own before it.
    """
    row, label = table.rows[link.row], squash(link.candidate.label)
    group = next((group for group in table.groups if group.key == row.parent), None)
    if group is not None and core(label) == normalize(group.zh) != normalize(label):
        # 行政诉讼（合计）: the group's name with a word that is none of the row's
        said = normalize(label).removeprefix(normalize(group.zh))
        return not any(said in normalize(wording) for wording in row.wordings)
    if group is None or not normalize(label) or not normalize(group.zh).startswith(normalize(label)):
        return False
    number = _NUMBER.match(squash(group.zh))
    if number and label.startswith(number[0]):
        return True
    item = link.candidate.item
    if isinstance(item, GridRow):
        names = {normalize(wording) for wording in group.wordings}
        if any(normalize(cell.text) in names for cell in item.cells[: link.candidate.label_at]):
            return False
    own = _NUMBER.match(squash(row.zh))
    beside = [i for i, other in enumerate(table.rows) if other.parent == row.parent and i != link.row]
    alone = bool(beside) and not {other.row for other in links} & set(beside)
    return alone and not (own and label.startswith(own[0]))


def _shifted(
    links: Sequence[Link], found: Sequence[Candidate], lines: Sequence[str], table: Table
) -> list[Link]:
    """The rows between a row of figures without label, right beside or among the rows, and labels without figures."""
    taken = {id(link.candidate) for link in links}
    first, last = links[0].candidate, links[-1].candidate
    beside = [c for c in found if first.index - 1 <= c.index <= last.index + 1]
    if _slid(links, beside, table):
        return list(links)
    loose = [
        c.line
        for c in beside
        if id(c) not in taken
        and (is_bare(c, table) or (c.index < first.index and may_be_first(c, table)))
        and (isinstance(c.item, GridRow) or not first.index < c.index < last.index)
        and same_kind(c, first if c.index < first.index else last)
    ]
    if is_double(last, table):
        loose.append(last.line_end)
    alone = labels_alone(links, beside, lines, table)
    doubled = [
        link
        for link in links
        if (c := link.candidate) is not last and (is_double(c, table) or has_another(c, table))
    ]
    if not loose:
        # labels that each stand a row too low leave the last of them without a row, which is the last in the form
        down = [
            id(link)
            for first in doubled
            # the label above it, alone, says whose one of the two rows is
            if not any(row == first.row - 1 and line <= first.candidate.line for line, row in alone)
            for link in _up_to_a_short_one(first, links, table)
        ]
        # of two rows about one label the first may be that of the label before it, which is damaged beyond knowing
        placed = {link.row for link in links}
        down += [
            id(link)
            for link in doubled
            if link.row and link.row - 1 not in placed and not is_beside(link, table)
        ]
        two = [(link.candidate.line_end, link.row) for link in doubled]
        two += surplus(links, beside, table)
        # of two rows about a label the first is the one before it, or the second the one after it
        above = {link.row for link in doubled if _is_below_another(link.candidate)}
        return [
            link
            for link in links
            if id(link) in down
            or any(
                (start <= link.candidate.line_end <= line and first <= link.row < row)
                or (
                    line < start
                    and row < link.row <= first - (first in above)
                    and row < first - 1
                    and first + 1 in placed
                )
                for start, first in two
                for line, row in alone
            )
        ]
    empty = [link.candidate.line for link in links if has_no_row(link.candidate, table)]
    empty += [line for line, _ in alone]
    if loose == [last.line_end] and is_double(last, table):
        # the second row behind the last label may be that of a label right below
        empty = [line for line in empty if line < last.line]
    if not empty:
        return []
    start, end = min(loose + empty), max(loose + empty)
    return [link for link in links if start <= link.candidate.line <= end]


def _is_below_another(candidate: Candidate) -> bool:
    """Whether the second row of figures about a label stands above its own."""
    stray, figures = candidate.stray, candidate.figures
    return bool(stray and figures) and stray[0].line_start < figures[0].line_start


def _slid(links: Sequence[Link], beside: Sequence[Candidate], table: Table) -> bool:
    """Whether rows of a grid have no label and labels of it no row of figures, several times: nothing tells whose any row is.

    A label that lost its figures stands alone, or in one cell with the label of another row.
    """
    taken = {id(link.candidate) for link in links}
    blocks = {link.candidate.item.block for link in links if isinstance(link.candidate.item, GridRow)}
    rows = [c for c in beside if isinstance(c.item, GridRow) and c.item.block in blocks]
    loose = [c for c in rows if id(c) not in taken and is_nameless(c, table)]
    if len(loose) < _SEVERAL:
        return False
    placed = {link.row for link in links if has_figures(link.candidate)}
    names = {normalize(w): at for at, row in enumerate(table.rows) if at not in placed for w in row.wordings}
    lost: set[int] = set()
    for candidate in rows:
        for cell in candidate.item.cells:
            text = normalize(cell.text)
            lost |= {
                row
                for name, row in names.items()
                if len(name) >= _LEAST_LETTERS
                and name in text
                and (len(text) > len(name) or not has_figures(candidate))
            }
    return len(lost) >= _SEVERAL


def _moved(links: Sequence[Link], table: Table) -> list[Link]:
    """All rows, where the first or the last has no figures and no other has a blank: a row may have slipped out of them.

    Who fills in every nought leaves no row blank at the very end; figures that each moved up by one row do. But where the
    text has all of its cells, blank ones, they are that row's, and those of the others stand beside their labels. In plain
    text the figures behind each label are its own: a label behind which the table ends has none.
    """
    by_row = {link.row: link for link in links}
    ends = {0, len(table.rows) - 1}
    filled = {
        row
        for row, link in by_row.items()
        if not link.candidate.stray and is_full(link.candidate, len(table.columns))
    }
    blank = set(range(len(table.rows))) - filled
    if len(table.blocks) != 1 or table.one_row or len(blank) != 1 or not blank <= ends:
        return []
    (row,) = blank
    if row in by_row:
        is_grid = all(isinstance(link.candidate.item, GridRow) for link in links)
        bare = by_row[row].candidate
        lost = not has_figures(bare) and len(bare.figures) < len(table.columns)
        return list(links) if is_grid and lost else []
    return []


def _up_to_a_short_one(first: Link, links: Sequence[Link], table: Table) -> list[Link]:
    """The rows from `first` up to one that lacks figures, where no label between them shares a line with its figures.

    Then each may have the row of the next one, and the last of them only digits that were cut off one.
    """
    by_row = {link.row: link for link in links}
    found = [first]
    for row in range(first.row + 1, len(table.rows)):
        link = by_row.get(row)
        if link is None or not isinstance(link.candidate.item, Run):
            return []
        if 0 < len(link.candidate.figures) < max(widths(table)):
            return found if len(found) > 1 else []
        if is_beside(link, table):
            return []
        found.append(link)
    return []


def _doubt(reading: TableReading, links: Sequence[Link], code: str, table: Table) -> None:
    lines = {table.rows[link.row].key: link.candidate.line for link in links}
    for key in reading.cells:
        if key.row_key in lines:
            reading.doubt(key, code, lines[key.row_key])
