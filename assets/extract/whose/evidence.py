"""What a text says of whose report of which year it is, and where it says so.

Belongs here: the shape of it. Does not belong here: finding it (identity.py, reportyear.py).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of identity: its value, where it stands, and what kind of place that is."""

    value: str
    line: int | None
    source: str


@dataclass
class Identity:
    """What a text says of itself; None where it does not say.

    `other_agency` is another that its sentences name as the reporter, beside the title's; `by_the_title` one that
    stands by the title and may be the site's; `are_titles_of_others` says that nothing tells which of several titles is the
    report's; `tail_of_name` is the end of a name that a title has, the rest of which must be found.
    """

    title: str | None = None
    title_line: int | None = None
    title_in_text: bool = False
    other_agency: Evidence | None = None
    by_the_title: Evidence | None = None
    are_titles_of_others: bool = False
    tail_of_name: str | None = None
    agency: Evidence | None = None
    year: Evidence | None = None
    signature: Evidence | None = None
    published_on: date | None = None
    published_on_line: int | None = None
    years: list[Evidence] = field(default_factory=list)
