"""Which items of a text are the rows of a table, beyond the chain of labels in the order of the form.

Adds rows whose place is certain although the chain passed them over. Does not belong here: figures beside rows that belong to
none (looseends.py), and rows printed twice (printedtwice.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz

from assets.extract.headers.headerplace import HEADER_LINES
from assets.extract.headers.headerprint import header_words
from assets.extract.labelmatcher import row_matcher
from assets.extract.labelnumbers import is_against
from assets.extract.labels import normalize, squash
from assets.extract.model import Fragment, Run
from assets.extract.plainheaders.stackedheader import segments
from assets.extract.rows.cut.textend import breaks_off
from assets.extract.rows.finding.begunagain import begins_again
from assets.extract.rows.finding.blanklabels import without_group
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import STRONG, Link
from assets.extract.rows.finding.fewrows import are_few_of_own
from assets.extract.rows.finding.onlyrow import is_only_row
from assets.extract.rows.labels.besidewhole import has_label_beside
from assets.extract.rows.labels.groupsinfront import is_of_group, with_its_number, without_groups
from assets.extract.rows.labels.otherrowlabels import is_of_many, is_under_another
from schemas.form import TURNED, Row, Table, forms

# In percent, letters that a damaged label shares with the row whose place it has; fewer where it has the number, too.
_ALIKE, _ALIKE_NUMBERED = 75, 60
_NUMBER = re.compile(r"[0-9]{1,2}\.")
# Digits behind the words of a label, whatever they are together.
_ENDS_IN_DIGIT = re.compile(r"[^\W\d_][)）]?\s*\S{0,2}[0-9]")
# A tag of a page, which may stand between the letters of a label.
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}+>")
# Lines within which what belongs to a row may stand from it where a page ends between the two.
NEAR_OVER_PAGE = 12
# Letters that a damaged label may have beyond the right one.
_LONGER = 8
# Rows of a table that has groups of rows, and so many rows as stand in none.
_LONG, _LEAST_OF_GROUPS = 12, 6
# So large a share of the rows of a long table, each with its figures on one line, is it whatever its header says.
_MOST = 0.8


def is_weak_blank(candidate: Candidate) -> bool:
    """A row without any figure whose label is only alike: the rest of a row that was cut, not a row of blanks."""
    return bool(candidate.options) and candidate.options[0][1] < STRONG and not has_figures(candidate)


def is_table(links: Sequence[Link], table: Table, lines: list[str]) -> bool:
    """Whether a chain is the table: it holds a good part of its rows, and its column labels stand about it; one does, torn, where most rows are whole.

    A table that was cut down to its groups has few rows of the form left: the first two and the last two, and all columns.
    """
    few = len(links) < _least_rows(table) and not _has_both_ends(links, table)
    if few and breaks_off(links, table, lines):
        return _is_below_all_columns(links, table, lines)
    if few and are_few_of_own(links, table, lines):
        return True
    if few and not _is_cut_down(links, table, lines) and not is_only_row(links, table, lines):
        return False
    if len(links) >= len(table.rows) - 2 and len(links) > 2:
        return True
    if len(table.rows) > _LONG and sum(map(_is_on_one_line, links)) >= _MOST * len(table.rows):
        return True
    first, last = links[0].candidate, links[-1].candidate
    about = _about(lines, first.line - HEADER_LINES, last.line_end)
    over = {c.group for c in table.columns}
    labels = [*table.columns, *(group for group in table.groups if group.key in over)]
    named = sum(any(squash(w) in about for w in lb.wordings if len(w) > 2) for lb in labels)
    is_long = _has_both_ends(links, table) and 3 * sum(map(_is_whole, links)) >= 2 * len(table.rows)
    if named >= (1 if is_long else 2):
        return True
    return 2 * len(links) >= len(table.rows) and _are_in_pieces(links[0], table, lines)


@cache
def _least_rows(table: Table) -> int:
    """A third of the rows, of those of the shortest form: what is left of a cut text may be of either."""
    sizes = [len(form.table(table.no).rows) for form in forms().values() if not table.no.endswith(TURNED)]
    return max(2, min([len(table.rows), *sizes]) // 3)


def _is_cut_down(links: Sequence[Link], table: Table, lines: list[str]) -> bool:
    """Whether nearly all rows of a long table were left out: whole rows open and close it, right below a header of all columns."""
    size, width = len(table.rows), len(table.columns)
    if size <= _LONG or not {0, 1, size - 2, size - 1} <= {link.row for link in links}:
        return False
    if any(link.score < STRONG or _written(link) != width for link in links):
        return False
    return _is_below_all_columns(links, table, lines)


def _is_below_all_columns(links: Sequence[Link], table: Table, lines: list[str]) -> bool:
    above = _about(lines, links[0].candidate.line - HEADER_LINES, links[0].candidate.line - 1)
    return all(any(squash(w) in above for w in column.wordings) for column in table.columns)


def _written(link: Link) -> int:
    return sum(bool(cell.text.strip()) for cell in link.candidate.figures)


def _about(lines: list[str], start: int, end: int) -> str:
    """The letters of some lines, without the tags of a page."""
    text = "".join(lines[max(0, start) : end])
    return squash(_TAG.sub("", text) if "<" in text else text)


def _are_in_pieces(first: Link, table: Table, lines: list[str]) -> bool:
    """Whether pieces of most column labels, and of nothing else, stand above the first row: narrow cells broke all of them."""
    above = lines[max(0, first.candidate.line - HEADER_LINES) : first.candidate.line - 1]
    words = header_words(table, table.columns)
    found = [words.columns_with(piece.text) for pieces in segments(above, words)[-1:] for piece in pieces]
    return 2 * len({keys[0] for keys in found if len(keys) == 1}) > len(table.columns)


def _is_on_one_line(link: Link) -> bool:
    item = link.candidate.item
    return not isinstance(item, Run) or len(item.lines) == 1


def _is_whole(link: Link) -> bool:
    """Whether a row has its plain label and figures, on however many lines a page set them."""
    return link.score >= STRONG and bool(link.candidate.figures)


def _has_both_ends(links: Sequence[Link], table: Table) -> bool:
    """Whether the rows that open and close a long table are there under their plain labels, and others between them."""
    size = len(table.rows)
    plain = {link.row for link in links if link.score >= STRONG}
    return size > _LONG and len(plain) >= _LEAST_OF_GROUPS and {0, 1, size - 2, size - 1} <= plain


def complete(
    links: list[Link],
    found: list[Candidate],
    table: Table,
    widths: dict[int, int],
    form_id: str,
) -> list[Link]:
    """Add rows whose place is certain although the chain passed them over.

    Such are a row printed out of order under its own plain label, and a row whose label is lost or damaged that
    stands alone between two rows which have exactly one row of the form between them (not in a table whose rows
    the form prints side by side: there it may be figures under the labels of their columns).
    """
    rows, numbers = table.rows, row_matcher(form_id, table.no).numbers
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
        if len(between) == 1 and has_label_beside(between[0].item, rows[row].key, form_id, table.no):
            continue
        again = len(between) == 1 and begins_again(between[0], row, out, table)
        if len(between) == 1 and not again and is_under_another(between[0], rows[row].key, form_id, table.no):
            continue
        if len(between) == 1 and _has_figures_elsewhere(between[0], before, after, rows[row]):
            continue
        # a label that is none of the form's is not the one of a row that stands under its own
        plain = {link.row for link in links if link.score >= STRONG}
        free = [other for at, other in enumerate(rows) if at not in plain or any(c.options for c in between)]
        own = without_group(between[0], before.candidate) if len(between) == 1 else None
        if (
            own
            and len(own.figures) >= widths[row]
            and (again or _may_be(own, rows[row], free, table, numbers))
        ):
            out.append(Link(own, row, 0.5))
            placed.add(row)
            taken.add(id(own))
    return sorted(out, key=lambda link: (link.candidate.index, link.candidate.line))


def names_any(fragments: Iterable[Fragment], rows: Iterable[Row]) -> bool:
    """Whether words of a text hold the label of one of the rows, with digits behind it: those are the row's own."""
    texts = [normalize(f.text) for f in fragments if _ENDS_IN_DIGIT.search(f.text)]
    names = [normalize(row.zh) for row in rows] if texts else []
    return any(name in text for text in texts for name in names)


