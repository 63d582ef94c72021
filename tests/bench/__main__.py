"""`python -m tests.bench [--files N]`: measure, write bench/latest.json and the page. `profile`: where the time goes.

`copies`: how fast queries answer on the reports of some files, so many times over.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from assets.warehouse.publish import LINK
from tests.bench.copies import multiply, timed
from tests.bench.corpus import write
from tests.bench.measure import PROJECT, measure, run
from tests.bench.page import KEPT, write_page
from tests.bench.profiled import profile

LATEST = PROJECT / "bench" / "latest.json"


def copies(folder: Path, files: int, times: int, seed: int) -> dict[str, object]:
    """What queries take on the reports of a corpus, so many times over: seconds by the clock, and of all processors."""
    write(folder / "source", files, seed)
    run(folder / "home", folder / "source", folder / "few")
    return timed(multiply(folder / "few" / LINK, folder / "many.duckdb", times))


def main() -> None:
    """Do what is asked on the command line."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    asked.add_argument("what", nargs="?", choices=("measure", "profile", "page", "copies"), default="measure")
    asked.add_argument("--files", type=int, help="files of the corpus: 20000, to profile 500")
    asked.add_argument("--rounds", type=int, default=3, help="how often all is measured")
    asked.add_argument("--times", type=int, default=750, help="copies of the reports")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--folder", type=Path, help="where the corpus and the warehouse are made and removed")
    asked.add_argument("--out", type=Path, default=LATEST)
    options = asked.parse_args()
    if options.what == "profile":
        print(profile(options.files or 500, options.seed))
        return
    if options.what == "copies":
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            for name, value in copies(
                Path(folder), options.files or 400, options.times, options.seed
            ).items():
                print(f"{name:45} {value}")
        return
    told = json.loads(options.out.read_text(encoding="utf-8")) if options.out.exists() else {}
    if options.what == "measure":
        sizes = told.get("by_files", {})
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            told = measure(Path(folder), options.files or 20000, rounds=options.rounds, seed=options.seed)
        told["by_files"] = {**sizes, str(told["files"]): {name: told[name] for name in KEPT}}
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if options.out == LATEST:
        write_page(told, PROJECT / "docs")
    shown = ("floor_s", "run_s", "ratio", "ratio_without_startup", "unchanged_vs_stat_ratio", "peak_rss_mb")
    print({name: told[name] for name in shown})


if __name__ == "__main__":
    main()
