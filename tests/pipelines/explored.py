"""A published warehouse of the samples and of one agency whose name, file and figures are hostile, and the notebook served."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from tests.reports import put_out, tables

PROJECT = Path(__file__).resolve().parents[2]
SAMPLES = PROJECT / "data" / "samples"
HOSTILE = "<img src=x onerror=\"window.hurt='yes'\">**[坏](javascript:alert(1))**'); drop--"
_MEANT = "青漪区住房和城乡建设局"


def warehouse(folder: Path, source: Path = SAMPLES) -> Path:
    """The warehouse folder."""
    made, _ = tables(source)
    put_out(folder, "one", {name: _hostile(frame) for name, frame in made.items()})
    return folder


def _hostile(frame: pl.DataFrame) -> pl.DataFrame:
    names = [name for name in ("agency", "message_zh") if name in frame.columns]
    return frame.with_columns(pl.col(name).str.replace(_MEANT, HOSTILE, literal=True) for name in names)


@contextmanager
def served(folder: Path, log: Path) -> Iterator[tuple[str, int]]:
    """`make notebook` on a free port: (the address it prints, token and all, the port)."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = ["make", "-o", "setup", "notebook", f"BIN={Path(sys.executable).parent}", f"PORT={port}"]
    command += [f"WAREHOUSE={folder}", "ARGS=--headless"]
    with log.open("w") as output:
        process = subprocess.Popen(
            command,
            cwd=PROJECT,
            env={**os.environ, "PYTHONPATH": str(PROJECT)},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        for _ in range(240):
            # the address is printed before anyone listens there
            if (found := re.search(r"http://\S+", log.read_text())) and _answers(port):
                break
            if process.poll() is not None:
                break
            time.sleep(0.25)
        if found is None or not _answers(port):
            raise RuntimeError(f"the notebook did not start:\n{log.read_text()}")
        yield found[0], port
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
