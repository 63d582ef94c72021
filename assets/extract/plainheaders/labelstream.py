"""The labels of a plain header one after the other as the text gives them, put together from the pieces that lines break them into.

Belongs here: the stream of whole labels of a header that holds nothing else (`tiled`), and of the pieces that can be told in any other
(`pieces_of`). What their order says of the columns is asked in printedorder.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import Column, Table

# Stands for the label of a group.
GROUP = "|"
# Letters of a note's piece; of a row's label behind the header.
_LEAST_NOTE = 2
# The words of no header are more.
_MOST_WORDS = 160
# Words that may begin the first label.
_MOST_BEGINS = 6
_HEADERS = 200
_WORD = re.compile(r"\S+")
_NUMBERED = re.compile(r"[(（]?[一二三四五六七八九十\d]+[)）、.．]|[①-⑳⑴-⒛㈠-㈩]")


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a header: its column (GROUP for a group's), the lines on which it begins and ends, and on how many it stands."""

    key: str
    first: int
    last: int
    lines: int


@dataclass(frozen=True, eq=False)
class Wordings:
    """What a header prints: the key of each wording, and the texts beside its labels."""

    keys: dict[str, str]
    beside: tuple[str, ...]
    behind: tuple[str, ...]
    official: dict[str, str]
    columns: int


def wordings_of(table: Table, columns: Sequence[Column]) -> Wordings:
    """What the header of a block may print."""
    return _wordings_of(table, tuple([c.key for c in columns]))


@lru_cache(maxsize=_HEADERS)
def _wordings_of(table: Table, columns: tuple[str, ...]) -> Wordings:
    own = [c for c in table.columns if c.key in columns]
    groups = {c.group for c in own if c.group}
    keys = {squash(w): GROUP for g in table.groups if g.key in groups for w in g.wordings}
    keys |= {squash(w): c.key for c in own for w in c.wordings}
    notes = [squash(table.note)] if table.note else []
    notes += [note.replace("勾稽", "钩稽") for note in notes]
    beside = [*notes, squash(table.zh), *map(squash, table.aliases), squash(table.header), *CORNERS]
    behind = [
        squash(w) for label in (*table.rows, *table.groups) for w in label.wordings if squash(w) not in keys
    ]
    official = {c.key: squash(c.zh) for c in own}
    official |= dict.fromkeys([GROUP], next((squash(g.zh) for g in table.groups if g.key in groups), ""))
    return Wordings(keys, tuple(beside), tuple(behind), official, len(own))


def tiled(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> list[Label]:
    """The labels of a header from its first to its last, where its lines hold nothing but them; none where they do not.

    What stands above may be anything but labels, and the first row's label may begin behind them.
    """
    told = wordings_of(table, columns)
    words = _words(lines, told)
    if len(words) > _MOST_WORDS:
        return []
    labels = tuple(told.keys)
    begins = (
        i
        for i, (_, text) in enumerate(words)
        if text.startswith(labels) or any(label.startswith(text) for label in labels)
    )
    for begin in islice(begins, _MOST_BEGINS):
        found = _from(words[begin:], told)
        if len(found) >= told.columns:
            return found
    return []


def _from(words: Sequence[tuple[int, str]], told: Wordings) -> list[Label]:
    """The labels that some words make up to the last letter; none where they do not."""
    letters = "".join(text for _, text in words)
    line_of = [line for line, text in words for _ in text]
    found: list[Label] = []
    at = 0
    while at < len(letters):
        key, end = _next(letters, at, told)
        if not key:
            break
        found.append(Label(key, line_of[at], line_of[end - 1], len({*line_of[at:end]})))
        at = end
    return found if at == len(letters) or _is_of_row(letters[at:], told) else []


def _is_of_row(letters: str, told: Wordings) -> bool:
    """Whether letters behind a header are the label of its first row: that has a number, or is one of the form's."""
    return bool(_NUMBERED.match(letters)) or any(
        w.startswith(letters) or letters.startswith(w) for w in told.behind
    )


def _next(letters: str, at: int, told: Wordings) -> tuple[str, int]:
    """The label at a place, the longest that leaves another or the end of the header behind it."""
    fits = sorted((w for w in told.keys if letters.startswith(w, at)), key=len, reverse=True)
    for wording in fits:
        end = at + len(wording)
        rest = letters[end:]
        if not rest or any(rest.startswith(w) for w in told.keys) or _is_of_row(rest, told):
            return told.keys[wording], end
    return "", at


def _words(lines: Sequence[str], told: Wordings) -> list[tuple[int, str]]:
    """The words of a header with their lines, without its corner and its note, and without what merged cells print again."""
    return [(line, word) for line, _, word in header_tokens(lines, told)]


def header_tokens(lines: Sequence[str], told: Wordings) -> list[tuple[int, int, str]]:
    """`_words`, each also with its place on the line."""
    found: list[tuple[int, int, str]] = []
    last = ""
    for number, line in enumerate(lines):
        text = squash(line)
        if not text or is_furniture(line):
            continue
        if text in told.beside or any(len(text) >= _LEAST_NOTE and text in b for b in told.beside):
            last = ""
            continue
        if text == last and text in told.keys:
            continue  # a merged cell
        last = text
        words = [(word.start(), squash(word[0])) for word in _WORD.finditer(line)]
        found += [(number, x, word) for x, word in words if word not in told.beside]
    return found
