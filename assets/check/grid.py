"""The cells of many reports as dense arrays: one line for each cell of the form, one column for each report.

Belongs here: where each figure stands in the arrays, a bounded number of reports at a time, with the cells of the year
before that rules speak of beneath the report's own. Does not belong here: sums (rules.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import polars as pl

from schemas.form import CellKey, forms
from schemas.rules import rules_of
from schemas.tables import CELL_STATUSES

# Reports whose figures are in memory as arrays at a time: some 10 MB.
_REPORTS = 4_000

# Statuses of cells whose figure is not known.
UNKNOWN = ("uncertain", "absent", "unparsed")

Place = tuple[bool, CellKey]  # of the year before, and which
Numbers = npt.NDArray[np.int64]
Figures = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Grid:
    """The reports of one form in one batch; arrays are (places of the form, reports).

    `reports` numbers the reports in the frame of reports, `previous` holds the ids of those of the year before. A place
    without a cell has the figure 0, no status and the line 0. `raw` is one column, place after place; `why` holds the
    reasons of all cells, of which `at` (-1: no cell) tells the places.
    """

    form: str
    reports: Numbers
    previous: pl.Series
    at: Numbers
    value: Figures
    status: npt.NDArray[np.uint8]
    line: Numbers
    raw: pl.Series
    why: pl.Series

    def has(self, *statuses: str) -> Truths:
        """Where a cell has one of these statuses."""
        held: Truths = np.isin(self.status, [CELL_STATUSES.index(status) for status in statuses])
        return held

    def reasons(self, lines: Numbers, reports: Numbers) -> pl.Series:
        """The reasons that cells have which are there."""
        return self.why.gather(self.at[lines, reports])


@cache
def places(form_id: str) -> tuple[Place, ...]:
    """The lines of a form's arrays: its cells in printed order, then those of the year before that its rules name."""
    before = {(True, term.cell): None for rule in rules_of(form_id) for term in rule.terms if term.previous}
    return (*((False, cell) for cell in forms()[form_id].cells), *before)


@cache
def _keys() -> tuple[pl.Enum, pl.Enum]:
    every = [cell for form in forms().values() for cell in form.cells]
    rows, columns = (list(dict.fromkeys(names)) for names in zip(*(c[1:] for c in every), strict=True))
    return pl.Enum(rows), pl.Enum(columns)


@cache
def _lines(form_id: str, *, previous: bool) -> Numbers:
    """The line of each (row key, column key), -1 where the form has none, as for the last: keys that no form has.

    The two keys tell the table, too.
    """
    rows, columns = (list(keys.categories) for keys in _keys())
    found = np.full(len(rows) * len(columns) + 1, -1, dtype=np.int64)
    for line, (before, cell) in enumerate(places(form_id)):
        if before == previous:
            found[rows.index(cell.row_key) * len(columns) + columns.index(cell.col_key)] = line
    return found


class _Cells:
    """The columns of the cells as arrays in the order of reports, each with a last row for cells that are not there."""

    def __init__(self, cells: pl.DataFrame, ids: pl.Series) -> None:
        rows, columns = _keys()
        runs = cells["report_id"].rle().struct.unnest()
        numbered = pl.DataFrame({"value": ids, "number": np.arange(len(ids))})
        of_run = runs.join(numbered, on="value", how="left", maintain_order="left")["number"].fill_null(-1)
        number = np.repeat(of_run.to_numpy(), runs["len"].to_numpy())
        if not pl.Series(number).is_sorted():
            order = np.argsort(number, kind="stable")
            cells, number = cells[order], number[order]
        self.raw, self.why = cells["raw"], cells["reason"]
        self.start: Numbers = np.searchsorted(number, np.arange(len(ids) + 1))
        key = cells.select(
            pl.col("row_key").cast(rows, strict=False).to_physical().cast(pl.Int64) * len(columns.categories)
            + pl.col("col_key").cast(columns, strict=False).to_physical()
        )
        self.key = key.to_series().fill_null(-1).to_numpy()
        statuses = cells["status"].cast(pl.Enum(CELL_STATUSES)).to_physical().cast(pl.UInt8)
        self.status = np.append(statuses.to_numpy(), np.uint8(len(CELL_STATUSES)))
        self.value = np.append(cells["value"].fill_null(0).to_numpy(), 0.0)
        self.line = np.append(cells["line_start"].fill_null(0).to_numpy(), 0)

    def put(self, at: Numbers, lines: Numbers, owners: Numbers) -> None:
        """Write into `at` (places, reports) the rows of the owners' cells, -1 being no report."""
        columns = np.flatnonzero(owners >= 0)
        first = self.start[owners[columns]]
        count = self.start[owners[columns] + 1] - first
        column = np.repeat(columns, count)
        row = np.arange(len(column)) + np.repeat(first - (np.cumsum(count) - count), count)
        line = lines[self.key[row]]
        fits = line >= 0
        at[line[fits], column[fits]] = row[fits]


