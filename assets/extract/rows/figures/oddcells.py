"""Rows of one cell a line that lack figures only because some of their cells have no reading: `0`, `0`, `1`, `5、6`, `0`, `4`.

Such a row has as many cells as columns, or more, so that no blank cell vanished from it. Belongs here: telling them from rows that lack
cells. Does not belong here: words in the place of a figure (wordcells.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import normalize
from assets.extract.model import Run
from assets.extract.numbers import looks_like_figure
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# Words that long are a label's, or a sentence.
_LONGEST = 6


def rows_with_odd_cells(links: Sequence[Link], lines: Sequence[str], table: Table) -> set[str]:
    """The keys of such rows."""
    labels = {normalize(w) for label in (*table.rows, *table.groups) for w in label.wordings}
    found = set()
    for link in links:
        run, width = link.candidate.item, len(table.columns)
        if not isinstance(run, Run) or not 0 < len(link.candidate.figures) < width:
            continue
        figures = odd = 0
        for line in lines[link.candidate.figures[0].line_start - 1 :]:
            text = line.strip()
            if looks_like_figure(text):
                figures += 1
            elif not text or len(text) > _LONGEST or normalize(text) in labels:
                break
            else:
                odd += 1
        if odd and figures + odd >= width:
            found.add(table.rows[link.row].key)
    return found
