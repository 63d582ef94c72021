"""Whole passages of reports of many kinds of agencies: what they say of the tables is found, and nobody is accused wrongly."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from schemas.form import CellKey, forms
from tests.check.narrated import Story, compare_all
from tests.check.test_narrative_fresh import about

LEAST_FOUND = 0.9
LEAST_PASSAGES = 170
# The parts of a mark: {figure cell}, {words=0 cell}, a ! for a contradiction.
MARK = re.compile(r"\{(?P<raw>[^{}= ]+)(?:=(?P<value>\d+))? (?P<cell>[^{} !]+)(?P<wrong>!?)\}")


@dataclass
class Passage:
    """A text, the agency, year, form and figures of its report, and the (figure, cells, contradicts) that it says."""

    form: str
    year: int
    agency: str
    figures: dict[str, float] = field(default_factory=dict)
    text: str = ""
    says: list[tuple[float, list[str], bool]] = field(default_factory=list)

    def beside(self, figures: dict[str, float]) -> Story:
        """The text in a report with these figures."""
        change: dict[CellKey, dict[str, object]] = {}
        for cell in forms()[self.form].cells:
            value = figures.get(f"{cell.row_key}.{cell.col_key}", 0.0)
            change[cell] = {"value": value, "raw": f"{value:.15g}"}
            if cell.col_key == "purchase_amount":
                change[cell]["unit"] = "万元"
        return Story(self.text, self.form, self.agency, self.year, change)

    def means(self, row: dict[str, object], *, wrong: bool | None = None) -> bool:
        """Whether a narrative figure is one that is marked."""
        return any(
            row["value"] == figure and any(about(row, cell) for cell in cells)
            for figure, cells, contradicts in self.says
            if wrong is None or wrong == contradicts
        )


@cache
def passages() -> list[Passage]:
    """The passages of narratives.txt."""
    found: list[Passage] = []
    for line in (Path(__file__).parent / "narratives.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            form, year, agency = line[1:].split()
            found.append(Passage(form, int(year), agency))
        elif line.startswith("= "):
            pairs = (pair.split("=") for pair in line[2:].split())
            found[-1].figures = {cell: float(value) for cell, value in pairs}
        elif not line.startswith("#") or found:
            passage = found[-1]
            for mark in MARK.finditer(line):
                value = float(mark["value"] or mark["raw"].replace(",", ""))
                passage.says.append((value, mark["cell"].split("|"), bool(mark["wrong"])))
            passage.text += MARK.sub(lambda mark: mark["raw"], line) + "\n"
    return found


def test_what_is_said_is_found_and_nobody_is_accused_wrongly() -> None:
    figures, missed, wrong = 0, [], []
    told = compare_all([passage.beside(passage.figures) for passage in passages()])
    for passage, rows in zip(passages(), told, strict=True):
        for figure, cells, contradicts in passage.says:
            state = "contradicts" if contradicts else "agrees"
            figures += 1
            if not any(
                row["value"] == figure and row["state"] == state and any(about(row, cell) for cell in cells)
                for row in rows
            ):
                missed.append((passage.agency, figure, cells))
        # parts of a sum that the passage misstates may be held against that sum
        misstates = any(contradicts for _, _, contradicts in passage.says)
        wrong += [
            (passage.agency, row["sentence"], row["raw"], row["subject"])
            for row in rows
            if row["state"] == "contradicts"
            and not passage.means(row, wrong=True)
            and not (row["subject"] == "stated_sum" and misstates)
        ]
    assert len(passages()) >= LEAST_PASSAGES
    assert not wrong
    assert figures - len(missed) >= LEAST_FOUND * figures, missed


def test_where_every_cell_is_another_only_figures_of_the_tables_are_accused() -> None:
    """Beside tables that agree with nothing, every sentence that is held to speak of them is seen."""
    others = {
        form.id: {f"{cell.row_key}.{cell.col_key}": 7919.0 + 13 * i for i, cell in enumerate(form.cells)}
        for form in forms().values()
    }
    told = compare_all([passage.beside(others[passage.form]) for passage in passages()])
    raised, wrong = 0, []
    for passage, rows in zip(passages(), told, strict=True):
        accused = [r for r in rows if r["state"] == "contradicts" and r["subject"] != "stated_sum"]
        raised += len(accused)
        wrong += [(passage.agency, row["sentence"], row["raw"]) for row in accused if not passage.means(row)]
    assert raised >= len(passages())
    assert not wrong
