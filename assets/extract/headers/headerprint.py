"""What the header of a block may print: the words of its columns and groups, and what stands beside them.

Belongs here: from the form to the words. Does not belong here: looking for them in a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assets.extract.labels import squash
from assets.extract.plainheaders.stackedheader import Words
from schemas.form import Column, Table

# Headers whose words are remembered: of all blocks, and of parts of tables.
_HEADERS = 200


def header_words(table: Table, columns: Sequence[Column]) -> Words:
    """What the header of a block may print."""
    return _header_words(table, tuple(c.key for c in columns))


@lru_cache(maxsize=_HEADERS)
def _header_words(table: Table, keys: tuple[str, ...]) -> Words:
    by_key = {c.key: c for c in table.columns}
    columns = [by_key[key] for key in keys]
    groups = {c.group for c in columns}
    other = [table.header, table.zh, *table.aliases, *([table.note] if table.note else [])]
    other += [block.clause.zh for block in table.blocks if block.clause]
    return Words(
        {c.key: tuple(map(squash, c.wordings)) for c in columns},
        tuple(squash(w) for g in table.groups if g.key in groups for w in g.wordings),
        frozenset(c.key for c in columns if c.group),
        tuple(map(squash, other)),
    )
