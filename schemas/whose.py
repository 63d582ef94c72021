"""The words that say of when and whose figures are, as data (whose.toml), and patterns made of them.

Does not belong here: what a word means where it stands (assets/extract), names of agencies (agency.py), the words of the
story (narrative.py).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Words:
    """All of whose.toml, which explains each list."""

    this_year: tuple[str, ...]
    last_year: tuple[str, ...]
    earlier_years: tuple[str, ...]
    heads_of_columns: tuple[str, ...]
    comparisons: tuple[str, ...]
    checks: tuple[str, ...]
    half_years: tuple[str, ...]
    whole_year: tuple[str, ...]
    undecided: tuple[str, ...]
    sums: tuple[str, ...]
    sums_of_parts: tuple[str, ...]
    parts: tuple[str, ...]
    own_body: tuple[str, ...]
    own_kinds: tuple[str, ...]
    self_kinds: tuple[str, ...]
    under_body: tuple[str, ...]
    over_kinds: tuple[str, ...]
    counted_in: tuple[str, ...]
    bodies: tuple[str, ...]
    places_like_self: tuple[str, ...]
    farms: tuple[str, ...]
    halls: tuple[str, ...]
    parks: tuple[str, ...]
    unions: tuple[str, ...]
    seats: tuple[str, ...]
    below: tuple[str, ...]
    above: tuple[str, ...]
    examples: tuple[str, ...]
    made_up: tuple[str, ...]
    filled_in: tuple[str, ...]
    trials: tuple[str, ...]
    void: tuple[str, ...]
    same_period: tuple[str, ...]
    expected: tuple[str, ...]
    several_years: tuple[str, ...]
    since: tuple[str, ...]
    other_subjects: tuple[str, ...]
    means: tuple[str, ...]
    shares: tuple[str, ...]
    counts_of_many: tuple[str, ...]
    taken_over: tuple[str, ...]
    filled_with: tuple[str, ...]
    withheld: tuple[str, ...]
    other_matters: tuple[str, ...]

    def in_captions(self, years: Iterable[str]) -> tuple[str, ...]:
        """Words for years as captions say them: with 度 where a column of the forms may be headed by them alone."""
        return tuple(f"{word}度" if word in self.heads_of_columns else word for word in years)


def _read() -> Words:
    listed = tomllib.loads(Path(__file__).with_name("whose.toml").read_text(encoding="utf-8"))
    return Words(**{name: tuple(words) for name, words in listed.items()})


WORDS = _read()


def any_of(*lists: Iterable[str]) -> str:
    """A regular expression, in a group, of any of the words, the longest first."""
    words = dict.fromkeys(word for words in lists for word in words)
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
