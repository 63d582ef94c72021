"""Whether one and the same gap stands between all words of plain rows: then places on the line tell nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.model import Run
from assets.extract.rows.finding.candidates import Candidate

# So large a share of gaps of one size says that words are set apart by it, and columns by nothing.
_EVEN_SHARE = 0.95


def evenly_spaced(rows: Sequence[Candidate]) -> bool:
    """Whether one and the same gap stands between all words of the rows, labels included."""
    gaps: Counter[int] = Counter()
    for row in rows:
        if isinstance(row.item, Run) and len({cell.line_start for cell in row.figures}) == 1:
            first = row.figures[0]
            if row.item.head and row.item.head_line == first.line_start:
                gaps[first.x0 - row.item.head_x0 - len(row.item.head)] += 1
            gaps.update(b.x0 - a.x1 for a, b in pairwise(row.figures))
    return bool(gaps) and gaps.most_common(1)[0][1] >= _EVEN_SHARE * gaps.total()
