"""Labels of a header with a space inside, `法 律服务机构`: one word, and not the first letters of one and the rest of another.

Belongs here: putting such labels together on their line. Does not belong here: labels broken over lines (stackedheader.py),
and those that run into each other (headerwords.pieces_apart).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from assets.extract.labels import has_one_wrong_letter, squash
from assets.extract.memory import remembering
from schemas.form import Column, Label

_WORD = re.compile(r"\S+")
_GAP = re.compile(r"(?:^|\S)(?: {2,}|\t|\u3000{2,})\S")
_SPACE = re.compile(r"[ \u3000\xa0]")
_ONE_SPACE = re.compile(rf"\S{_SPACE.pattern}\S")
# Pieces of a label; letters of one that is known though one of them is wrong.
_MOST, _LEAST_DAMAGED = 7, 5


def whole_labels(lines: Sequence[str], columns: Sequence[Column], groups: Sequence[Label] = ()) -> list[str]:
    """The lines of a header with whole labels; where no line is set out by spaces, one stands between two words.

    Labels of `groups` are put together where one stands alone on its line; beside others only whole words tell where it stands.
    """
    if not any(map(_GAP.search, lines)):
        lines = [" ".join(line.split()) for line in lines]
    return [*map(_in_whole_labels(tuple(columns), tuple(groups)), lines)]


@cache
def _in_whole_labels(columns: tuple[Column, ...], groups: tuple[Label, ...]) -> Callable[[str], str]:
    """A line of a header with whole labels, for columns and groups of the form."""
    labels = {squash(w) for column in columns for w in column.wordings}
    spans = {squash(w) for group in groups for w in group.wordings}

    @remembering
    def whole(line: str) -> str:
        if not _ONE_SPACE.search(line):
            return line
        return _with_whole_labels(line, spans if _is_alone(line, spans) else labels)

    return whole


def _is_alone(line: str, labels: set[str]) -> bool:
    """Whether a line holds nothing but one of some labels, a letter of it wrong perhaps."""
    whole = squash(line)
    return whole in labels or (len(whole) >= _LEAST_DAMAGED and _is_near(whole, labels))


def _is_near(whole: str, labels: set[str]) -> bool:
    size = len(whole)
    return any(has_one_wrong_letter(whole, of) for of in labels if len(of) == size)


def _with_whole_labels(line: str, labels: set[str]) -> str:
    """The line, each label whose pieces one space parts in one piece; where places count, what stands behind it keeps its own."""
    words = list(_WORD.finditer(line))
    is_spaced = _GAP.search(line) is not None
    out, end = "", 0
    at = 0
    while at < len(words):
        sizes = range(min(_MOST, len(words) - at), 1, -1)
        size = next((n for n in sizes if _is_one(line, words[at : at + n], labels)), 1)
        whole = "".join(word[0] for word in words[at : at + size])
        start, stop = words[at].start(), words[at + size - 1].end()
        out += line[end:start] + (whole.ljust(stop - start) if is_spaced else whole)
        end = stop
        at += size
    return out + line[end:]


def _is_one(line: str, words: Sequence[re.Match[str]], labels: set[str]) -> bool:
    """Whether words with one space between them are the pieces of one label, and none is a label itself."""
    gaps = [line[a.end() : b.start()] for a, b in pairwise(words)]
    if not all(map(_SPACE.fullmatch, gaps)):
        return False
    texts = [squash(word[0]) for word in words]
    return labels.isdisjoint(texts) and _is_alone("".join(texts), labels)
