"""Makes the texts: cases -> documents -> channels -> <out>/<channel>/<case>.txt with its gold beside it."""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.conformance.channels import CHANNELS
from tests.conformance.corpus import make_case
from tests.conformance.model import gold_to_csv
from tests.conformance.render import render_all


def _late(*_: object) -> None:
    raise TimeoutError("the converter took more than 60 seconds")


def _convert(job: tuple[str, str, Path, Path]) -> str:
    """One document through one channel; what went wrong, or nothing."""
    channel_name, case_name, documents, out = job
    channel = CHANNELS[channel_name]
    source = documents / f"{case_name}.{channel.source}"
    if not source.exists():
        return f"{channel_name} {case_name}: no {source.name}"
    signal.signal(signal.SIGALRM, _late)
    signal.alarm(60)
    try:
        text = channel.convert(source)
    except Exception as error:
        return f"{channel_name} {case_name}: {type(error).__name__}: {error}"[:200]
    finally:
        signal.alarm(0)
    (out / channel_name / f"{case_name}.txt").write_text(text, encoding="utf-8")
    return ""


def make_texts(
    seeds: range, channel_names: list[str], out: Path, documents: Path, workers: int = 2
) -> list[str]:
    """Write all texts and gold; the conversions that failed, in words."""
    cases = [make_case(seed) for seed in seeds]
    render_all(cases, documents)
    jobs = []
    for name in channel_names:
        (out / name).mkdir(parents=True, exist_ok=True)
        for case in cases:
            (out / name / f"{case.name}.gold.csv").write_text(gold_to_csv(case), encoding="utf-8")
            jobs.append((name, case.name, documents, out))
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        return [failure for failure in pool.map(_convert, jobs, chunksize=8) if failure]
