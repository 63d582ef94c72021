"""The command behind `make torture`: its parts at full length, or some of them shorter. Exit code 1 on any fault."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PROJECT = _HERE.parents[1]
_MEMORY = Path("/dev/shm")  # noqa: S108 - a kill leaves what a process wrote in memory as it is on disk
# Another version of duckdb, put there by the Makefile where it can be had.
OTHER_DUCKDB = _PROJECT / ".venv" / "duckdb15" / "bin" / "python"


def main(arguments: list[str] | None = None) -> int:
    """Do what is asked for; the number of parts with faults, at most 1."""
    asked = _asked(arguments)
    print(f"seed {asked.seed}", flush=True)
    folder = asked.folder or (_MEMORY if _MEMORY.is_dir() else Path(tempfile.gettempdir()))
    faults: list[str] = []
    summary: list[str] = []
    for part in asked.only.split(","):
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="gouji-torture-", dir=folder) as work:
            lines, found = {"kills": _kills, "fuzz": _fuzz, "growth": _growth, "edits": _edits}[part](
                asked, Path(work)
            )
        summary += [f"{part}: {time.monotonic() - began:.0f} s", *(f"  {line}" for line in lines)]
        faults += [f"{part}: {fault}" for fault in found]
    print("\n".join(["", f"seed {asked.seed}", *summary]))
    for fault in faults:
        print(f"FAULT {fault}")
    print(f"{len(faults)} faults")
    return min(1, len(faults))


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--seed", default=str(random.SystemRandom().randrange(10**6)))
    parser.add_argument(
        "--only",
        default="kills,fuzz,growth",
        help="parts, set apart by commas; edits, too, of which about one in 1,500 still gives a wrong figure",
    )
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--opens", type=int, default=1000)
    parser.add_argument("--every", type=int, default=10, help="compare after so many kills")
    parser.add_argument("--inputs", type=int, help="texts to mangle (100000) and to edit (2000)")
    parser.add_argument("--corpus", type=Path, help="texts with golds to edit; without, those of the suite")
    parser.add_argument("--jobs", type=int, default=2, help="processes side by side")
    parser.add_argument("--folder", type=Path, help="where to work; memory, where there is such a folder")
    parser.add_argument(
        "--reader", type=Path, default=OTHER_DUCKDB, help="a python with another version of duckdb"
    )
    parser.add_argument(
        "--keep", type=Path, default=Path("data/torture"), help="where inputs that matter are kept"
    )
    return parser.parse_args(arguments)


def _said(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _kills(asked: argparse.Namespace, work: Path) -> tuple[list[str], list[str]]:
    from tests.torture.kills import torture

    pythons = (sys.executable, *([str(asked.reader)] if asked.reader.exists() else []))
    tally = torture(
        work,
        asked.seed,
        asked.kills,
        lanes=asked.jobs,
        every=asked.every,
        opens=asked.opens,
        pythons=pythons,
        told=_said,
    )
    hit = ", ".join(f"{stage} {number}" for stage, number in sorted(tally.kills.items(), key=lambda k: -k[1]))
    opened = ", ".join(f"{number} by duckdb {version}" for version, number in tally.opens.items())
    return [
        f"{tally.kills.total()} runs killed ({hit}), {tally.in_dagster} of them in Dagster",
        f"{tally.finished} runs finished; the source changed under {tally.changed_meanwhile} runs",
        f"{tally.compared} comparisons with a warehouse made afresh",
        f"{sum(tally.opens.values())} opens by readers ({opened}); {tally.held} held a build past the next",
    ], tally.faults


def _fuzz(asked: argparse.Namespace, work: Path) -> tuple[list[str], list[str]]:
    from tests.torture.fuzz import torture

    return torture(work, asked.seed, asked.inputs or 100_000, jobs=asked.jobs, keep=asked.keep, told=_said)


def _growth(asked: argparse.Namespace, _: Path) -> tuple[list[str], list[str]]:
    from tests.torture.growth import torture

    return torture(asked.seed, jobs=asked.jobs, told=_said)


def _edits(asked: argparse.Namespace, _: Path) -> tuple[list[str], list[str]]:
    from tests.torture.edits import TEXTS, torture

    corpus = asked.corpus or TEXTS
    return torture(asked.seed, asked.inputs or 2_000, jobs=asked.jobs, corpus=corpus, told=_said)


if __name__ == "__main__":
    sys.exit(main())
