"""Tables that a report appends below its end under the bare name of another body: 青岚县档案馆, and below it the titles of its tables.

Where the report's own tables are withheld, or printed in another shape, those would be taken for them. A line that is a body's name and
nothing else says whose tables follow only where the next line is the title of a table; a signature has its date there.
Belongs here: which lines are such an annex. Does not belong here: captions that say a word more (others.py, announced.py), other
reports in the text (several.py).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.sections import LAST_SECTIONS, headings, whole_heading
from assets.extract.whose.evidence import Identity
from assets.extract.whose.names import is_own_name, is_same_body
from assets.extract.whose.titles import ORG
from assets.extract.wordlines import word_lines
from schemas.whose import WORDS

_LEAST, _LONGEST = 4, 24
_AROUND = "#*|\"', :()"
# Sections that are titles of tables.
_TABLES = (2, 3, 4)


def annexed(lines: list[str], whose: Callable[[], Identity]) -> list[tuple[int, int, str]]:
    """The stretches of lines (first, end, name) that follow another body's name below the end of the report."""
    heads = headings(lines, set())
    last = max((line for line, no in heads if no in LAST_SECTIONS), default=None)
    if last is None:
        return []
    named = _named(lines, last)
    if not named:
        return []
    identity = whose()
    agencies = {each.value for each in (identity.agency, identity.signature) if each}
    if not agencies:
        return []
    starts = [line for line, _ in named] + [len(lines) + 1]
    return [
        (line, end, name)
        for (line, name), end in zip(named, starts[1:], strict=True)
        if not any(is_same_body(name, own) or name in own or own in name for own in agencies)
    ]


def _named(lines: Sequence[str], last: int) -> list[tuple[int, str]]:
    """The lines below the heading on line `last` that are a body's name above the title of a table, and the name."""
    words = [(number, line) for number, line in word_lines(lines) if number > last]
    found = []
    for (number, line), (_, below) in pairwise(words):
        if len(line) > 4 * _LONGEST or whole_heading(below) not in _TABLES:
            continue
        text = squash(line).strip(_AROUND)
        kind, colon, rest = text.partition(":")
        is_under = bool(colon) and any(word in kind for word in WORDS.under_body)
        name = rest if is_under else text
        if _LEAST <= len(name) <= _LONGEST and ORG.search(name) and is_own_name(name):
            found.append((number, name))
    return found
