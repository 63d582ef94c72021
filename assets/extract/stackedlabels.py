"""Plain text in which labels stand on one another, or figures before their labels: whose a line of figures is, is not told.

A program that goes by places prints two labels and then the figures of both, or figures and then the lines of the label
beside them. Belongs here: which rows may have their neighbour's figures so. Rows beside figures without any label, and
labels that slid through a table, are judged in shifted.py.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.chain import Link
from assets.extract.labels import core, normalize
from assets.extract.model import Run
from schemas.form import Row, Table

# A label alone on a line is one only with so many letters: 其他 is a column, too.
_LEAST_LETTERS = 4
# Lines of a label; figures stand before none that has but one.
_LEAST_LINES, _MOST_LINES = 2, 8


def stacked(links: Sequence[Link], table: Table) -> list[Link]:
    """Rows below two labels or more, with as many lines of figures: the first line may be of the first label."""
    placed = {link.row for link in links}
    return [
        link
        for link in links
        if link.row
        and link.row - 1 not in placed
        and isinstance(link.candidate.item, Run)
        and _has_more_rows(link)
        and _stands(table.rows[link.row - 1], link.candidate.item)
    ]


def before_labels(links: Sequence[Link], table: Table) -> list[Link]:
    """Rows whose figures may be those of the next label, which stands wrapped right below them and has none itself.

    So do those above them, as far as each has its figures between its own label and a wrapped one.
    """
    by_row = {link.row: link for link in links}
    found: list[Link] = []
    for link in links:
        row = link.row + 1
        if row >= len(table.rows) or row in by_row:
            continue
        upper: Link | None = link
        while upper is not None and _is_before(upper, table.rows[upper.row + 1]):
            found.append(upper)
            upper = by_row.get(upper.row - 1)
    return found


def _has_more_rows(link: Link) -> bool:
    """Whether whole rows of figures without words stand below that of a label."""
    size, more = len(link.candidate.figures), len(link.candidate.stray)
    return size > 1 and more >= size and more % size == 0


def _stands(row: Row, run: Run) -> bool:
    """Whether the label of a row stands among the words above a run of figures."""
    text = normalize("".join(fragment.text for fragment in run.before))
    alone = {normalize(fragment.text) for fragment in run.before}
    names = {name for wording in row.wordings for name in (normalize(wording), core(wording))}
    return any(name in alone or (len(name) >= _LEAST_LETTERS and name in text) for name in names)


def _is_before(link: Link, following: Row) -> bool:
    """Whether a line of nothing but figures, below the label of `link`, stands right above a label in some lines."""
    run = link.candidate.item
    if not isinstance(run, Run) or run.head or len(run.lines) != 1 or len(run.cells) < _LEAST_LINES:
        return False
    if link.candidate.used_after:
        return False
    names = {name for wording in following.wordings for name in (normalize(wording), core(wording))}
    texts = [fragment.text for fragment in run.after[:_MOST_LINES]]
    wholes = ["".join(texts[:count]) for count in range(_LEAST_LINES, len(texts) + 1)]
    return any(normalize(whole) in names or core(whole) in names for whole in wholes)
