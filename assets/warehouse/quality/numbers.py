"""The results of a page's queries, and how a value is written.

Belongs here: running the queries of a block; a share as per cent. Does not belong here: the queries, or HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import duckdb

from assets.warehouse.quality.coverage import COVERAGE
from assets.warehouse.quality.faults import BROKE, WORST
from assets.warehouse.quality.glance import GLANCE
from assets.warehouse.quality.model import Block, Kind, Section
from assets.warehouse.quality.trends import RUNS, TRENDS
from assets.warehouse.quality.trust import TRUST

SECTIONS: tuple[Section, ...] = (GLANCE, COVERAGE, TRUST, BROKE, WORST, TRENDS, RUNS)

_PLACEHOLDER = re.compile(r"\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}")
_SMALLEST = 0.001


@dataclass(frozen=True)
class Answer:
    """A block with the rows of its queries: `totals` is one row, empty where its query has none."""

    block: Block
    totals: dict[str, Any]
    rows: list[dict[str, Any]]

    @property
    def first(self) -> Any:
        """The first of the totals; None where there is none."""
        return next(iter(self.totals.values()), None)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show: of a single figure, that it is not known; of a table, also that it is 0."""
        return self.first is None or (bool(self.block.rows) and not self.first)


def answer(connection: duckdb.DuckDBPyConnection, block: Block) -> Answer:
    """Run a block's queries; raises duckdb.Error where the warehouse is of another structure."""
    totals = _rows(connection, block.totals)
    return Answer(block, totals[0] if totals else {}, _rows(connection, block.rows) if block.rows else [])


def written(value: Any, kind: Kind | None = None) -> str:
    """A value as people read it; without a kind by its type, where a float is a share."""
    if value is None:
        return "—"
    if kind is Kind.SHARE or (kind is None and isinstance(value, float)):
        return percent(value)
    if kind is Kind.CHANGE:
        return "±0" if value == 0 else f"{value:+,}".replace("-", "−")
    if kind is Kind.COUNT or (kind is None and isinstance(value, int)):
        return f"{value:,}"
    if kind is Kind.FIGURE:
        return f"{value:,.10g}"
    return str(value)


def percent(share: float) -> str:
    """A share with one decimal, cut off, so that 100 % is said of all only and 0 % of none."""
    if 0 < share < _SMALLEST:
        return "<0.1 %"
    cut = int(share * 1000 + 1e-9) / 10
    return f"{cut:.0f} %" if cut in (0, 100) else f"{cut:.1f} %"


def pieces(template: str, totals: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(text, name of the total it is, else "") of a title, in order."""
    end = 0
    for found in _PLACEHOLDER.finditer(template):
        name, one, many = found.groups()
        yield template[end : found.start()], ""
        yield written(totals[name]), name
        if one is not None:
            yield f" {one if totals[name] == 1 else many}", ""
        end = found.end()
    yield template[end:], ""


def _rows(connection: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    cursor = connection.execute(query)
    names = [name for name, *_ in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
