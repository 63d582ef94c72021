"""A warehouse in which nothing is as one would wish, for what is taken away from it; and one of an empty folder."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest

from assets.warehouse.exports.tables import PARTITION
from schemas.form import CellKey
from schemas.tables import TABLES, dtypes
from tests.reports import folder, put_out, tables, text
from tests.warehouse.hostile import AGENCY, HOSTILE


@pytest.fixture(scope="package")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pl.DataFrame]:
    """Three reports: one with a broken sum and cells that are no figures, one of no known year, all under hostile names."""
    source = folder(tmp_path_factory.mktemp("source"))
    odd = {
        CellKey("3", "granted", "natural_person"): "若干",
        CellKey("3", "other_misc", "total"): "-",
        CellKey("2", "regulations", "issued"): "",
        CellKey("2", "fees", "fee_amount"): "17.25万元",
        CellKey("2", "permits", "decisions"): "-35",
        CellKey("4", "review", "total"): "2",
        CellKey("4", "review", "upheld"): "1",
    }
    (source / '=odd, "quoted".txt').write_text(text("青岚县教育局", 2021, odd), encoding="utf-8")
    found, _ = tables(source)
    named = [n for n in found["reports"]["agency"].to_list() if n and "教育" in n]
    assert named
    texts = list(HOSTILE)
    of_no_year = pl.col("source_file") == "b.txt"
    for name, frame in found.items():
        changed = {
            "agency": pl.col("agency").replace(named[0], AGENCY) if "agency" in frame.columns else None,
            PARTITION: pl.when(~of_no_year).then(pl.col(PARTITION)) if PARTITION in frame.columns else None,
        }
        found[name] = frame.with_columns(**{c: to for c, to in changed.items() if to is not None})
    sections = found["report_sections"]
    found["report_sections"] = sections.with_columns(
        text=pl.Series([texts[i % len(texts)] for i in range(sections.height)], dtype=pl.String),
        heading=pl.Series([texts[-i % len(texts)] for i in range(sections.height)], dtype=pl.String),
    )
    found["retired_files"] = pl.DataFrame(
        {
            name: [f"{t}|{i}" for i, t in enumerate(texts)]
            if name == "source_file"
            else texts
            if dtype == pl.String
            else [None] * len(texts)
            for name, dtype in dtypes(TABLES["retired_files"].model).items()
        },
        schema=dtypes(TABLES["retired_files"].model),
    ).with_columns(
        size_bytes=pl.lit(1),
        modified_at=pl.lit(0).cast(pl.Datetime("us", "UTC")),
        retired_at=pl.lit(1).cast(pl.Datetime("us", "UTC")),
    )
    return found


@pytest.fixture(scope="package")
def build(made: dict[str, pl.DataFrame], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_out(tmp_path_factory.mktemp("w"), "one", made)


@pytest.fixture
def connection(build: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(build), read_only=True) as opened:
        opened.execute("SET timezone = 'UTC'")
        yield opened


@pytest.fixture
def nothing(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A warehouse of an empty folder."""
    (tmp_path / "no").mkdir()
    with duckdb.connect(
        str(put_out(tmp_path / "w", "none", tables(tmp_path / "no")[0])), read_only=True
    ) as opened:
        opened.execute("SET timezone = 'UTC'")
        yield opened
