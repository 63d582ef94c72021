"""The first figure of a row of plain text where the label runs into it: `重复申请12 0 0 0 0 0 12`.

No wording of a label ends in digits, so that digits at its end are the row's. Where they are not just the one figure that
the row lacks they count all the same: a row with a figure too many or too few is none whose columns are known. The labels of the groups
that the row stands in may be glued in front of its own (`（三）不予公开1.属于国家秘密0 0 0 0 0 0 0`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labelmatcher import EXACT, LabelMatcher
from assets.extract.model import Cell, Run
from assets.extract.numbers import UNITS
from assets.extract.rows.figures.countedmarks import ends_in_mark
from assets.extract.rows.labels.groupsinfront import without_groups
from schemas.form import Row, Table
from schemas.whose import any_of

# Words that a figure follows with nothing between; it may have its unit, and say in brackets what is among it.
_GLUED = re.compile(
    rf"(.*?[\u3400-\u9fff）)”\"])(\d(?:[\d,.]*\d)?(?:{any_of(UNITS)})?(?:[（(](?:其中|含|包括|包含)[^（()）]{{0,40}}[)）])?)"
)
_DIGIT = re.compile(r"\d")
# A label with one letter wrong or too many, though it is short.
_ALIKE = 0.85


def with_first(  # noqa: PLR0913 - the row, and what tells its label and its columns
    run: Run, matcher: LabelMatcher, row: Row, table: Table, figures: list[Cell], width: int
) -> list[Cell]:
    """The figures of a row, with the one before them that its label runs into, if there is one.

    A word with digits behind the label (`重复申请 共12`) is the first figure only where that one is wanting.
    """
    *others, last = run.head.split()
    if not _DIGIT.search(last) or not figures or figures[0].line_start != run.head_line:
        return figures
    if ends_in_mark(last):
        return figures
    glued, key = _GLUED.fullmatch(last), row.key
    behind = [" ".join([*others, glued[1]]), glued[1]] if glued else []
    behind += [without_groups(text, row, table) for text in behind]
    if glued and _is_label(behind, matcher, key, EXACT):
        text = glued[2]
    elif _is_label([" ".join(others)], matcher, key, EXACT):
        text = last if len(figures) == width - 1 else ""
    else:
        text = glued[2] if glued and _is_label(behind, matcher, key, _ALIKE) else ""
    if not text:
        return figures
    end = run.head_x0 + len(run.head)
    return [Cell(text, run.head_line, run.head_line, end - len(text), end), *figures]


def _is_label(texts: Sequence[str], matcher: LabelMatcher, key: str, least: float) -> bool:
    """Whether one of the texts is the label of a row."""
    found = [match for text in texts if text and (match := matcher.match(text))]
    return any(match.key == key and match.score >= least for match in found)


def is_glued(run: Run, figures: Sequence[Cell]) -> bool:
    """Whether the words of a line run into the first of its figures: its place is none of a column."""
    first = figures[0]
    return first.line_start == run.head_line and 0 <= first.x0 <= run.head_x0 + len(run.head)


def stands_glued(item: object, figures: Sequence[Cell]) -> bool:
    """Whether an item is a run the words of whose line run into the first of its figures."""
    return isinstance(item, Run) and bool(figures) and is_glued(item, figures)
