"""What leaves in doubt whose report of which year a text is: findings about its agency, its year, and its form against its year.

Does not belong here: the evidence itself (identity.py).
"""

from __future__ import annotations

from typing import Any

from assets.extract.whose.evidence import Identity
from schemas.form import Form, Label, form_for_year

# The code of a finding, its line, and what it says beside them.
Doubt = tuple[str, int | None, dict[str, Any]]


def doubts_of(identity: Identity, form: Form | None, form_source: str | None, first_line: int) -> list[Doubt]:
    """What is to be told of a report's identity; `first_line` is the report's, for what has no line of its own."""
    doubts: list[Doubt] = []

    def add(code: str, line: int | None, **values: Any) -> None:
        doubts.append((code, line, values))

    if identity.agency is None:
        add("agency-unknown", first_line)
    elif identity.signature is not None and not _same_agency(identity.agency.value, identity.signature.value):
        add(
            "agency-conflict",
            identity.signature.line,
            agency=identity.agency.value,
            signature=identity.signature.value,
        )
    if identity.agency is not None and (other := identity.other_agency):
        add("agency-disputed", other.line, agency=identity.agency.value, other=other.value)
    if identity.year is None:
        add("year-unknown", first_line)
        return doubts
    if identity.year.source == "signature":
        add("year-inferred", identity.year.line, year=identity.year.value)
    if len({e.value for e in identity.years}) > 1:
        evidence = "、".join(f"{e.value}（{e.source} {e.line or ''}）" for e in identity.years)
        add("year-conflict", identity.year.line, evidence=evidence, year=identity.year.value)
    prescribed = form_for_year(int(identity.year.value))
    if form is not None and form_source == "printed" and prescribed is not None and prescribed is not form:
        label = Label(key=form.id, zh=form.zh, en=form.en)
        add("form-not-of-year", identity.year.line, year=identity.year.value, form=label)
    return doubts


def _same_agency(title: str, signature: str) -> bool:
    """One name is the other with or without its region in front."""
    return title.endswith(signature) or signature.endswith(title)
