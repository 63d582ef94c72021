"""What is taken away equals the warehouse, whatever stands in it: read back by the programs that users have."""

import csv
import io
import json
from pathlib import Path

import duckdb
import polars as pl
import pytest

from assets.warehouse.exports import package
from assets.warehouse.exports.folder import ExportError, manifest, whole
from assets.warehouse.exports.tables import PARTITION, unescaped, write_csv, write_parquet
from schemas.tables import TABLES, dtypes
from schemas.tables.keys import FOREIGN_KEYS, primary_key
from tests.warehouse.hostile import AGENCY, HOSTILE


def in_warehouse(connection: duckdb.DuckDBPyConnection, name: str) -> pl.DataFrame:
    return connection.sql(f"FROM {name}").pl()


def rows(frame: pl.DataFrame) -> list[str]:
    """The rows in an order of their own: years stand in files of their own, so that the order is not kept."""
    return sorted(map(repr, frame.rows()))


@pytest.mark.parametrize("which", ["connection", "nothing"])
def test_parquet_read_back_is_the_warehouse(
    which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    opened = request.getfixturevalue(which)
    for name, spec in TABLES.items():
        write_parquet(opened, name, tmp_path / "parquet", "build-one")
        here, order = in_warehouse(opened, name), list(dtypes(spec.model))
        split = PARTITION in order
        place = tmp_path / "parquet" / (f"{name}/**/*.parquet" if split else f"{name}.parquet")
        by_polars = pl.read_parquet(place, hive_partitioning=split).select(order)
        by_duckdb = (
            duckdb.sql(f"SET timezone = 'UTC'; FROM read_parquet('{place}', hive_partitioning = {split})")
            .pl()
            .select(order)
        )
        for back in (by_polars, by_duckdb):
            assert rows(back) == rows(here), name
            for column, dtype in here.schema.items():
                if column != PARTITION:
                    assert back.schema[column] == dtype, (name, column)
    if which == "connection":
        years = {p.name for p in (tmp_path / "parquet" / "reports").iterdir()}
        assert years == {"report_year=2021", "report_year=2022", "report_year=__HIVE_DEFAULT_PARTITION__"}


@pytest.mark.parametrize("which", ["connection", "nothing"])
def test_csv_read_back_is_the_warehouse(which: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    opened = request.getfixturevalue(which)
    for name, spec in TABLES.items():
        path = write_csv(opened, name, tmp_path)
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf" + next(iter(dtypes(spec.model))).encode())
        texts = {c for c, dtype in dtypes(spec.model).items() if dtype == pl.String}
        types = dict.fromkeys(dtypes(spec.model), "VARCHAR")
        read = duckdb.sql(
            "FROM read_csv(?, header = true, columns = ?, allow_quoted_nulls = false, quote = '\"', escape = '\"', new_line = '\\r\\n')",
            params=[str(path), types],
        ).pl()
        back = read.with_columns(unescaped(pl.col(c)) for c in texts).with_columns(
            pl.col(c).str.json_decode(dtype)
            if isinstance(dtype, pl.List)
            else pl.col(c).str.to_datetime("%Y-%m-%dT%H:%M:%S%.6fZ", time_zone="UTC")
            if isinstance(dtype, pl.Datetime)
            else pl.col(c) == "true"
            if dtype == pl.Boolean
            else pl.col(c).str.to_date()
            if dtype == pl.Date
            else pl.col(c).cast(dtype)
            for c, dtype in dtypes(spec.model).items()
        )
        assert back.equals(in_warehouse(opened, name)), name


def test_no_text_in_a_csv_is_a_formula_or_changed_by_excel(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    escaped = set()
    for name, spec in TABLES.items():
        data = write_csv(connection, name, tmp_path).read_bytes().decode("utf-8-sig")
        # Each row ends in CRLF, and every other line break stands in quotes.
        header, *lines = list(csv.reader(io.StringIO(data, newline="")))
        assert data.endswith("\r\n")
        for line in lines:
            for column, cell in zip(header, line, strict=True):
                if dtypes(spec.model)[column] == pl.String and cell.startswith("'"):
                    escaped.add(cell[1:])
                elif dtypes(spec.model)[column] == pl.String:
                    assert cell.strip(" \t\r\n\u3000\u200b\u00a0")[:1] not in set("=+-@＝＋－＠") - {""}, (
                        name,
                        column,
                        cell,
                    )
                    assert not cell.startswith(("\t", "\r", "\n")), cell
    assert {AGENCY, *HOSTILE[:25]} - escaped == set()
    # What Excel leaves as it is stays as it is.
    assert not escaped & {"0", "7", "17.25万元", "a,b", "../../etc/passwd", "#NAME?", 'a"b,c'}


def test_frictionless_finds_the_package_valid_and_a_planted_fault(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    frictionless = pytest.importorskip("frictionless", reason="make setup installs it")
    (tmp_path / "csv").mkdir()
    for name in TABLES:
        write_csv(connection, name, tmp_path / "csv")
    package.write(tmp_path, "build-one", "2026-01-01T00:00:00Z")
    checked = frictionless.validate(str(tmp_path / package.NAME))
    assert checked.valid, checked.flatten(["title", "type", "message"])[:5]
    assert checked.stats["tasks"] == len(TABLES)

    requests = tmp_path / "csv" / "fact_requests.csv"
    data = requests.read_bytes()
    for old, new, error in (
        (b",reported,", b",made_up_,", "constraint-error"),
        (
            connection.execute("select report_id from fact_requests").fetchall()[0][0].encode(),
            b"0" * 15 + b"a",
            "foreign-key",
        ),
        (b"new_received,total", b"new_received,research", "primary-key"),
    ):
        assert old in data
        requests.write_bytes(data.replace(old, new, 1))
        package.write(tmp_path, "build-one", "2026-01-01T00:00:00Z")  # bytes and digest of the changed file
        found = frictionless.validate(str(tmp_path / package.NAME), name="fact_requests")
        assert error in {row[0] for row in found.flatten(["type"])}, error
    requests.write_bytes(data.replace(b"new_received", b"newly_received", 1))
    found = frictionless.validate(str(tmp_path / package.NAME), name="fact_requests")
    assert {row[0] for row in found.flatten(["type"])} == {"byte-count", "hash-count"}


def test_the_package_says_what_schemas_say(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    (tmp_path / "csv").mkdir()
    for name in TABLES:
        write_csv(connection, name, tmp_path / "csv")
    package.write(tmp_path, "build-one", "2026-01-01T00:00:00Z")
    told = json.loads((tmp_path / package.NAME).read_text())
    by_name = {resource["name"]: resource for resource in told["resources"]}
    assert "licenses" not in told
    request = by_name["fact_requests"]
    assert request["schema"]["primaryKey"] == ["report_id", "row_key", "col_key"]
    value = next(f for f in request["schema"]["fields"] if f["name"] == "value")
    assert value["unitField"] == "unit"
    assert value["title"] == "数值（按所印单位）"
    status = next(f for f in request["schema"]["fields"] if f["name"] == "status")
    assert "uncertain" in status["constraints"]["enum"]


def test_keys_hold(connection: duckdb.DuckDBPyConnection) -> None:
    for name, spec in TABLES.items():
        if key := ", ".join(primary_key(spec.model)):
            assert (
                connection.execute(f"SELECT {key} FROM {name} GROUP BY ALL HAVING count(*) > 1").fetchall()
                == []
            )
        for foreign in FOREIGN_KEYS.get(name, ()):
            own, other = ", ".join(foreign.columns), ", ".join(foreign.referred)
            lost = f"SELECT {own} FROM {name} WHERE {foreign.columns[0]} IS NOT NULL EXCEPT SELECT {other} FROM {foreign.table}"
            assert connection.execute(lost).fetchall() == [], (name, foreign)


def test_a_folder_is_replaced_only_if_it_is_an_export_as_it_was_left(tmp_path: Path) -> None:
    place = tmp_path / "out"

    def put(word: str) -> None:
        with whole(place) as new:
            (new / "sub").mkdir()
            (new / "sub" / "a.txt").write_text(word)
            manifest(new, {})

    place.mkdir()
    put("one")
    put("two!")
    assert (place / "sub" / "a.txt").read_text() == "two!"
    (place / "sub" / "mine.xlsx").write_text("kept")
    with pytest.raises(ExportError, match=r"mine\.xlsx"):
        put("three")
    assert (place / "sub" / "mine.xlsx").read_text() == "kept"
    (place / "sub" / "mine.xlsx").unlink()
    (place / "sub" / "a.txt").write_text("changed by hand")
    with pytest.raises(ExportError, match=r"sub/a\.txt"):
        put("three")
    assert (place / "sub" / "a.txt").read_text() == "changed by hand"
    other = tmp_path / "other"
    other.mkdir()
    (other / "export.json").write_text("[]")
    with pytest.raises(ExportError, match="not empty"), whole(other):
        pass
    with pytest.raises(ExportError, match="is a file"), whole(other / "export.json"):
        pass
    assert sorted(p.name for p in tmp_path.iterdir()) == ["other", "out"]


def test_an_export_that_fails_or_was_killed_leaves_what_was_there(tmp_path: Path) -> None:
    place = tmp_path / "out"
    with whole(place) as new:
        (new / "a.txt").write_text("one")
        manifest(new, {})
    with pytest.raises(ZeroDivisionError), whole(place) as new:
        (new / "a.txt").write_text("half")
        raise ZeroDivisionError
    assert (place / "a.txt").read_text() == "one"
    (tmp_path / ".out.new" / "deep").mkdir(parents=True)  # as a killed one leaves it
    with whole(place) as new:
        assert list(new.iterdir()) == []
        with pytest.raises(ExportError, match="another export"), whole(place):
            pass
        (new / "a.txt").write_text("two")
        manifest(new, {})
    assert (place / "a.txt").read_text() == "two"
    assert [p.name for p in tmp_path.iterdir()] == ["out"]