def _has_figures_elsewhere(candidate: Candidate, before: Link, after: Link, row: Row) -> bool:
    """Whether the label of a row, with what is no figure behind it, stands apart from figures that have no label."""
    runs = [c.item for c in (candidate, before.candidate, after.candidate) if isinstance(c.item, Run)]
    apart = [f for run in runs for f in (*run.before, *run.after)]
    return not normalize(candidate.label) and names_any(apart, [row])


def _is_own(candidate: Candidate, row: int, links: Sequence[Link], labelled: set[int], size: int) -> bool:
    """Whether a row out of order must be the one of its label: no row is wanting where it stands.

    `labelled` are the rows that have a label of their own somewhere in the text.
    """
    before = max((link.row for link in links if link.candidate.index < candidate.index), default=-1)
    after = min((link.row for link in links if link.candidate.index > candidate.index), default=size)
    if before < row < after:
        return True
    if is_of_many(candidate):
        return False
    return all(between in labelled for between in range(before + 1, after))


def has_figures(candidate: Candidate) -> bool:
    """Whether anything is written where the row's figures stand."""
    for cell in candidate.figures:  # noqa: SIM110 - asked of every row again and again
        if cell.text.strip():
            return True
    return False


def _may_be(
    candidate: Candidate,
    row: Row,
    rows: Sequence[Row],
    table: Table,
    numbers: Mapping[str, Set[str]],
) -> bool:
    """Whether a row without a known label can be this one: no label, or a damaged piece of the right one.

    Its number, if one is left, must be one of the row's `numbers`. A lone figure without any words may be a page number.
    """
    text = without_groups(candidate.label, row, table)
    label = normalize(text)
    if not label and len(table.keys_of[row.key]) == 1 and isinstance(candidate.item, Run):
        return False
    if len(label) > len(normalize(row.zh)) + _LONGER:
        return False
    if is_against(text, numbers[row.key]) or is_of_group(text, table):
        return False
    alike = fuzz.partial_ratio(label, normalize(row.zh))
    number = _NUMBER.match(row.zh)
    if label and number and text.startswith(number[0]):
        # between its neighbours, with its own number, and less like any other that may have it, or any other as a whole
        free = with_its_number(text, rows, numbers)
        others = (
            (fuzz.partial_ratio if other in free else fuzz.ratio)(label, normalize(other.zh))
            for other in rows
            if other is not row
        )
        return alike >= _ALIKE_NUMBERED and alike > max(others, default=0)
    return not label or (alike >= _ALIKE and len(label) >= 2)
