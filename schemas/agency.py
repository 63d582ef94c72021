"""How the names of agencies vary, read from agencies.toml. Does not belong here: recognising one (assets/check)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LEVELS = ("nation", "province", "city", "county", "township")
KINDS = ("government", "department")
EVIDENCE = ("name", "abbreviation", "region", "signature", "renamed")


@dataclass(frozen=True)
class Wording:
    """`abbreviations`: short -> long; `renamed`: earlier name -> the names that may have taken its place."""

    abbreviations: dict[str, str]
    renamed: dict[str, tuple[str, ...]]


@cache
def wording() -> Wording:
    """The names of agencies without their region."""
    raw = tomllib.loads((files("schemas") / "agencies.toml").read_text(encoding="utf-8"))
    return Wording(raw["abbreviations"], {old: tuple(new) for old, new in raw["renamed"].items()})
