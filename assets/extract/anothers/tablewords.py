"""Lines of words that belong to a table: a caption above it and its first row stand together though they are between.

Does not belong here: captions themselves (others.py), and the header of a table (headerplace.py).
"""

from __future__ import annotations

from functools import cache

from assets.extract.anothers.appended import speaks_of_last_year
from assets.extract.labels import core, squash
from schemas.form import forms


def says_of_table(line: str) -> bool:
    """Whether a line says that what follows is last year's, or holds the words over a table's labels or its clause alone."""
    text = squash(line)
    return (
        core(text) in _clauses()
        or speaks_of_last_year(text)
        or (any(words in text for words in _headers()) and "。" not in text)
    )


@cache
def _clauses() -> frozenset[str]:
    """The letters of the clauses over the blocks of tables."""
    blocks = [block for form in forms().values() for table in form.tables for block in table.blocks]
    return frozenset(core(w) for block in blocks if block.clause for w in block.clause.wordings)


@cache
def _headers() -> frozenset[str]:
    """What stands over the labels of rows and columns, and the note in the corner."""
    tables = [table for form in forms().values() for table in form.tables]
    return frozenset(squash(words).strip("()") for t in tables for words in (t.header, t.note) if words)
