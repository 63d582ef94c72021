"""A title that a page prints above a report of another agency: what the report announces of itself contradicts it.

`现公布某局2022年政府信息公开工作年度报告` names agency and year of the report below; a line above it that names another agency and
another year is of another report, where the period or the signature bears the sentence out. Does not belong here: which of
several titles on lines is the report's (owntitle.py), a sentence below a title that names none (identity.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.labels import joined
from assets.extract.whose.names import is_government, is_own_name, is_same_body
from assets.extract.whose.reportyear import period_in
from assets.extract.whose.selfnamed import title_in
from assets.extract.whose.signatures import signature_in
from assets.extract.whose.titles import Title

_LINES = 40
_ANNOUNCED = re.compile(r"(?:公布|发布|公开|公示)了?《?$")


def is_of_another(title: Title, lines: Sequence[str]) -> bool:
    """Whether what the text below a title announces, and its period or signature, name another agency and another year."""
    if title.agency is None or title.year is None:
        return False
    below = [""] * (title.last + 1) + list(lines[title.last + 1 :])
    text = joined(below[: title.last + 1 + _LINES])[0]
    found = title_in(text)
    if found is None or not _ANNOUNCED.search(text[max(0, found[0] - 4) : found[0]]):
        return False
    announced = Title(found[1], ((0, found[1]),))
    name = announced.agency or ""
    if announced.year in (None, title.year) or not (is_own_name(name) or is_government(name)):
        return False
    if is_same_body(name, title.agency):
        return False
    period, (signed, _) = period_in(below), signature_in(below)
    return (period is not None and period[0] == announced.year) or (
        signed is not None and is_same_body(name, signed[1])
    )
