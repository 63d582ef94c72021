"""Reports made for tests: as frames, straight from a form, and as texts that the real reader reads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from assets.building import Building
from assets.check.agencies import agencies
from assets.check.batch import Batch, check
from assets.check.claims import claims
from assets.check.rules import evaluate
from assets.crawl.changes import file_findings, homes
from assets.crawl.walk import scan
from assets.extract.batch import Extraction, Read, extract
from assets.extract.facts import FACTS, fact, fact_name
from assets.extract.reading import read_text
from assets.warehouse import dimensions
from assets.warehouse.publish import prepare, publish, turn
from assets.warehouse.views import wides
from schemas.form import CellKey, forms
from schemas.tables import CELL_STATUSES, TABLES, Cells, Reports, dtypes, empty, frame

REASONS = {"unparsed": "cell-unparsed", "absent": "row-absent", "uncertain": "row-short"}


def cell(form: str, key: CellKey, number: int, status: str = "reported", value: float = 0) -> dict[str, Any]:
    """A row of `cells` of report number `number`."""
    printed = status in ("reported", "blank", "not_applicable", "unparsed")
    raw = {"reported": f"{value:g}", "blank": "", "not_applicable": "-", "unparsed": "若干"}.get(status)
    return {
        **dict.fromkeys(dtypes(Cells)),
        **key._asdict(),
        "report_id": f"r{number}",
        "source_file": f"{number}.txt",
        "form": form,
        "value": float(value) if status == "reported" else None,
        "raw": raw,
        "status": status,
        "line_start": 10 if printed else None,
        "line_end": 10 if printed else None,
        "reason": REASONS.get(status),
    }


def frames(
    form: str, changed: Mapping[CellKey, tuple[str, float]] | None = None, number: int = 1
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(cells, reports) of one report with zeros everywhere but where `changed` gives a status and a value."""
    changed = changed or {}
    cells = frame(
        [cell(form, key, number, *changed.get(key, ("reported", 0))) for key in forms()[form].cells], Cells
    )
    report = {
        **dict.fromkeys(dtypes(Reports)),
        "report_id": f"r{number}",
        "source_file": f"{number}.txt",
        "content_hash": f"{number:032x}",
        "line_start": 1,
        "line_end": 99,
        "agency": "青岚县林业局",
        "report_year": 2022,
        "form": form,
        "form_source": "printed",
        "cells": cells.height,
        **{status: cells.filter(pl.col("status") == status).height for status in CELL_STATUSES},
    }
    return cells, frame([report], Reports)


def claimed(reports: pl.DataFrame) -> pl.DataFrame:
    """Which of the reports stand for which agency and year."""
    return claims(reports, agencies(reports)[0])


def judge(cells: pl.DataFrame, reports: pl.DataFrame) -> pl.DataFrame:
    """Every rule on every report."""
    return evaluate(cells, reports, claimed(reports))


def text(agency: str = "青岚县林业局", year: int = 2022, figures: Mapping[CellKey, str] | None = None) -> str:
    """A report on the 2021 form as text, a row a line, cells set apart by tabs."""
    figures = figures or {}
    lines = [f"{agency}{year}年政府信息公开工作年度报告", "", "一、总体情况", "本年度工作平稳。", ""]
    for table, heading in zip(forms()["2021"].tables, "二三四", strict=True):
        lines += [f"{heading}、{table.zh}"]
        for block in table.blocks:
            if table.one_row:
                lines += ["\t".join(row.zh for row in block.rows)]
                lines += ["\t".join(c.zh for _ in block.rows for c in block.columns)]
                rows = [
                    [
                        figures.get(CellKey(table.no, r.key, c.key), "0")
                        for r in block.rows
                        for c in block.columns
                    ]
                ]
            else:
                if block.clause:
                    lines += [block.clause.zh]
                lines += ["\t".join([table.header, *(c.zh for c in block.columns)])]
                rows = [
                    [r.zh, *(figures.get(CellKey(table.no, r.key, c.key), "0") for c in block.columns)]
                    for r in block.rows
                ]
            lines += ["\t".join(row) for row in rows]
        lines += [""]
    lines += [
        "五、存在的主要问题及改进情况",
        "无。",
        "",
        "六、其他需要报告的事项",
        "无。",
        "",
        agency,
        f"{year + 1}年1月20日",
    ]
    return "\n".join(lines) + "\n"


def folder(path: Path) -> Path:
    """A source folder with everything in it: a good report, one that breaks a sum, one twice, and what is no report."""
    path.mkdir(parents=True, exist_ok=True)
    broken = {CellKey("3", "new_received", "natural_person"): "7"}
    good = text().replace("工作平稳。", "工作平稳，收到政府信息公开申请0件。")
    (path / "a.txt").write_text(good, encoding="utf-8")
    (path / "b.txt").write_text(text("云溪市水务局", 2023, broken), encoding="gb18030")
    (path / "sub").mkdir(exist_ok=True)
    (path / "sub" / "a-again.txt").write_text(good, encoding="utf-8")
    (path / "notes.txt").write_text("今天开会。\n", encoding="utf-8")
    (path / "empty.txt").write_bytes(b"")
    (path / "scan.pdf").write_bytes(b"%PDF-1.7\n\x00\x01")
    return path


def read_folder(
    source: Path, report_files: pl.DataFrame | None = None, *, read: Read = read_text
) -> Extraction:
    """What the texts of a folder say, each content read once, at its home; `report_files` may be of some time ago."""
    home = homes(scan(source) if report_files is None else report_files)
    return extract(source, home.rename({"at_home": "source_file"}), read=read)[0]


def tables(source: Path) -> tuple[dict[str, pl.DataFrame], Extraction]:
    """Every table of the warehouse for a source folder, made without Dagster."""
    report_files = scan(source)
    read = read_folder(source, report_files)
    agency_names, dim_agency = agencies(read.reports)
    found = check(Batch(read.reports, read.cells, read.report_sections, agency_names))
    made = {
        "report_files": report_files,
        "reports": read.reports,
        "report_sections": read.report_sections,
        **found,
        "findings": pl.concat(
            [file_findings(report_files, homes(report_files)), read.findings, found["findings"]]
        ),
        "dim_form": dimensions.dim_form(),
        "dim_row": dimensions.dim_row(),
        "dim_column": dimensions.dim_column(),
        "agency_names": agency_names,
        "dim_agency": dim_agency,
        "dim_rule": dimensions.dim_rule(),
        "dim_finding": dimensions.dim_finding(),
        **{fact_name(no): fact(no, read.cells, read.reports) for no in FACTS},
        **{name: empty(spec.model) for name, spec in TABLES.items() if spec.of_runs},
    }
    return made, read


def put_out(folder: Path, run_id: str, frames: Mapping[str, pl.DataFrame]) -> Path:
    """Publish a warehouse of these frames, without Dagster; the path of the build."""
    prepare(folder)
    with turn(folder, run_id, lambda _: None):
        building = Building(folder / f"build-{run_id}.duckdb.partial", run_id)
        for name, rows in frames.items():
            building.add(name, rows)
        return publish(folder, building)


def stale(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The wide views whose rows are not those that the facts make."""
    return [
        wide.name
        for wide in wides()
        if connection.execute(f"FROM {wide.name} ORDER BY ALL").fetchall()
        != connection.execute(f"FROM ({wide.query('true')}) ORDER BY ALL").fetchall()
    ]
