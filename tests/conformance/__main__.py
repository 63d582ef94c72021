"""`python -m tests.conformance`: make the texts, read and score them, write the page of the docs.

python -m tests.conformance --seeds 40 --channels all --out DIR
python -m tests.conformance --score-only --out DIR
python -m tests.conformance show DIR/<channel>/<case>.txt
python -m tests.conformance pick DIR          # choose the texts to commit
python -m tests.conformance known             # list those of them that fail
python -m tests.conformance marked DIR        # score anybody's texts with gold beside them (marked.py)
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.conformance import marked
from tests.conformance.channels import CHANNELS
from tests.conformance.pick import TEXTS, list_known, pick
from tests.conformance.report import faults_of, markdown_table, score_folder, show, worst, write_page
from tests.conformance.texts import make_texts


def main(arguments: list[str]) -> int:
    """Run; the exit code is 1 where the reader raised or, with --strict, where any cell was silently wrong."""
    if arguments[:1] == ["show"]:
        print(show(Path(arguments[1])))
        return 0
    if arguments[:1] == ["pick"]:
        print(pick(Path(arguments[1])), "bytes")
        return 0
    if arguments[:1] == ["marked"]:
        print(marked.summary(marked.score_folder(Path(arguments[1]))))
        return 0
    if arguments[:1] == ["known"]:
        faults = {(o.channel, o.path.stem): faults_of(o) for o in score_folder(TEXTS, list(CHANNELS))}
        list_known({key: found[0] for key, found in faults.items() if found})
        return 0
    parser = argparse.ArgumentParser(prog="python -m tests.conformance")
    parser.add_argument("--seeds", default="40", help="how many cases, or FIRST:LAST")
    parser.add_argument("--channels", default="all", help="all, or names or families, separated by commas")
    parser.add_argument("--out", type=Path, required=True, help="where texts and documents go")
    parser.add_argument("--score-only", action="store_true", help="score the texts that are already there")
    parser.add_argument("--page", type=Path, help="the Markdown page to write")
    parser.add_argument("--strict", action="store_true", help="fail where any cell is silently wrong")
    options = parser.parse_args(arguments)

    asked = options.channels.split(",")
    chosen = [n for n, c in CHANNELS.items() if "all" in asked or n in asked or c.family in asked]
    if not options.score_only:
        lacking = [n for n in chosen if not CHANNELS[n].at_hand()]
        if lacking:
            print("not installed, left out:", ", ".join(lacking))
        first, _, last = options.seeds.rpartition(":")
        seeds = range(int(first or 0), int(last))
        able = [n for n in chosen if n not in lacking]
        for failure in make_texts(seeds, able, options.out, options.out / "documents"):
            print("no text:", failure)
    outcomes = score_folder(options.out, [n for n in chosen if (options.out / n).is_dir()])
    print(markdown_table(outcomes))
    print(worst(outcomes))
    if options.page:
        write_page(outcomes, options.page)
    return int(any(o.crash or (options.strict and o.score.silent_wrong) for o in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
