"""What `gouji export` does: everything of one published build into a folder that is whole or absent.

Belongs here: which files there are, and which reports are printed as on the form. Does not belong here: how a file is written
(assets/warehouse/exports), options and exit codes (cli.py).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import duckdb

from assets.warehouse.exports import package, readme
from assets.warehouse.exports.folder import ExportError, manifest, whole
from assets.warehouse.exports.formsheets import SHEETS, write_forms
from assets.warehouse.exports.marks import reports
from assets.warehouse.exports.tables import outdated, write_csv, write_parquet
from assets.warehouse.exports.yearbook import REPORTS, write_yearbook
from assets.warehouse.publish import LINK, builds, published
from schemas.tables import TABLES

# Of DuckDB; beyond it, what is sorted goes to disk.
_MEMORY = "1500MB"

FORMATS = ("duckdb", "parquet", "csv", "xlsx")


@dataclass(frozen=True)
class Selection:
    """The reports that get a sheet as on the form: all that meet every criterion given, `most` of them at most."""

    agencies: Sequence[str] = ()
    years: Sequence[int] = ()
    reports: Sequence[str] = ()
    most: int = 200


@dataclass
class Exported:
    """What was written: files and bytes by format, and how many of the selected reports are printed as on the form."""

    build: str
    reports: int
    form_sheets: int = 0
    selected: int = 0
    files: dict[str, tuple[int, int]] = field(default_factory=dict)


def export(
    folder: Path,
    warehouse: Path,
    formats: Sequence[str] = FORMATS,
    selection: Selection | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Exported:
    """Write the published build of `warehouse` to `folder`; `say` is told what is being written.

    Raises ExportError, with what to do, and then leaves `folder` as it was.
    """
    build = published(warehouse)
    if build is None:
        raise ExportError(f"there is no warehouse at {warehouse / LINK}; make it with: gouji run SOURCE")
    try:
        with whole(folder) as new:
            return _write(new, warehouse, build, formats, selection or Selection(), say)
    except OSError as error:
        raise ExportError(
            f"the export cannot be written: {error}; free space, or name another folder"
        ) from error
    except duckdb.Error as error:
        raise ExportError(f"{build} cannot be exported: {error}") from error


def told(done: Exported, folder: Path) -> Iterator[str]:
    """What was written, in lines for a terminal."""
    yield f"{folder}: {done.reports:,} reports of {done.build}"
    for name, (files, size) in done.files.items():
        more = ""
        if name == "xlsx" and done.selected:
            more = f"; {done.form_sheets:,} of {done.selected:,} reports on a sheet as on the form"
        yield f"  {name:8} {files:>6,} file{'s' if files != 1 else ' '} {size:>15,} bytes{more}"


def _write(  # noqa: PLR0913 - what `export` was given
    new: Path,
    warehouse: Path,
    build: Path,
    formats: Sequence[str],
    selection: Selection,
    say: Callable[[str], None],
) -> Exported:
    scratch = new / "scratch"
    scratch.mkdir()
    exported = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    with duckdb.connect(
        str(build), read_only=True, config={"temp_directory": str(scratch), "memory_limit": _MEMORY}
    ) as connection:
        connection.execute("SET timezone = 'UTC'")
        if tables := outdated(connection):
            raise ExportError(
                f"{build} was made by another version of gouji (it has another {', '.join(tables[:3])}); run gouji run SOURCE first"
            )
        [(count,)] = connection.execute("SELECT count(*) FROM reports").fetchall()
        done = Exported(build.name, count)
        for name in (name for name in FORMATS if name in formats):
            say(name)
            if name == "duckdb":
                shutil.copyfile(build, new / LINK)
            elif name == "parquet":
                for table in TABLES:
                    write_parquet(connection, table, new / name, build.name)
            elif name == "csv":
                (new / name).mkdir()
                for table in TABLES:
                    write_csv(connection, table, new / name)
                package.write(new, build.name, exported)
            else:
                (new / name).mkdir()
                _workbooks(connection, new / name, selection, done)
    shutil.rmtree(scratch)
    when = next((b.published_at for b in builds(warehouse) if b.name == build.name), "?")
    written = [name for name in FORMATS if name in formats]
    readme.write(
        new,
        readme.About(
            version("gouji"), build.name, when, exported, count, written, done.form_sheets, done.selected
        ),
    )
    manifest(new, {"gouji": version("gouji"), "build": build.name, "exported": exported, "formats": written})
    done.files = {name: _size(new / (LINK if name == "duckdb" else name)) for name in written}
    return done


def _workbooks(
    connection: duckdb.DuckDBPyConnection, folder: Path, selection: Selection, done: Exported
) -> None:
    wanted, done.selected = _selected(connection, selection)
    done.form_sheets = len(wanted)
    for number, start in enumerate(range(0, len(wanted), SHEETS), start=1):
        path = folder / _numbered("forms", number)
        write_forms(reports(connection, wanted[start : start + SHEETS]), path)
    years = connection.execute("SELECT DISTINCT report_year FROM reports ORDER BY 1").fetchall()
    for (year,) in years:
        rows = connection.execute(
            "SELECT report_id, form FROM reports WHERE report_year IS NOT DISTINCT FROM ? ORDER BY agency NULLS LAST, source_file, report_id",
            [year],
        ).fetchall()
        for number, start in enumerate(range(0, len(rows), REPORTS), start=1):
            part = rows[start : start + REPORTS]
            printed = sorted({form for _, form in part if form})
            path = folder / _numbered(f"reports-{year or 'unknown'}", number)
            write_yearbook(reports(connection, [report_id for report_id, _ in part]), printed, path)


def _numbered(name: str, number: int) -> str:
    return f"{name}.xlsx" if number == 1 else f"{name}-{number}.xlsx"


def _selected(connection: duckdb.DuckDBPyConnection, selection: Selection) -> tuple[list[str], int]:
    """(the reports to print as on the form, by agency and year; how many meet the criteria)."""
    known = {report_id for (report_id,) in connection.execute("SELECT report_id FROM reports").fetchall()}
    if missing := [report_id for report_id in selection.reports if report_id not in known]:
        raise ExportError(f"there is no report {missing[0]}; `gouji sql 'from reports'` lists them")
    criteria = {
        "list_bool_or(list_transform($agencies, lambda part: contains(r.agency, part)))": (
            "agencies",
            list(selection.agencies),
        ),
        "list_contains($years, r.report_year)": ("years", list(selection.years)),
        "list_contains($reports, r.report_id)": ("reports", list(selection.reports)),
    }
    given = {sql: named for sql, named in criteria.items() if named[1]}
    found = connection.execute(
        f"""
        SELECT report_id, r.agency, r.report_year, coalesce(rules_failed, 0) AS failed
        FROM reports AS r LEFT JOIN report_trust USING (report_id)
        WHERE {" AND ".join(given) or "true"}
        ORDER BY failed DESC, r.report_year DESC NULLS LAST, r.agency NULLS LAST, report_id""",  # noqa: S608 - criteria of ours
        dict(given.values()),
    ).fetchall()
    if given and not found:
        raise ExportError("no report is of that agency and year; `gouji sql 'from reports'` lists them")
    chosen = sorted(found[: selection.most], key=lambda row: (row[1] or "\U0010ffff", row[2] or 0, row[0]))
    return [row[0] for row in chosen], len(found)


def _size(path: Path) -> tuple[int, int]:
    files = [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return len(files), sum(p.stat().st_size for p in files)
