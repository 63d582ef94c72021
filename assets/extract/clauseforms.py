"""Which form the clauses of table 2 are of, where they are not all of one: most of them decide, not the labels of one.

Clause （一） has most of the labels that tell the forms apart. A report that prints its heads as they were in 2019 and
all other clauses as they are since 2021 is of the form of 2021. Does not belong here: what becomes of the clause that is
another form's (headsofanother.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.labels import letters as letters_of
from assets.extract.labels import normalize, squash
from schemas.form import Block, Form, Table, forms

_TABLE, _NEXT = "2", "3"
# A longer line is no heading.
_LONGEST = 400
# So many letters of the heads that a form alone has may stand in the table for other reasons.
_NOT_THERE = 0.2


def form_of_clauses(lines: Sequence[str], printed: str) -> str:
    """The form of which all clauses but one are, where of the form printed by the labels that one alone is; else this."""
    own = forms()[printed]
    text = _table_2(lines, own)
    if [_is_there(block, text) for block in _table(own).blocks].count(True) != 1:
        return printed
    for other in forms().values():
        blocks = _table(other).blocks
        missing = [block for block in blocks if not _is_there(block, text)]
        if other is not own and len(missing) == 1 and not share_in(_only_in(own, other), text) > _NOT_THERE:
            return other.id
    return printed


def _table(form: Form) -> Table:
    return form.table(_TABLE)


def _table_2(lines: Sequence[str], form: Form) -> str:
    """The letters between the heading of table 2 and that of table 3, or the corner of its header."""
    names, following = _edges(form)
    found: list[str] = []
    for line in lines:
        text = squash(line) if len(line) <= _LONGEST else line
        if found and following.search(text):
            break
        if text.endswith(names):
            found = [""]
        elif found:
            found.append(letters_of(line))
    return "".join(found)


@cache
def _edges(form: Form) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """How the heading of table 2 ends, and what opens table 3."""
    own, following = _table(form), form.table(_NEXT)
    opening = (following.zh, *following.aliases, following.header)
    return (
        tuple(squash(name) for name in (own.zh, *own.aliases)),
        re.compile("|".join(re.escape(squash(name)) for name in opening)),
    )


def _is_there(block: Block, text: str) -> bool:
    """Whether all heads of a clause stand in the text, in any wording, and the labels of its rows."""
    return all(any(wording in text for wording in wordings) for wordings in _heads(block))


@cache
def _heads(block: Block) -> tuple[tuple[str, ...], ...]:
    """The letters of every wording of each head of a clause, and of each label of its rows."""
    labels = (*block.columns, *block.rows)
    return tuple(tuple(normalize(w.split("（")[0]) for w in label.wordings) for label in labels)


def share_in(of: frozenset[str], text: str) -> float:
    """The share of some letters that stand in a text."""
    return sum(letter in text for letter in of) / len(of) if of else 0.0


@cache
def _only_in(form: Form, other: Form) -> frozenset[str]:
    """The letters in the heads of a form's clauses behind the first which nothing in the other's table 2 has."""
    heads = {letter for block in _table(form).blocks[1:] for c in block.columns for letter in normalize(c.zh)}
    table = _table(other)
    labels = (*table.rows, *table.columns, *(b.clause for b in table.blocks if b.clause))
    return frozenset(heads.difference(*(normalize(label.zh) for label in labels)))
