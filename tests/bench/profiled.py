"""Where the time of a run goes: one run in this process, under cProfile, told by stage, module and function.

Processor time of all threads, which other work on the machine does not disturb. cProfile makes small functions look
dearer than they are; what it says of shares is to be checked by `make bench`.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.bench.corpus import write
from tests.bench.measure import PROJECT, _stages

_SHOWN = 40
_Function = tuple[str, int, str]
_Callers = dict[_Function, tuple[int, int, float, float]]


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
        watched = cProfile.Profile(time.process_time)
        with dg.DagsterInstance.get() as instance:
            began = time.process_time()
            watched.enable()
            job.execute_in_process(instance=instance, run_config=config)
            watched.disable()
            seconds = time.process_time() - began
        return told(pstats.Stats(watched), seconds, _stages(folder / "home"))


def told(stats: pstats.Stats, seconds: float, stages: dict[str, float]) -> str:
    """The profile as text: stages, and what our modules and functions take.

    What a library takes counts for the function of ours that calls it, or for the library where none does; what it takes
    in functions of ours that it calls back counts for those.
    """
    called_back = _called_back(stats)
    modules: Counter[str] = Counter()
    functions: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for function, (_, calls, own, all_of_it, callers) in _entries(stats):
        if _is_ours(function[0]):
            modules[_module(function[0])] += own
            functions[_name(function)] += own
            whole[f"{_name(function)} ({calls:,} calls)"] = all_of_it
            continue
        for caller, (_, _, _, spent) in callers.items():
            if _is_ours(caller[0]):
                its_own = spent * max(0.0, 1 - called_back[function] / all_of_it) if all_of_it else 0.0
                modules[_module(caller[0])] += its_own
                functions[_name(caller)] += its_own
    modules["(Dagster and other libraries by themselves)"] = seconds - sum(modules.values())
    lines = [f"{seconds:.2f} s of processor time", "", "by stage, wall clock"]
    lines += [f"{spent:9.2f} s  {stage}" for stage, spent in stages.items()]
    titles = (
        ("by module, with the libraries it calls", modules),
        ("by function, with the libraries it calls", functions),
        ("by function, with all it calls", whole),
    )
    for title, counted in titles:
        lines += ["", title]
        lines += [
            f"{spent:9.2f} s {100 * spent / seconds:5.1f} %  {name}"
            for name, spent in counted.most_common(_SHOWN)
        ]
    return "\n".join(lines)


def _entries(stats: pstats.Stats) -> Iterable[tuple[_Function, tuple[int, int, float, float, _Callers]]]:
    """Each function with its calls, the time of its own and with all it calls, and by whom it was called."""
    found: dict[_Function, tuple[int, int, float, float, _Callers]] = stats.stats  # type: ignore[attr-defined]
    return found.items()


def _called_back(stats: pstats.Stats) -> Counter[_Function]:
    """Seconds that functions of libraries spent in functions of ours, which they called."""
    found: Counter[_Function] = Counter()
    for function, entry in _entries(stats):
        if _is_ours(function[0]):
            for caller, (_, _, _, spent) in entry[4].items():
                if not _is_ours(caller[0]):
                    found[caller] += spent
    return found


def _is_ours(file: str) -> bool:
    return file.startswith(str(PROJECT)) and ".venv" not in file


def _module(file: str) -> str:
    return str(Path(file).relative_to(PROJECT))


def _name(function: _Function) -> str:
    file, line, name = function
    return f"{_module(file)}:{line} {name}"
