"""Headers of plain text that are printed again between the rows of a block, as a page does at its top.

Belongs here: those that say otherwise than the one above the first row. Does not belong here: headers between rows of
cells (blockheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.headers.columnnames import UNKNOWN
from assets.extract.headers.headerprint import header_words
from assets.extract.headers.headersaid import order_said, strange_said
from assets.extract.labels import squash
from assets.extract.model import Run
from assets.extract.plainheaders.subtotals import SUBTOTAL, Subtotal, subtotal_in
from assets.extract.rows.finding.candidates import Candidate
from schemas.form import Block, Form, Table

# So many columns named between rows are a header.
_LEAST_NAMED = 3


def printed_again(  # noqa: PLR0913 - what the first header says, and the whole context of a block
    rows: Sequence[Candidate],
    lines: Sequence[str],
    order: Sequence[str],
    subtotal: Subtotal | None,
    form: Form,
    table: Table,
    block: Block,
) -> dict[int, str]:
    """What a header between rows says otherwise than `order` and `subtotal`, by the identity of each row below it."""
    later: dict[int, str] = {}
    if not any(isinstance(candidate.item, Run) for candidate in rows):
        return later
    wordings = header_words(table, block.columns).by_wording
    standard = [c.key for c in block.columns]
    conflict: str | None = None
    for above, candidate in pairwise(rows):
        if isinstance(candidate.item, Run):
            end = above.line_end
            between = tuple(lines[end : max(end, _label_line(candidate) - 1)])
            named = {wordings[w] for line in between for w in map(squash, line.split()) if w in wordings}
            if len(named) >= _LEAST_NAMED:
                again = subtotal_in(between, table, block)
                between = again.lines if again else between
                told, conflict = order_said(between, table, block)
                conflict = conflict or strange_said(between, form.id, table, block)
                known = [key for key in order if key != UNKNOWN] if again and subtotal else list(order)
                told = told or (standard if named == set(standard) else known)
                if conflict is None and told != known:
                    conflict = "、".join(told)
                if (again and again.is_first) is not (subtotal and subtotal.is_first):
                    conflict = conflict or SUBTOTAL
        if conflict is not None:
            later[id(candidate)] = conflict
    return later


def _label_line(candidate: Candidate) -> int:
    """The line on which the label right above a row's figures begins; a header's last label is no piece of it, whatever its letters."""
    run, rest = candidate.item, squash(candidate.label)
    if not isinstance(run, Run) or run.head:
        return candidate.line
    line = candidate.line
    for fragment in reversed(run.before):
        text = squash(fragment.text)
        if not text or not rest.endswith(text):
            break
        rest, line = rest.removesuffix(text), fragment.line
    return line
