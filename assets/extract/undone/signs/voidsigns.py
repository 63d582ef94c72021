"""Signs for nothing in the rows of a header, where a program printed them for the cells that merged ones cover.

    - | - | - | 总计 | 自然人 | 法人或其他组织 | - | - | - | -

A header has no figures, so that such a sign is a blank cell there, and so may be those right behind a label: of the cells that this
spans. Each becomes a space; lines and columns keep their places. Does not belong here: such signs amid figures, which say that a cell
has none (numbers.py).
"""

from __future__ import annotations

import re
from functools import cache

from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.undone.words.brokenlabels import is_label
from schemas.form import forms

_SIGN = re.compile(r"(?:(?<=[\t|｜,;\"'])|^|(?<= {2}))( ?)[-–—－]( ?)(?=[\t|｜,;\"']|$| {2})")
_BETWEEN = re.compile(r"[\t|｜,;\"'\[\](){}]+|\s{2,}")
# So many signs in one header are no chance.
_LEAST = 2


def without_void_signs(lines: list[str]) -> list[str]:
    """The lines, a space for each such sign in a row of nothing but names of columns, and then for those right behind labels."""
    out = [_blanked(line) if _may_be(line) else line for line in lines]
    if out == lines:
        return lines
    return [_blanked_behind(line) if _SIGN.search(line) else line for line in out]


def _may_be(line: str) -> bool:
    return sum(map(line.count, "-–—－")) >= _LEAST


def _blanked_behind(line: str) -> str:
    """A line of figures without the signs right behind its last label."""
    at = 0
    for sign in _SIGN.finditer(line):
        before = [field for field in _BETWEEN.split(line[at : sign.start()]) if field.strip()]
        if before and not is_label(before[-1]):
            break
        if before or at:
            line = line[: sign.start()] + " " * len(sign.group()) + line[sign.end() :]
            at = sign.end()
    return line


@remembering
def _blanked(line: str) -> str:
    """A line of a header without those signs; any other as it is."""
    fields = [squash(field) for field in _BETWEEN.split(line)]
    words = [field for field in fields if field and field not in "-–—－"]
    if not words or not all(word in _names() for word in words) or all(map(is_label, words)):
        return line
    blanked, count = _SIGN.subn(r"\1 \2", line)
    return blanked if count >= _LEAST else line


@cache
def _names() -> frozenset[str]:
    """What headers of the forms hold: columns, what spans them, and what stands over labels."""
    names: set[str] = set()
    for form in forms().values():
        for table in form.tables:
            names.update(squash(w) for w in (table.header, table.note or "") if w)
            names.update(squash(w) for label in (*table.columns, *table.groups) for w in label.wordings)
            names.update(squash(w) for b in table.blocks if b.clause for w in b.clause.wordings)
            names.update(squash(c.zh) for b in table.blocks for c in b.columns)
    return frozenset(names)
