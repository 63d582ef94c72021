"""Where the time of a run goes: one run in this process, under cProfile, told by stage, module and function.

cProfile makes small functions look dearer than they are; what it says of shares is to be checked by `make bench`.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.bench.corpus import write
from tests.bench.measure import PROJECT, _stages

_SHOWN = 25


def profile(files: int, seed: int = 1) -> str:
    """Run on so many files, on one process; what is to be printed."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for name in ("source", "home"):
            (folder / name).mkdir()
        write(folder / "source", files, seed)
        os.environ["DAGSTER_HOME"] = str(folder / "home")
        from pipelines.instance import prepare_home

        prepare_home()
        import dagster as dg

        from pipelines.definitions import defs
        from pipelines.jobs import nightly

        job = defs.resolve_job_def(nightly.name)
        config = {
            "resources": {
                "folders": {
                    "config": {"source": str(folder / "source"), "warehouse": str(folder / "warehouse")}
                },
                "engine": {"config": {"processes": 1}},
            },
            "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
        }
        watched = cProfile.Profile()
        with dg.DagsterInstance.get() as instance:
            began = time.perf_counter()
            watched.enable()
            job.execute_in_process(instance=instance, run_config=config)
            watched.disable()
            seconds = time.perf_counter() - began
        return told(pstats.Stats(watched), seconds, _stages(folder / "home"))


def told(stats: pstats.Stats, seconds: float, stages: dict[str, float]) -> str:
    """The profile as text: stages, own time by module, the dearest functions of this project with all they call."""
    own: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for (file, line, name), (_, calls, tottime, cumtime, _) in stats.stats.items():  # type: ignore[attr-defined]
        own[_module(file)] += tottime
        if file.startswith(str(PROJECT)) and ".venv" not in file:
            whole[f"{_module(file)}:{line} {name} ({calls:,} calls)"] = cumtime
    lines = [f"{seconds:.2f} s under the profiler", "", "by stage"]
    lines += [f"{spent:9.2f} s  {stage}" for stage, spent in stages.items()]
    for title, counted in (("own time by module", own), ("functions of ours, with all they call", whole)):
        lines += ["", title]
        lines += [
            f"{spent:9.2f} s {100 * spent / seconds:5.1f} %  {name}"
            for name, spent in counted.most_common(_SHOWN)
        ]
    return "\n".join(lines)


def _module(file: str) -> str:
    """A file of ours as it is called in the project; of others the package."""
    if file.startswith("~") or file.startswith("<"):
        return "(built in)"
    _, found, package = file.rpartition("site-packages/")
    if found:
        return package.partition("/")[0]
    if file.startswith(str(PROJECT)):
        return str(Path(file).relative_to(PROJECT))
    return f"python/{Path(file).name}"
