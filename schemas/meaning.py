"""The words that make a label another one, as data (meaning.toml, which explains each list)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Turns:
    """All of meaning.toml."""

    other_years: tuple[str, ...]
    next_years: tuple[str, ...]
    compared: tuple[str, ...]
    counted_besides: tuple[str, ...]
    planned: tuple[str, ...]
    of_all: tuple[str, ...]
    turned: tuple[str, ...]
    of_other_kinds: tuple[str, ...]
    said_twice: tuple[str, ...]
    of_other_measures: tuple[str, ...]
    leaving_out: tuple[str, ...]
    counted_apart: tuple[str, ...]
    other_outcomes: tuple[str, ...]
    of_all_years: tuple[str, ...]
    ends_of_heads: tuple[str, ...]
    in_all_heads: tuple[str, ...]
    heads_besides: tuple[str, ...]
    heads_of_sums: tuple[str, ...]
    of_money: tuple[str, ...]
    of_figures: tuple[str, ...]
    in_front: tuple[str, ...]
    leave_it_before: tuple[str, ...]
    leave_it_behind: tuple[str, ...]
    explanations: tuple[str, ...]
    defining: tuple[str, ...]
    by_law: tuple[str, ...]
    by_any: tuple[str, ...]
    parts_of_kinds: tuple[str, ...]
    joining: tuple[str, ...]
    adding: tuple[str, ...]
    of_the_rest: tuple[str, ...]
    sums: tuple[str, ...]


def _read() -> Turns:
    listed = tomllib.loads(Path(__file__).with_name("meaning.toml").read_text(encoding="utf-8"))
    return Turns(**{name: tuple(words) for name, words in listed.items()})


TURNS = _read()
