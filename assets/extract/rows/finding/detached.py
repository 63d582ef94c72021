"""Rows that are another's by the text itself: above the title of their table, or under the plain label of a row that is there already.

Belongs here: telling that by labels and titles. Tables that captions give to others are set aside before (others.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from assets.extract.labels import normalize, squash
from assets.extract.memory import remembering, remembering_lines
from assets.extract.numbers import looks_like_figure
from assets.extract.rows.finding.chain import STRONG, Link
from schemas.form import Table

# So many labels without figures are those of the table itself.
_LEAST_ALONE = 2
# A label of the form to the letter, with or without its gloss.
_EXACT = 0.98


def detached(links: Sequence[Link], lines: list[str], table: Table) -> list[tuple[Link, int]]:
    """The rows above the title of the table whose labels stand alone below it, each with that line; none where few.

    A name that columns have as well (其他, 总计) stands alone in every header of cells on lines of their own.
    """
    start = links[0].candidate.line_end
    names = tuple(squash(name) for name in (table.zh, *table.aliases))
    # the numbered heading of the table; captions of other tables may end like one
    title = next((n for n, text in numbered_lines(lines) if n >= start and text.endswith(names)), None)
    if title is None:
        return []
    written = [(n, text) for n, line in enumerate(lines[title:], title + 1) if (text := line.strip())]
    alone = {
        normalize(text): n
        for (n, text), (_, after) in pairwise([*written, (0, "")])
        if not looks_like_figure(after)
    }
    for name in _names_of_columns(table):
        alone.pop(name, None)
    found = []
    for link in links:
        again = [alone[w] for w in map(normalize, table.rows[link.row].wordings) if w in alone]
        if again and link.candidate.line <= title:
            found.append((link, again[0]))
    return found if len(found) >= _LEAST_ALONE else []


def above_title(links: Sequence[Link], lines: list[str], table: Table) -> list[tuple[Link, int]]:
    """The rows above the only numbered title of the table, where others stand below it, each with its line."""
    names = tuple(squash(name) for name in (table.zh, *table.aliases))
    titles = [n for n, text in numbered_lines(lines) if text.endswith(names)]
    above = [link for link in links if titles and link.candidate.line <= titles[0]]
    return [(link, titles[0] + 1) for link in above] if len(above) < len(links) else []


def under_another(links: Sequence[Link]) -> list[tuple[Link, int]]:
    """Rows taken for one that their label is but like, though it is another's to the letter, with the line of that one.

    That one stands further above: of a row right above, the end of the label may stand below its figures.
    """
    by_row = {link.row: link for link in links}
    found: list[tuple[Link, int]] = []
    for link in links:
        options = link.candidate.options
        if link.score >= STRONG or not options or options[0][1] < _EXACT or options[0][0] == link.row:
            continue
        own = by_row.get(options[0][0])
        if own is not None and own.candidate.index < link.candidate.index - 1:
            found.append((link, own.candidate.line))
    return found


@cache
def _names_of_columns(table: Table) -> frozenset[str]:
    return frozenset(normalize(wording) for column in table.columns for wording in column.wordings)


@remembering_lines
def numbered_lines(lines: Sequence[str]) -> list[tuple[int, str]]:
    """(index, squashed text) of the lines that begin with a number like 二、."""
    return [(n, text) for n, line in enumerate(lines) if "、" in line and (text := _with_number(line))]


@remembering
def _with_number(line: str) -> str:
    """A line squashed; empty where it does not begin so."""
    text = squash(line)
    return text if text[1:2] == "、" else ""
