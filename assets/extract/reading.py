"""Reading one text: from decoded text to rows of reports, sections, cells and findings.

The order of work: undo what was done to the lines (asprinted.py), cut the text into reports, decide the form, read its tables
(tables.py), account for every cell, say whose report it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import repeat
from typing import Any

from assets.crawl.decode import with_own_line_ends
from assets.extract.aboutreports import is_about_reports
from assets.extract.anothers.headingyear import headings_of_other_years
from assets.extract.asprinted import as_printed
from assets.extract.cells import CellReading, TableReading
from assets.extract.forms import form_of_labels, printed_form
from assets.extract.otherforms import explains_a_report, other_forms
from assets.extract.programs import is_program
from assets.extract.samereport import is_same_report, known, same_lines, says_much
from assets.extract.sections import headings, sections
from assets.extract.several import LEAST_SECTIONS, reports_in
from assets.extract.tables import read_tables
from assets.extract.whose.evidence import Identity
from assets.extract.whose.identity import identify
from assets.extract.whose.identitydoubts import doubts_of
from assets.extract.whose.partofyear import entitled_of_a_part
from schemas.findings import finding
from schemas.form import CellKey, Form, form_for_year, forms
from schemas.tables import CELL_STATUSES

FIRST_YEAR = min(form.first_year for form in forms().values())


@dataclass
class Reading:
    """Rows for the tables `reports`, `report_sections`, `cells` and `findings` (schemas/tables/), as dicts."""

    reports: list[dict[str, Any]] = field(default_factory=list)
    sections: list[dict[str, Any]] = field(default_factory=list)
    cells: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)


def read_text(text: str, source_file: str, content_hash: str) -> Reading:
    """Read one decoded text, its lines ended as any system ends them.

    `source_file` names the file in every row and finding; its name serves as evidence of agency and year only
    where the text has none. `content_hash` (32 hex digits) is what `report_id` derives from. Never raises on any
    text: what cannot be read becomes findings.
    """
    lines, printed_on = as_printed(with_own_line_ends(text))
    reading = _read_lines(lines, source_file, content_hash)
    if printed_on is not None:
        _number_as_in_the_file(reading, printed_on)
    return reading


def _number_as_in_the_file(reading: Reading, printed_on: Sequence[int]) -> None:
    """Make the numbers of lines those of the file; `printed_on` has them for the lines that were read."""
    for row in [*reading.reports, *reading.sections, *reading.cells, *reading.findings]:
        for name in _numbers_of_lines(tuple(row)):
            if row[name] is not None:
                row[name] = printed_on[row[name] - 1]
    for row in reading.sections:
        row["lines"] = [printed_on[line - 1] for line in row["lines"]]


@cache
def _numbers_of_lines(names: tuple[str, ...]) -> list[str]:
    """The names of a row's columns that number lines."""
    return [name for name in names if name == "line" or "line_" in name or name.endswith("_line")]


def _read_lines(lines: list[str], source_file: str, content_hash: str) -> Reading:
    reading = Reading()
    other = other_forms(lines)
    reading.findings += [finding(code, source_file=source_file, line=line) for line, code in other]
    spans = reports_in(lines, other)
    found: list[Reading] = []
    for start, end in spans:
        # earlier lines are emptied, not cut away, so that line numbers stay those of the file
        own = [""] * start + lines[start:end]
        one = Reading()
        _Report(own, start, source_file, content_hash, content_hash[:16]).read_into(one)
        found.append(one)
    kept = _without_copies(found, [lines[start:end] for start, end in spans]) if len(spans) > 1 else found
    if len(kept) > 1:
        reading.findings.append(finding("several-reports", source_file=source_file, line=1, count=len(kept)))
    for ordinal, one in enumerate(kept, 1):
        _add(one, reading, f"{content_hash[:16]}-{ordinal}" if len(kept) > 1 else None)
    return reading


