"""Rows retyped as text whose figures stand in a list, `2.重复申请 23、51、0、0、3、0、77`, below a line that says in which order they are.

Their marks become spaces, as other rows of such texts have. Belongs here: rows of exactly as many figures as that line names columns.
Does not belong here: full-width commas that may part thousands; such rows stay as they are.
"""

from __future__ import annotations

import re
from functools import cache

from assets.extract.labels import squash
from schemas.form import forms

_SAYS_ORDER = re.compile("依次|顺序")
_VALUE = r"(?:[0-9]{1,7}|无|[-—/])"
_ROW = re.compile(rf"(.*[^\W\d_][”）)]?\s+)({_VALUE}(?:\s?[，、]\s?{_VALUE})+)[。；;]?\s*")
_THOUSANDS = re.compile(r"(?<![0-9])[1-9][0-9]{0,2}\s?，\s?[0-9]{3}(?![0-9])")
# Rows, headings and blank lines between that line and the last row.
_REACH, _LONGEST = 120, 200


def with_listed_figures_apart(lines: list[str]) -> list[str]:
    """The lines, figures in lists set apart by spaces; the lines themselves where there are none."""
    out, until = lines, -1
    for at, line in enumerate(lines):
        if len(line) > _LONGEST:
            continue
        if _SAYS_ORDER.search(line) and _names_columns(squash(line)):
            until = at + _REACH
        found = _ROW.fullmatch(line) if at <= until else None
        if found is None or ("，" in found[2] and "、" in found[2]) or _THOUSANDS.search(found[2]):
            continue
        values = [value.strip() for value in re.split("[，、]", found[2])]
        if len(values) == len(_columns()):
            out = list(lines) if out is lines else out
            out[at] = found[1] + " ".join(values)
    return out


@cache
def _columns() -> tuple[str, ...]:
    """The names of the columns of a row with applicants, which the forms have alike."""
    (names,) = {tuple(column.zh for column in form.table("3").columns) for form in forms().values()}
    return names


def _names_columns(text: str) -> bool:
    """Whether a line names all columns in the order of the form, each once."""
    places = [text.find(name) for name in _columns()]
    return -1 not in places and places == sorted(places) and all(text.count(name) == 1 for name in _columns())
