"""A header of cells in another order than the form's that the rows do not bear out: they have no cell for one of its own.

    自然人 |    |    | 总计 | 商业企业 | 科研机构            a head that stands where no row reaches: two rows of the header on one line
    365    | 434 | 669 | 1468

The form's order needs no header to be known; another one is known by the header alone, so each of its heads must have its figures. Belongs
here: which headers have a cell too many. Does not belong here: what a header says (gridheader.py), and the form's own order.
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.headers.gridheader import Header
from assets.extract.model import GridRow
from assets.extract.rows.finding.candidates import Candidate


def is_not_borne_out(
    header: Header, order: Sequence[str], standard: Sequence[str], rows: Sequence[Candidate]
) -> bool:
    """Whether a header in another order than `standard` has a head for which no row has a cell, or one amid them that full rows have not."""
    if order == standard:
        return False
    grid = [row.figures for row in rows if isinstance(row.item, GridRow)]
    places = [at for key in order for at in header.places.get(key, ())]
    if places and grid and max(places) - min(places) >= max(map(len, grid)):
        return True
    # a label may be lost amid the columns: full rows have a cell less than the header
    sizes = {len(figures) + 1 for figures in grid if all(cell.text.strip() for cell in figures)}
    return bool(header.amid) and header.width - len(header.amid) in sizes
