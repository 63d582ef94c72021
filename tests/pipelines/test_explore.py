"""What the notebook asks and draws, without the notebook: against SQL, against `gouji check`, and on the forms themselves."""

import dataclasses
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines import explore, explore_charts, explore_peers
from pipelines.form_html import MARKS, fragment, said, tables
from pipelines.show import connect
from pipelines.verdict import Checked, inspect
from schemas.form import CellKey, forms
from tests.pipelines.explored import HOSTILE, SAMPLES, warehouse
from tests.reports import frames

BROKEN = "澜州市教育局"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return warehouse(tmp_path_factory.mktemp("explored"))


@pytest.fixture(scope="module")
def connection(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with explore.open_warehouse(folder) as opened:
        yield opened


@pytest.fixture(scope="module")
def everything(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    return explore.reports(connection)


def report_of(everything: pl.DataFrame, agency: str, year: int | None = None) -> str:
    found = everything.filter(pl.col("agency") == agency, (pl.col("report_year") == year) if year else True)
    return str(found["report_id"][0])


class Tags(HTMLParser):
    """The cells of the tables, their marks, and every tag."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.cells: list[dict[str, str | None]] = []
        self.rows: list[list[tuple[int, int]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        told = dict(attrs)
        if tag == "table":
            self.rows.append([])
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append((int(told.get("rowspan") or 1), int(told.get("colspan") or 1)))
        if tag == "td":
            self.cells.append({**told, "text": ""})

    def handle_data(self, data: str) -> None:
        if self.cells and self.get_starttag_text() and self.lasttag == "td":
            self.cells[-1]["text"] = (self.cells[-1]["text"] or "") + data


def test_every_cell_is_drawn_in_the_forms_order_with_its_origin(
    connection: duckdb.DuckDBPyConnection, everything: pl.DataFrame
) -> None:
    for report_id in everything["report_id"]:
        drawn = Tags(fragment(explore.whole(connection, report_id), "zh")).cells
        told = explore.cells(connection, report_id, "zh")
        assert [" ".join((cell["text"] or "").split()) for cell in drawn] == [
            " ".join((raw or "").split()) for raw in told["raw"]
        ]
        for cell, row in zip(drawn, told.rows(named=True), strict=True):
            title = cell["title"] or ""
            assert row["source_file"] in title
            assert row["line_start"] is None or f"第 {row['line_start']}" in title


def test_what_is_marked_is_what_the_warehouse_says(
    connection: duckdb.DuckDBPyConnection, everything: pl.DataFrame
) -> None:
    def count(query: str) -> int:
        return int(connection.sql(query).fetchall()[0][0])

    marks: dict[str, int] = {}
    for report_id in everything["report_id"]:
        for cell in Tags(fragment(explore.whole(connection, report_id), "en")).cells:
            if mark := cell.get("class"):
                marks[mark] = marks.get(mark, 0) + 1
    assert marks == {
        "culprit": count("select count(*) from corrections where status = 'proposed'"),
        "blank": count("select count(*) from cells where status = 'blank'"),
        # the two sums of the broken report: 7 and 24 cells, of which one is in both, and is the culprit
        "suspect": 6 + 19,
    }


def test_each_kind_of_doubt_has_its_mark_and_its_words() -> None:
    keys = forms()["2021"].cells
    statuses = ("blank", "unparsed", "absent", "uncertain", "not_applicable")
    cells, reports = frames("2021", {key: (status, 0) for key, status in zip(keys, statuses, strict=False)})
    one = Checked(
        reports.to_dicts()[0],
        forms()["2021"],
        {CellKey(r["table_no"], r["row_key"], r["col_key"]): r for r in cells.to_dicts()},
    )
    repair = {"reason_zh": "甲", "reason_en": "why", "proposed_value": 5.0}
    one.corrections = [{**key._asdict(), **repair, "status": "candidate"} for key in keys[10:12]]
    page = fragment(one, "en")
    drawn = Tags(page).cells
    assert [cell.get("class") for cell in drawn[:5]] == [*statuses[:4], None]
    assert [cell.get("class") for cell in drawn[10:12]] == ["candidate", "candidate"]
    assert '<span class="note">→ 5: why</span>' in page
    for mark in ("blank", "unparsed", "absent", "uncertain", "candidate"):
        assert MARKS[mark][1] in page
    assert "row-absent" in (drawn[2]["title"] or "")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", [*forms()])
def test_labels_that_span_leave_no_hole_and_no_overlap(form: str, language: str) -> None:
    cells, reports = frames(form)
    known = {CellKey(r["table_no"], r["row_key"], r["col_key"]): r for r in cells.to_dicts()}
    page = fragment(Checked(reports.to_dicts()[0], forms()[form], known), language)
    for block in page.split("<table>")[1:]:
        rows = [row for row in Tags(block.partition("</table>")[0]).rows if row]
        widths = [0] * len(rows)
        for at, row in enumerate(rows):
            for down, across in row:
                for below in range(down):
                    widths[at + below] += across
        assert len(set(widths)) == 1, widths
    for table in forms()[form].tables:
        for label in (*table.groups, *table.rows, *table.columns):
            assert getattr(label, language).split("“")[0].split("'")[0] in page, label


def test_a_report_is_told_as_gouji_check_tells_it(
    connection: duckdb.DuckDBPyConnection, everything: pl.DataFrame
) -> None:
    for source_file, report_id in everything.select("source_file", "report_id").rows():
        if HOSTILE in said(published := explore.whole(connection, report_id), "zh"):
            continue
        [checked], _ = inspect((SAMPLES / source_file).read_bytes(), source_file)
        order = {"key": lambda broken: (broken.rule.key, broken.place.key)}
        assert sorted(published.broken, **order) == sorted(checked.broken, **order)
        assert tables(published, "zh") == tables(dataclasses.replace(checked, broken=published.broken), "zh")
        assert said(published, "zh").count("<span") == said(checked, "zh").count("<span")


def test_hostile_names_are_words(connection: duckdb.DuckDBPyConnection, everything: pl.DataFrame) -> None:
    one = explore.whole(connection, report_of(everything, HOSTILE))
    for page in (said(one, "zh"), fragment(one, "zh")):
        assert not {*Tags(page).tags} & {"img", "script", "a"}
    assert "&lt;img" in said(one, "zh")


def test_what_there_is_to_choose(everything: pl.DataFrame) -> None:
    assert next(iter(explore.regions(everything))) == "澜州市", "the region of the report that breaks sums"
    assert {*explore.agencies(everything, "澜州市")} == {BROKEN, "澜州市生态环境局"}
    who = explore.agencies(everything, "澜州市")["澜州市生态环境局"]
    assert [*explore.texts(everything, who)] == ["2022", "2021"]
    odd = pl.DataFrame(
        {
            "report_id": ["a", "b", "c", "d"],
            "agency_id": [None, None, "x", "x"],
            "who": ["a", "b", "x", "x"],
            "region": [None] * 4,
            "agency": [None, None, "县局", "县局"],
            "report_year": [2020, None, 2021, 2021],
            "source_file": ["a.txt", "b.txt", "c.txt", "d.txt"],
            "chosen": [True, True, False, True],
        },
        schema_overrides={"region": pl.String, "agency_id": pl.String},
    )
    assert explore.regions(odd) == {explore.UNKNOWN_REGION: None}
    nobody = explore.UNKNOWN_AGENCY
    assert explore.agencies(odd, None) == {nobody: "a", f"{nobody} · b": "b", "县局": "x"}
    assert explore.texts(odd, "x") == {"2021 · c.txt": "c", "2021 · d.txt · 首选 preferred": "d"}
    assert explore.texts(odd, "b") == {f"{explore.UNKNOWN_YEAR} · b.txt · 首选 preferred": "b"}


def test_peers_and_standing(connection: duckdb.DuckDBPyConnection, everything: pl.DataFrame) -> None:
    agency_id, year = explore.claim(everything, report_of(everything, "云溪县林业局", 2020))
    assert [*explore_peers.circles(connection, agency_id, year).values()] == ["level", "all"]
    level = explore_peers.peers(connection, agency_id, year, "level")
    assert level.select("agency", "own").rows() == [("云溪县林业局", True), ("苍石区文化旅游体育局", False)]
    every = explore_peers.peers(connection, agency_id, year, "all")
    assert sorted(every["new_received"]) == [11, 43, 75]
    assert explore_peers.standing(every, "new_received") == explore_peers.Standing(43, 2, 3, 43, 0)
    unknown = every.with_columns(pl.when("own").then(None).otherwise("new_received").alias("new_received"))
    assert explore_peers.standing(unknown, "new_received") == explore_peers.Standing(None, None, 2, 43, 1)
    assert explore_peers.circles(connection, None, year) == {}
    assert explore.years(connection, None).is_empty()


def test_the_years_are_drawn_as_they_are() -> None:
    years = pl.DataFrame(
        {
            "report_year": [2019, 2021],
            "new_received": [5.0, 7.0],
            "carried_over": [1.0, None],
            "total_handled": [4.5, 7.0],
            "carried_forward": [2.0, 0.0],
            "source_file": ["a.txt", "b.txt"],
        }
    )
    drawn = explore_charts.balance(years).to_dict()
    bars, words = (
        sorted(rows, key=str) for rows in sorted(drawn["datasets"].values(), key=len, reverse=True)
    )
    assert sum(row["figure"] for row in bars) == 26.5
    assert len(bars) == 7, "what is not known is not drawn"
    assert {(row["report_year"], row["side"], row["sum"]) for row in words} == {
        (2019, "收 in", "6"),
        (2019, "办 out", "6.5"),
        (2021, "收 in", "?"),
        (2021, "办 out", "7"),
    }
    assert drawn["layer"][0]["encoding"]["x"]["scale"]["domain"] == [2019, 2020, 2021]


def test_a_typed_query_reads_the_warehouse_and_nothing_else(
    connection: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    report_id = "x' or true --"
    assert explore.ask(connection, explore.first_query(report_id)).is_empty()
    assert explore.ask(connection, "select * from range(1000000)").height == explore.SHOWN
    assert explore.ask(connection, "show tables").height > 20
    (tmp_path / "a.txt").write_text("secret")
    for query in (
        f"select * from read_text('{tmp_path}/a.txt')",
        f"copy (select 1) to '{tmp_path}/b.txt'",
        f"attach '{tmp_path}/c.duckdb'",
        "set enable_external_access = true",
        "delete from reports",
    ):
        with pytest.raises(duckdb.Error):
            explore.ask(connection, query)


def test_where_there_is_nothing_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(explore.NothingToExploreError, match=r"First run: .*gouji run SOURCE --warehouse"):
        explore.open_warehouse(tmp_path)
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "notes.txt").write_text("今天开会。\n", encoding="utf-8")
    with pytest.raises(explore.NothingToExploreError, match=r"of 1 files .* none is an annual report"):
        explore.open_warehouse(warehouse(tmp_path / "empty", tmp_path / "source"))
    with duckdb.connect(str(tmp_path / "warehouse.duckdb")) as other:
        other.execute("create table reports (report_id varchar)")
    with pytest.raises(explore.NothingToExploreError, match="another version"):
        explore.open_warehouse(tmp_path)


def test_what_is_said_of_trust_is_a_column_with_a_meaning(folder: Path) -> None:
    with connect(folder / "warehouse.duckdb") as connection:
        told = explore.meanings(connection, "report_trust")
        trust = connection.sql("from report_trust").pl().to_dicts()
    for row in trust:
        assert {*explore.summary(row)} <= {*told}
    assert explore.summary({}) == {}
