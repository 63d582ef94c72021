"""The figures of the prose beside the cells of the tables: agrees, contradicts, cannot be compared.

A contradiction needs plain words (narrative_subjects.py), cells that are known, and no reading of the words that agrees.
Does not belong here: wording (schemas/narrative.toml), sums that a sentence states itself (narrative_sums.py).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from assets.check.claims import KNOWN
from assets.check.narrative_subjects import Statement, statements
from assets.check.narrative_sums import stated_sums
from assets.check.narrative_text import Figure, Sentence, sentences
from schemas.form import CellKey, forms
from schemas.narrative import Term, narrative, terms
from schemas.tables import NarrativeFigures, frame
from schemas.units import UNIT_IN_YUAN

_ROWS = {
    "reviews": ("review",),
    "suits": ("suit_direct", "suit_after_review"),
    "suit_direct": ("suit_direct",),
    "suit_after_review": ("suit_after_review",),
    "reviews_and_suits": ("review", "suit_direct", "suit_after_review"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a cell: its status, figure, unit and first line."""

    status: str
    value: float | None
    raw: str | None
    unit: str | None
    line: int | None


Cells = Mapping[CellKey, Known]
# A section's number, a sentence of it, what that states, and the sums it states, as figures with the rest of their rows.
_Told = tuple[int, Sentence, list[Statement], list[tuple[Figure, dict[str, Any]]]]
# The columns of a CellKey, then those of a Known.
_CELL = ("table_no", "row_key", "col_key", "status", "value", "raw", "unit", "line_start")


def narrative_figures(
    report_sections: pl.DataFrame, cells: pl.DataFrame, reports: pl.DataFrame
) -> pl.DataFrame:
    """All figures of all prose that speak of cells (schemas.tables.NarrativeFigures), in the order of reports and lines."""
    about = reports.select("report_id", "source_file", "form", "agency", "report_year").rows()
    told_of = _told(report_sections, {row[0]: (row[3], row[4]) for row in about})
    named = {
        (report_id, *cell)
        for report_id, _, form_id, _, _ in about
        for _, _, found, _ in told_of.get(report_id, ())
        for statement in found
        for sum_ in _readings(statement, form_id)
        for _, cell in sum_
    }
    known_of = _known(cells, named)
    rows: list[dict[str, Any]] = []
    for report_id, source_file, form_id, _, _ in about:
        known, number = known_of.get(report_id, {}), 0
        for section_no, sentence, found, sums in told_of.get(report_id, ()):
            compared = [(s.figure, _compared(s, form_id, known)) for s in found] + sums
            for figure, row in sorted(compared, key=lambda pair: pair[0].start):
                number += 1
                place = {"report_id": report_id, "source_file": source_file, "figure_no": number}
                rows.append({**place, "section_no": section_no, **_printed(sentence, figure), **row})
    return frame(rows, NarrativeFigures)


def _told(
    report_sections: pl.DataFrame, about: Mapping[str, tuple[str | None, int | None]]
) -> dict[str, list[_Told]]:
    """What the sentences of each report state; `about` holds its agency and year."""
    told: dict[str, list[_Told]] = defaultdict(list)
    mentions = narrative().mentions
    columns = ("report_id", "section_no", "text", "lines")
    for report_id, section_no, text, lines in report_sections.select(columns).iter_rows():
        if report_id not in about:
            continue
        paragraph, head = None, None
        for sentence in sentences(text, lines):
            if sentence.paragraph is not paragraph:
                paragraph = sentence.paragraph
                head = None if paragraph.is_numbered else head
            found = []
            if mentions.search(sentence.text):
                found = statements(sentence, *about[report_id], section_no, head)
                head = next((s.subject.key for s in reversed(found) if s.subject.is_head), head)
            sums = stated_sums(sentence.text)
            if found or sums:
                told[report_id].append((section_no, sentence, found, sums))
    return told


def _known(cells: pl.DataFrame, named: set[tuple[str, str, str, str]]) -> dict[str, dict[CellKey, Known]]:
    """What is known of the cells named, by report."""
    key = ["report_id", "table_no", "row_key", "col_key"]
    wanted = pl.DataFrame(sorted(named), schema=dict.fromkeys(key, pl.String), orient="row")
    # far fewer rows to be joined by four words
    of_these = cells.select("report_id", *_CELL).filter(
        pl.all_horizontal(
            pl.col(name).is_in(wanted[name].unique().implode())
            for name in ("row_key", "col_key", "report_id")
        )
    )
    known: dict[str, dict[CellKey, Known]] = defaultdict(dict)
    for report_id, table_no, row_key, col_key, *rest in of_these.join(wanted, on=key, how="semi").iter_rows():
        known[report_id][CellKey(table_no, row_key, col_key)] = Known(*rest)
    return known


def _printed(sentence: Sentence, figure: Figure) -> dict[str, Any]:
    return {
        "line": sentence.line_of(figure.start),
        "sentence": sentence.text.replace("\x00", " "),
        "raw": figure.raw.replace("\x00", " "),
        "value": figure.value,
        "unit": figure.unit,
    }


