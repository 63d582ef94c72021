"""Shared storage for the tests: an S3 server of their own on loopback, and an empty bucket in it."""

from __future__ import annotations

import socket
import time
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest

from assets.crawl import walk
from tests.pipelines.cluster import ended, python
from tests.pipelines.storage import SECRET


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real S3 server of its own process on loopback: one for all tests, for fsspec keeps the connection to the first."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = tmp_path_factory.mktemp("s3")
    server = python("moto.server", "-H", "127.0.0.1", "-p", str(port), folder=where)
    address = f"http://127.0.0.1:{port}"
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                urllib.request.urlopen(f"{address}/moto-api/data.json", timeout=5).close()  # noqa: S310
                break
            except OSError:
                assert time.monotonic() < deadline, (where / "log").read_text()
                time.sleep(0.1)
        yield address
    finally:
        ended(server)


@pytest.fixture
def bucket(endpoint: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Any]:
    """An empty bucket, and what puts objects into it."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "somebody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    walk._remote.cache_clear()
    import boto3

    name = f"b{abs(hash(request.node.name)):x}"
    made = boto3.resource("s3", endpoint_url=endpoint).Bucket(name)
    made.create()
    yield made
    walk._remote.cache_clear()
