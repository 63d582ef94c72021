"""The words of sentences about tables, as data (ofnoweight.toml): those that change none of their figures, and those that do.

Does not belong here: the patterns that sentences follow (assets/extract/anothers/unchanging.py, changing.py), and the words that tell of
when and whose figures are wherever they stand (whose.py).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class OfNoWeight:
    """All of ofnoweight.toml, which explains each list."""

    of_tables: tuple[str, ...]
    of_forms: tuple[str, ...]
    of_origin: tuple[str, ...]
    between: tuple[str, ...]
    counted_elsewhere: tuple[str, ...]
    of_writing: tuple[str, ...]
    names_of_figures: tuple[str, ...]
    other_times: tuple[str, ...]
    other_copies: tuple[str, ...]
    no_figures: tuple[str, ...]
    errors: tuple[str, ...]
    measures: tuple[str, ...]
    shares: tuple[str, ...]
    withdrawn: tuple[str, ...]
    misplaced: tuple[str, ...]
    of_texts: tuple[str, ...]
    of_no_report: tuple[str, ...]
    of_wrong_reports: tuple[str, ...]
    of_taking: tuple[str, ...]
    of_patterns: tuple[str, ...]
    not_asked: tuple[str, ...]
    not_asked_of_documents: tuple[str, ...]
    not_asked_of_requests: tuple[str, ...]
    not_asked_of_cases: tuple[str, ...]
    made_good: tuple[str, ...]
    own_parts: tuple[str, ...]


def _read() -> OfNoWeight:
    with (Path(__file__).parent / "ofnoweight.toml").open("rb") as file:
        return OfNoWeight(**{name: tuple(words) for name, words in tomllib.load(file).items()})


OF_NO_WEIGHT = _read()
