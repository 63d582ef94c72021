"""The quality page as text: its numbers are those of SQL, it holds nothing that runs, it stays small, it is whole or not there."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import polars as pl
import pytest
from lxml import html

from assets.warehouse import disk
from assets.warehouse.publish import QUALITY_PAGE
from assets.warehouse.quality.model import Kind
from assets.warehouse.quality.numbers import pieces, written
from assets.warehouse.quality.page import page, write_page
from assets.warehouse.quality.words import CODES
from schemas.findings import ACTORS, SEVERITIES
from schemas.form import CellKey
from schemas.tables import CELL_STATUSES, RULE_STATES, TABLES, VERDICTS, IngestRuns, dtypes, frame
from tests.reports import folder, put_out, tables, text
from tests.warehouse.retold import BLOCKS, differences

NEW = CellKey("3", "new_received", "natural_person")
HOSTILE = '<script>alert("1")</script>{{7*7}}'


def runs(*reports: int) -> pl.DataFrame:
    """Rows of ingest_runs, a day apart, with so many reports after each."""
    rows = []
    for day, count in enumerate(reports, start=1):
        at = datetime(2026, 3, day, 2, 30, tzinfo=UTC)
        zeros = {name: 0 for name, dtype in dtypes(IngestRuns).items() if dtype == pl.Int64}
        told = {"run_id": f"{day:08d}-run", "started_at": at, "finished_at": at, "is_full": day == 1}
        versions = {"reader_version": "r", "checker_version": "c", "base": None}
        rows.append({**zeros, **told, **versions, "reports": count, "files_seen": count})
    return frame(rows, IngestRuns)


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Good reports and bad ones of several years, with cells that cannot be read, under names that bite."""
    where = tmp_path_factory.mktemp("quality")
    source = folder(where / "source")
    for year in (2021, 2022, 2023):
        figures = {NEW: str(year - 2020), CellKey("3", "new_received", "total"): str(year - 2020)}
        (source / f"{year}.txt").write_text(text("杭州市林业局", year, figures), encoding="utf-8")
    (source / f"{HOSTILE.replace('/', '')}.txt").write_text(
        text(
            f"云溪市{HOSTILE}水务局",
            2020,
            {NEW: '7"><img src=x onerror=alert(1)>', CellKey("3", "granted", "total"): "8"},
        ),
        encoding="utf-8",
    )
    (source / "broken.txt").write_text(text("云溪市<b>农业农村局", 2020, {NEW: "9"}), encoding="utf-8")
    made, _ = tables(source)
    return put_out(where / "w", "first", {**made, "ingest_runs": runs(3, 8, 7)})


@pytest.fixture(scope="module")
def told(warehouse: Path) -> str:
    return page(warehouse)


def parsed(told: str) -> Any:
    return html.fromstring(told.encode(), parser=html.HTMLParser(encoding="utf-8"))


def test_every_number_is_the_result_of_the_query_beside_it(told: str, warehouse: Path) -> None:
    assert differences(told, warehouse) == []
    assert len(parsed(told).xpath("//data")) > 200


def test_a_number_changed_by_one_is_noticed(told: str, warehouse: Path) -> None:
    root = parsed(told)
    for data in (root.xpath("//h3//data")[0], root.xpath("//td/data")[5], root.xpath("//th/data")[0]):
        before = data.get("value")
        data.set("value", f"{float(before) + 1:g}")
        assert len(differences(html.tostring(root, encoding="unicode"), warehouse)) == 1
        data.set("value", before)
    title = root.xpath("//*[local-name()='svg']//*[local-name()='title']")[0]
    title.text = title.text.replace(": ", ": 1")
    assert "chart" in differences(html.tostring(root, encoding="unicode"), warehouse)[0]


def test_the_planted_faults_are_on_the_page(told: str) -> None:
    root = parsed(told)

    def column(block: str, name: str) -> list[str]:
        cells = root.xpath(f"//*[@data-block='{block}']//*[@data-column='{name}']")
        return [cell.text_content() for cell in cells]

    assert {"b.txt", "broken.txt"} <= set(column("worst-reports", "source_file"))
    assert {"rule-broken", "file-empty", "file-binary"} <= set(column("findings", "code"))
    assert column("reports-by-year", "report_year") == ["2020", "2021", "2022", "2023"]
    assert column("last-runs", "reports_change") == ["−1", "+5", "—"]
    assert "浙江省" in column("regions", "place")


def test_nothing_runs_and_nothing_is_loaded(told: str) -> None:
    root = parsed(told)
    tags = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    assert not tags & {
        "script",
        "img",
        "link",
        "iframe",
        "object",
        "b:",
        "form",
        "foreignobject",
        "use",
        "image",
    }
    names = {name for element in root.iter() for name in getattr(element, "attrib", {})}
    assert not {name for name in names if name.startswith("on") or name in ("src", "xlink:href")}
    assert all(link.startswith("#") for link in root.xpath("//@href"))
    assert "default-src 'none'" in told and "{{7*7}}" in told and "url(" not in told
    assert "http" not in told.replace("http-equiv", "").replace("http://www.w3.org/2000/svg", "")


