"""Rows of a block of a few rows that may each have its neighbour's figures: one label has none, and figures beside the block no label.

    规章       |    |     |
    规范性文件 | 1  | 171 | 232
               | 27 | 1   | 0

Belongs here: blocks of a table that has several. Does not belong here: a table of one block (shifted.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.model import GridRow
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from assets.extract.rows.finding.links import NEAR_OVER_PAGE, has_figures
from assets.extract.rows.outofstep.looserows import is_bare
from schemas.form import Table


def slid_in_block(links: Sequence[Link], found: Sequence[Candidate], table: Table) -> list[Link]:
    """The rows of a block from the one without figures to the one beside which figures have no label."""
    if len(table.blocks) < 2 or table.one_row:
        return []
    placed = {id(link.candidate): link for link in links}
    blocks = [[table.rows.index(row) for row in block.rows] for block in table.blocks]
    slid: list[Link] = []
    for upper, lower in pairwise(found):
        link = placed.get(id(upper)) or placed.get(id(lower))
        bare = lower if id(upper) in placed else upper
        if link is None or id(bare) in placed or not _are_beside(upper, lower) or not is_bare(bare, table):
            continue
        rows = next(block for block in blocks if link.row in block)
        block = [other for other in links if other.row in rows]
        blank = [other.row for other in block if not has_figures(other.candidate)]
        is_end = link.row == (rows[-1] if bare is lower else rows[0])
        if is_end and len(block) == len(rows) and blank and link.row not in blank:
            slid += block
    return slid


def _are_beside(upper: Candidate, lower: Candidate) -> bool:
    """Whether two rows of as many cells stand right below one another."""
    if not isinstance(upper.item, GridRow) or not isinstance(lower.item, GridRow):
        return False
    near = lower.line - upper.line_end <= NEAR_OVER_PAGE
    return near and len(upper.item.cells) == len(lower.item.cells)