def grids(cells: pl.DataFrame, reports: pl.DataFrame, claims: pl.DataFrame) -> Iterator[list[Grid]]:
    """The arrays of some reports after the other, one for each form; the reports of no form have none.

    `cells` may hold those of further reports, which are looked at where they are of the year before.
    """
    others = pl.Series(claims["previous_id"].drop_nulls().unique(maintain_order=True), dtype=pl.String)
    others = others.filter(~others.is_in(reports["report_id"].implode()))
    ids = pl.concat([reports["report_id"], others])
    held = _Cells(cells, ids)
    numbered = pl.DataFrame({"previous_id": ids, "number": np.arange(len(ids))})
    about = reports.select("report_id", "form").join(
        claims.select("report_id", "previous_id").join(numbered, on="previous_id", how="left"),
        on="report_id",
        how="left",
        maintain_order="left",
    )
    for start in range(0, reports.height, _REPORTS):
        some = about.slice(start, _REPORTS).with_row_index("at", offset=start)
        yield [
            _grid(held, form_id, of_form)
            for form_id in forms()
            if not (of_form := some.filter(pl.col("form") == form_id)).is_empty()
        ]


def _grid(held: _Cells, form_id: str, about: pl.DataFrame) -> Grid:
    reports = about["at"].cast(pl.Int64).to_numpy()
    at: Numbers = np.full((len(places(form_id)), len(reports)), -1, dtype=np.int64)
    held.put(at, _lines(form_id, previous=False), reports)
    held.put(at, _lines(form_id, previous=True), about["number"].fill_null(-1).to_numpy())
    rows = pl.Series(at.ravel())
    return Grid(
        form_id, reports, about["previous_id"], at,
        held.value[at], held.status[at], held.line[at], held.raw.gather(rows.set(rows < 0, None)), held.why,
    )  # fmt: skip


def printed_in(grid: Grid) -> pl.DataFrame:
    """What stands in each place, as evidence: one column a place."""
    texts = {
        "raw": grid.raw,
        "told": grid.has("reported", "not_applicable").ravel(),
        "blank": grid.has("blank").ravel(),
    }
    printed = pl.DataFrame(texts).select(
        pl.when("told")
        .then(pl.col("raw").str.replace_all(r"\s", "").fill_null("?"))
        .when("blank")
        .then(pl.lit("blank"))
        .otherwise(pl.lit("?"))
    )
    column, size = printed.to_series(), len(grid.reports)
    return pl.DataFrame({str(line): column.slice(line * size, size) for line in range(len(grid.at))})


def or_null(numbers: Numbers) -> pl.Series:
    """As a column, nulls for what is not positive."""
    column = pl.Series(numbers.ravel())
    return column.set(column <= 0, None)


def first_of(numbers: Numbers, where: Truths) -> Numbers:
    """For each column the first number of which `where` holds; 0 where none is."""
    found: Numbers = np.where(
        where.any(axis=0), numbers[np.argmax(where, axis=0), np.arange(numbers.shape[1])], 0
    )
    return found