def test_it_can_be_read_without_seeing(told: str) -> None:
    root = parsed(told)
    for table in root.iter("table"):
        assert {th.get("scope") for th in table.xpath("./thead//th")} == {"col"}
        assert all(tr.xpath("./th[@scope='row']") for tr in table.xpath("./tbody/tr"))
    assert all(
        svg.get("aria-label") and svg.get("role") == "img" for svg in root.xpath("//*[local-name()='svg']")
    )
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids)) and set(root.xpath("//@aria-labelledby")) <= set(ids)
    assert {s.get("lang") for s in root.xpath("//h2/span")} == {"zh", "en"}
    levels = [int(h.tag[1]) for h in root.xpath("//h1|//h2|//h3")]
    assert all(b - a <= 1 for a, b in pairwise(levels))


@pytest.mark.parametrize("reports", [0, 1])
def test_a_warehouse_with_nothing_and_one_with_a_report(reports: int, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    if reports:
        (tmp_path / "source" / "a.txt").write_text(text(), encoding="utf-8")
    made, _ = tables(tmp_path / "source")
    build = put_out(tmp_path / "w", "only", made)
    told = page(build)
    assert differences(told, build) == []
    assert ("没有报告。" in told) == (reports == 0)
    assert "<svg" in told if reports else "<svg" not in told
    assert "None" not in told and "nan" not in told


def test_it_does_not_grow_with_the_reports(tmp_path: Path) -> None:
    made, _ = tables(folder(tmp_path / "source"))
    build = put_out(tmp_path / "w", "many", {**made, "ingest_runs": runs(*range(1, 29))})
    copy = tmp_path / "many.duckdb"
    copy.write_bytes(build.read_bytes())
    with duckdb.connect(str(copy)) as connection:
        for name, column in (
            ("report_trust", "source_file"),
            ("corrections", "source_file"),
            ("dim_agency", "region"),
        ):
            columns = ", ".join(
                f"{c} || i as {c}" if c == column else f"{c} || i as {c}" if c.endswith("_id") else c
                for c in dtypes(TABLES[name].model)
            )
            connection.execute(f"insert into {name} select {columns} from {name}, range(3000) as r(i)")
    before, after = page(build), page(copy)
    assert differences(after, copy) == []
    rows = max(
        len(block.xpath(".//tbody/tr")) for block in html.fromstring(after.encode()).xpath("//article")
    )
    assert rows <= 60
    assert len(after) < 1.5 * len(before) < 600_000


def test_it_is_written_whole_or_not_at_all(warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written_to = write_page(warehouse)
    assert written_to == warehouse.parent / QUALITY_PAGE
    assert (written_to.stat().st_mode & 0o777) == 0o644
    before = written_to.read_text(encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_page(warehouse)
    assert written_to.read_text(encoding="utf-8") == before
    assert not list(warehouse.parent.glob(f".{QUALITY_PAGE}*"))


def test_words_and_shares() -> None:
    assert set(CODES) >= {*CELL_STATUSES, *RULE_STATES, *VERDICTS, *SEVERITIES, *ACTORS}
    shares = (0.0, 0.0004, 0.0439, 0.99999, 1.0)
    assert [written(share) for share in shares] == ["0 %", "<0.1 %", "4.3 %", "99.9 %", "100 %"]
    assert [written(n, Kind.CHANGE) for n in (-1200, 0, 3)] == ["−1,200", "±0", "+3"]
    told = "".join(piece for piece, _ in pieces("{n|file|files}, {m}", {"n": 1, "m": 2000}))
    assert told == "1 file, 2,000"


def test_every_block_speaks_both_languages() -> None:
    for block in BLOCKS.values():
        pairs = [
            block.title,
            block.empty,
            *(c.heading for c in block.columns),
            *(c.unit for c in block.charts),
        ]
        assert all(zh and en for zh, en in [*pairs, *([block.note] if block.note else [])]), block.key
        zh, en = (set(re.findall(r"\{(\w+)", words)) for words in block.title)
        assert zh == en, block.key


# How the red-, green- and blue-blind see linear RGB (Machado, Oliveira and Fernandes 2009, severity 1).
_SIGHTS = {
    "normal": np.eye(3),
    "protan": [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
    "deutan": [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
    "tritan": [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
}
_XYZ = np.array([[0.434, 0.376, 0.190], [0.213, 0.715, 0.072], [0.018, 0.109, 0.873]])  # by the white of D65


def seen(colour: str, sight: str) -> Any:
    """A colour, #rrggbb, in CIELAB as somebody sees it."""
    part = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)
    xyz = _XYZ @ np.clip(np.array(_SIGHTS[sight]) @ linear, 0, 1)
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("mode", [0, 1])
def test_the_colours_of_a_chart_can_be_told_apart(mode: int) -> None:
    style = Path(disk.__file__).parent.joinpath("quality", "quality.css").read_text(encoding="utf-8")
    # the colours of the page in light, then in dark
    colours = dict(re.findall(r"--(\w+): (#\w{6});", style.split("@media")[mode]))
    roles = dict(re.findall(r"--([\w-]+): var\(--(\w+)\)", style))
    for block in BLOCKS.values():
        for chart in block.charts:
            used = [colours[roles[name.replace("_", "-")]] for name in chart.series]
            for sight in _SIGHTS:
                for one, other in combinations(used, 2):
                    assert np.linalg.norm(seen(one, sight) - seen(other, sight)) > 20, (one, other, sight)


def test_charts_cost_nothing_where_there_are_none() -> None:
    code = (
        "import sys\nimport pipelines.cli, pipelines.definitions, pipelines.workers, pipelines.show\n"
        "print(sorted({'altair', 'vl_convert'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**os.environ}
    )
    assert done.stdout == "[]\n"
