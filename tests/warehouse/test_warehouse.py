import os
import re
import select
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from assets.check.agencies import agencies
from assets.check.findings import collect
from assets.extract.facts import fact
from assets.warehouse.publish import KEEP, LINK, WarehouseError, prepare, sweep, turn
from assets.warehouse.views import CELL_COLUMNS, views
from schemas.form import CellKey, forms
from schemas.rules import rule_kinds
from schemas.tables import TABLES, Findings, dtypes
from tests.reports import claimed, folder, frames, judge, put_out, tables, text


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pl.DataFrame]:
    return tables(folder(tmp_path_factory.mktemp("source")))[0]


def ask(warehouse: Path, query: str) -> list[tuple]:  # type: ignore[type-arg]
    with duckdb.connect(str(warehouse / LINK), read_only=True) as connection:
        return connection.execute(query).fetchall()


def test_what_is_read_back_is_what_was_written(tmp_path: Path, made: dict[str, pl.DataFrame]) -> None:
    put_out(tmp_path, "one", made)
    with duckdb.connect(str(tmp_path / LINK), read_only=True) as connection:
        connection.execute("set timezone = 'UTC'")
        for name, spec in TABLES.items():
            back = connection.sql(f"from {name}").pl()
            assert back.columns == list(dtypes(spec.model))
            assert back.equals(made[name]), name


def test_the_view_cells_has_every_cell_in_the_promised_columns(
    tmp_path: Path, made: dict[str, pl.DataFrame]
) -> None:
    put_out(tmp_path, "one", made)
    assert [name for name, *_ in ask(tmp_path, "describe cells")] == list(CELL_COLUMNS)
    facts = sum(frame.height for name, frame in made.items() if name.startswith("fact_"))
    assert ask(tmp_path, "select count(*) from cells") == [(facts,)]


def test_wide_views_have_a_row_a_report_and_a_column_a_cell(
    tmp_path: Path, made: dict[str, pl.DataFrame]
) -> None:
    put_out(tmp_path, "one", made)
    found = ask(tmp_path, "select source_file, new_received__natural_person from wide_requests")
    assert found == [("a.txt", 0.0), ("b.txt", 7.0)]
    assert ask(tmp_path, "select review__pending from wide_review_litigation") == [(0.0,), (0.0,)]


def test_the_view_of_failures_needs_no_join(tmp_path: Path) -> None:
    changed = {
        CellKey("3", "new_received", "commercial"): "7",
        CellKey("4", "review", "total"): "5",
    }
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.txt").write_text(text("云溪市水务局", 2023, changed), encoding="utf-8")
    made, read = tables(source)
    put_out(tmp_path / "w", "one", made)
    columns = "rule_id, agency, report_year, place_zh, place_en, left_sum, right_sum, difference, line"
    found = ask(tmp_path / "w", f"select {columns} from rule_failures order by 1")
    lines = dict(read.cells.select(pl.concat_str("table_no", "row_key", "col_key"), "line_start").iter_rows())
    new, review = lines["3new_receivedtotal"], lines["4reviewtotal"]
    assert [row[0] for row in found] == ["balance", "review_total", "row_total"]
    assert {row[1:3] for row in found} == {("云溪市水务局", 2023)}
    assert [row[5:] for row in found] == [(7, 0, 7, new), (5, 0, 5, review), (0, 7, -7, new)]
    # The labels are those of the findings, which are made elsewhere.
    every = collect(
        made["findings"].clear(), made["rule_results"], read.cells, read.reports, claimed(read.reports)
    )
    said = every.filter(pl.col("code") == "rule-broken").sort("message_zh")
    for _, _, _, place_zh, place_en, *_ in found:
        assert said.filter(pl.col("message_zh").str.contains(f"“{place_zh}”", literal=True)).height == 1
        assert said.filter(pl.col("message_en").str.contains(f", {place_en}: ", literal=True)).height == 1
    assert " › " in found[0][3]
    assert ask(tmp_path / "w", "select rule_zh, rule_en from rule_failures where rule_id = 'balance'") == [
        (rule_kinds()["balance"].zh, rule_kinds()["balance"].en)
    ]


def test_a_place_of_a_rule_is_a_row_or_a_column_and_never_both() -> None:
    for form in forms().values():
        for table in form.tables:
            assert not {row.key for row in table.rows} & {column.key for column in table.columns}


