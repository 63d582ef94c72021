"""Whether the labels of a header stand over the figures of its rows, where a text is aligned by spaces.

Belongs here: signs that the lines of a header and those of rows are not to one scale, so that places tell no order. Does not
belong here: the order that places tell (stackedheader.py), and pieces of labels that are not to one scale (offscale.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import Run
from assets.extract.places.positions import display_width
from assets.extract.places.rulers import ruler
from assets.extract.plainheaders.stackedheader import Words, is_spaced
from assets.extract.rows.finding.candidates import Candidate

_WORD = re.compile(r"\S+")
# So many rows show whether figures stand under labels.
_FIRST_ROWS = 8


def is_beside_figures(
    lines: Sequence[str], order: Sequence[str], rows: Sequence[Candidate], words: Words
) -> bool:
    """Whether the first labels of a header stand left of all figures: then its lines and rows are not to one scale.

    The first one alone does where it stands over the labels of the rows or left of them, as the end of a line that was too long. Programs set
    lines by display width or by characters: they are to one scale where each figure of the first rows stands under one
    label in either.
    """
    on_one_line = [r for r in rows if len({cell.line_start for cell in r.figures}) == 1]
    if not is_spaced(lines) or not on_one_line:
        return False
    places = [
        (key, display_width(line[: found.start()]), display_width(line[: found.end()]))
        for key in order[:2]
        for line in lines
        for found in _WORD.finditer(line)
        if words.by_wording.get(squash(found[0])) == key
    ]
    plain = [row.figures for row in on_one_line[:_FIRST_ROWS] if isinstance(row.item, Run)]
    if not places or ruler(plain, lines, order, words) is not None:
        return False
    first = [end for key, _, end in places if key == order[0]]
    left = min((start for key, start, _ in places if key == order[0]), default=None)
    if left is not None and left < min(_start_of_label(row) for row in on_one_line):
        return True
    over_labels = sum(max(first, default=0) <= _end_of_label(row) for row in on_one_line)
    if first and over_labels * 2 > len(on_one_line):
        return True
    return max(end for *_, end in places) < min(cell.w0 for cell in on_one_line[0].figures)


def _start_of_label(candidate: Candidate) -> int:
    """Where the words before the figures of a plain row begin on their line; 0 where they stand on another."""
    run = candidate.item
    return run.head_x0 if isinstance(run, Run) and run.head and run.head_line == run.line_start else 0


def _end_of_label(candidate: Candidate) -> int:
    """Where the words before the figures of a plain row end on their line, where wide characters count two."""
    run = candidate.item
    if not isinstance(run, Run) or not run.head or run.head_line != run.line_start:
        return 0
    return run.lines[0][0].w0 - run.lines[0][0].x0 + run.head_x0 + len(run.head)
