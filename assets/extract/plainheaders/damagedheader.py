"""A plain header in which a word or two are damaged (息计, 会公益组织) while all others stand in the order of the form.

A scanner that misreads a letter moves no column: where each word stands in its place, a damaged one there that is still most
of its label, or half of a short one, is that label. Does not belong here: words in another order, and words that are not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assets.extract.labels import squash
from schemas.form import Column, Table

_MOST_DAMAGED = 2
_FIRST_LABEL = re.compile(r"[一1l][、.．]")
_WORDS = re.compile(r"\S+")
_LETTERS_APART = re.compile(r"\s*\S \S \S(?:\s|$)")

# A word with its line and where it begins and ends there.
_Word = tuple[str, int, int, int]


def mended(lines: list[str], table: Table, columns: Sequence[Column]) -> list[str]:
    """The lines with the labels of columns in place of their damaged words; as they are where that leaves a doubt."""
    if len(table.blocks) != 1 or table.one_row:
        return lines
    words = _words(lines, table)
    for labels in _orders(table, tuple(columns)):
        damaged = _damaged([word for word, *_ in words], labels)
        if damaged:
            out = list(lines)
            for at in sorted(damaged, reverse=True):
                _, line, start, end = words[at]
                out[line] = out[line][:start] + labels[at] + out[line][end:]
            return out
    return lines


@cache
def _orders(table: Table, columns: tuple[Column, ...]) -> tuple[tuple[str, ...], ...]:
    """The words of the header as they follow each other: row by row, or each column below what spans it."""
    groups = {group.key: squash(group.zh) for group in table.groups}
    top: list[str] = []
    below: list[str] = []
    flat: list[str] = []
    for column in columns:
        name = squash(column.zh)
        span = groups.get(column.group or "")
        if span is not None and span not in top:
            top.append(span)
            flat.append(span)
        (top if span is None else below).append(name)
        flat.append(name)
    return (tuple(top + below), tuple(flat))


def _words(lines: Sequence[str], table: Table) -> list[_Word]:
    """The words between the title over the columns and the label of the first row; pieces of one label in one."""
    names = {squash(w) for label in (*table.columns, *table.groups) for w in label.wordings}
    found: list[_Word] = []
    begun = False
    for number, line in enumerate(lines):
        if _LETTERS_APART.match(line):
            # the corner, the note or the first row's label, letter by letter: labels have been put together
            text = squash(line)
            if begun and _FIRST_LABEL.match(text):
                return found
            if table.header in text or (table.note and squash(table.note)[:4] in text):
                found, begun = [], True
                continue
        for match in _WORDS.finditer(line):
            word = squash(match[0])
            if table.header in word or (table.note and squash(table.note)[:4] in word):
                found, begun = [], True
                continue
            if not begun:
                continue
            if _FIRST_LABEL.match(word):
                return found
            found.append((word, number, match.start(), match.end()))
            before = found[-2] if len(found) > 1 and found[-2][1] == number else None
            if before is not None and before[0] + word in names and before[0] not in names:
                found[-2:] = [(before[0] + word, number, before[2], match.end())]
    return found


def _damaged(words: Sequence[str], labels: Sequence[str]) -> list[int]:
    """Where a damaged word stands for its label; none where others do not stand in their places, or it may be another's."""
    if len(words) != len(labels):
        return []
    at = [n for n, (word, label) in enumerate(zip(words, labels, strict=True)) if word != label]
    if not 0 < len(at) <= _MOST_DAMAGED or any(words[n] in labels for n in at):
        return []
    for n in at:
        own = _alike(words[n], labels[n])
        others = [_alike(words[n], labels[other]) for other in range(len(labels)) if other != n]
        if 2 * own < len(labels[n]) or own <= max(others) or len(words[n]) > len(labels[n]) + 1:
            return []
    return at


def _alike(word: str, label: str) -> int:
    """How many letters of a label a word has, in their order."""
    best = [0] * (len(label) + 1)
    for letter in word:
        row = [0]
        for n, other in enumerate(label):
            row.append(max(row[n], best[n + 1], best[n] + (letter == other)))
        best = row
    return best[-1]
