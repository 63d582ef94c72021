"""What the pages of the UI are made of: counts, bars, pictures, lineage, links, and what may be launched from them."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import polars as pl
import pytest
from lxml import etree

import assets.pages
from assets import metadata, pictures
from assets.building import Building
from assets.lineage import lineage
from assets.metadata import bar, counted, page
from assets.pages import MOST, PAGES
from pipelines.automation import starts_on
from pipelines.definitions import defs
from pipelines.instance import prepare_home
from pipelines.owner import end_dead_runs, tags
from schemas.tables import CELL_STATUSES, TABLES, dtypes
from tests.reports import folder, put_out, tables, text

HOSTILE = "<script>alert(1)</script>](javascript:alert(1))\"'`|\n"


@pytest.fixture(scope="module")
def building(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Building]:
    where = tmp_path_factory.mktemp("pages")
    source = folder(where / "source")
    (source / "c.txt").write_text(
        text("青岚县林业局", 2023).replace("\t0\t0\t", "\t\t若干\t", 3), encoding="utf-8"
    )
    frames, _ = tables(source)
    opened = Building(where / "look", "look", put_out(where / "w", "made", frames))
    yield opened
    opened.close()


def rows(shown: Any) -> list[dict[str, Any]]:
    return [dict(record.data) for record in shown.records]


def test_every_page_can_be_told_to_dagster_also_where_there_is_nothing(
    building: Building, tmp_path: Path
) -> None:
    empty = Building(tmp_path / "empty", "empty")
    for name in TABLES:
        for of in (building, empty):
            told = page(of, name)
            dg.MaterializeResult(asset_key=name, metadata=told)
            assert list(told)[: len(PAGES.get(name, assets.pages.Page()).tables)] == list(
                PAGES.get(name, assets.pages.Page()).tables
            )
        assert ("picture" in page(building, name)) == bool(name in PAGES and PAGES[name].picture), name
    empty.close()


def test_what_is_counted_is_what_is_there(building: Building) -> None:
    cells = building.table("fact_requests")
    told = page(building, "fact_requests")
    by_status = {row["status"]: row["n"] for row in rows(told["by_status"])}
    assert by_status == dict(cells["status"].value_counts().iter_rows())
    assert len(by_status) > 1
    assert {status: told[f"cells_{status}"] for status in by_status} == by_status
    known = cells["status"].is_in(["reported", "blank", "not_applicable"]).mean()
    assert told["cells_known_percent"] < 100
    assert abs(told["cells_known_percent"] - 100 * float(str(known))) < 0.1

    results = building.table("rule_results")
    told = page(building, "rule_results")
    failing = results.filter(pl.col("state") == "fail")
    assert told["rules_failing"] == failing.height > 0
    assert {
        row["rule_id"]: int(row["failed"]) for row in rows(told["failing_by_rule"]) if row["failed"] != "0"
    } == dict(failing["rule_id"].value_counts().iter_rows())


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0, "0 %"),
        (1e-9, "▏ 0.1 %"),
        (0.5, "██████ 50 %"),
        (0.99999, "███████████▉ 99.9 %"),
        (1, "████████████ 100 %"),
    ],
)
def test_a_bar_never_says_nothing_or_all_where_it_is_not_so(share: float, shown: str) -> None:
    assert bar(share) == shown


def test_a_table_is_bounded_and_loses_no_count() -> None:
    many = pl.DataFrame({"code": [f"{HOSTILE}{n}" * 20 for n in range(500)], "n": range(500, 0, -1)})
    shown = rows(counted(many))
    assert len(shown) == MOST + 1
    assert sum(row["n"] for row in shown) == many["n"].sum()
    assert shown[-1]["code"] == "… 其他 / others"
    assert max(len(row["code"]) for row in shown) <= 60


def picture(markdown: str | None) -> Any:
    assert markdown is not None
    before, _, data = markdown.partition("](data:image/svg+xml;base64,")
    assert HOSTILE[:8] not in before
    assert data.endswith(")")
    return etree.fromstring(base64.b64decode(data[:-1]))


def test_hostile_words_are_drawn_as_words() -> None:
    regions = pl.DataFrame(
        {"region": [f"{HOSTILE}{n}" for n in range(MOST)], "report_year": [2020] * MOST, "n": [9] * MOST}
    )
    for drawn in (
        pictures.heat(regions, title="t"),
        pictures.stacked(
            regions.select("region", pl.lit("reported").alias("status"), "n"),
            dict.fromkeys(CELL_STATUSES, "#000"),
            title="t",
        ),
    ):
        svg = picture(drawn)
        assert not svg.xpath("//*[local-name()='script' or local-name()='foreignObject' or local-name()='a']")
        assert not svg.xpath("//@*[starts-with(name(), 'on') or contains(name(), 'href')]")
        assert "<script>" in " ".join(svg.itertext())
        assert len(drawn or "") < pictures.MAX_CHARACTERS


def test_a_picture_has_a_bar_for_each_share(building: Building) -> None:
    svg = picture(page(building, "fact_requests")["picture"].value)
    bars = svg.xpath("//*[@aria-roledescription='bar']/@aria-label")
    assert len(bars) == building.frame("SELECT DISTINCT layout, status FROM fact_requests").height
    assert any("status: unparsed" in label for label in bars)


def test_a_picture_that_cannot_be_drawn_is_left_out(
    building: Building, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: pl.DataFrame) -> str:
        raise ValueError("planted")

    query = PAGES["report_trust"].picture
    assert query is not None
    monkeypatch.setitem(metadata.PAGES, "report_trust", assets.pages.Page(picture=(query[0], fail)))
    assert set(page(building, "report_trust")) == {"examples", "dagster/column_lineage"}


def test_column_lineage_names_columns_that_are_there_and_come_before() -> None:
    graph = defs.resolve_asset_graph()
    for name, spec in TABLES.items():
        for column, sources in lineage(name).items():
            assert column in dtypes(spec.model), (name, column)
            for table, source in sources:
                assert source in dtypes(TABLES[table].model), (name, column, table, source)
                before = graph.get_ancestor_asset_keys(dg.AssetKey(name))
                assert dg.AssetKey(table) in before, (name, table)
    assert lineage("rule_results")["difference"] == tuple(
        (f"fact_{t}", "value") for t in ("proactive_disclosure", "requests", "review_litigation")
    )


def test_every_asset_links_to_the_lines_that_make_it() -> None:
    for spec in defs.resolve_all_asset_specs():
        links = spec.metadata["dagster/code_references"].code_references
        begins = {
            Path(link.file_path).read_text(encoding="utf-8").splitlines()[link.line_number - 1]
            for link in links
        }
        wanted = {"@dg.multi_asset("} | ({"class"} if spec.key.to_user_string() in TABLES else set())
        assert {line.split()[0] for line in begins} == wanted, spec.key


def test_a_run_that_would_publish_nothing_is_refused(tmp_path: Path) -> None:
    prepare_home()
    with dg.DagsterInstance.get() as instance:
        job = defs.resolve_implicit_global_asset_job_def()
        config = {
            "folders": {
                "config": {"source": str(folder(tmp_path / "source")), "warehouse": str(tmp_path / "w")}
            }
        }
        done = job.execute_in_process(
            instance=instance,
            run_config={"resources": config},
            asset_selection=[dg.AssetKey("report_files"), dg.AssetKey("retired_files")],
            raise_on_error=False,
        )
        assert not done.success
        assert "Launch the job nightly" in json.dumps([str(event) for event in done.all_events])
    assert not (tmp_path / "w").exists()


def test_a_dead_run_of_another_job_does_not_hold_up_the_queue_either() -> None:
    prepare_home()
    with dg.DagsterInstance.get() as instance:
        run = instance.create_run_for_job(defs.resolve_job_def("rebuild"), status=dg.DagsterRunStatus.STARTED)
        instance.add_run_tags(run.run_id, {**tags(run.run_id), "gouji/process_started": "another boot 1"})
        assert end_dead_runs(instance) == [run.run_id]


@pytest.mark.parametrize(
    ("source", "said", "on"),
    [
        ("", "", False),
        ("/reports", "", True),
        ("", "on", True),
        ("/reports", "off", False),
        ("", "perhaps", False),
    ],
)
def test_automation_is_on_where_it_is_wanted(
    source: str, said: str, on: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOUJI_SOURCE", source)
    monkeypatch.setenv("GOUJI_AUTOMATION", said)
    assert starts_on() is on
