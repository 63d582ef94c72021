"""The words of sentences about tables that change none of their figures, as data (ofnoweight.toml).

Does not belong here: the patterns that such sentences follow (assets/extract/anothers/unchanging.py), and the words that do change what
figures are (whose.py).
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


def _read() -> OfNoWeight:
    with (Path(__file__).parent / "ofnoweight.toml").open("rb") as file:
        return OfNoWeight(**{name: tuple(words) for name, words in tomllib.load(file).items()})


OF_NO_WEIGHT = _read()
