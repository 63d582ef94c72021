"""Lines in which every figure stands behind the name of its column: `一、本年新收…：自然人 605 商业企业 4 … 总计 659`.

The names of the form's columns are the joints, so that nothing else need stand between a figure and the next name, and a
name with nothing behind it is a blank cell. Does not belong here: names that other signs set apart (keyed.py), and whose the
figures are (named.py).
"""

from __future__ import annotations

import re
from functools import cache

from assets.extract.labels import squash
from assets.extract.memory import remembering
from schemas.form import forms

_COLON = re.compile(r"\s*[:：]\s*")
# What stands about a cell; a longer text between two names is none.
_ABOUT, _LONGEST_CELL = " \t\u3000\xa0\r，、；;,。:：=", 16
_GLOSS = r"(?:[（(][^（()）]{1,30}[)）])?"


@remembering
def named_columns(text: str) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """The label of a line and its columns with their figures; None where anything else stands in it.

    A column that is named twice is that of another row, which shares the line.
    """
    for colon in _COLON.finditer(text):
        label = text[: colon.start()].strip()
        found = list(_name().finditer(text, colon.end()))
        if not label or not found or found[0].start() > colon.end():
            continue
        ends = [*(name.start() for name in found[1:]), len(text)]
        cells = [text[name.end() : end].strip(_ABOUT) for name, end in zip(found, ends, strict=True)]
        names = [name[0] for name in found]
        if max(map(len, cells)) > _LONGEST_CELL or len(set(names)) < len(names):
            return None
        return label, tuple(zip(names, cells, strict=True))
    return None


def words_behind(text: str) -> tuple[str, str] | None:
    """The name of a column and the words right behind it (`其他组织详见附件`), or the unit; None where a text begins with none, or has a digit."""
    found = _begin().match(text)
    if found is None or not found["words"] or len(found["words"]) > _LONGEST_CELL:
        return None
    return None if any(map(str.isdigit, found["words"])) else (found["name"], found["words"])


@cache
def _begin() -> re.Pattern[str]:
    """The name of a column and what stands behind it."""
    return re.compile(rf"(?P<name>(?:{_every()})(?:(?<=其他)组织)?{_GLOSS})\s*[:：=为]?\s*(?P<words>.*)")


@cache
def _name() -> re.Pattern[str]:
    """The name of a column of any form, as a word of its own or right behind a figure, with its gloss."""
    return re.compile(rf"(?<![\u3400-\u9fff])(?:{_every()}){_GLOSS}(?=[\s:：=]|[0-9-]|$)")


def _every() -> str:
    tables = [table for form in forms().values() for table in form.tables]
    names = {squash(w) for table in tables for column in table.columns for w in column.wordings}
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