def _without_copies(found: Sequence[Reading], texts: Sequence[list[str]]) -> list[Reading]:
    """The readings without those of reports that are printed again; the fuller print stays."""
    kept: dict[int, Reading] = {}
    for at, one in enumerate(found):
        same = next((k for k in kept if _are_one(kept[k], one, texts[k], texts[at])), None)
        if same is None:
            kept[at] = one
        elif known(one.cells) > known(kept[same].cells):
            kept[same] = one
    return list(kept.values())


def _are_one(one: Reading, other: Reading, lines: list[str], others: list[str]) -> bool:
    reports = [*one.reports, *other.reports]
    if len(reports) != 2 or not is_same_report(reports[0], one.cells, reports[1], other.cells):
        return False
    return says_much(one.cells, other.cells) or same_lines(lines, others)


def _add(one: Reading, reading: Reading, report_id: str | None) -> None:
    """Add the rows of one report, under an id of its own where the text has several."""
    for name in ("reports", "sections", "cells", "findings"):
        rows = getattr(one, name)
        for row in rows if report_id is not None else ():
            if row.get("report_id") is not None:
                row["report_id"] = report_id
        getattr(reading, name).extend(rows)


class _Report:
    """One report in the making."""

    def __init__(
        self, lines: list[str], start: int, source_file: str, content_hash: str, report_id: str
    ) -> None:
        self.lines = lines
        self.start = start
        self.place: dict[str, Any] = {"source_file": source_file, "report_id": report_id}
        self.content_hash = content_hash
        self.tables: list[TableReading] = []
        self._identities: dict[int | None, Identity] = {}

    def _identity(self, first_table_line: int | None) -> Identity:
        """Whose report it is, with what stands above a line as its head; asked once for each line."""
        if first_table_line not in self._identities:
            found = identify(self.lines, self.place["source_file"], first_table_line)
            self._identities[first_table_line] = found
        return self._identities[first_table_line]

    def read_into(self, reading: Reading) -> None:
        """Add the report's rows; a text that is no report adds a finding and nothing else."""
        if (line := entitled_of_a_part(self.lines)) is not None:
            reading.findings.append(finding("part-of-year", source_file=self.place["source_file"], line=line))
            return
        printed = printed_form(self.lines)
        if printed is not None:
            self.tables = read_tables(self.lines, forms()[printed], self._identity)
        taken = set().union(*(table.lines for table in self.tables))
        identity = self._identity(min(taken, default=None))
        found_cells = any(table.cells for table in self.tables)
        number = len(headings(self.lines, taken))
        untitled = identity.title is None and number < LEAST_SECTIONS
        unlike = not found_cells and (untitled or explains_a_report(self.lines))
        nobodys = untitled and identity.agency is None and identity.year is None
        unlike = unlike or (nobodys and is_program(self.lines))
        empty = all(cell.value is None for table in self.tables for cell in table.cells.values())
        if unlike or (empty and is_about_reports(self.lines, identity, number)):
            if not other_forms(self.lines):
                place = {"source_file": self.place["source_file"], "line": 1}
                reading.findings.append(finding("not-a-report", **place))
            return
        year = int(identity.year.value) if identity.year else None
        form, form_source = self._form(printed if found_cells else form_of_labels(self.lines), year)
        cells = self._account(form, reading, year)
        self._add_sections(reading, taken, year)
        self._add_report(reading, identity, form, form_source, cells)
        self._add_findings(reading, identity, form, form_source)

    def _form(self, printed: str | None, year: int | None) -> tuple[Form | None, str | None]:
        if printed is not None:
            return forms()[printed], "printed"
        form = form_for_year(year) if year is not None else None
        return form, "year" if form else None

    def _account(self, form: Form | None, reading: Reading, year: int | None) -> list[CellReading]:
        """Give every cell of the form its row; what was not found is absent, with the reason."""
        if form is None:
            code = "old-form" if year is not None and year < FIRST_YEAR else "form-unknown"
            reading.findings.append(finding(code, **self.place, line=self.start + 1, year=year))
            return []
        by_no = {table.table_no: table for table in self.tables}
        accounted: list[CellReading] = []
        for table in form.tables:
            read = by_no.get(table.no, TableReading(table.no))
            if not read.cells:
                read.note("table-absent", line=None)
            absent = CellReading("absent", reason="row-absent" if read.cells else "table-absent")
            for row, keys in table.keys:
                found = [*map(read.cells.get, keys, repeat(absent))]
                if read.cells and all(cell is absent for cell in found):
                    read.note("row-absent", line=None, row_key=row.key, row=row)
                accounted += found
                reading.cells += self._cell_rows(form, keys, found, read.layout)
            reading.findings += [finding(code, **self.place, **values) for code, values in read.findings]
        return accounted

    def _cell_rows(
        self, form: Form, keys: Sequence[CellKey], cells: Sequence[CellReading], layout: str | None
    ) -> list[dict[str, Any]]:
        source_file, report_id, form_id = self.place["source_file"], self.place["report_id"], form.id
        return [
            {
                "source_file": source_file,
                "report_id": report_id,
                "form": form_id,
                "table_no": table_no,
                "row_key": row_key,
                "col_key": col_key,
                "value": cell.value,
                "raw": cell.raw,
                "unit": cell.unit,
                "status": cell.status,
                "line_start": cell.line_start,
                "line_end": cell.line_end,
                "layout": layout if cell.status != "absent" else None,
                "reason": cell.reason,
            }
            for (table_no, row_key, col_key), cell in zip(keys, cells, strict=True)
        ]

    def _add_sections(self, reading: Reading, taken: set[int], year: int | None) -> None:
        cut = sections(self.lines, taken)
        for section in headings_of_other_years(cut, taken, year) if year else ():
            place = {**self.place, "line": section.line_start}
            reading.findings.append(finding("heading-year", **place, label=section.heading, year=year))
        for section in cut:
            reading.sections.append(
                {
                    **self.place,
                    "section_no": section.no,
                    "heading": section.heading,
                    "line_start": section.line_start,
                    "line_end": section.line_end,
                    "text": section.text,
                    "lines": section.lines,
                }
            )

    def _add_report(
        self,
        reading: Reading,
        identity: Identity,
        form: Form | None,
        form_source: str | None,
        cells: list[CellReading],
    ) -> None:
        layouts = dict.fromkeys(table.layout for table in self.tables if table.layout)
        written = (n for n, line in enumerate(self.lines, 1) if line.strip())
        backwards = (n for n in range(len(self.lines), 0, -1) if self.lines[n - 1].strip())
        counts = Counter([cell.status for cell in cells])
        reading.reports.append(
            {
                **self.place,
                "content_hash": self.content_hash,
                "line_start": next(written, self.start + 1),
                "line_end": next(backwards, self.start + 1),
                "title": identity.title,
                "title_line": identity.title_line,
                "agency": identity.agency.value if identity.agency else None,
                "agency_line": identity.agency.line if identity.agency else None,
                "agency_source": identity.agency.source if identity.agency else None,
                "report_year": int(identity.year.value) if identity.year else None,
                "report_year_line": identity.year.line if identity.year else None,
                "report_year_source": identity.year.source if identity.year else None,
                "form": form.id if form else None,
                "form_source": form_source,
                "signature": identity.signature.value if identity.signature else None,
                "signature_line": identity.signature.line if identity.signature else None,
                "published_on": identity.published_on,
                "published_on_line": identity.published_on_line,
                "layout": " ".join(layouts) or None,
                "cells": len(cells),
                **{status: counts[status] for status in CELL_STATUSES},
            }
        )

    def _add_findings(
        self, reading: Reading, identity: Identity, form: Form | None, form_source: str | None
    ) -> None:
        for code, line, values in doubts_of(identity, form, form_source, self.start + 1):
            reading.findings.append(finding(code, **self.place, line=line, **values))
