"""What a text says of itself below the titles above it, so that the one of them that is the report's can be told (owntitle.py).

Belongs here: the evidence that is asked where a page lists titles of several reports. Does not belong here: what outranks what where
there is one title (identity.py).
"""

from __future__ import annotations

from assets.extract.dates import to_year
from assets.extract.labels import joined
from assets.extract.whose.evidence import Evidence, Identity
from assets.extract.whose.openingnames import who_opens
from assets.extract.whose.owntitle import OwnTitle, Told, are_several, end_of_head, own_title
from assets.extract.whose.reportyear import period_in, year_of_signature
from assets.extract.whose.selfnamed import title_in, who_drew_up, who_reports, year_in
from assets.extract.whose.signatures import signature_in
from assets.extract.whose.titles import SHORT_TITLE, TITLE, Title, titles

_LINES_OF_SENTENCES = 60
_LINES_OF_PERIOD = 400


def own_of_several(found: list[Title], lines: list[str], whole: list[str]) -> OwnTitle | None:
    """The title that is the text's, where titles of several reports stand above it."""
    if not are_several(found):
        return None
    if (end := end_of_head(lines, found)) > found[-1].last + 1:
        found = titles(lines[:end], SHORT_TITLE if SHORT_TITLE.search(found[0].text) else TITLE)
    return own_title(found, lines, lambda: _told_below(whole, found[-1].last + 1))


def _told_below(lines: list[str], start: int) -> Told:
    """What a text says of itself below the titles above it."""
    return told_in([""] * start + lines[start:], start, lines)


def told_in(below: list[str], start: int = 0, whole: list[str] | None = None) -> Told:
    """What lines of a text that hold no titles of others say of it; those before `start` are blank.

    `whole` are the lines with the titles, of which one has to say the year before that of a signature.
    """
    body = joined(below[: start + _LINES_OF_SENTENCES])[0]
    signed, dated = signature_in(below)
    at = Identity(published_on=dated[1] if dated else None)
    period, told = period_in(below[: start + _LINES_OF_PERIOD]), year_in(body)
    titled = title_in(body)
    named = Title(titled[1], ((0, titled[1]),)).agency if titled else None
    signs = (signed and signed[1], who_opens(body), named, who_drew_up(body))
    years = (period and period[0], told and to_year(told[1]), year_of_signature(at, whole or below))
    return Told(
        tuple(name if isinstance(name, str) else name[1] for name in signs if name),
        tuple(found[1] for found in (who_reports(body),) if found),
        tuple(int(y.value) if isinstance(y, Evidence) else y for y in years if y),
    )
