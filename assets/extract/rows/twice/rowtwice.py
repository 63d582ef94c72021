"""Rows of a table whose label stands once more beside them: which of the two has the figures of the form's row is not known.

    行政强制               | |      （一）予以公开 0 29 5 5 38 0 1
    行政强制措施           | 12 |   （一）予以公开 14 23 40

The second may be a row of a part (`行政处罚（简易程序）`), or an old one that was left standing. Does not belong here: two whole rows, which
are compared (printedtwice.py), the same label twice above one row (labeltwice.py) and a label copied into the next row (copiedlabel.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assets.extract.labelmatcher import EXACT
from assets.extract.labels import core, normalize, number_of, squash
from assets.extract.model import GridRow
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# Few letters without a number are those of many labels.
_LEAST_LETTERS = 4
# A label so much like that of a row, under the same number, is the row's again, with a slip.
_ALIKE = 0.75
# So many lines at most stand between two labels above one figure.
_LINES_APART = 2


def beside_their_label_again(
    links: Sequence[Link], found: Sequence[Candidate], table: Table
) -> list[tuple[Link, int]]:
    """Such rows of a table, each with the line on which its label stands again."""
    if table.one_row:
        return []
    taken = {id(link.candidate) for link in links}
    free: dict[int, list[Candidate]] = {}
    alike: dict[int, list[Candidate]] = {}
    for candidate in found:
        if id(candidate) not in taken and candidate.options and candidate.options[0][1] >= _ALIKE:
            of = free if candidate.options[0][1] >= EXACT else alike
            of.setdefault(candidate.options[0][0], []).append(candidate)
    doubted = []
    for link in links:
        line = _again_in(free[link.row], link) if link.row in free else None
        line = _above_in_other_words(link, table) if line is None else line
        line = _under_its_number(alike[link.row], link) if line is None and link.row in alike else line
        if line is not None:
            doubted.append((link, line))
    return doubted


def _again_in(others: Iterable[Candidate], link: Link) -> int | None:
    """The line of a candidate right beside a row that has its label too and less in it than a row."""
    own = link.candidate
    written = _figures(own)
    for other in others:
        if abs(other.index - own.index) != 1 or isinstance(other.item, GridRow) != isinstance(
            own.item, GridRow
        ):
            continue
        if len(normalize(own.label)) < _LEAST_LETTERS and (
            number_of(own.label) is None or number_of(own.label) != number_of(other.label)
        ):
            continue
        figures = _figures(other)
        is_other_word = normalize(other.label) != normalize(own.label)
        if not figures and not (is_other_word and other.block == own.block):
            continue  # the label alone, printed again
        if len(figures) < len(written) and (not figures or not are_among(figures, written)):
            return other.line
    return None


def _under_its_number(others: Iterable[Candidate], link: Link) -> int | None:
    """The line of a whole row right beside a row, whose label is much like it and has its number, with other figures."""
    own = link.candidate
    number, written = number_of(own.label), _figures(own)
    for other in others:
        figures = _figures(other)
        is_beside = abs(other.index - own.index) == 1 and number is not None
        if is_beside and number_of(other.label) == number and figures and not are_among(figures, written):
            return other.line
    return None


def _above_in_other_words(link: Link, table: Table) -> int | None:
    """The line right above the whole label of a row, or the cell before it, that has the whole label, too, in fewer letters.

    Or in all of its letters, where what stands beside the figures has but some of them: `行政性收费 60` below `行政事业性收费`.
    """
    run = link.candidate.item
    if isinstance(run, GridRow):
        # a cell of the row above, whose own is blank
        at = [n for n in run.words if n <= link.candidate.label_at][-2:]
        words = (
            [(run.cells[n].line_start, run.cells[n].text) for n in at] if at and at[-1] - at[0] > 1 else []
        )
    else:
        words = [(f.line, f.text) for f in run.before[-2:]]
        words += [(run.head_line, run.head)] if run.head else []
    if len(words) < 2 or words[-1][0] - words[-2][0] > _LINES_APART:
        return None
    above, own = (normalize(text) for _, text in words[-2:])
    if min(len(above), len(own)) < _LEAST_LETTERS or above == own:
        return None
    names = set(map(normalize, table.rows[link.row].wordings))
    if above in names and own not in names and are_among(own, above):
        return words[-2][0]
    if not own.startswith(above):
        return None
    is_whole = above in names and (own in names or core(words[-1][1]) in names)
    return words[-2][0] if is_whole else None


def _figures(candidate: Candidate) -> list[str]:
    """What stands in a row, without figures of lines of their own below it."""
    return [text for cell in candidate.figures if (text := squash(cell.text))]


def are_among(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether figures stand among others in their order: the same row, of which blank cells or a part were lost."""
    rest = iter(many)
    return all(any(figure == other for other in rest) for figure in few)
