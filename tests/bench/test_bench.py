"""The corpus is the same for everybody, its texts are read as they were written, and a measurement says what it promises."""

# ruff: noqa: S311 - seeds make the same reports everywhere
from __future__ import annotations

import json
import re
import time
from collections import Counter
from itertools import chain, repeat
from pathlib import Path
from random import Random
from typing import Any

import pytest

from assets.building import Redo
from assets.crawl.decode import decode
from assets.extract.reading import read_text
from schemas.form import CellKey
from tests.bench import measure as measuring
from tests.bench.corpus import FAMILIES, Figures, again, anew, make, of_form, write
from tests.bench.filings import filing
from tests.bench.measure import PROJECT, Cost, measure
from tests.bench.page import KEPT, chart, page
from tests.bench.queries import of_page
from tests.bench.stencils import TEXTS, WRITERS, converted
from tests.pipelines.nights import unseen
from tests.torture.child import Order

# Agencies of different size.
NUMBERS = (9, 40, 41)


def read(text: str) -> tuple[str | None, int | None, Figures]:
    """Agency, year and reported figures of a text with one report."""
    found = read_text(text, "report.txt", "0" * 32)
    [report] = found.reports
    figures: Figures = {
        CellKey(c["table_no"], c["row_key"], c["col_key"]): c["value"]
        for c in found.cells
        if c["status"] == "reported"
    }
    return report["agency"], report["report_year"], figures


def test_the_corpus_is_the_same_for_everybody_and_no_two_files_are_alike(tmp_path: Path) -> None:
    # first: what is forked below has the converters' texts from here
    reports = [make(1, index) for index in range(300)]
    paths = write(tmp_path / "a", 60, processes=1)
    assert paths == write(tmp_path / "b", 60, processes=2)
    made = [(tmp_path / "a" / path).read_bytes() for path in paths]
    assert made == [(tmp_path / "b" / path).read_bytes() for path in paths]
    shapes = Counter(re.sub(rb"\d+", b"", one.data) for one in reports if one.kind == "report")
    # what was copied later is no report of its own
    assert max(shapes.values()) == 1
    assert {one.kind for one in reports} >= {"report", "copy", "notice"}
    assert make(1, 7, 1).data != make(1, 7).data


def test_every_channel_of_the_conformance_corpus_has_its_family() -> None:
    listed = [channel for *_, channels in FAMILIES.values() for channel in channels]
    assert sorted(listed) == sorted(folder.name for folder in TEXTS.iterdir() if folder.name != "gold")
    assert sum(share for share, *_ in FAMILIES.values()) == pytest.approx(1)
    assert {writer for _, _, writers, _ in FAMILIES.values() for writer in writers} == {*WRITERS}


@pytest.mark.parametrize("form", ["2019", "2021"])
@pytest.mark.parametrize("layout", sorted(WRITERS))
def test_what_is_written_in_our_layouts_is_read(layout: str, form: str) -> None:
    year = 2019 if form == "2019" else 2022
    asked = got = 0
    for variant, number in enumerate(NUMBERS):
        made = filing(Random(variant), 1, number, year, form)
        text, printed = anew(made, layout, variant)
        agency, found_year, figures = read(text)
        assert (agency, found_year) == (made.agency, year)
        assert printed is not None
        assert {key: printed[key] for key in figures} == figures
        asked += sum(value is not None for value in printed.values())
        got += len(figures)
    assert got >= 0.75 * asked  # what is blank leaves no trace in flattened text, and its row cannot be known


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_what_is_made_of_converters_texts_is_read_without_a_wrong_figure(family: str) -> None:
    *_, channels = FAMILIES[family]
    for form, year in (("2019", 2020), ("2021", 2023)):
        for number, of in enumerate(of_form(channels, form)[::7]):
            made = filing(Random(number), 1, 50 + number, year, form)
            text, printed = again(Random(number), of, made)
            agency, found_year, figures = read(text)
            assert (agency, found_year) == (made.agency, year), of.channel
            assert printed is not None
            assert {key: printed[key] for key in figures} == figures, of.channel


def test_figures_of_many_converters_texts_can_be_multiplied() -> None:
    texts = [
        text for *_, channels in FAMILIES.values() for channel in channels for text in converted(channel)
    ]
    assert sum(text.is_scalable for text in texts) >= len(texts) // 5


def test_sums_hold_and_years_fit_each_other() -> None:
    for number in range(40):
        years = [filing(Random(year), 1, number, year, "2021").figures for year in (2021, 2022)]
        for figures in years:

            def of(row: str, col: str, figures: dict[CellKey, int] = figures) -> int:
                return figures[CellKey("3", row, col)]

            for col in ("natural_person", "commercial", "total"):
                assert min(figures.values()) >= 0
                assert of("new_received", col) + of("carried_over", col) == of("total_handled", col) + of(
                    "carried_forward", col
                )
        before, after = (
            [f[CellKey("3", row, "total")] for f in years] for row in ("carried_forward", "carried_over")
        )
        assert before[0] == after[1]


def test_some_files_are_in_gb18030() -> None:
    found = Counter(decode(make(1, index, gold=False).data).encoding for index in range(400))
    assert found["gb18030"] > 0


def test_the_page_of_queries_is_asked() -> None:
    assert len(of_page()) >= 5


def here(home: Path, source: Path, warehouse: Path, *options: str) -> Cost:
    """What `gouji run` does, in this process and without Dagster: what it costs is not what it would cost in one of its own."""
    assert options in ((), ("--recheck",))
    began, cpu = time.perf_counter(), time.process_time()
    unseen(Order(source, warehouse, f"{time.time_ns()}", Redo.CHECKS if options else Redo.CHANGED))
    stages = (
        measuring._stages(home) if (home / "history").exists() else {}
    )  # those of the run that Dagster saw
    return Cost(time.perf_counter() - began, time.process_time() - cpu, 2**20, stages)


def test_a_measurement_has_what_it_promises_and_makes_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))  # put back at the end
    # all are started and watched alike: one of them is enough, the run of the corpus
    ways = chain([here, measuring.run], repeat(here))

    def run(*given: Any) -> Cost:
        return next(ways)(*given)

    monkeypatch.setattr(measuring, "run", run)
    told = measure(tmp_path, 20, rounds=1, say=lambda _: None)
    promised = {
        "floor_s", "run_s", "ratio", "unchanged_vs_stat_ratio", "changed1pct_s", "peak_rss_mb", "reports", "cells",
        "warehouse_mb", "queries",
    }  # fmt: skip
    assert promised <= told.keys()
    assert told["reports"] >= 15
    assert told["cells"] >= 190 * told["reports"]
    assert all(isinstance(ms, float) for ms in told["queries"].values())
    told["by_files"] = {"30": {name: told[name] for name in KEPT}, "60": {name: told[name] for name in KEPT}}
    assert json.loads(json.dumps(told)) == told
    assert "| extract |" in page(told, "performance.svg")
    assert chart(told).count("<circle") == 6


def test_the_page_is_of_the_committed_measurement() -> None:
    told = json.loads((PROJECT / "bench" / "latest.json").read_text(encoding="utf-8"))
    assert (PROJECT / "docs" / "performance.md").read_text(encoding="utf-8") == page(told, "performance.svg")
    assert (PROJECT / "docs" / "performance.svg").read_text(encoding="utf-8") == chart(told)
