"""What sentences say of the tables, as data (narrative.toml): subjects, their words, and the sums of cells they allow.

Belongs here: the shape of that data and how a reading names its cells. Does not belong here: finding figures in
prose, or comparing them (assets/check/narrative*.py).
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from schemas.form import CellKey, Form, forms

NARRATIVE_STATES = ("agrees", "contradicts", "not_comparable")
# Why a figure cannot be compared.
NARRATIVE_REASONS = (
    "cells_unknown",
    "cells_blank",
    "no_such_cell",
    "approximate",
    "qualified",
    "other_period",
    "several_meanings",
    "parts_may_overlap",
    "parts_not_exhaustive",
)
# The subject of a sum that a sentence states with its parts.
STATED_SUM = "stated_sum"

REQUEST_HEADS = frozenset({"received", "newly_received", "carried_over", "carried", "handled"})
CASE_HEADS = frozenset({"reviews", "suits", "suit_direct", "suit_after_review", "reviews_and_suits"})

Term = tuple[int, CellKey]


@dataclass(frozen=True)
class Subject:
    """What a clause can speak of; the fields are explained in narrative.toml."""

    key: str
    zh: str
    en: str
    needs: tuple[re.Pattern[str], ...]
    context: re.Pattern[str] | None
    hints: re.Pattern[str] | None
    never: re.Pattern[str] | None
    drops: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    part_of: frozenset[str]
    units: frozenset[str]
    readings: tuple[str, ...]
    accuses: bool

    @property
    def is_money(self) -> bool:
        """Whether its figure is an amount of money."""
        return "元" in self.units

    @property
    def table_no(self) -> str:
        """The table of its cells."""
        return self.readings[0][0]

    @property
    def is_head(self) -> bool:
        """Whether figures after it in the sentence can be parts of it: 收到5件，其中自然人3件."""
        return self.key in REQUEST_HEADS or self.key in CASE_HEADS

    @property
    def follows(self) -> bool:
        """Whether it is a part or an outcome of what the sentence spoke of before."""
        return self.table_no != "2" and not self.is_head


@dataclass(frozen=True)
class Narrative:
    """All of narrative.toml."""

    subjects: tuple[Subject, ...]
    mentions: re.Pattern[str]
    any_subject: re.Pattern[str]
    neutral: re.Pattern[str]
    neutral_after: re.Pattern[str]
    limits: re.Pattern[str]
    not_limits: re.Pattern[str]
    scopes: re.Pattern[str]
    scopes_after: re.Pattern[str]
    applicant: re.Pattern[str]
    everyone: re.Pattern[str]
    applicants: tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]


_COUNTS = frozenset(("件次", "批次", "人次", "件", "条", "份", "起", "宗", "例", "个", "次"))


@cache
def narrative() -> Narrative:
    """The data, its patterns compiled."""
    data = tomllib.loads((Path(__file__).parent / "narrative.toml").read_text(encoding="utf-8"))
    words = {**data["words"], "applicant": "|".join(data["applicants"].values())}

    def compiled(pattern: str | None) -> re.Pattern[str] | None:
        if pattern is None:
            return None
        return re.compile(
            re.sub(r"\{(\w+)\}", lambda m: f"(?:{words[m[1]]})" if m[1] in words else m[0], pattern)
        )

    def any_of(patterns: list[str]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{p})" for p in sorted(patterns, key=len, reverse=True)))

    subjects = tuple(
        Subject(
            key=raw["key"],
            zh=raw["zh"],
            en=raw["en"],
            needs=tuple(p for need in raw["needs"] if (p := compiled(need))),
            context=compiled(raw.get("context")),
            hints=compiled(raw.get("hints")),
            never=compiled(raw.get("never")),
            drops=compiled(raw.get("drops")),
            unless=compiled(raw.get("unless")),
            part_of=frozenset(raw.get("part_of", ())),
            units=frozenset(raw["units"].split("|")) if "units" in raw else _COUNTS,
            readings=tuple(raw["readings"]),
            accuses=raw.get("accuses", True),
        )
        for raw in data["subjects"]
    )
    return Narrative(
        subjects,
        re.compile("|".join(data["mentions"])),
        any_of([subject.needs[0].pattern for subject in subjects]),
        any_of(data["neutral"]),
        any_of(data["neutral_after"]),
        any_of(data["limits"]),
        any_of(data["not_limits"]),
        any_of(data["scopes"]),
        any_of(data["scopes_after"]),
        any_of(list(data["applicants"].values())),
        re.compile(data["words"]["everyone"]),
        tuple((tuple(key.split()), re.compile(pattern)) for key, pattern in data["applicants"].items()),
    )


def terms(reading: str, form: Form, column: str, rows: tuple[str, ...]) -> list[list[Term]]:
    """The sums of cells that a reading stands for on a form; empty where the form has no such cell.

    `column` stands for @: a column's key, or `organisations` for all columns but natural persons and the total;
    `rows` for $. A total is also the sum of the columns it totals, so that there are two sums.
    """
    plain: list[Term] = []
    parts: list[Term] = []
    sign = 1
    for word in reading.split():
        if word in "+-":
            sign = 1 if word == "+" else -1
            continue
        table_no, row_pattern, col_key = word.split("/")
        table = form.table(table_no)
        patterns = rows if row_pattern == "$" else (row_pattern,)
        row_keys = [row.key for row in table.rows if any(fnmatchcase(row.key, p) for p in patterns)]
        wanted = column if col_key == "@" else col_key
        totals = [c.key for c in table.columns if c.total]
        others = [c.key for c in table.columns if not c.total]
        if wanted == "organisations":
            col_keys = [key for key in others if key != "natural_person"]
        else:
            col_keys = [wanted]
        found = [CellKey(table_no, row, col) for row in row_keys for col in col_keys]
        if not found or any(cell not in _cells(form.id) for cell in found):
            return []
        plain += [(sign, cell) for cell in found]
        spread = others if wanted in totals else col_keys
        parts += [(sign, CellKey(table_no, row, col)) for row in row_keys for col in spread]
    return [plain] if parts == plain else [plain, parts]


@cache
def _cells(form_id: str) -> frozenset[CellKey]:
    return frozenset(forms()[form_id].cells)


SUBJECT_KEYS = tuple(dict.fromkeys(subject.key for subject in narrative().subjects))
