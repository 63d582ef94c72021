"""Labels of two rows of a table in one text: `规章、规范性文件`, `规章行政规范性文件`. What stands beside them is of both.

An agency that has one figure for both rows joins their labels, and a program that drops the line breaks within a cell sets two labels, and
the figures of both rows, one behind the other. Belongs here: labels of few letters, which may stand in another's by chance. Does not
belong here: labels of more letters (labelmatcher.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from assets.extract.labels import normalize, squash, strip_numbering
from schemas.meaning import TURNS
from schemas.whose import any_of

_FEW = 3
_JOINT = rf"(?:[、,/;+&|和及与]|{any_of(TURNS.joining)})"
_BRACKETED = re.compile(r"\([^()]*\)")
# A bracket that adds a row: （含规章）.
_ADDED = rf"\((?:{any_of(TURNS.adding)}|{_JOINT})(?P<label>[^()]{{2,12}}?)(?:在内|等)?\)"
_ADDS = re.compile(_ADDED)


def has_two_rows(text: str, own: Collection[str], others: Collection[str]) -> bool:
    """Whether a text like a label (`own`: its wordings as they are compared) has the whole label of another row of few letters, too.

    The other's stands behind or before a sign or a word that joins, or nothing else stands beside the two.
    """
    narrow = strip_numbering(squash(text))
    if not any(label in narrow for label in others):
        return False
    if any(normalize(found["label"]) in others for found in _ADDS.finditer(narrow)):
        return True
    bare = _BRACKETED.sub("", narrow)
    for label in others:
        if len(label) > _FEW or label not in bare:
            continue  # more letters are none by chance, however they stand there
        if bare.removeprefix(label) in own or bare.removesuffix(label) in own:
            return True
        if re.search(rf"(?:^|{_JOINT}){label}{_JOINT}|{_JOINT}{label}(?:$|{_JOINT})", bare):
            return True
    return False
