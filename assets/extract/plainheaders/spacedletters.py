"""Labels of a header whose letters stand apart, `自 然 人 法 人或 其 他 组 织`: each put together where its first letter stands.

What recognises print from pictures sets a space behind many a letter, and some writers of pages behind each. Taken one by one such
letters begin several labels and tell none. Belongs here: lines that end with nothing but whole labels so spaced, or are one with a wrong letter. Does not belong here:
one label with a space inside (spacedlabels.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assets.extract.labels import has_one_wrong_letter, squash

_WORD = re.compile(r"\S+")
# So many words of one letter show that letters stand apart.
_LEAST_APART = 3
# A label alone on its line is known by so many letters though one of them is wrong.
_LEAST_DAMAGED = 5


def put_together(lines: Sequence[str], labels: Collection[str]) -> list[str]:
    """The lines, each that ends with labels whose letters stand apart with these labels whole, at the places of their first letters."""
    return [_with_labels(line, labels) for line in lines]


def _with_labels(line: str, labels: Collection[str]) -> str:
    words = [(word.start(), squash(word[0])) for word in _WORD.finditer(line)]
    if sum(len(text) == 1 for _, text in words) < _LEAST_APART:
        return line
    for at, (start, _) in enumerate(words):
        letters = "".join(text for _, text in words[at:])
        if found := _tiled(letters, labels):
            where = [x for x, text in words[at:] for _ in text]
            out, end = line[:start], 0
            for label in found:
                out = out.ljust(where[end]) + label
                end += len(label)
            return out
    whole = squash(line)
    damaged = [w for w in labels if len(w) >= _LEAST_DAMAGED and has_one_wrong_letter(whole, w)]
    return line[: words[0][0]] + damaged[0] if len(damaged) == 1 else line


def _tiled(letters: str, labels: Collection[str]) -> list[str]:
    """The labels that letters make up to the last, the longest first; none where they do not."""
    found: list[str] = []
    at = 0
    while at < len(letters):
        label = max((w for w in labels if letters.startswith(w, at)), key=len, default="")
        if not label:
            return []
        found.append(label)
        at += len(label)
    return found
