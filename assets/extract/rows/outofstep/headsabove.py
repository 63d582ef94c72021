"""Totals whose first digits stand above their row's label, behind the figures of the row before, as a program sets a narrow cell's two lines.

    3.其他 0 0 0 1 0 0 1 22
    （七）总计 43 37 22 56 17 45 0

`22` and `0` are the two lines of one figure: the label stands between them, in the middle of the cell's height. The row above has a figure too
many then, its last, which stands on a line of its own and fills the column as no other total does by more digits. Belongs here: plain text. Does
not belong here: figures in front of a label on its line (places/labelsaround.py), figures too many in a row (places/intruded.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.cells import TableReading
from assets.extract.labels import ascii_width, normalize, number_of, squash
from assets.extract.model import Cell, Item, Run
from assets.extract.rows.finding.chain import Link
from schemas.form import Table

# So many whole rows show how wide the column of totals is.
_LEAST_WHOLE = 3


def doubt_below_heads(
    links: Sequence[Link], items: Sequence[Item], reading: TableReading, table: Table
) -> None:
    """Put the totals in doubt that may be but the end of a figure."""
    for link in _below_heads(links, items, table):
        row, line = table.rows[link.row], link.candidate.line
        key, column = table.keys_of[row.key][-1], table.columns[-1]
        if reading.cells[key].status == "reported":
            reading.doubt(key, "digits-split", line)
            where = {"row_key": row.key, "col_key": key.col_key, "row": row, "column": column}
            reading.note("digits-split", line=line, **where)


def _below_heads(links: Sequence[Link], items: Sequence[Item], table: Table) -> list[Link]:
    """The rows whose total may be but its end: its first digits are the last figure of the row above, which has one too many, or stands alone above the first."""
    width = len(table.columns)
    if len(table.blocks) != 1 or table.one_row:
        return []
    found = [
        (below, head)
        for above, below in pairwise(links)
        if below.candidate.index == above.candidate.index + 1
        and len(below.candidate.figures) == width
        and isinstance(below.candidate.item, Run)
        and (head := _beyond(above, width)) is not None
        and not _is_number_of(head, below, table)
    ]
    if (head := _above_first(links[0], items, table)) is not None and len(
        links[0].candidate.figures
    ) == width:
        found.append((links[0], head))
    ends = {id(link) for link, _ in found}
    totals = [
        _digits(link.candidate.figures[-1])
        for link in links
        if len(link.candidate.figures) == width and not link.candidate.stray and id(link) not in ends
    ]
    if len(totals) < _LEAST_WHOLE:
        return []
    return [link for link, head in found if _digits(head) >= max(totals)]


def _beyond(link: Link, width: int) -> Cell | None:
    """The last of a row's figures, where it is one too many and stands on a line of its own."""
    run = link.candidate.item
    cells = [*link.candidate.figures, *link.candidate.stray]
    if not isinstance(run, Run) or len(cells) != width + 1 or run.ends_in_page(width):
        return None
    last = cells[-1]
    is_alone = all(cell.line_end < last.line_start for cell in cells[:-1])
    return last if is_alone and _is_head(last) else None


def _is_number_of(head: Cell, link: Link, table: Table) -> bool:
    """Whether a figure is the number of the label below it, which stands apart from its words."""
    number = number_of(table.rows[link.row].zh)
    return number == f"{squash(ascii_width(head.text))}." and number_of(link.candidate.label) is None


def _above_first(link: Link, items: Sequence[Item], table: Table) -> Cell | None:
    """The only figure between the header and the label of the first row."""
    run, at = link.candidate.item, link.candidate.index - 1
    above = items[at] if at >= 0 else None
    if not isinstance(run, Run) or not isinstance(above, Run) or above.head or len(above.cells) != 1:
        return None
    words = normalize("".join([*(fragment.text for fragment in run.before), run.head]))
    is_label = words in {normalize(wording) for wording in table.rows[link.row].wordings}
    return above.cells[0] if is_label and _is_head(above.cells[0]) else None


def _is_head(cell: Cell) -> bool:
    text = squash(ascii_width(cell.text))
    return text.isdecimal() and not text.startswith("0")


def _digits(cell: Cell) -> int:
    return len(squash(cell.text))
