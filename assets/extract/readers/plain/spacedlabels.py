"""The label of a row, spaces among its letters, that runs into its only figure: `行 政处罚0`.

Belongs here: labels that are a form's to the letter once the spaces are gone. Words of a sentence with a number at their end are none.
Does not belong here: labels without spaces (running.py), those before several figures (rows/figures/gluedfirst.py).
"""

from __future__ import annotations

import re
from functools import cache

from assets.extract.labels import squash, strip_numbering
from schemas.form import forms

# No such line is longer.
_LONGEST = 60
_GLUED = re.compile(r"([^0-9]++)(?<!\s)([0-9][0-9,]*+(?:\.[0-9]+)?)")


def spaced_label(line: str) -> re.Match[str] | None:
    """The label, with its spaces, and the figure behind it; None where a line is not so."""
    found = _GLUED.fullmatch(line) if len(line) <= _LONGEST else None
    return found if found and squash(found[1]) in _labels() else None


@cache
def _labels() -> frozenset[str]:
    """The labels of rows that have one figure, without their numbering."""
    blocks = [block for form in forms().values() for table in form.tables for block in table.blocks]
    rows = [row for block in blocks if len(block.columns) == 1 for row in block.rows]
    return frozenset(strip_numbering(squash(wording)) for row in rows for wording in row.wordings)
