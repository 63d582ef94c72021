"""A label printed twice where that of the next row, or of the row before, is lacking: a clerk copied it.

Which of the two rows has the figures of its label is not known, nor which row the other is. Does not belong here: rows that
are printed twice while none lacks, and copies that are compared (printedtwice.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.cells import TableReading
from assets.extract.labels import normalize, squash
from assets.extract.rows.finding.candidates import Candidate
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

_LEAST_LETTERS = 4
# A label with a letter or two wrong; what is less alike is a piece of some label.
_ALIKE = 0.85
_FIGURE = re.compile(r"(?<![0-9.])[0-9][0-9,.]*+(?![0-9]*[、.)）])")


def doubt_copied_labels(
    links: Sequence[Link],
    found: Sequence[Candidate],
    reading: TableReading,
    lines: Sequence[str],
    table: Table,
) -> None:
    """Put rows in doubt whose label stands once more about where a row beside them lacks."""
    placed = {link.row: link for link in links}
    if table.one_row or len(placed) == len(table.rows):
        return
    taken = {id(link.candidate) for link in links}
    for link in links:
        if all(n in placed or not 0 <= n < len(table.rows) for n in (link.row - 1, link.row + 1)):
            continue
        before = max((n for n in placed if n < link.row), default=None)
        after = min((n for n in placed if n > link.row), default=None)
        start = placed[before].candidate.line_end + 1 if before is not None else link.candidate.line
        end = placed[after].candidate.line if after is not None else link.candidate.line_end + 1
        copies = [c for c in found if id(c) not in taken and start <= c.line < end and _is_of(c, link)]
        if copies and all(_figures(c) == _figures(link.candidate) for c in copies):
            continue  # whichever it is, it says the same
        label = table.rows[link.row].zh
        # a figure that is named for itself has the label beside it, too
        own = {cell.line_start for cell in link.candidate.figures} - {link.candidate.line}
        asked = [n for n in range(start, end) if n not in own]
        again = copies[0].line if copies else _line_again(label, asked, lines)
        keys = [key for key in reading.cells if key.row_key == table.rows[link.row].key]
        if again is None or all(reading.cells[key].status == "uncertain" for key in keys):
            continue
        row, line = table.rows[link.row], link.candidate.line
        reading.note("row-repeated", line=line, row_key=row.key, row=row, other=again)
        for key in keys:
            reading.doubt(key, "row-repeated", line)


def _is_of(candidate: Candidate, link: Link) -> bool:
    """Whether an item that is no row is one under the label of a row: as wide, or with nothing in it."""
    if not candidate.options or candidate.options[0][0] != link.row or candidate.options[0][1] < _ALIKE:
        return False
    return len(candidate.figures) >= len(link.candidate.figures) or not any(_figures(candidate))


def _figures(candidate: Candidate) -> list[str]:
    return [squash(cell.text) for cell in candidate.figures]


def _line_again(label: str, asked: Sequence[int], lines: Sequence[str]) -> int | None:
    """The line on which a label stands for the second time between two rows, as the label of a row of its own.

    A label that spans columns may be printed for each of them: then no figure stands on or between the lines.
    """
    letters = normalize(label)
    if len(letters) < _LEAST_LETTERS:
        return None
    at = [n for n in asked if letters in squash(lines[n - 1])]
    if len({squash(lines[n - 1]) for n in at}) < 2:
        return None  # both say the same
    within = lines[at[0] - 1 : at[1]]
    return at[1] if any(_FIGURE.search(squash(line).replace(letters, " ")) for line in within) else None
