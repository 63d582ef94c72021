"""The column of remarks behind the figures, whose name stands beside the words over all columns: its words are no figures.

Does not belong here: a strange column among those that one row of the header names (gridheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assets.extract.headers.corners import REMARKS
from assets.extract.headers.gridheader import Header
from assets.extract.labels import squash
from assets.extract.model import GridRow
from assets.extract.places.rowshapes import spans, written_in
from assets.extract.rows.finding.candidates import Candidate
from schemas.form import Table

# So many rows of one width are no chance.
_LEAST_ROWS = 3


def leave_remarks(
    rows: Sequence[GridRow], header: Header, candidates: Sequence[Candidate], table: Table, width: int
) -> Header:
    """Take what stands behind the figures of full rows out of them, where a header names remarks there; the header that says so.

    `rows` are those of the header. A row that is not full may have lost a cell instead.
    """
    over = [row for row in rows if any(squash(cell.text) == squash(table.header) for cell in row.cells)]
    if not over or squash(over[-1].cells[over[-1].written[-1]].text) not in REMARKS:
        return header
    at = over[-1].written[-1]
    if header.places and len(over[-1].cells) == header.width and at > max(map(max, header.places.values())):
        header = replace(header, strange=header.strange | {at})
    if not header.places and _all_with_remarks(candidates, width):
        for candidate in candidates:
            candidate.figures = candidate.figures[:-1]
        return header
    for candidate in candidates:
        written = written_in(candidate.figures)
        if len(written) != width + 1 or not spans(written, width + 1):
            continue
        if not any(sign.isdigit() for sign in candidate.figures[written[-1]].text):
            candidate.figures = candidate.figures[: written[-1]]
    return header


def _all_with_remarks(candidates: Sequence[Candidate], width: int) -> bool:
    """Whether each row has a cell for each column and one for remarks, whatever its label's cells: none lost one then.

    All begin with a figure, so that no blank cell of a label is among them, and no remark has a figure.
    """
    return len(candidates) >= _LEAST_ROWS and all(
        isinstance(candidate.item, GridRow)
        and len(candidate.figures) == width + 1
        and candidate.figures[0].text.strip()
        and not any(sign.isdigit() for sign in candidate.figures[-1].text)
        for candidate in candidates
    )
