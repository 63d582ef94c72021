"""A row's label printed twice above one row of figures: the row stands twice in the table, and the figures may be of either.

Belongs here: plain text in which the two labels stand one below the other and the other's figures are elsewhere, or lost. Where
each has its figures, they are compared (printedtwice.py).
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from assets.extract.labels import normalize
from assets.extract.model import Run
from assets.extract.readers.plain.pages import is_furniture
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# A label alone on a line is one only with so many letters: 其他 is a column, too.
_LEAST_LETTERS = 4
# So many lines at most stand between the two, with those of their groups.
_LINES_APART = 4


def below_two_alike(links: Sequence[Link], table: Table, lines: Sequence[str]) -> list[Link]:
    """Rows of plain text that stand below their own label twice; none where a page prints every label so, or ends between them."""
    found = [link for link in links if _stands_twice(link, table, lines)]
    return found if 2 * len(found) < len(links) else []


def _stands_twice(link: Link, table: Table, lines: Sequence[str]) -> bool:
    run = link.candidate.item
    if not isinstance(run, Run) or not run.before or len(link.candidate.figures) == 1:
        return False
    if run.layout == "cell_per_line":
        return False  # a merged cell may be printed once for each column
    row = table.rows[link.row]
    names = {name for wording in row.wordings if len(name := normalize(wording)) >= _LEAST_LETTERS}
    at = [f.line for f in run.before if any(name in normalize(f.text) for name in names)]
    if not table.one_row and normalize(run.head) in names and _ends_in(run.before[-1].text, names):
        at.append(run.head_line)  # `三、本年度办理结果 （一）予以公开`, and below it the label with figures
    if len(set(at)) < 2 or at[-1] - at[-2] > _LINES_APART:
        return False
    return not any(is_furniture(line) or "\f" in line for line in lines[at[-2] : at[-1]])


def _ends_in(text: str, names: Set[str]) -> bool:
    """Whether the last word of a line is one of some labels."""
    words = text.split()
    return bool(words) and normalize(words[-1]) in names
