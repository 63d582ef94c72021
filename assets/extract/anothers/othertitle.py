"""Another report's title between the report's own and a table: what follows in a page is a related article, or last year's.

Belongs here: which title the tables stand under. Such tables are the other report's, or in doubt: the report's own were
a picture, or had not been loaded. Does not belong here: where several whole reports begin (several.py).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from assets.extract.whose.evidence import Identity
from assets.extract.whose.names import is_same_body
from assets.extract.whose.reportyear import period_in
from assets.extract.whose.titles import ORG, TAG, Title, titles

# The pieces of the lines between tags, each with the number of its line.
_Pieces = Sequence[tuple[int, str]]


def titles_of_others(
    lines: Sequence[str], first_lines: Collection[int], identity: Identity
) -> dict[int, tuple[int, str]]:
    """The first lines (from 1) of tables that stand under another report's title, each with the line and the words of it."""
    if identity.title_line is None or not first_lines:
        return {}
    start = identity.title_line
    pieces = [
        (number, piece)
        for number, line in enumerate(lines[start - 1 : max(first_lines) - 1], start)
        for piece in (TAG.split(line) if "<" in line else [line])
    ]
    pieces = [
        each for each, text in zip(pieces, map(str.strip, [text for _, text in pieces]), strict=True) if text
    ]
    found = [
        title
        for title in titles([piece for _, piece in pieces])
        if pieces[title.first][0] > start and _says(title, identity)
    ]
    told = {}
    for first in first_lines:
        above = [title for title in found if pieces[title.last][0] < first]
        before = [piece for piece in pieces if piece[0] < first]
        if above and _is_anothers(above, before, identity):
            told[first] = (pieces[above[-1].first][0], above[-1].text)
    return told


def _is_anothers(said: Sequence[Title], pieces: _Pieces, identity: Identity) -> bool:
    """Whether the last of some titles makes what follows another report's.

    Titles of several other reports right below each other are a list of links and say nothing.
    """
    last = said[-1]
    if not _is_other(last, identity):
        return False
    others = [title for title in said[:-1] if _is_other(title, identity) and not _is_same(title, last)]
    if any(title.last == last.first - 1 for title in others):
        return False
    period = period_in([piece for _, piece in pieces[last.last + 1 :]])
    of_its_year = period and identity.year and str(period[0]) == identity.year.value
    return not (of_its_year and _is_by_year_only(last, identity))


def _says(title: Title, identity: Identity) -> bool:
    """Whether a title tells whose report it is, or that it is of another year."""
    return bool(title.agency and ORG.search(title.agency)) or _is_of_other_year(title, identity)


def _is_other(title: Title, identity: Identity) -> bool:
    return _is_of_other_year(title, identity) or not _is_by_same_body(title, identity)


def _is_of_other_year(title: Title, identity: Identity) -> bool:
    return title.year is not None and identity.year is not None and str(title.year) != identity.year.value


def _is_by_same_body(title: Title, identity: Identity) -> bool:
    own = [found.value for found in (identity.agency, identity.signature) if found]
    if not own or not title.agency or not ORG.search(title.agency):
        return True
    return any(is_same_body(title.agency, name) for name in own)


def _is_by_year_only(title: Title, identity: Identity) -> bool:
    return _is_of_other_year(title, identity) and _is_by_same_body(title, identity)


def _is_same(title: Title, other: Title) -> bool:
    return title.year == other.year and is_same_body(title.agency or "", other.agency or "")
