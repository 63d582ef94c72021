"""A report with known tables for sentences under test, and sentences with what they say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from assets.check.narrative import narrative_figures
from schemas.form import CellKey, forms
from schemas.tables import Cells, NarrativeFigures, Reports, ReportSections, empty

HERE = Path(__file__).parent
STATES = {"+": "agrees", "!": "contradicts", "?": "not_comparable"}
AGENCY = "青岚县林业局"

_APPLICANTS = ("natural_person", "commercial", "research", "social_org", "legal_service", "other_org")
_REQUESTS = {
    "new_received": (20, 3, 0, 1, 0, 2),
    "carried_over": (2, 1, 0, 0, 0, 0),
    "granted": (8, 2, 0, 0, 0, 0),
    "partially_granted": (4, 0, 0, 1, 0, 0),
    "denied_internal_affairs": (0, 1, 0, 0, 0, 0),
    "denied_process_info": (3, 0, 0, 0, 0, 0),
    "unable_not_held": (3, 0, 0, 0, 0, 1),
    "unable_needs_creation": (0, 0, 0, 0, 0, 1),
    "rejected_petition": (1, 0, 0, 0, 0, 0),
    "rejected_repeat": (1, 0, 0, 0, 0, 0),
    "other_overdue_correction": (1, 0, 0, 0, 0, 0),
    "other": (1, 0, 0, 0, 0, 0),
    "total_handled": (21, 3, 0, 1, 0, 2),
    "carried_forward": (1, 1, 0, 0, 0, 0),
}
_CASES = {"review": (2, 1, 0, 1, 4), "suit_direct": (1, 0, 0, 1, 2), "suit_after_review": (1, 0, 0, 0, 1)}
_DISCLOSED = {
    ("normative_docs", "issued"): "6",
    ("normative_docs", "repealed"): "2",
    ("normative_docs", "in_force"): "31",
    ("normative_docs", "made"): "3",
    ("normative_docs", "published"): "4",
    ("normative_docs", "public_total"): "19",
    ("permits", "decisions"): "815",
    ("penalties", "decisions"): "47",
    ("coercion", "decisions"): "5",
    ("fees", "fee_amount"): "12.35",
    ("procurement", "purchase_items"): "8",
    ("procurement", "purchase_amount"): "475976.05",
}


def printed(form_id: str) -> dict[CellKey, str]:
    """What each cell of the report prints."""
    values = {}
    for cell in forms()[form_id].cells:
        if cell.table_no == "3":
            row = _REQUESTS.get(cell.row_key, (0,) * 6)
            values[cell] = str(sum(row) if cell.col_key == "total" else row[_APPLICANTS.index(cell.col_key)])
        elif cell.table_no == "4":
            columns = ("upheld", "corrected", "other", "pending", "total")
            values[cell] = str(_CASES[cell.row_key][columns.index(cell.col_key)])
        else:
            values[cell] = _DISCLOSED.get((cell.row_key, cell.col_key), "0")
    return values


@dataclass(frozen=True)
class Story:
    """A text that stands in section one of a report, and what `change` overwrites of that report's cells."""

    text: str
    form: str = "2021"
    agency: str | None = AGENCY
    year: int | None = None
    change: dict[CellKey, dict[str, object]] | None = None


def compare(
    text: str,
    form_id: str = "2021",
    *,
    agency: str | None = AGENCY,
    change: dict[CellKey, dict[str, object]] | None = None,
) -> list[dict[str, object]]:
    """The narrative figures of a text that stands in section one of the report; `change` overwrites cells."""
    return compare_all([Story(text, form_id, agency, change=change)])[0]


def compare_all(stories: Sequence[Story]) -> list[list[dict[str, object]]]:
    """The narrative figures of each story."""
    sections, cells, reports = list[dict[str, object]](), list[dict[str, object]](), list[dict[str, object]]()
    for number, story in enumerate(stories):
        place = {"report_id": f"r{number}", "source_file": f"r{number}.txt"}
        lines = story.text.split("\n")
        for line, (cell, raw) in enumerate(printed(story.form).items(), start=100):
            unit = {"fee_amount": "万元", "purchase_amount": "元"}.get(cell.col_key, "件")
            row = {"value": float(raw), "raw": raw, "unit": unit, "status": "reported", "line_start": line}
            changed = (story.change or {}).get(cell, {})
            cells.append({**place, "form": story.form, **cell._asdict(), **row, **changed})
        sections.append(
            {
                **place,
                "section_no": 1,
                "heading": "一、总体情况",
                "line_start": 1,
                "line_end": len(lines) + 1,
                "text": story.text,
                "lines": list(range(2, len(lines) + 2)),
            }
        )
        year = story.year or (2022 if story.form == "2021" else 2020)
        reports.append({**place, "form": story.form, "agency": story.agency, "report_year": year})
    made = narrative_figures(_frame(sections, ReportSections), _frame(cells, Cells), _frame(reports, Reports))
    NarrativeFigures.validate(made)
    found: list[list[dict[str, object]]] = [[] for _ in stories]
    for row in made.rows(named=True):
        found[int(str(row["report_id"])[1:])].append(row)
    return found


def _frame(rows: list[dict[str, object]], model: type) -> pl.DataFrame:
    schema = empty(model).schema
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in rows], schema=schema)


@dataclass(frozen=True)
class Told:
    """A sentence, the form of its report, and the (figure, subject, state) it is known to say."""

    form: str
    sentence: str
    says: frozenset[tuple[str, str, str]]


def sentences(name: str) -> list[Told]:
    """The sentences of a file beside this one."""
    told, form = [], "2021"
    for line in (HERE / name).read_text(encoding="utf-8").split("\n"):
        if line.startswith("## "):
            form = line[3:]
        elif line and not line.startswith("#"):
            sentence, _, says = line.partition("||")
            known = [word.split("=") for word in says.split()]
            parts = [(raw, *what.split(":")) for raw, what in known]
            told.append(
                Told(
                    form, sentence.strip(), frozenset((raw, key, STATES[state]) for raw, key, state in parts)
                )
            )
    return told
