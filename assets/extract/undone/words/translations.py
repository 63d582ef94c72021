"""English words behind Chinese ones, as reports in two languages print their labels: `规章 Regulations`, `总计\nTotal`.

They are taken off where many labels have them, so that a label is what the form prints; whole lines of English stay.
Where columns are set by spaces, spaces fill their place. Does not belong here: readings of characters (spacing.py).
"""

from __future__ import annotations

import re

from assets.extract.labels import squash
from assets.extract.numbers import EMPTY_WORDS

_EMPTY = "|".join(sorted((re.escape(w) for w in EMPTY_WORDS if w.isalpha()), key=len, reverse=True))
# Words of letters, the first with a capital one; a mark between two of them has a space behind it.
_WORDS = (
    rf"(?:[IVX]{{1,4}}\. )?(?!(?:{_EMPTY})\b)[A-Z][A-Za-z'’-]{{2,}}+"
    r"(?:(?:,? | & |/)[(]?[A-Za-z'’-]++[)]?)*+\.?"
)
_HAN = r"(?<=[\u3400-\u9fff）”])"
# What may stand between the two, if anything, and what ends the second: the end of a line or a cell, or a figure.
_BETWEEN = r"(?:[ \u00a0/／]|<br ?/?>|</?(?:span|font|b|i|em|p)(?:\s[^<>]{0,300})?>){0,6}+"
_END = r"(?= {2}|[ \u00a0]*+(?:$|[|｜│\t<\"'&,;}\]\\*#]|[-+]?[0-9/]))"
_TRANSLATION = re.compile(f"{_HAN}(?P<between>{_BETWEEN})(?P<words>{_WORDS}){_END}")
# On a line with many of them also a space: a whole table may stand on it.
_ON_LONG_LINE = re.compile(rf"{_HAN}(?P<between>[ \u00a0])(?P<words>{_WORDS})(?=[ \u00a0]|$)")
_IN_CELL = re.compile(r"([\u3400-\u9fff）”]\s*)\s[A-Za-z][A-Za-z'’,&()/.\s-]{3,80}$")
_NUMBER = re.compile(r"^\(?[0-9]{1,2}[.、)]")
_GAP = re.compile(r"\S {2,}\S")
_GOES_ON = re.compile(r"\s*[a-z][A-Za-z ]*\"|\s*[a-z]+(?: [A-Za-z]+)*\s*$")
_LATIN = re.compile("[A-Z][a-z]")
_LONG = 500
# So many labels are no chance.
_LEAST, _LEAST_ON_LINE = 6, 12


def without_translations(lines: list[str]) -> list[str]:
    """The lines without English words behind Chinese labels, where many labels have them."""
    if not _LATIN.search("\n".join(lines)):
        return lines
    found: set[str] = set()
    for line in lines:
        if _LATIN.search(line) and not line.isascii():
            found.update(match["words"] for match in _TRANSLATION.finditer(line))
    if len(found) < _LEAST:
        return lines
    below = [*lines[1:], ""]
    return [
        _without(line, _GOES_ON.match(next_line) is not None)
        if not line.isascii() and _LATIN.search(line)
        else line
        for line, next_line in zip(lines, below, strict=True)
    ]


def _without(line: str, goes_on: bool) -> str:
    """The line without them; words that go on below, in the same cell, are left to it."""
    if goes_on and (last := re.search(f"{_HAN}[^\u3400-\u9fff]*$", line)):
        return _without(line[: last.start()], False) + line[last.start() :]
    if "<" not in line and "|" not in line and _GAP.search(line):
        return _TRANSLATION.sub(lambda found: " " * len(found[0]), line)
    if len(line) > _LONG and len(_ON_LONG_LINE.findall(line)) >= _LEAST_ON_LINE:
        line = _ON_LONG_LINE.sub("", line)
    return _TRANSLATION.sub(lambda found: found["between"].strip(" \u00a0/／"), line)


def chinese_label(text: str) -> str:
    """The label of a cell without the English words below it."""
    if text.isascii() or not _LATIN.search(text.replace("\n", "")):
        return text
    if any(c.isdigit() for c in _NUMBER.sub("", squash(text), count=1)):
        return text
    return _IN_CELL.sub(r"\1", text).rstrip() if _IN_CELL.search(text) else text
