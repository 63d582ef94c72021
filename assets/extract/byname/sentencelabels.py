"""The labels of rows in sentences: with the label of their group in front (`（三）不予公开1.属于国家秘密`), which a table prints beside.

Belongs here: setting the two apart, and whether a label is one of the form at all. Does not belong here: the sentence (rowsentences.py).
"""

from __future__ import annotations

import re

from assets.extract.byname.clauselabels import without_clause
from assets.extract.byname.leaves import SURE
from assets.extract.labelmatcher import LabelMatcher, row_matcher
from assets.extract.labels import number_of, squash
from schemas.form import Form, Table

# A group's label ends where the number of the row's begins.
_NUMBERED = re.compile(r"(\([一二三四五六七]\)[^0-9()]{2,12})((?:[0-9][.、:,)]|\([0-9]\)).{2,60})")
# What may stand between the label of a group and that of its row.
_BETWEEN = ":：-—/·的中之"


def with_group_apart(label: str, form: Form) -> str:
    """The label, a path where the label of a group stands in front of that of one of its rows."""
    return next((path for table in form.tables if (path := _path(label, form, table))), label)


def is_row_label(label: str, form: Form) -> bool:
    """Whether a label is one of the form's to the letter, its clause or its group in front of it or not."""
    apart = with_group_apart(label, form)
    return any(
        _is_sure(row_matcher(form.id, table.no), without_clause(apart, form, table)) for table in form.tables
    ) or any(
        block.clause and squash(block.clause.zh) == squash(label) for t in form.tables for block in t.blocks
    )


def _path(label: str, form: Form, table: Table) -> str | None:
    matcher = row_matcher(form.id, table.no)
    text = squash(label)
    if _is_sure(matcher, text):
        return None
    groups = _groups(table)
    for wording, group in groups:
        rest = text.removeprefix(wording).lstrip(_BETWEEN)
        if rest == text or not rest:
            continue
        if match := matcher.match(f"{wording}/{rest}"):
            return f"{wording}/{rest}" if _is_of(match.key, group, table) else None
        # the label of a group within it may stand in front of the row's, too
        for inner, within in groups:
            last = rest.removeprefix(inner).lstrip(_BETWEEN)
            if last != rest and last and (match := matcher.match(f"{inner}/{last}")):
                is_of_both = _is_of(match.key, group, table) and _is_of(match.key, within, table)
                return f"{inner}/{last}" if is_of_both else None
    # a letter of the group's label may be another, but not its number
    if found := _NUMBERED.fullmatch(text):
        head, rest = found.groups()
        like = [w for w, _ in _groups(table) if number_of(w) == number_of(head)]
        if len(like) == 1 and sum(a != b for a, b in zip(like[0], head, strict=False)) == 1:
            path = f"{like[0]}/{rest}"
            return path if len(like[0]) == len(head) and matcher.match(path) else None
    return None


def _groups(table: Table) -> list[tuple[str, str]]:
    """The wordings of groups of rows, the longest first, with their keys."""
    own = {row.parent for row in table.rows if row.parent}
    words = [(squash(w), g.key) for g in table.groups if g.key in own for w in g.wordings]
    return sorted(words, key=lambda word: (-len(word[0]), word[0]))


def _is_of(row: str, group: str, table: Table) -> bool:
    return any(g.key == group for g in table.ancestors(row))


def _is_sure(matcher: LabelMatcher, label: str) -> bool:
    match = matcher.match(label)
    return match is not None and match.score >= SURE
