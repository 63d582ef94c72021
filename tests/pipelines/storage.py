"""What tests of shared storage need beside a bucket (conftest.py), and what a night made of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from assets.warehouse.digest import content_digest
from assets.warehouse.publish import LINK
from tests.pipelines.cluster import needs

S3 = needs("s3fs", "pip install 'gouji[s3]' 'moto[server]'")
MOTO = needs("moto", "pip install 'gouji[s3]' 'moto[server]'")
SECRET = "a-secret-nobody-may-see"  # noqa: S105


def content(warehouse: Path) -> dict[str, str]:
    with duckdb.connect(str(warehouse / LINK), read_only=True) as connection:
        return content_digest(connection)


def last(warehouse: Path) -> dict[str, Any]:
    with duckdb.connect(str(warehouse / LINK), read_only=True) as connection:
        found = connection.execute("select * from ingest_runs order by started_at desc limit 1")
        names = [name for name, *_ in found.description or ()]
        return dict(zip(names, found.fetchall()[0], strict=True))


def upload(bucket: Any, source: Path, prefix: str) -> None:
    for file in source.rglob("*"):
        if file.is_file():
            bucket.put_object(Key=f"{prefix}/{file.relative_to(source).as_posix()}", Body=file.read_bytes())
