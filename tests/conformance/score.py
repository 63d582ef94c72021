"""Scores what a reader made of a text against its gold, cell by cell.

The unforgivable class is SILENT WRONG: a cell `reported` with another figure than the one printed, or `reported`
where nothing was printed or nothing can be known. What the text cannot give is not asked for, see `recoverable`.
Does not belong here: how texts are made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import Any, Protocol

from schemas.form import forms
from tests.conformance.model import OPEN, UNKNOWN, Gold

Key = tuple[str, str, str]
_GAP = re.compile(r'[\s|│┃║,"\u3000\xa0+=]+')
# A figure, or a sign that stands for none.
_DIGITS = re.compile(r"[-+]?\d[\d.．]*(?:件|万元|元)?|[-—－/]{1,2}|无")
_TAG = re.compile(r"</?[a-z][^>]*>|&nbsp;")
_MONEY = ("purchase_amount", "fee_amount")
WINDOW_BEFORE, WINDOW_AFTER = 90, 50
# Rows of fewer cells stand one after another by chance wherever they stand: nothing is made of that.
LEAST_WIDE = 5


class Readable(Protocol):
    """What `assets.extract.reading.read_text` returns, as far as it is scored."""

    reports: list[dict[str, Any]]
    cells: list[dict[str, Any]]


@dataclass
class Score:
    """Counts of one case (or of many, added up) and the cells behind them."""

    right: int = 0
    asked: int = 0
    silent_wrong: int = 0
    missing: int = 0
    unflagged: int = 0
    false_blank: int = 0
    status_off: int = 0
    unit_off: int = 0
    identity: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def __iadd__(self, other: Score) -> Score:
        for name in (
            "right",
            "asked",
            "silent_wrong",
            "missing",
            "unflagged",
            "false_blank",
            "status_off",
            "unit_off",
        ):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.identity.update(other.identity)
        return self

    @property
    def recall(self) -> float:
        """Share of the cells that can be known that were read right."""
        return self.right / self.asked if self.asked else 1.0


def _tokens(text: str) -> str:
    return f" {_GAP.sub(' ', _TAG.sub(' ', text).replace(chr(92), ''))} "


@cache
def _pairs(form_id: str, table: str, row: str) -> frozenset[str]:
    label = next(r.zh for r in forms()[form_id].table(table).rows if r.key == row)
    letters = re.sub(r"[^\u4e00-\u9fff]", "", label)
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1)) or frozenset(letters)


def recoverable(text: str, gold: Sequence[Gold], form_id: str, tier: str) -> set[Key]:
    """The cells whose figures the text allows one to know.

    A row of the form (all of table 4 counts as one) is recoverable where its printed cells stand one after another
    in the text, whatever rules, bars, tabs and breaks are between them, and
      - tiers A and B: its table is printed, that is at least half of the rows so found stand near their labels (an
        empty cell keeps its place in those layouts, and so does an empty label). Where a converter lost the whole
        table, rows of noughts still stand in another one;
      - tier C: no cell of the row is empty, since an empty cell leaves no trace in flattened text, and at least half
        of its label (pairs of neighbouring letters) stands within 90 letters before or 50 after the figures. Five
        cells or more that are all alike must also fill a row of their run of figures: within `0 0 3 0 0 0 0 0 0 0 1 2 0`, seven noughts stand
        one after another whatever the row was, and nobody can say that they are a row (pdfminer prints table 3 so). A table
        all of whose cells are alike is known in any order.
    """
    spaced = _tokens(text)
    lines: dict[tuple[str, str], list[Gold]] = {}
    for g in gold:
        lines.setdefault((g.table, "*" if g.table == "4" else g.row), []).append(g)
    found: dict[str, list[tuple[set[Key], bool]]] = {}
    alike = {table for table, _ in lines if len({g.raw.strip() for g in gold if g.table == table}) == 1}
    for (table, row), cells in lines.items():
        raws = [g.raw for g in cells]
        if tier == "C" and any(not r.strip() for r in raws):
            continue
        printed = " ".join(raws)
        pairs = _pairs(form_id, table, row) if row != "*" else frozenset()
        wide = tier == "C" and pairs and table not in alike
        if wide and not _fills_a_row(spaced, _tokens(printed).split()):
            continue
        forms_of_row = [_tokens(p) for p in (printed, printed.replace(",", ""))]
        labelled = any(_stands(spaced, p, pairs) for p in forms_of_row)
        if labelled or (tier != "C" and any(_stands(spaced, p, frozenset()) for p in forms_of_row)):
            found.setdefault(table, []).append(({g.key for g in cells}, labelled))
    printed_tables = [
        rows for rows in found.values() if 2 * sum(labelled for _, labelled in rows) >= len(rows)
    ]
    return {key for rows in printed_tables for keys, _ in rows for key in keys}


def _fills_a_row(spaced: str, figures: list[str]) -> bool:
    """Whether figures that are all alike stand somewhere as a row of a run of rows; figures that differ do not need to."""
    width = len(figures)
    if len(set(figures)) != 1 or width < LEAST_WIDE:
        return True
    tokens = spaced.split()
    for is_run, group in groupby(
        range(len(tokens)), key=lambda at: _DIGITS.fullmatch(tokens[at]) is not None
    ):
        places = list(group)
        if is_run and len(places) % width == 0:
            starts = range(places[0], places[-1] + 1, width)
            if any(tokens[start : start + width] == figures for start in starts):
                return True
    return False


def _stands(spaced: str, wanted: str, pairs: frozenset[str]) -> bool:
    """Whether the figures stand in the text, near their label (no pairs: anywhere)."""
    at = spaced.find(wanted) if wanted.strip() else -1
    while at >= 0:
        if _label_near(spaced, at, at + len(wanted), pairs):
            return True
        at = spaced.find(wanted, at + 1)
    return False


def _label_near(spaced: str, start: int, end: int, pairs: frozenset[str]) -> bool:
    around = spaced[max(0, start - WINDOW_BEFORE) : end + WINDOW_AFTER].replace(" ", "")
    return sum(p in around for p in pairs) * 2 >= len(pairs)


def score(reading: Readable, meta: dict[str, str], gold: list[Gold], can: set[Key]) -> Score:
    """Score one reading; `can` are the cells that its text allows one to know (see `recoverable`).

    Agency, year and form are asked where the gold knows them.
    """
    total = Score()
    total.identity.update(cases=1)
    report = reading.reports[0] if reading.reports else {}
    known = {name: meta.get(name, "") for name in ("agency", "year", "form")}
    accepted = [a.replace(" ", "") for a in known["agency"].split("|")]
    for name, good in (
        ("agency", not known["agency"] or str(report.get("agency") or "").replace(" ", "") in accepted),
        ("year", not known["year"] or str(report.get("report_year")) == known["year"]),
        ("form", not known["form"] or report.get("form") == known["form"]),
        ("one_report", len(reading.reports) == 1),
    ):
        total.identity[name] += good
        if not good:
            total.notes.append(
                f"IDENTITY {name}: {report.get('agency')!r} {report.get('report_year')} {report.get('form')}"
            )
    read = {(c["table_no"], c["row_key"], c["col_key"]): c for c in reading.cells}
    for g in gold:
        _score_cell(total, g, read.pop(g.key, None), asked=g.key in can)
    for key, cell in read.items():
        if cell["status"] == "reported":
            total.silent_wrong += 1
            total.notes.append(
                f"WRONG   {'.'.join(key)}: not a cell of the printed form, read {cell['value']}"
            )
    return total


def _score_cell(total: Score, g: Gold, cell: dict[str, Any] | None, *, asked: bool) -> None:
    place = ".".join(g.key)
    status = cell["status"] if cell else "absent"
    where = f"(line {cell['line_start']}, {cell['layout']}, {cell['reason']})" if cell else "(no such cell)"
    if status == "reported" and cell is not None:
        if (
            g.status in ("reported", OPEN)
            and g.value is not None
            and abs(cell["value"] - g.value) < 1e-9 * max(1, abs(g.value))
        ):
            if g.status == "reported" and asked:
                total.asked += 1
                total.right += 1
            if g.key[2] in _MONEY and g.unit and (cell["unit"] or "") != g.unit and g.status == "reported":
                total.unit_off += 1
                total.notes.append(f"UNIT    {place}: {g.raw!r} {g.unit}, read {cell['unit']}")
            return
        total.silent_wrong += 1
        total.notes.append(
            f"WRONG   {place}: printed {g.raw!r} [{g.status}], read {cell['value']} from {cell['raw']!r} {where}"
        )
        return
    if g.status != "reported":
        known = g.status in ("blank", "not_applicable", "unparsed")
        if known and status != g.status and status in ("blank", "not_applicable", "unparsed"):
            total.status_off += 1
            total.notes.append(f"STATUS  {place}: printed {g.raw!r} [{g.status}], read {status} {where}")
        return
    if status in ("blank", "not_applicable"):
        total.false_blank += 1
        total.notes.append(f"BLANKED {place}: printed {g.raw!r}, read {status} {where}")
    if not asked:
        return
    total.asked += 1
    total.missing += 1
    if cell is None or not cell["reason"]:
        total.unflagged += 1
    total.notes.append(f"MISSING {place}: printed {g.raw!r}, read {status} {where}")


__all__ = ["OPEN", "UNKNOWN", "Score", "recoverable", "score"]
