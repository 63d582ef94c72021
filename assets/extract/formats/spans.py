"""Marks of pandoc around words with properties, `[18]{style="…"}`, taken off: what stood in a column keeps its place.

A figure whose digits a page set in several spans is one: `2[05]{lang="EN-US"}`. The room of the marks is left behind the word that
they stood in, for columns may be told by where they begin. Does not belong here: links and pictures (marks.py), fences
(fences.py).
"""

from __future__ import annotations

import re
from unicodedata import east_asian_width

_PROPERTIES = re.compile(
    r"\]\{(?:[.#][A-Za-z][\w-]*+|[A-Za-z][\w:-]*+=\"[^\"{}]*+\")(?:\s++(?:[.#][A-Za-z][\w-]*+|[A-Za-z][\w:-]*+=\"[^\"{}]*+\"))*+\}"
)
_MARK = re.compile(rf"(?P<end>{_PROPERTIES.pattern})|(?P<open>\[)|(?P<close>\])")
_ENDS = re.compile(r"[ |]")
_LEAST = 3


def without_spans(lines: list[str]) -> list[str]:
    """The lines without such marks, where there are several."""
    marked = [n for n, line in enumerate(lines) if "]{" in line and _PROPERTIES.search(line)]
    if len(marked) < _LEAST:
        return lines
    found = list(lines)
    for n in marked:
        found[n] = _without(lines[n])
    return found


def _without(line: str) -> str:
    taken: list[tuple[int, int]] = []
    open_at: list[int] = []
    for mark in _MARK.finditer(line):
        if mark["open"]:
            open_at.append(mark.start())
        elif mark["close"]:
            open_at = open_at[:-1]
        elif open_at:
            at = open_at.pop()
            taken += [(at, at + 1), mark.span()]
    pieces: list[str] = []
    room, at = "", 0
    for start, stop in [*sorted(taken), (len(line), len(line))]:
        text = line[at:start]
        if room and (end := _ENDS.search(text)):
            text = text[: end.start()] + room + text[end.start() :]
            room = ""
        pieces.append(text)
        room += "".join("\u3000" if east_asian_width(c) in "WF" else " " for c in line[start:stop])
        at = stop
    return "".join(pieces).rstrip() if room else "".join(pieces)
