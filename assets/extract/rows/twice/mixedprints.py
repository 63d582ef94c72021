"""Rows that a chain took out of two prints of a table: the first rows of the one, the rest of the other.

Where a label of the first print is lost, the second print has it, and the chain goes on there. The second print begins with
rows that the chain has already, and leads straight to the row at which it goes on; whose that print is nothing has said.
Belongs here: the doubt about the rows of the second print. Does not belong here: rows that stand in both (printedtwice.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from assets.extract.cells import TableReading
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import STRONG, Link
from assets.extract.rows.finding.links import has_figures
from schemas.form import Table

# So many rows printed again are a second print.
_LEAST = 2


def doubt_second_print(
    links: Sequence[Link], found: Sequence[Candidate], reading: TableReading, table: Table
) -> None:
    """Put the rows in doubt that were taken out of a second print of the table."""
    for at, (above, below) in enumerate(pairwise(links), 1):
        if below.candidate.index - above.candidate.index > _LEAST:
            rows = list(_leading_to(above, below, found))
            if sum(row <= above.row for row in rows) >= _LEAST:
                _doubt(links[at:], reading, table)
                return


def _leading_to(above: Link, below: Link, found: Sequence[Candidate]) -> Iterator[int]:
    """The rows between two of a chain that lead straight to the second in the order of the form, the nearest first."""
    row = below.row
    for candidate in reversed(found):
        if candidate.index >= below.candidate.index or not has_figures(candidate):
            continue
        if candidate.index <= above.candidate.index or not candidate.options:
            return
        nearest, score = candidate.options[0]
        if score < STRONG or nearest >= row:
            return
        row = nearest
        yield row


def _doubt(links: Sequence[Link], reading: TableReading, table: Table) -> None:
    line = links[0].candidate.line
    reading.note("table-repeated", line=line)
    for link in links:
        for key in table.keys_of[table.rows[link.row].key]:
            if key in reading.cells:
                reading.doubt(key, "table-repeated", link.candidate.line)
