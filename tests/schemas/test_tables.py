"""Each model refuses a planted fault of each kind it can have."""

from collections.abc import Iterator

import duckdb
import pandera.errors
import polars as pl
import pytest

from assets.warehouse.publish import LINK
from pipelines.instance import prepare_home
from pipelines.local import run_nightly
from schemas.tables import TABLES, Cells, Reports, RuleResults, TableModel, dtypes, empty, meaning
from tests.reports import folder, frames, judge, tables

MODELS = [*TABLES, "cells"]


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pl.DataFrame]:
    where = tmp_path_factory.mktemp("nights")
    source = folder(where / "source")
    made, read = tables(source)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DAGSTER_HOME", str(where / "home"))
        prepare_home()
        assert run_nightly(source, where / "w") is None
        (source / "b.txt").unlink()
        assert run_nightly(source, where / "w") is None
    with duckdb.connect(str(where / "w" / LINK), read_only=True) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        of_runs = {name: connection.sql(f"from {name}").pl() for name, spec in TABLES.items() if spec.of_runs}
    return {**made, **of_runs, "cells": read.cells}


def model_of(name: str) -> type[TableModel]:
    return Cells if name == "cells" else TABLES[name].model


def faults(frame: pl.DataFrame, model: type[TableModel]) -> Iterator[tuple[str, pl.DataFrame]]:
    """Bad versions of a good frame: one for each promise of its model."""
    schema = model.to_schema()
    first = frame.columns[0]
    yield "a column is missing", frame.drop(first)
    yield "a column is not declared", frame.with_columns(stray=pl.lit(1))
    yield "another type", frame.with_columns(pl.lit(1, pl.Int8).alias(first))
    if any(column.unique for column in schema.columns.values()) or schema.unique:
        yield "a row stands twice", pl.concat([frame, frame.head(1)])
    for name, column in schema.columns.items():
        if not column.nullable:
            nothing = pl.lit(None, frame.schema[name])
            yield f"{name} is null", frame.with_columns(nothing.alias(name))
        for check in column.checks:
            wrong = {pl.String: "", pl.Int64: -1, pl.Float64: -1.0}[frame.schema[name].base_type()]
            yield f"{name} against {check.name}", frame.head(1).with_columns(pl.lit(wrong).alias(name))


@pytest.mark.parametrize("name", MODELS)
def test_a_good_frame_is_taken_and_each_planted_fault_refused(
    name: str, good: dict[str, pl.DataFrame]
) -> None:
    model, frame = model_of(name), good[name]
    assert frame.height
    model.validate(frame, lazy=True)
    for fault, bad in faults(frame, model):
        with pytest.raises((pandera.errors.SchemaErrors, pandera.errors.SchemaError)):
            model.validate(bad)  # up to the first that is refused
            pytest.fail(f"{name}: not noticed: {fault}")


@pytest.mark.parametrize(
    "fault",
    [
        {"value": pl.lit(None, pl.Float64)},
        {"status": pl.lit("blank")},
        {"raw": pl.lit(None, pl.String)},
        {"line_start": pl.lit(None, pl.Int64)},
        {"line_end": pl.lit(1, pl.Int64)},
        {"reason": pl.lit("row-absent")},
        {"status": pl.lit("absent"), "value": pl.lit(None, pl.Float64)},
    ],
    ids="-".join,
)
def test_a_cell_that_contradicts_itself_is_refused(fault: dict[str, pl.Expr]) -> None:
    cells, _ = frames("2021")
    with pytest.raises(pandera.errors.SchemaErrors):
        Cells.validate(cells.with_columns(**fault), lazy=True)


@pytest.mark.parametrize("state", ["fail", "not_assessable"])
def test_a_state_that_its_difference_belies_is_refused(state: str) -> None:
    results = judge(*frames("2019"))
    with pytest.raises(pandera.errors.SchemaErrors):
        RuleResults.validate(results.with_columns(state=pl.lit(state)), lazy=True)


@pytest.mark.parametrize("name", MODELS)
def test_an_empty_frame_is_a_frame(name: str) -> None:
    model_of(name).validate(empty(model_of(name)), lazy=True)


@pytest.mark.parametrize("name", MODELS)
def test_every_column_says_what_it_means_in_both_languages(name: str) -> None:
    meanings = meaning(model_of(name))
    assert set(meanings) == set(dtypes(model_of(name)))
    assert all(zh.strip() and en.strip() and zh != en for zh, en in meanings.values())


def test_report_frames_made_for_tests_are_reports() -> None:
    Reports.validate(frames("2019")[1], lazy=True)
