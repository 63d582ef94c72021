"""Words that stand upright in a cell behind a tab, a letter a paragraph: blank lines within one cell, and none between rows.

    <tab>自

    然

    人

Where the letters are the name of a column they are put into one line. Does not belong here: letters without blank lines
between them, which go on in their cell anyway (tabcells.py).
"""

from __future__ import annotations

from functools import cache

from assets.extract.labels import squash
from assets.extract.memory import remembering
from schemas.form import forms

# Letters of one paragraph.
_MOST_LETTERS = 2


@cache
def _names() -> frozenset[str]:
    """The names of columns and of what stands above several."""
    labels = (
        label
        for form in forms().values()
        for table in form.tables
        for label in (*table.columns, *table.groups, *(table.rows if table.one_row else ()))
    )
    return frozenset(squash(wording) for label in labels for wording in label.wordings)


@cache
def _first_letters() -> frozenset[str]:
    return frozenset(name[0] for name in _names())


@remembering
def _begins_name(line: str) -> bool:
    """Whether the first letters of a name are all that a cell holds."""
    letters = line[1:].strip()
    return 0 < len(letters) <= _MOST_LETTERS and letters[0] in _first_letters()


def with_words_in_line(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with each upright word in one, and the number of each before, from 1; None where there is no such word."""
    joined: dict[int, tuple[str, int]] = {}
    for at, line in enumerate(lines):
        if line[:1] == "\t" and _begins_name(line):
            word, end = _word(lines, at)
            if end > at + 1:
                joined[at] = word, end
    if not joined:
        return lines, None
    out: list[str] = []
    numbers: list[int] = []
    at = 0
    while at < len(lines):
        word, end = joined.get(at, ("", at + 1))
        out.append(f"\t{word}" if word else lines[at])
        numbers.append(at + 1)
        at = end
    return out, numbers


def _word(lines: list[str], at: int) -> tuple[str, int]:
    """The longest name whose paragraphs begin on a line with a blank line between each, and the line after its end."""
    word, end, n = squash(lines[at]), at + 1, at + 1
    text = word
    while n + 1 < len(lines) and not lines[n].strip():
        letters = lines[n + 1].strip()
        if not 0 < len(letters) <= _MOST_LETTERS or lines[n + 1].startswith("\t"):
            break
        text += squash(letters)
        n += 2
        if text in _names():
            word, end = text, n
    return word, end
