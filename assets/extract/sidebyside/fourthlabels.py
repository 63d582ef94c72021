"""What the cells of a header name of table 4, though they do not spell it as the form does.

A label may have its English behind it, letters that were lost on the way (U+FFFD), or a wrong letter or two. Belongs here: which label of
the form such a cell is. Does not belong here: what the order of the labels says (sideways.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.labelmatcher import LabelMatcher
from assets.extract.labels import squash
from schemas.form import Table

_LOST = "\ufffd"
# A label with letters of another alphabet behind it.
_GLOSSED = re.compile(r"([\u3400-\u9fff()]{2,24})[/(]?[A-Za-z][A-Za-z'’,./()-]{2,80}")
# So many letters of a label are left where others are lost.
_LEAST_LEFT = 2


def as_labels(texts: Sequence[str], table: Table) -> list[str]:
    """The squashed texts of cells, those that are a label of the table otherwise spelled as the form has it."""
    return [_label(text, table) for text in texts]


@cache
def _label(text: str, table: Table) -> str:
    spelled, own = _spelled(table)
    if not text or text in own:
        return text
    if text in spelled:
        # another wording of a column may be a piece of its label that a narrow cell cut
        is_column = any(spelled[text] == squash(column.zh) for column in table.columns)
        return text if is_column else spelled[text]
    if glossed := _GLOSSED.fullmatch(text):
        bare = glossed[1].rstrip("(")
        if bare in spelled:
            return spelled[bare]
    if _LOST in text:
        named = {spelled[label] for label in spelled if _may_be(text, label)}
        return named.pop() if len(named) == 1 else text
    if any(label in text for label in own):
        return text  # a label with more beside it
    match = _matcher(table).match(text)
    return next((squash(row.zh) for row in table.rows if match and row.key == match.key), text)


@cache
def _spelled(table: Table) -> tuple[dict[str, str], frozenset[str]]:
    """Every wording of a label with the form's, and the form's; one that holds the name of its group stays as it is."""
    labels = (*table.rows, *table.groups, *table.columns)
    groups = [squash(group.zh) for group in table.groups]
    spelled = {
        squash(wording): squash(label.zh)
        for label in labels
        for wording in label.wordings
        if squash(wording) in groups or not any(group in squash(wording) for group in groups)
    }
    return spelled, frozenset(squash(label.zh) for label in labels)


@cache
def _matcher(table: Table) -> LabelMatcher:
    return LabelMatcher(table.rows, table.groups)


def _may_be(text: str, label: str) -> bool:
    """Whether a text is a label of which some letters were lost; each sign stands for one or two."""
    pieces = [piece for piece in text.split(_LOST) if piece]
    if sum(map(len, pieces)) < _LEAST_LEFT:
        return False
    return re.fullmatch(re.escape(text).replace(_LOST, ".{1,2}"), label) is not None
