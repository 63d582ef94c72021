"""Tables of a cell a line that lost blank cells: rows that have as many cells as the form by chance.

    一、本年新收 | 821 | 35 | | 2 | 1 | 859 | |
    二、上年结转 | 18 | | | 18 | |

Where nothing ends rows and several have fewer cells than there are columns, a blank one may stand for two, or be what a row is closed with: then
the blank cells of no row tell where its figures stand. Full rows do so by themselves. Does not belong here: tables whose rows keep to a
line (widerrows.py, rowshapes.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assets.extract.rows.finding.candidates import Candidate

_LAYOUT = "pipe_cells"
# So many such rows are no slips.
_LEAST = 3


def rows_of_lost_blanks(candidates: Sequence[Candidate], width: int) -> frozenset[int]:
    """The rows with blank cells, by their items, of blocks in which several are short.

    Short is a row with figures and blank cells, and fewer cells than there are columns. So is one that has as many, the last of them blank,
    where several full rows have a blank cell behind their figures: it is what closes them.
    """
    rows = [c for c in candidates if c.block is not None and c.item.layout == _LAYOUT]
    written = {c.index: [bool(cell.text.strip()) for cell in c.figures] for c in rows}
    short: Counter[int | None] = Counter()
    closed: Counter[int | None] = Counter()
    for row in rows:
        own = written[row.index]
        short[row.block] += len(own) < width and any(own) and not all(own)
        closed[row.block] += len(own) == width + 1 and all(own[:width]) and not own[-1]
    return frozenset(
        row.index
        for row in rows
        if (own := written[row.index])
        and not all(own[:width])
        and (
            short[row.block] >= _LEAST
            or (closed[row.block] >= _LEAST and len(own) == width and any(own) and not own[-1])
        )
    )
