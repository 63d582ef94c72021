"""Figures beside the rows of a table that belong to none: perhaps the rest of a row, which is doubted with them.

Does not belong here: which rows are the table's (links.py), and cells of two lines around the line of their row (loose.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import normalize, squash, squash_lines
from assets.extract.model import Cell, GridRow, Item, Run
from assets.extract.numbers import UNITS
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.rows.figures.closedrows import is_page_below
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.finding.links import NEAR_OVER_PAGE, has_figures
from schemas.form import Form, Row, Table

# Lines within which loose figures may be part of a row.
_NEAR = 2
# A piece of a label has more letters than this to be the rest of one label and not a label itself.
_LEAST_REST = 4


def leave_loose_ends(  # noqa: PLR0913 - the context of a table
    links: list[Link],
    found: list[Candidate],
    widths: dict[int, int],
    lines: Sequence[str],
    form: Form,
    table: Table,
) -> None:
    """A grid row of figures beside a row, without a label or with the rest of the row's own label.

    Right below it may hold the last digits of the row's figures, right above the first. A row without any figure is not
    blank where figures that are no other row's stand beside it. Not so where words of another table stand between the two.
    """
    others = [squash(w) for t in form.tables if t.no != table.no for w in (t.header, t.zh)]

    def parted(above: Candidate, below: Candidate) -> bool:
        between = squash_lines(lines[above.line_end : below.line - 1])
        return any(word in between for word in others)

    taken = {id(link.candidate): link for link in links}
    groups = [normalize(group.zh) for group in table.groups]

    for at, (above, below) in enumerate(pairwise(found)):
        upper, lower = taken.get(id(above)), taken.get(id(below))
        if (upper is None) is (lower is None):
            continue  # two rows of the form, or two that are none
        for own, other, link in ((above, below, upper), (below, above, lower)):
            if link is None or parted(above, below) or not _is_beside(above, below):
                continue
            last = found[at - 1] if at and id(found[at - 1]) in taken else None
            row_above = last is not None and above.line - last.line_end <= NEAR_OVER_PAGE
            few = own is below and not row_above and _is_few(other, widths[link.row])
            if few or (
                not has_figures(own) and _is_loose(other, [normalize(table.rows[link.row].zh), *groups])
            ):
                own.stray += [cell for cell in other.figures if cell.text.strip()]
        if lower is not None and isinstance(above.item, GridRow):
            start = normalize(above.label)
            near = below.line - above.line_end <= _NEAR
            if start and near and lower.score < 1 and normalize(table.rows[lower.row].zh).startswith(start):
                below.stray += [cell for cell in above.figures if cell.text.strip()]
        if upper is None or not isinstance(below.item, GridRow):
            continue
        written = [cell for cell in below.figures if cell.text.strip()]
        near = below.line - above.line_end <= NEAR_OVER_PAGE
        rest = normalize(below.label)
        is_rest = bool(rest) and normalize(table.rows[upper.row].zh).endswith(rest) and upper.score < 1
        few = not below.label.strip() and len(written) < max(2, widths[upper.row])
        if written and near and (few or is_rest) and not parted(above, below):
            above.stray += written


def _is_few(row: Candidate, width: int) -> bool:
    """Whether a grid row has figures but no words, and too few for a row."""
    written = [cell for cell in row.figures if cell.text.strip()]
    return isinstance(row.item, GridRow) and not row.item.words and 0 < len(written) < max(2, width)


def _is_loose(other: Candidate, labels: Sequence[str]) -> bool:
    """Whether figures have no label of their own: no words, or none but pieces of `labels`; the numbers of columns are none."""
    texts = [cell.text.strip() for cell in other.figures if cell.text.strip()]
    is_count = len(texts) > 1 and texts == [str(at) for at in range(1, len(texts) + 1)]
    words = normalize(other.label)
    return bool(texts) and not is_count and any(words in label for label in labels)


def _is_beside(above: Candidate, below: Candidate) -> bool:
    """Whether two rows stand right below one another: in one grid, or with hardly a line between."""
    if isinstance(above.item, GridRow) and isinstance(below.item, GridRow):
        return above.item.block == below.item.block and below.line - above.line_end <= NEAR_OVER_PAGE
    return below.line - above.line_end <= _NEAR


def leave_loose_runs(links: list[Link], items: list[Item], lines: Sequence[str], table: Table) -> None:
    """Figures right above or below a row that belong to no row themselves may be a part of it.

    Not so where they have a label of their own, which is no piece of the row's or of a group's: that is a row which
    the form does not have.
    """
    rows, groups = table.rows, [normalize(group.zh) for group in table.groups]
    placed = {link.candidate.index: link for link in links}
    width = len(table.columns)
    is_full = len(links) == len(rows) and all(len(link.candidate.figures) == width for link in links)
    near_runs = [
        (at, upper, lower) for at, (upper, lower) in enumerate(pairwise(items)) if isinstance(lower, Run)
    ]
    for index, upper, lower in near_runs:
        if isinstance(upper, GridRow) and index in placed:
            gap = lower.line_start - upper.line_end
            # a single digit further below may be the number of a page, unless it is a nought
            is_far = len(lower.lines) > 1 or lower.cells[0].text.strip() == "0"
            near = gap <= (_NEAR if is_far else 1) or _is_over_page(upper, lower, lines)
            if near and _is_digits_down(lower) and not is_page_below(upper, lower.line_start, lines):
                placed[index].candidate.stray += lower.cells
            continue
        if not isinstance(upper, Run):
            continue
        if index + 1 in placed and len(lower.before) <= _NEAR:
            own = len(table.keys_of[rows[placed[index + 1].row].key])
            first = _first_digits(upper, placed.get(index), table, own)
            placed[index + 1].candidate.stray += first
            if first:
                continue
        link = placed.get(index)
        goes_on = link is not None and _has_rest(lower, rows[link.row])
        is_near = lower.line_start - upper.line_end <= (NEAR_OVER_PAGE if goes_on else _NEAR)
        if not is_near and not _is_below(upper, lower) and not _is_over_page(upper, lower, lines):
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
        # behind a mark that opens every line a unit is what a cell had no room for
        is_marked = bool(words) and not normalize(words.split()[0])
        is_piece = all(
            (is_marked and word in UNITS) or any(normalize(word) in label for label in labels)
            for word in words.split()
        )
        # more figures than a row can have are no piece of one
        is_piece = is_piece and len(loose.lines[0]) <= len(table.columns)
        if is_piece and loose.cells[0] not in (*link.candidate.stray, *link.candidate.figures):
            link.candidate.stray += loose.cells


def _first_digits(run: Run, link: Link | None, table: Table, size: int) -> Sequence[Cell]:
    """Figures above a label that may be the first digits of one behind it, in a table of several blocks of few columns.

    Such are those below the label of a column that are too few for a row, and below a row that has such those beyond its
    own, one a line. `link` is the row that the figures are, if they are any. As many paragraphs as the row below has cells,
    `size`, are a row that lost its label.
    """
    if len(table.blocks) == 1 or table.one_row:
        return []
    if link is None and 1 < size == len(run.lines) == len(run.cells) and all(run.gaps):
        return []
    if link is None:
        above = normalize(run.before[-1].text) if run.before and not run.head else ""
        names = {normalize(w) for c in table.columns for w in c.wordings} if above else set()
        return run.cells if above in names and len(run.cells) < len(table.columns) else []
    width = len(table.keys_of[table.rows[link.row].key])
    by_line = all(len(line) == 1 for line in run.lines[1:])
    before = any(cell.line_start < run.line_start for cell in link.candidate.stray)
    return run.cells[width:] if by_line and before else []


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


def _is_over_page(row: GridRow | Run, loose: Run, lines: Sequence[str]) -> bool:
    """Whether bare figures, fewer than the row's, open the page that the mark of one right below the row ends."""
    if loose.head or loose.before or len(loose.cells) >= len(row.cells):
        return False
    if loose.line_start - row.line_end > NEAR_OVER_PAGE:
        return False
    between = [line for line in lines[row.line_end : loose.line_start - 1] if line.strip()]
    return bool(between) and all(map(is_furniture, between))


def _is_below(row: Run, loose: Run) -> bool:
    """Whether bare figures below a row of one line may be its last digits, with a line of its label in between."""
    one_line = len(row.lines) == 1 and len(row.cells) > len(loose.lines[0])
    near = loose.line_start - row.line_end <= _NEAR + 1 and len(loose.before) == 1
    return one_line and near and not loose.head
