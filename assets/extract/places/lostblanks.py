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

from assets.extract.model import GridRow
from assets.extract.rows.finding.candidates import Candidate

_LAYOUT = "pipe_cells"
# So many rows that are short, with a blank cell behind a figure, are no slips.
_LEAST = 3


def blocks_of_lost_blanks(candidates: Sequence[Candidate], width: int) -> frozenset[int]:
    """The blocks in which several rows have figures and blank cells, and fewer cells than there are columns."""
    short: Counter[int] = Counter()
    for row in candidates:
        if not isinstance(row.item, GridRow) or row.item.layout != _LAYOUT:
            continue
        texts = [cell.text.strip() for cell in row.figures]
        if len(texts) < width and any(texts) and not all(texts):
            short[row.item.block] += 1
    return frozenset(block for block, count in short.items() if count >= _LEAST)
