"""The outcome of reading one text: what the rest of the house receives from extraction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Reading:
    """Rows for the tables `reports`, `report_sections`, `cells` and `findings` (schemas/tables.py), as dicts."""

    reports: list[dict[str, Any]] = field(default_factory=list)
    sections: list[dict[str, Any]] = field(default_factory=list)
    cells: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)


def read_text(text: str, source_file: str, content_hash: str) -> Reading:
    """Read one decoded text.

    `source_file` names the file in every row and finding; its name serves as evidence of agency and year only
    where the text has none. `content_hash` (32 hex digits) is what `report_id` derives from. Never raises on any
    text: what cannot be read becomes findings.
    """
    raise NotImplementedError
