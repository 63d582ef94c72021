"""Bold letters that a page makes by striking twice, so that a converter finds them twice: `南南浔浔镇镇人人民民政政府府`, or a line and the same again.

Titles and headings are told by that. What says how a figure is printed is left as it is: a line with figures beside doubled words, and the
label of a row, whose figures may be struck twice, too. Belongs here: letters and lines that a text with headings struck twice has
double. Does not belong here: names that stand twice in a title (whose/), rows printed twice (rows/twice).
"""

from __future__ import annotations

import re
from itertools import pairwise

from assets.extract.undone.words.brokenlabels import is_label

_HAN = re.compile("[\u3400-\u9fff]")
_HEADING = re.compile(r"[一二三四五六][、．.]\s*\S")
# So many letters of a word, and so many lines, that stand double are no slips; the shortest line that is taken for a copy.
_LEAST_LETTERS, _LEAST_LINES, _SHORTEST = 2, 3, 3


def without_second_strikes(lines: list[str]) -> list[str]:
    """The lines, those of doubled letters with each letter once."""
    single = [_struck_once(line) for line in lines]
    is_struck = sum(a != b for a, b in zip(single, lines, strict=True)) >= _LEAST_LINES
    return single if is_struck else lines


def without_second_lines(lines: list[str]) -> list[str]:
    """The lines, blank where they repeat the one above, in a text whose headings do."""
    copies = _copies(lines)
    is_struck = sum(bool(_HEADING.match(lines[at].strip())) for at in copies) >= _LEAST_LINES
    return ["" if at in copies else line for at, line in enumerate(lines)] if is_struck else lines


def _struck_once(line: str) -> str:
    """A line all of whose words have each letter twice, with each once; any other as it is."""
    words = line.split()
    if not words or not all(map(_is_double, words)):
        return line
    once = " ".join(word[::2] for word in words)
    indent = line[: len(line) - len(line.lstrip())]
    return line if is_label(once) else indent + once


def _is_double(word: str) -> bool:
    return (
        len(word) % 2 == 0
        and word[::2] == word[1::2]
        and len(word) >= 2 * _LEAST_LETTERS
        and bool(_HAN.search(word))
        and len(set(word)) > 1
    )


def _copies(lines: list[str]) -> set[int]:
    """The lines that repeat the line of words above, blank lines aside."""
    written = [(at, text) for at, line in enumerate(lines) if (text := line.strip())]
    return {
        below
        for (_, first), (below, second) in pairwise(written)
        if first == second and len(_HAN.findall(second)) >= _SHORTEST and not is_label(second)
    }