def rivals() -> tuple[pl.DataFrame, pl.DataFrame]:
    """(cells, reports) of texts that claim the same agency and year, and of some that do not."""
    key, other = forms()["2021"].cells[6:8]
    day = date(2023, 1, 20)
    made = []
    for number, (changed, published_on, agency, year) in enumerate(
        (
            ({key: ("uncertain", 0)}, day, "甲山县林业局", 2022),  # one cell less known: not preferred
            ({key: ("reported", 1), other: ("blank", 0)}, None, "甲山县林业局", 2022),
            ({}, day, "甲山县林业局", 2022),  # preferred: the earliest path of those with the latest date
            ({}, day, "甲山县林业局", 2022),  # says the same: no finding
            ({}, day, "甲山县林业局", 2021),
            ({}, day, None, 2022),
            ({}, day, None, 2022),
        ),
        start=1,
    ):
        cells, reports = frames("2021", changed, number)
        named = reports.with_columns(
            agency=pl.lit(agency, pl.String),
            report_year=pl.lit(year, pl.Int64),
            published_on=pl.lit(published_on, pl.Date),
        )
        made.append((cells, named))
    return pl.concat(cells for cells, _ in made), pl.concat(reports for _, reports in made)


def test_of_several_texts_for_one_year_one_is_preferred(
    tmp_path: Path, made: dict[str, pl.DataFrame]
) -> None:
    _, reports = rivals()
    agency_names, dim_agency = agencies(reports)
    own = {"reports": reports, "agency_names": agency_names, "dim_agency": dim_agency}
    put_out(tmp_path, "one", {**made, **own})
    found = ask(tmp_path, "select source_file, texts from preferred_reports")
    assert found == [("3.txt", 4), ("5.txt", 1), ("6.txt", 1), ("7.txt", 1)]


def test_texts_that_differ_from_the_preferred_one_are_a_finding(
    tmp_path: Path, made: dict[str, pl.DataFrame]
) -> None:
    cells, reports = rivals()
    for order in (reports, reports.reverse()):
        found = collect(
            made["findings"].clear(),
            judge(cells, order),
            cells,
            order,
            claimed(order),
        )
        Findings.validate(found, lazy=True)
        assert found.select("code", "source_file", "line").rows() == [
            ("report-twice", "1.txt", 1),
            ("report-twice", "2.txt", 1),
        ]
        for message, figures in zip(found["message_en"], ((0, 1), (2, 0)), strict=True):
            assert "in 3.txt, which is preferred" in message
            assert re.search(r"{} cells say something else \(.*\), and {} more".format(*figures), message)
    put_out(tmp_path, "one", {**made, "reports": reports, "agency_names": agencies(reports)[0]})
    [(preferred,)] = ask(tmp_path, "select source_file from preferred_reports where texts > 1")
    assert found["message_zh"].str.contains(f"另见 {preferred}，", literal=True).all()


def test_every_table_view_and_column_has_a_comment_in_both_languages(
    tmp_path: Path, made: dict[str, pl.DataFrame]
) -> None:
    put_out(tmp_path, "one", made)
    comments = ask(
        tmp_path,
        "select table_name, comment from duckdb_tables() union all "
        "select view_name, comment from duckdb_views() where not internal union all "
        "select table_name || '.' || column_name, comment from duckdb_columns() where not internal",
    )
    assert {name for name, _ in comments} >= {*TABLES, *(view.name for view in views())}
    assert [name for name, comment in comments if not comment or " / " not in comment] == []


def test_amounts_in_yuan_stand_where_the_unit_is_known() -> None:
    key = CellKey("2", "procurement", "purchase_amount")
    cells, reports = frames("2019", {key: ("reported", 113.96)})
    for unit, yuan in (
        ("万元", 1139600.0),
        ("元", 113.96),
        ("亿元", 11396000000.0),
        ("美元", None),
        (None, None),
    ):
        at = (pl.col("row_key") == key.row_key) & (pl.col("col_key") == key.col_key)
        in_unit = cells.with_columns(unit=pl.when(at).then(pl.lit(unit, pl.String)))
        assert fact("2", in_unit, reports).filter(at)["value_yuan"].to_list() == [yuan]
        assert fact("2", in_unit, reports).filter(~at)["value_yuan"].drop_nulls().is_empty()


