"""Figures above the title of their table, whose labels stand below it once more: those are of another table.

Belongs here: telling that by labels and titles. Tables that captions give to others are set aside before (others.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assets.extract.chain import Link
from assets.extract.labels import normalize, squash
from assets.extract.memory import remembering, remembering_lines
from assets.extract.numbers import looks_like_figure
from schemas.form import Table

# So many labels without figures are those of the table itself.
_LEAST_ALONE = 2


def detached(links: Sequence[Link], lines: list[str], table: Table) -> list[tuple[Link, int]]:
    """The rows above the title of the table whose labels stand alone below it, each with that line; none where few."""
    start = links[0].candidate.line_end
    names = tuple(squash(name) for name in (table.zh, *table.aliases))
    # the numbered heading of the table; captions of other tables may end like one
    title = next((n for n, text in _numbered(lines) if n >= start and text.endswith(names)), None)
    if title is None:
        return []
    written = [(n, text) for n, line in enumerate(lines[title:], title + 1) if (text := line.strip())]
    alone = {
        normalize(text): n
        for (n, text), (_, after) in pairwise([*written, (0, "")])
        if not looks_like_figure(after)
    }
    found = []
    for link in links:
        again = [alone[w] for w in map(normalize, table.rows[link.row].wordings) if w in alone]
        if again and link.candidate.line <= title:
            found.append((link, again[0]))
    return found if len(found) >= _LEAST_ALONE else []


@remembering_lines
def _numbered(lines: Sequence[str]) -> list[tuple[int, str]]:
    """(index, squashed text) of the lines that begin with a number like 二、."""
    return [(n, text) for n, line in enumerate(lines) if "、" in line and (text := _with_number(line))]


@remembering
def _with_number(line: str) -> str:
    """A line squashed; empty where it does not begin so."""
    text = squash(line)
    return text if text[1:2] == "、" else ""
