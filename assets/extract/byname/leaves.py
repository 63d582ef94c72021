"""Figures with their names (leaves of a path of names), and which columns of the form the names of one row are.

Each figure has the name of its column beside it, so that a row needs no places: it is set in the order of the form. Belongs here:
the columns of a row. Does not belong here: which row a path names (named.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from assets.extract.headers.columnnames import column_matcher
from assets.extract.labelmatcher import row_matcher
from assets.extract.labels import squash
from assets.extract.model import Cell
from assets.extract.records import record
from schemas.form import Form, Table
from schemas.whose import WORDS, any_of

# A name this much alike is the name.
SURE = 0.98
OTHER_YEAR = re.compile(any_of(WORDS.last_year, WORDS.earlier_years, WORDS.comparisons))
# The same beside a name: its figures are not those that are asked for.
GLOSS = re.compile(rf"[（(][^（）()]{{0,20}}{OTHER_YEAR.pattern}")

# A figure stands no more lines behind its name, where lines fold a sentence.
_LONGEST = 8
# So many letters behind the name of a year tell what of it is meant.
_OWN_WORD = 2
# A table and the place of a block in it.
Block = tuple[str, int]


@record
class Leaf:
    """A figure with the names above it, outermost first; `name` is the one right beside it."""

    path: tuple[str, ...]
    name: Cell
    figure: Cell

    @property
    def lines(self) -> set[int]:
        """The lines from its name to its figure, where they stand in this order; else the two."""
        first, last = self.name.line_start, self.figure.line_start
        return set(range(first, last + 1)) if last - first <= _LONGEST else {first, last}


def is_column(text: str, form: Form, table: Table) -> bool:
    """Whether a text is the name of a column, to the letter."""
    match = column_matcher(form.id, table.no).match(text)
    return match is not None and match.score >= SURE and not GLOSS.search(text)


def column_of(text: str, form: Form, table: Table) -> str | None:
    """The key of the column that a text names to the letter."""
    match = column_matcher(form.id, table.no).match(text)
    return match.key if match is not None and is_column(text, form, table) else None


def columns_of(leaves: Sequence[Leaf], form: Form, table: Table) -> frozenset[str]:
    """The keys of the columns that leaves name."""
    return frozenset(key for leaf in leaves if (key := column_of(leaf.name.text, form, table)))


def is_of_another_year(text: str, table: Table) -> bool:
    """Whether a text names another year, or last year's figures: 上年结转, which a row of the form is called, does not."""
    labels = [squash(w) for row in table.rows for w in row.wordings]
    said = squash(text)
    found = [(m.start(), m.end() + _OWN_WORD) for m in OTHER_YEAR.finditer(said)]
    return any(not any(said[at:end] in label for label in labels) for at, end in found)


def block_of(label: str, form: Form, table: Table) -> Block:
    """The block of the row that a label is of, -1 where it is of none."""
    match = row_matcher(form.id, table.no).match(label)
    keys = [[row.key for row in block.rows] for block in table.blocks]
    return table.no, next((n for n, own in enumerate(keys) if match is not None and match.key in own), -1)


def usual_columns(rows: Iterable[tuple[Block, frozenset[str]]]) -> dict[Block, frozenset[str]]:
    """The columns that most rows of a block name, the more of them where as many rows name others."""
    seen: dict[Block, Counter[frozenset[str]]] = {}
    for block, columns in rows:
        seen.setdefault(block, Counter())[columns] += 1
    return {
        block: max(counts, key=lambda columns: (counts[columns], len(columns), sorted(columns)))
        for block, counts in seen.items()
    }


def in_order(found: Sequence[Leaf], form: Form, table: Table) -> list[Leaf]:
    """The leaves in the order of the form's columns, those of no column last: each has its name, and needs no place.

    They keep the order of the text where one of these may be a column that no name is. A name that goes on behind that of the only column which no other leaf of the row names (其他组织) is this column's.
    """
    place = {column.key: at for at, column in enumerate(table.columns)}
    keys = [column_of(leaf.name.text, form, table) for leaf in found]
    leaves = list(found)
    own = next((b.columns for b in table.blocks if {k for k in keys if k} <= {c.key for c in b.columns}), ())
    lacking = [column for column in own if column.key not in keys]
    if len(lacking) == 1:
        names = [squash(w) for w in lacking[0].wordings]
        at = [
            n
            for n, leaf in enumerate(leaves)
            if not keys[n] and squash(leaf.name.text).startswith(tuple(names))
        ]
        if len(at) == 1:
            name = leaves[at[0]].name
            name = Cell(lacking[0].zh, name.line_start, name.line_end)
            leaves[at[0]] = Leaf(leaves[at[0]].path, name, leaves[at[0]].figure)
            keys[at[0]] = lacking[0].key
    if None in keys and any(column.key not in keys for column in own):
        return leaves
    order = sorted(range(len(leaves)), key=lambda n: place.get(keys[n] or "", len(place)))
    return [leaves[n] for n in order]
