"""The warehouse under construction: one DuckDB file that a run fills, starting from the published one.

Belongs here: its tables, putting frames into them, taking rows out of them. Nothing is copied until something is to be
written, so that a run that finds nothing changed costs no copy. Does not belong here: how the file is opened and its tables are
created (buildfile.py), what the rows say (the stages), or when the file is shown to readers (warehouse/publish.py).
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from assets.buildfile import connect, create_table, log_of, remove
from schemas.tables import TABLES, dtypes

# So many bytes of rows are committed at a time while tables are filled: DuckDB compresses the last rows of a table anew with
# every commit, so that few at a time cost more; what is not committed takes memory beside MEMORY.
COMMIT = 32 * 1024 * 1024
# Rows of so many reports are taken out at a time: where any were, DuckDB keeps 16 KiB of MEMORY for every 2,048 rows about
# them until they are written down.
REMOVED = 4_000
# Reports written anew are named up to so many.
NAMED = 50_000
FACTS = frozenset(name for name in TABLES if name.startswith("fact_"))
# What a rebuild takes over from the build before it.
HISTORY = ("report_revisions", "retired_files", "ingest_runs")


class Redo(Enum):
    """What a run does anew."""

    CHANGED = "changed"
    CHECKS = "checks"
    ALL = "all"


class Building:
    """One run's work on the warehouse. `base` is the build it starts from; to redo all, only its history is taken over."""

    def __init__(
        self, path: Path, run_id: str, base: Path | None = None, *, redo: Redo = Redo.CHANGED
    ) -> None:
        """Open `base` for reading, or begin the file at `path` where there is none or everything is to be done anew."""
        self.path = path
        self.run_id = run_id
        self.base = base
        self.full = redo is Redo.ALL or base is None
        self.recheck = redo is not Redo.CHANGED
        self.started_at = datetime.now(UTC)
        self.tally: Counter[str] = Counter()  # columns of schemas.tables.IngestRuns
        self.begun = False
        # The reports whose cells this run wrote or took out; None where they are too many to name.
        self.rewritten: set[str] | None = None if self.full else set()
        self._filling = False
        self._uncommitted = self._removed = 0
        self._connection: duckdb.DuckDBPyConnection | None = None
        if base is None or self.full or log_of(base).exists():
            self.begin()
        else:
            try:
                self._connection = connect(base, read_only=True)
            except duckdb.IOException:  # somebody has it open for writing; a copy can still be made
                self.begin()

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """For reading; to write, call `begin` first."""
        if self._connection is None:
            raise RuntimeError("the building is closed")
        return self._connection

    @property
    def previous_path(self) -> Path:
        """Where a rebuild keeps a copy of the build before it."""
        return self.path.with_name(self.path.name + ".previous")

    def begin(self) -> duckdb.DuckDBPyConnection:
        """The connection, good for writing: the base is copied, or empty tables are made, when first called."""
        if self.begun:
            return self.connection
        self.close()
        if self.base is not None and not self.full:
            shutil.copyfile(self.base, self.path)
            self._connection = connect(self.path)
        else:
            self._connection = connect(self.path)
            self._connection.begin()
            for spec in TABLES.values():
                self._connection.execute(create_table(spec))
            self._connection.commit()
            if self.base is not None:
                shutil.copyfile(self.base, self.previous_path)
                self._take_over_history()
        self.begun = True
        return self._connection

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def discard(self) -> None:
        """Close, and remove what was built and not published."""
        self.close()
        for left in self.path.parent.glob(f"{self.path.name}*"):
            remove(left)

    def frame(self, query: str, parameters: list[Any] | None = None) -> pl.DataFrame:
        """The result of a query of ours as a frame."""
        found: pl.DataFrame = self.connection.sql(query, params=parameters).pl()
        return found

    def table(
        self,
        name: str,
        where: str = "true",
        *,
        schema: str = "",
        in_order: bool = False,
        only: Collection[str] = (),
    ) -> pl.DataFrame:
        """Rows of a table in the columns and types of its model; `schema` is that of another file, with its dot.

        In whatever order DuckDB's threads come upon them, or in that in which they lie; with all columns, or `only` some.
        """
        types = {
            column: dtype
            for column, dtype in dtypes(TABLES[name].model).items()
            if not only or column in only
        }
        where += " ORDER BY rowid" if in_order else ""
        found = self.frame(f"SELECT {', '.join(types)} FROM {schema}{name} WHERE {where}")  # noqa: S608 - names of ours
        return found.cast(types)  # type: ignore[arg-type]

    def before(self, name: str) -> pl.DataFrame:
        """Rows of a table as the run found it: in a rebuild those of the build before, as far as it has them."""
        if not self.full:
            return self.table(name)
        return (
            self.table(name, schema="previous.")
            if name in self.previous_tables()
            else self.table(name, "false")
        )

    def count(self, name: str) -> int:
        """Rows of a table."""
        return int(self.value(f"SELECT count(*) FROM {name}"))  # noqa: S608 - a name of ours

    def counts(self, name: str, column: str) -> dict[str, int]:
        """How many rows of a table have each value of a column."""
        query = f"SELECT {column}, count(*) FROM {name} GROUP BY {column} ORDER BY {column}"  # noqa: S608 - names of ours
        return dict(self.frame(query).iter_rows())

    def value(self, query: str) -> Any:
        """The first column of a query's first row; None where there is none."""
        rows = self.connection.execute(query).fetchall()  # all: a result half read would block the connection
        return rows[0][0] if rows else None

    def add(self, name: str, frame: pl.DataFrame) -> None:
        """Append rows to a table of schemas.tables.TABLES."""
        if frame.is_empty():
            return
        connection = self.begin()
        if "report_id" in frame.columns:
            self._rewrites(name, frame["report_id"])
        if self._filling and not self._uncommitted:
            connection.begin()
        connection.register("incoming", frame.to_arrow(compat_level=pl.CompatLevel.newest()))
        connection.execute(f"INSERT INTO {TABLES[name].name} BY NAME SELECT * FROM incoming")  # noqa: S608
        connection.unregister("incoming")
        if self._filling:
            self._uncommitted += int(frame.estimated_size()) + 1
            if self._uncommitted >= COMMIT:
                self._commit()

    @contextmanager
    def filling(self) -> Iterator[None]:
        """Within this, what is put into tables is committed many rows at a time; after an error, the rest of it never."""
        self._filling = True
        yield
        self._filling = False
        self._commit()

    def _commit(self) -> None:
        if self._uncommitted:
            self.connection.commit()
            self._uncommitted = 0

    def replace(self, name: str, frame: pl.DataFrame) -> None:
        """Have a table hold these rows; nothing is done where it does."""
        if not self.table(name).equals(frame):
            self.begin().execute(f"DELETE FROM {TABLES[name].name}")  # noqa: S608
            self.add(name, frame)

    def remove(self, name: str, column: str, values: pl.Series, where: str = "true") -> None:
        """Take out the rows of a table whose `column` is one of `values`, and that fulfil a condition of ours."""
        values = values.unique()
        if values.is_empty():
            return
        connection, spec = self.begin(), TABLES[name]
        if column == "report_id":
            self._rewrites(name, values)
        with self.given(values) as given:
            which = f"{column} IN (FROM {given}) AND {where}"
            rest = f"SELECT 1 FROM {spec.name} WHERE ({which}) IS NOT TRUE LIMIT 1"  # noqa: S608 - names of ours
            if self.value(rest) is None:
                self._commit()
                connection.execute(f"DROP TABLE {spec.name}")
                connection.execute(create_table(spec))
                return
        for start in range(0, len(values), REMOVED):
            part = values.slice(start, REMOVED)
            with self.given(part) as given:
                connection.execute(
                    f"DELETE FROM {spec.name} WHERE {column} IN (FROM {given}) AND {where}"  # noqa: S608 - names of ours
                )
            self._removed += len(part)
            if self._removed >= REMOVED:
                self._commit()
                connection.execute("CHECKPOINT")
                self._removed = 0

    def _rewrites(self, name: str, reports: pl.Series) -> None:
        if self.rewritten is not None and name in FACTS:
            self.rewritten.update(reports.unique())
            if len(self.rewritten) > NAMED:
                self.rewritten = None

    def set_aside(self, name: str, column: str, values: pl.Series) -> None:
        """Take out rows as `remove` does; until the run ends they stand in the table `aside`."""
        connection = self.begin()
        aside = self.aside(name)
        with self.given(values) as given:
            connection.execute(f"INSERT INTO {aside} FROM {name} WHERE {column} IN (FROM {given})")
        self.remove(name, column, values)

    def aside(self, name: str) -> str:
        """The temporary table of the rows of a table that this run set aside."""
        aside = f"aside_{name}"
        self.connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS {aside} AS FROM {name} LIMIT 0")
        return aside

    def select(self, name: str, column: str, values: pl.Series) -> pl.DataFrame:
        """The rows of a table whose `column` is one of `values`."""
        with self.given(values) as given:
            return self.table(name, f"{column} IN (FROM {given})")

    @contextmanager
    def given(self, values: pl.Series | pl.DataFrame) -> Iterator[str]:
        """The name under which a query finds a frame; or values, once each, as a table of one column."""
        frame = values.unique().to_frame("value") if isinstance(values, pl.Series) else values
        self.connection.register("given", frame.to_arrow())
        try:
            yield "given"
        finally:
            self.connection.unregister("given")

    def previous_tables(self) -> set[str]:
        """Tables of the build before that a rebuild can look into, attached as `previous`, in their present shape."""
        if not (self.begun and self.previous_path.exists()):
            return set()
        rows = self.connection.execute(
            "SELECT table_name, list(column_name) FROM duckdb_columns() WHERE database_name = 'previous' GROUP BY ALL"
        ).fetchall()
        return {
            name for name, columns in rows if name in TABLES and set(dtypes(TABLES[name].model)) <= {*columns}
        }

    def _take_over_history(self) -> None:
        connection = self.connection
        quoted = str(self.previous_path).replace("'", "''")
        connection.execute(f"ATTACH '{quoted}' AS previous (READ_ONLY)")
        self.begun = True
        for name in HISTORY:
            if name in self.previous_tables():
                columns = ", ".join(dtypes(TABLES[name].model))
                connection.execute(f"INSERT INTO {name} BY NAME SELECT {columns} FROM previous.{name}")  # noqa: S608
