"""Explanations in brackets that go on over several lines of a header: a line amid one is no column's name.

`本年增/减（指项目数`, `量比上年增减，减用` and `负值表示，如-8）` below each other are one cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_WORD = re.compile(r"\S+")
_OPEN, _CLOSED = re.compile(r"[（(][^（(）)]*$"), re.compile(r"^[^（(）)]*[)）]")
_BRACKET = re.compile(r"[（()）]")
# Lines of one cell above and below.
_MOST = 4
# A short one that names a year may be a column's name.
_YEAR, _LEAST_LETTERS = "年", 9
# An explanation whose letters stand apart by one space each, and one that the end of a line breaks: what the line and the next one have.
_SPACED = re.compile(r"[（(](?: [^\s（()）]{1,3}+){2,60}+ [)）]")
_BROKEN, _REST = (
    re.compile(r"[（(](?: ?[^\s（()）]){1,60}+\s*$"),
    re.compile(r"\s*(?:[^\s（()）] ?){1,60}+[)）]\s*"),
)


def without_glosses(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a header, blank where an explanation stands in brackets, its letters apart or broken by the end of a line.

    The second half of a broken one stands alone on the next line that is not blank.
    """
    if not any("（" in line or "(" in line for line in lines):
        return lines
    out = [_SPACED.sub(_blank, line) for line in lines]
    written = [at for at, line in enumerate(out) if line.strip()]
    for at, below in pairwise(written):
        opened = _BROKEN.search(out[at])
        if opened and opened.start() and _REST.fullmatch(out[below]):
            out[at], out[below] = out[at][: opened.start()], ""
    return out


def _blank(gloss: re.Match[str]) -> str:
    letters = gloss[0].replace(" ", "")
    return gloss[0] if _YEAR in letters and len(letters) < _LEAST_LETTERS else " " * len(gloss[0])


def inside_gloss(lines: Sequence[str], at: int, index: int) -> bool:
    """Whether word `index` of line `at` stands below a bracket that is open and above one that closes it."""
    word = list(_WORD.finditer(lines[at]))[index]
    if _BRACKET.search(word[0]):
        return False
    above, below = lines[max(0, at - _MOST) : at][::-1], lines[at + 1 : at + 1 + _MOST]
    return _meets(above, word, _OPEN) and _meets(below, word, _CLOSED)


def _meets(lines: Sequence[str], word: re.Match[str], bracket: re.Pattern[str]) -> bool:
    """Whether the first word with a bracket that stands on the next lines in the place of a word has such a one."""
    for line in lines:
        near = [w for w in _WORD.finditer(line) if w.start() < word.end() and w.end() > word.start()]
        if not near:
            if line.strip():
                continue
            return False
        if any(_BRACKET.search(w[0]) for w in near):
            return len(near) == 1 and bool(bracket.search(near[0][0]))
    return False
