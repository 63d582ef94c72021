"""Nights of a small source, one after the other, and what they leave in the warehouse."""

import os
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest

import assets.materialize
import assets.warehouse.assets
from assets.building import Redo
from assets.warehouse.digest import content_digest
from assets.warehouse.publish import LINK
from pipelines.instance import prepare_home
from pipelines.local import run_nightly
from schemas.form import CellKey
from tests.reports import stale
from tests.torture.child import Order, without_dagster

NEW = CellKey("3", "new_received", "natural_person")


def night(where: Path, redo: Redo = Redo.CHANGED, warehouse: str = "w") -> dict[str, Any]:
    """One run from `where`/source; its row in ingest_runs."""
    prepare_home()
    failure = run_nightly(where / "source", where / warehouse, redo=redo)
    assert failure is None, failure
    return _last(where, warehouse)


def quick_night(where: Path, redo: Redo = Redo.CHANGED, warehouse: str = "w") -> dict[str, Any]:
    """The stages of a night without Dagster, which takes most of the seconds of so small a one; its row in ingest_runs."""
    prepare_home()  # for a night through Dagster that comes after it
    unseen(Order(where / "source", where / warehouse, f"{time.time_ns()}", redo))
    return _last(where, warehouse)


def unseen(order: Order) -> None:
    """A run that makes neither the pages that Dagster would show nor the one beside the warehouse: where it is asked what the file holds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets.materialize, "page", lambda *_: {})
        patch.setattr(assets.warehouse.assets, "_tell", lambda *_: {})
        without_dagster(order)


def _last(where: Path, warehouse: str) -> dict[str, Any]:
    return ask(where, "select * from ingest_runs order by started_at desc limit 1", warehouse)[0]


def ask(where: Path, query: str, warehouse: str = "w") -> list[dict[str, Any]]:
    with duckdb.connect(str(where / warehouse / LINK), read_only=True) as connection:
        found = connection.execute(query)
        names = [name for name, *_ in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def digest(where: Path, warehouse: str = "w") -> dict[str, str]:
    """What the warehouse says; its wide views must say it, too."""
    with duckdb.connect(str(where / warehouse / LINK), read_only=True) as connection:
        assert stale(connection) == []
        return content_digest(connection)


def aged(source: Path) -> None:
    """Give every file a time long ago, so that a further change is sure to show."""
    for path in source.rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    time.sleep(0.06)  # the times of attributes cannot be set; wait until they are settled


def write(path: Path, what: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(what, encoding="utf-8")