def _compared(statement: Statement, form_id: str | None, cells: Cells) -> dict[str, Any]:
    """One statement beside the cells: the columns of a row from `subject` on."""
    subject = statement.subject
    row: dict[str, Any] = {
        "subject": subject.key,
        "subject_zh": subject.zh,
        "subject_en": subject.en,
        "state": "not_comparable",
        "reason": None,
        "readings": None,
        "compared_cells": None,
        "compared_sum": None,
        "compared_line": None,
        "difference": None,
    }
    sums = _readings(statement, form_id)
    if form_id is None or not sums:
        return {**row, "reason": "no_such_cell"}
    row["readings"] = _named(*_meant(statement, form_id))
    assessed = [(s, total) for s in sums if (total := _sum(s, cells, statement.figure)) is not None]
    agreeing = next((pair for pair in assessed if _same(pair, statement.figure, cells)), None)
    nearest = agreeing or min(assessed, key=lambda pair: abs(pair[1] - statement.figure.value), default=None)
    if nearest is not None:
        row["compared_cells"] = _shown(nearest[0], cells)
        row["compared_sum"] = nearest[1]
        row["compared_line"] = next((k.line for _, c in nearest[0] if (k := cells.get(c)) and k.line), None)
    if nearest is None:
        return {**row, "reason": "cells_unknown"}
    if agreeing and statement.doubt != "other_period":
        return {**row, "state": "agrees"}
    row["difference"] = round(statement.figure.value - nearest[1], 6)
    if statement.doubt:
        return {**row, "reason": statement.doubt}
    # every sum that the words allow must be known, or one that is not might be the one meant
    if any(_sum(s, cells, statement.figure) is None for s in sums):
        return {**row, "reason": "cells_unknown"}
    rows = {cell.row_key for _, cell in sums[0]}
    of_these = [s for s in sums if {cell.row_key for _, cell in s} == rows]
    if not any(_status(cell, cells) == "reported" for s in of_these for _, cell in s):
        return {**row, "reason": "cells_blank"}
    return {**row, "state": "contradicts"}


def _readings(statement: Statement, form_id: str | None) -> list[list[Term]]:
    return _sums_of(*_meant(statement, form_id)) if form_id else []


def _meant(
    statement: Statement, form_id: str
) -> tuple[tuple[str, ...], str, tuple[str, ...], tuple[str, ...]]:
    return statement.subject.readings, form_id, statement.applicants, _ROWS.get(statement.head or "", ())


@cache
def _sums_of(
    readings: tuple[str, ...], form_id: str, columns: tuple[str, ...], rows: tuple[str, ...]
) -> list[list[Term]]:
    form = forms()[form_id]
    found = [s for reading in readings for column in columns for s in terms(reading, form, column, rows)]
    return [s for i, s in enumerate(found) if s not in found[:i]]


def _status(cell: CellKey, cells: Cells) -> str:
    known = cells.get(cell)
    return known.status if known else "absent"


def _sum(sum_: list[Term], cells: Cells, figure: Figure) -> float | None:
    """The sum in the unit of the figure; blanks count 0; None where a cell is not known."""
    total = 0.0
    for sign, cell in sum_:
        known = cells.get(cell)
        if known is None or known.status not in KNOWN:
            return None
        value = known.value or 0.0
        if figure.unit in UNIT_IN_YUAN and known.unit in UNIT_IN_YUAN:
            value *= UNIT_IN_YUAN[known.unit] / UNIT_IN_YUAN[figure.unit]
        total += sign * value
    return total


def _same(pair: tuple[list[Term], float], figure: Figure, cells: Cells) -> bool:
    """Counts must be equal; amounts may differ by rounding, and by a unit that the table's filer overlooked."""
    total = pair[1]
    if figure.unit not in UNIT_IN_YUAN:
        return total == figure.value
    decimals = max(len((k.raw or "").partition(".")[2]) for _, c in pair[0] if (k := cells[c]))
    coarse = 10.0 ** -min(figure.decimals, decimals)
    return any(abs(total * scale - figure.value) <= coarse * max(1.0, scale) for scale in (1.0, 1e4, 1e-4))


@cache
def _named(readings: tuple[str, ...], form_id: str, columns: tuple[str, ...], rows: tuple[str, ...]) -> str:
    """The sums of these readings in words: of those that differ only in how they sum up a row, the first."""
    signs = {1: "+", -1: "-"}
    form = forms()[form_id]
    sums = [s for reading in readings for column in columns for s in terms(reading, form, column, rows)[:1]]
    named = (" ".join(f"{signs[sign]} {'/'.join(cell)}" for sign, cell in sum_) for sum_ in sums)
    return " | ".join(dict.fromkeys(words.removeprefix("+ ") for words in named))


def _shown(sum_: list[Term], cells: Cells) -> str:
    def printed(cell: CellKey) -> str:
        raw = cells[cell].raw
        return "blank" if cells[cell].status == "blank" else "".join((raw or "").split())

    blank = {cell for _, cell in sum_ if cells[cell].status == "blank"}
    told = [term for term in sum_ if term[1] not in blank] or sum_[:1]
    return " ".join(f"{'-' if sign < 0 else ''}{'/'.join(cell)}={printed(cell)}" for sign, cell in told)
