"""Another report's title between the report's own and a table: what follows in a page is a related article, or last year's.

Belongs here: which title the tables stand under. Such tables are the other report's, or in doubt: the report's own were
a picture, or had not been loaded. Does not belong here: where several whole reports begin (several.py).
"""

from __future__ import annotations

from collections.abc import Sequence

from assets.extract.identity import Identity, period_in
from assets.extract.notown import is_same_body
from assets.extract.titles import ORG, TAG, Title, titles


def title_of_another(lines: Sequence[str], first_line: int, identity: Identity) -> tuple[int, str] | None:
    """Line (from 1) and words of the last title above a table that starts on `first_line`, if it is another report's.

    Titles of several other reports right below each other are a list of links and say nothing.
    """
    if identity.title_line is None:
        return None
    pieces = [
        (number, piece)
        for number, line in enumerate(lines[: first_line - 1], 1)
        for piece in ((TAG.split(line) if "<" in line else [line]) if line.strip() else [])
        if piece.strip()
    ]
    found = [
        title
        for title in titles([piece for _, piece in pieces])
        if pieces[title.first][0] > identity.title_line
    ]
    said = [title for title in found if _says(title, identity)]
    if not said or not _is_other(said[-1], identity):
        return None
    last = said[-1]
    above = [title for title in said[:-1] if _is_other(title, identity) and not _is_same(title, last)]
    if any(title.parts[-1][0] == last.first - 1 for title in above):
        return None
    period = period_in([piece for _, piece in pieces[last.parts[-1][0] + 1 :]])
    if (
        period is not None
        and identity.year
        and str(period[0]) == identity.year.value
        and _is_by_year_only(last, identity)
    ):
        return None
    return pieces[last.first][0], last.text


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
