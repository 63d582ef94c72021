"""What is taken away equals the warehouse, whatever stands in it: read back by the programs that users have."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import polars as pl
import pytest

from assets.warehouse.exports import package
from assets.warehouse.exports.folder import ExportError, manifest, whole
from assets.warehouse.exports.formsheets import write_forms
from assets.warehouse.exports.layout import boxes
from assets.warehouse.exports.marks import KINDS, Report, reports
from assets.warehouse.exports.sheets import sheet_name
from assets.warehouse.exports.tables import PARTITION, unescaped, write_csv, write_parquet
from assets.warehouse.exports.yearbook import fields, write_yearbook
from schemas.form import CellKey, forms
from schemas.tables import TABLES, dtypes
from schemas.tables.keys import FOREIGN_KEYS, primary_key
from tests.reports import folder, put_out, tables, text

AGENCY = "=cmd|' /C calc'!A0"
# What has begun formulas in spreadsheets, or come out of them otherwise than it went in, or broken files.
HOSTILE = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u3000=1", "\u200b=1", "＝1", "－1"),
    *(
        "'",
        "''",
        "'=1",
        "00",
        "0/0",
        "3-1",
        "1e5",
        "12345678901234567",
        "1,113",
        "2020年3月",
        "5%",
        "12:30",
        "1.50",
    ),
    *(
        '"',
        '""',
        'a"b,c',
        "a,b",
        "a\nb",
        "a\r\nb",
        "a\rb",
        "甲\n=乙",
        "../../etc/passwd",
        "[]:*?/\\",
        "",
        " ",
        "#NAME?",
    ),
)


@pytest.fixture(scope="module")
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


@pytest.fixture(scope="module")
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


@pytest.mark.parametrize("form", list(forms()))
def test_each_cell_of_the_form_has_one_place_and_no_boxes_overlap(form: str) -> None:
    for table in forms()[form].tables:
        placed, height = boxes(table)
        assert sorted(box.key for box in placed if box.key) == sorted(
            k for k in forms()[form].cells if k.table_no == table.no
        )
        squares = [
            (box.row + r, box.column + c)
            for box in placed
            for r in range(box.rows)
            for c in range(box.columns)
        ]
        assert len(squares) == len(set(squares))
        width = max(c for _, c in squares) + 1
        # The form has no holes either.
        assert len(squares) == height * width
        labels = {box.label for box in placed}
        assert {row.zh for row in table.rows} | {group.zh for group in table.groups} <= labels


@pytest.mark.parametrize("form", list(forms()))
def test_each_cell_stands_under_its_column_and_beside_its_row(form: str) -> None:
    for table in forms()[form].tables:
        placed, _ = boxes(table)
        columns = {column.key: column.zh for column in table.columns}
        labels = {row.key: row.zh for row in table.rows}
        for cell in (box for box in placed if box.key):
            covering = [b for b in placed if not b.key and b.column <= cell.column < b.column + b.columns]
            above = [b.label for b in sorted(covering, key=lambda b: -b.row) if b.row < cell.row]
            assert above[0] == columns[cell.key.col_key], cell
            if table.one_row:
                assert above[1] == labels[cell.key.row_key], cell
            else:
                beside = [b.label for b in placed if b.is_item and b.row == cell.row]
                assert beside == [labels[cell.key.row_key]], cell


def _forms_book(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[Any, list[Report]]:
    ids = [i for (i,) in connection.execute("SELECT report_id FROM reports ORDER BY source_file").fetchall()]
    write_forms(reports(connection, ids), path)
    return openpyxl.load_workbook(path), list(reports(connection, ids))


def test_a_sheet_shows_a_report_as_on_the_form(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    book, told = _forms_book(connection, tmp_path / "forms.xlsx")
    assert book.sheetnames == ["目录", "=cmd| C calc !A02021", "青岚县林业局2022", "云溪市水务局"]
    for sheet, report in zip(book.worksheets[1:], told, strict=True):
        at = {cell.value: cell for line in sheet.iter_rows() for cell in line if isinstance(cell.value, str)}
        assert report.form is not None
        for table in report.form.tables:
            title = next(cell for value, cell in at.items() if value.endswith(table.zh))
            left = 4 if table.one_row else 1
            for box in boxes(table)[0]:
                cell = sheet.cell(title.row + 1 + box.row, left + box.column)
                if box.rows * box.columns > 1:
                    last = sheet.cell(cell.row + box.rows - 1, cell.column + box.columns - 1)
                    assert f"{cell.coordinate}:{last.coordinate}" in {
                        str(m) for m in sheet.merged_cells.ranges
                    }
                if box.key is None:
                    assert cell.value == box.label
                    continue
                known = report.cells[box.key]
                assert cell.value == (known["value"] if known["value"] is not None else known["raw"] or None)
                fill = KINDS[report.mark(box.key)].fill
                assert cell.fill.fgColor.rgb == (f"FF{fill[1:]}" if fill else "00000000")


def test_colours_and_comments_say_what_is_wrong_and_why(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    book, told = _forms_book(connection, tmp_path / "forms.xlsx")
    kinds = {report.mark(key) for report in told for key in report.cells}
    assert {"culprit", "unparsed", "suspect", "blank", "not_applicable", "reported"} <= kinds
    comments = [
        c.comment.text for sheet in book.worksheets for line in sheet.iter_rows() for c in line if c.comment
    ]
    wrong = connection.execute(
        "SELECT proposed_value, reason_zh, line FROM corrections WHERE status = 'proposed'"
    ).fetchall()
    assert wrong
    for proposed, reason, line in wrong:
        assert any(
            f"应为 {proposed:g}" in c and reason in c and (line is None or f"第 {line} 行" in c)
            for c in comments
        )
    words = [cell.value for cell in book["目录"]["B"] if cell.value]
    for kind in KINDS.values():
        assert any(kind.zh in word and kind.en in word for word in words)
    amount = next(c for s in book.worksheets for line in s.iter_rows() for c in line if c.value == 17.25)
    assert amount.number_format == 'General"万元"'


def test_nothing_in_a_workbook_is_a_formula(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    ids = [i for (i,) in connection.execute("SELECT report_id FROM reports").fetchall()]
    write_forms(reports(connection, ids), tmp_path / "forms.xlsx")
    write_yearbook(reports(connection, ids), ["2021"], tmp_path / "year.xlsx")
    seen = []
    for path in tmp_path.glob("*.xlsx"):
        for sheet in openpyxl.load_workbook(path).worksheets:
            for line in sheet.iter_rows():
                for cell in line:
                    assert cell.data_type != "f", cell
                    if cell.hyperlink:
                        assert cell.hyperlink.location and not cell.hyperlink.target
                    seen.append(cell.value)
    assert AGENCY in seen


def test_a_yearbook_equals_the_wide_views(connection: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    query = "SELECT report_id FROM reports ORDER BY source_file"
    ids = [i for (i,) in connection.execute(query).fetchall()]
    write_yearbook(reports(connection, ids), ["2021"], tmp_path / "year.xlsx")
    book = openpyxl.load_workbook(tmp_path / "year.xlsx")
    for table in forms()["2021"].tables:
        sheet = book[{"2": "表二", "3": "表三", "4": "表四"}[table.no] + "（2021年格式）"]
        _, _, labels, columns, names, *lines = sheet.iter_rows(values_only=True)
        view = connection.sql(f"SELECT * FROM wide_{table.name} ORDER BY source_file").pl()
        found = [dict(zip(names, line, strict=True)) for line in lines]
        assert [row["report_id"] for row in found] == ids
        for row, expected in zip(found, view.to_dicts(), strict=True):
            for field in fields(table):
                if field.of == "value" and not isinstance(row[field.name], str):
                    assert row[field.name] == expected[field.name]
                elif field.of == "value":
                    assert expected[field.name] is None
        assert list(names[5:]) == [field.name for field in fields(table)]
        for at, field in enumerate(fields(table), start=5):
            assert columns[at] == field.label
            # A merged label stands in the first of its columns.
            assert [label for label in labels[: at + 1] if label][-1] == field.row.zh
    amounts = [
        (row[5 + 9], row[5 + 10], row[5 + 11])
        for row in book["表二（2021年格式）"].iter_rows(min_row=6, values_only=True)
    ]
    assert (17.25, "万元", 172500) in amounts
    wrong = list(book["不成立"].iter_rows(min_row=3, values_only=True))
    [(failures,)] = connection.execute("SELECT count(*) FROM rule_failures").fetchall()
    [(corrections,)] = connection.execute(
        "SELECT count(*) FROM corrections WHERE status <> 'deduced'"
    ).fetchall()
    assert len(wrong) == failures + corrections > 0


def test_names_of_sheets_are_those_that_excel_takes() -> None:
    taken: set[str] = set()
    wanted = [
        "a/b",
        "A B",
        "",
        "'",
        "History",
        "x" * 40,
        "X" * 40,
        "\U00020000" * 20,
        "[]:*?/\\",
        "政" * 31,
        "政" * 31,
    ]
    names = [sheet_name(name, taken) for name in wanted]
    assert len({name.lower() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set("[]:*?/\\'") & set(name)
        assert name.lower() != "history"


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
