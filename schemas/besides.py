"""What is printed beside a table's own words and changes nothing, as data (besides.toml).

Does not belong here: words that say whose and of when figures are (whose.py), and those that turn a label (meaning.py).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Besides:
    """All of besides.toml, which explains each list."""

    own: tuple[str, ...]
    kinds: tuple[str, ...]
    time: tuple[str, ...]
    said_of: tuple[str, ...]
    figures: tuple[str, ...]
    shapes: tuple[str, ...]
    units: tuple[str, ...]
    money: tuple[str, ...]
    measures: tuple[str, ...]
    parts: tuple[str, ...]
    of_pages: tuple[str, ...]
    remarks: tuple[str, ...]
    all_years: tuple[str, ...]


def _read() -> Besides:
    listed = tomllib.loads(Path(__file__).with_name("besides.toml").read_text(encoding="utf-8"))
    return Besides(**{name: tuple(words) for name, words in listed.items()})


BESIDES = _read()