def test_a_reader_keeps_its_snapshot_while_a_new_one_is_published(
    tmp_path: Path, made: dict[str, pl.DataFrame]
) -> None:
    put_out(tmp_path, "one", made)
    reader = """
import duckdb, sys
held = duckdb.connect(sys.argv[1], read_only=True)
count = lambda c: c.execute("select (select count(*) from reports), (select count(*) from cells)").fetchone()
print(*count(held), flush=True)
sys.stdin.readline()
print(*count(held), flush=True)
"""
    command = [sys.executable, "-c", reader, str(tmp_path / LINK)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin and process.stdout
        before = process.stdout.readline()
        put_out(tmp_path, "two", {**made, **{name: made[name].clear() for name in made}})
        assert ask(tmp_path, "select count(*) from cells") == [(0,)]
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stdout.readline() == before == "2 400\n"


def test_readers_in_a_hurry_see_one_whole_snapshot_or_the_other(
    tmp_path: Path, made: dict[str, pl.DataFrame]
) -> None:
    put_out(tmp_path, "full", made)
    reader = """
import duckdb, sys, time
end, seen = time.time() + 4, set()
while time.time() < end:
    with duckdb.connect(sys.argv[1], read_only=True) as c:
        seen.add(c.execute("select (select count(*) from reports), (select count(*) from cells)").fetchone())
print(sorted(seen))
"""
    command = [sys.executable, "-c", reader, str(tmp_path / LINK)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        nothing = {name: frame.clear() for name, frame in made.items()}
        number = 0
        while process.poll() is None:
            put_out(tmp_path, f"n{number}", nothing if number % 2 else made)
            number += 1
        assert process.returncode == 0
        assert process.stdout
        assert process.stdout.read().strip() in ("[(0, 0), (2, 400)]", "[(2, 400)]")
    assert number > 1


def test_a_killed_build_leaves_the_published_one_and_is_swept(
    tmp_path: Path, made: dict[str, pl.DataFrame]
) -> None:
    put_out(tmp_path, "one", made)
    killed = """
import sys, time
from pathlib import Path
from assets.building import Redo
from assets.warehouse.publish import open_building, turn
with turn(Path(sys.argv[1]), "two", None):
    building = open_building(Path(sys.argv[1]), "two", Redo.ALL)
    print(building.path.exists() and building.previous_path.exists(), flush=True)
    time.sleep(60)
"""
    with subprocess.Popen(
        [sys.executable, "-c", killed, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "True\n"
        process.send_signal(signal.SIGKILL)
    assert (tmp_path / "build-two.duckdb.partial").exists()
    assert ask(tmp_path, "select count(*) from reports") == [(2,)]
    put_out(tmp_path, "three", made)
    assert sorted(p.name for p in tmp_path.glob("build-*")) == ["build-one.duckdb", "build-three.duckdb"]


def test_old_builds_are_swept(tmp_path: Path, made: dict[str, pl.DataFrame]) -> None:
    for number in range(KEEP + 2):
        put_out(tmp_path, f"{number}", made)
        time.sleep(0.01)
    assert len(list(tmp_path.glob("build-*"))) == KEEP
    assert (tmp_path / LINK).resolve().name == f"build-{KEEP + 1}.duckdb"


def test_publishers_take_turns_and_say_who_holds_the_lock(tmp_path: Path) -> None:
    mine = f"run mine (process {os.getpid()} on "
    with turn(tmp_path, "mine"):
        waiting = """
import sys
from pathlib import Path
from assets.building import Building
from assets.warehouse.publish import publish, turn
folder = Path(sys.argv[1])
with turn(folder, "other", lambda holder: print("waits for", holder, flush=True)):
    print("its turn", flush=True)
    publish(folder, Building(folder / "build-other.duckdb.partial", "other"))
"""
        command = [sys.executable, "-c", waiting, str(tmp_path)]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, bufsize=0
        )  # what is said is read line by line
        refused = (
            "import sys; from pathlib import Path; from assets.warehouse.publish import turn\n"
            "with turn(Path(sys.argv[1]), 'third'): pass"
        )
        done = subprocess.run(
            [sys.executable, "-c", refused, str(tmp_path)], capture_output=True, text=True, check=False
        )
        assert f"is being built by {mine}" in done.stderr
        assert process.stdout
        assert process.stdout.readline().decode().startswith(f"waits for {mine}")
        assert select.select([process.stdout], [], [], 0.5)[0] == []
        assert process.poll() is None
        assert not os.path.lexists(tmp_path / LINK)
    assert process.stdout.readline() == b"its turn\n"
    assert process.wait(20) == 0
    assert os.path.lexists(tmp_path / LINK)


def test_what_is_not_ours_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / LINK).write_bytes(b"somebody's file")
    with pytest.raises(WarehouseError, match="not a link that gouji made"):
        prepare(tmp_path)
    (tmp_path / LINK).unlink()
    (tmp_path / LINK).symlink_to("elsewhere.duckdb")
    with pytest.raises(WarehouseError):
        prepare(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(WarehouseError, match="cannot be written"):
        prepare(tmp_path / "file")


def test_what_a_killed_run_spilled_is_swept(tmp_path: Path) -> None:
    spilled = tmp_path / "build-killed.duckdb.partial.tmp"
    spilled.mkdir()
    (spilled / "duckdb_temp_storage-0.tmp").write_bytes(b"x")
    sweep(tmp_path)
    assert not spilled.exists()
