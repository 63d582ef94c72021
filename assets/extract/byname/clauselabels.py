"""Row labels with the clause of the regulations in front (`第二十条第（六）项行政处罚`), as sentences name them.

Belongs here: taking the clause off where the form prints the row under it. A row that stands under another clause keeps its words,
and is nobody's.
"""

from __future__ import annotations

from functools import cache

from assets.extract.labelmatcher import row_matcher
from assets.extract.labels import squash
from schemas.form import Form, Table

_BETWEEN = ":：、，,-—·的中之"


def without_clause(label: str, form: Form, table: Table) -> str:
    """The label without the clause that its row stands under on the form; the label as it is where there is none."""
    text = squash(label)
    clause = next((clause for clause in _clauses(table) if text.startswith(clause)), None)
    if clause is None:
        return label
    rest = text.removeprefix(clause).lstrip(_BETWEEN)
    match = row_matcher(form.id, table.no).match(rest) if rest else None
    return rest if match is not None and match.key in _clauses(table)[clause] else label


@cache
def _clauses(table: Table) -> dict[str, frozenset[str]]:
    """The keys of the rows under each clause."""
    blocks = [(squash(block.clause.zh), block) for block in table.blocks if block.clause is not None]
    return {clause: frozenset(row.key for row in block.rows) for clause, block in blocks}
