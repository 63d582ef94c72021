"""A table of several headers of which one row is left: it stands right below its own header, cell by cell.

An agency may print the headers of all clauses and only the row in which it has something to say. A row of a table of one header, or of
one whose header has a single column, is no table: words as few stand anywhere. Does not belong here: tables of several rows (links.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.labels import squash
from assets.extract.model import GridRow
from assets.extract.rows.finding.chain import Link
from schemas.form import Block, Table

# Lines above a row within which its header ends.
_NEAR = 8
_LEAST_COLUMNS = 3


def is_only_row(links: Sequence[Link], table: Table, lines: Sequence[str]) -> bool:
    """Whether a chain is one whole row of cells, under its plain label, right below the labels of all its columns."""
    if len(links) != 1 or len(table.blocks) == 1 or not isinstance(links[0].candidate.item, GridRow):
        return False
    candidate, block = links[0].candidate, _block_of(links[0], table)
    texts = [squash(cell.text) for cell in candidate.figures if cell.text.strip()]
    if len(block.columns) < _LEAST_COLUMNS or len(texts) != len(block.columns):
        return False
    if squash(candidate.item.cells[candidate.label_at].text) not in {
        squash(wording) for wording in table.rows[links[0].row].wordings
    }:
        return False
    above = [squash(line) for line in lines[max(0, candidate.line - 1 - _NEAR) : candidate.line - 1]]
    return all(
        any(squash(wording) in line for line in above for wording in column.wordings)
        for column in block.columns
    )


def _block_of(link: Link, table: Table) -> Block:
    return next(block for block in table.blocks if table.rows[link.row] in block.rows)
