"""Runs the reader over a folder of texts and writes what came of it: on the terminal, and as a page of the docs."""

from __future__ import annotations

import hashlib
import multiprocessing
import traceback
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from assets.extract.reading import Reading, read_text
from tests.conformance.channels import CHANNELS
from tests.conformance.model import Gold, gold_from_csv
from tests.conformance.score import Score, recoverable, score


@dataclass
class Outcome:
    """One text scored."""

    channel: str
    path: Path
    score: Score
    crash: str = ""


def gold_of(path: Path) -> tuple[dict[str, str], list[Gold]]:
    """The gold beside a text, or in a folder `gold` beside its channel."""
    beside = path.with_suffix(".gold.csv")
    found = beside if beside.exists() else path.parent.parent / "gold" / f"{path.stem}.csv"
    return gold_from_csv(found.read_text(encoding="utf-8"))


def score_text(path: Path) -> Outcome:
    """Read and score one <channel>/<case>.txt, its gold beside it or in `gold`."""
    channel = path.parent.name
    text = path.read_text(encoding="utf-8")
    meta, gold = gold_of(path)
    crash = ""
    try:
        reading = read_text(text, "report.txt", hashlib.blake2b(text.encode(), digest_size=16).hexdigest())
    except Exception:
        reading, crash = Reading(), traceback.format_exc()
    can = recoverable(text, gold, meta["form"], CHANNELS[channel].tier)
    return Outcome(channel, path, score(reading, meta, gold, can), crash)


def score_folder(folder: Path, channels: list[str], workers: int = 2) -> list[Outcome]:
    """Score every text of the channels below `folder`."""
    paths = [p for c in channels for p in sorted((folder / c).glob("*.txt"))]
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(score_text, paths, chunksize=8))


#: what each tier must reach on every text of the suite
RECALL = {"A": 1.0, "B": 0.995, "C": 0.97}


def faults_of(outcome: Outcome) -> list[str]:
    """What the suite does not forgive in one text; nothing if it passes."""
    tier, result = CHANNELS[outcome.channel].tier, outcome.score
    if outcome.crash:
        return [f"CRASH {outcome.crash}"]
    kinds = ("WRONG", "BLANKED", "IDENTITY", "UNIT") if tier in "AB" else ("WRONG", "BLANKED")
    found = [n for n in result.notes if n.startswith(kinds)]
    if result.recall < RECALL[tier]:
        found += [f"{result.missing} of {result.asked} cells missing", *result.notes]
    return found


def by_channel(outcomes: list[Outcome]) -> dict[str, Score]:
    """Scores added up by channel, ordered by tier and name."""
    sums: dict[str, Score] = {}
    for outcome in sorted(outcomes, key=lambda o: (CHANNELS[o.channel].tier, o.channel)):
        sums.setdefault(outcome.channel, Score())
        sums[outcome.channel] += outcome.score
    return sums


def _line(name: str, tier: str, s: Score) -> str:
    n = s.identity["cases"]
    who = " / ".join(f"{s.identity[k]}" for k in ("agency", "year", "form"))
    return (
        f"| {name} | {tier} | {n} | {s.asked} | {100 * s.recall:.2f} % | {s.silent_wrong} | {s.missing} | "
        f"{s.false_blank} | {s.status_off} | {s.unit_off} | {who} |"
    )


def markdown_table(outcomes: list[Outcome]) -> str:
    """The per-channel table, with a sum for each tier."""
    lines = [
        "| channel | tier | texts | cells asked | recall | silent wrong | missing | blanked | status | unit | agency / year / form |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
    ]
    sums = by_channel(outcomes)
    for tier in "ABC":
        whole = Score()
        for name, s in sums.items():
            if CHANNELS[name].tier == tier:
                lines.append(_line(name, tier, s))
                whole += s
        if whole.identity["cases"]:
            lines.append(_line("**all**", f"**{tier}**", whole))
    return "\n".join(lines)


def worst(outcomes: list[Outcome], count: int = 12) -> str:
    """The worst texts and the command that shows each."""
    ranked = sorted(outcomes, key=lambda o: (-bool(o.crash), -o.score.silent_wrong, -o.score.missing))
    lines = []
    for o in ranked[:count]:
        if o.crash or o.score.silent_wrong or o.score.missing:
            state = "CRASH" if o.crash else f"{o.score.silent_wrong} wrong, {o.score.missing} missing"
            lines.append(f"{state:>26}  python -m tests.conformance show {o.path}")
    return "\n".join(lines)


PAGE = """# Accuracy

Measured by `make conformance` on invented reports of both forms, rendered to Word, HTML and PDF and passed through real
converters; nothing of this page is written by hand. {count} texts of {cases} reports, with the slips of real reports planted
in three of four (tests/conformance/slips.py).

- **Tier A**: tab cells and tab rows. **Tier B**: the structure of the table survives in another notation. **Tier C**:
  flattened or damaged.
- **Cells asked**: cells that hold a figure which the text allows one to know (tests/conformance/score.py, `recoverable`).
- **Silent wrong**: a figure given as `reported` that is not the one printed, or given where none was printed.
- **Missing**: asked for, and said to be absent, uncertain or unparsed. **Blanked**: a printed figure said to be blank.
- **Status**: blank for a dash, or the reverse. **Unit**: an amount with another unit than printed.
- **Agency / year / form**: texts in which each was found.

{table}
"""


def write_page(outcomes: list[Outcome], path: Path) -> None:
    """Write the page of the docs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    cases = len({o.path.stem for o in outcomes})
    path.write_text(
        PAGE.format(count=len(outcomes), cases=cases, table=markdown_table(outcomes)), encoding="utf-8"
    )


def show(path: Path) -> str:
    """One text with line numbers, and every cell that is not right."""
    outcome = score_text(path)
    text = path.read_text(encoding="utf-8")
    numbered = "\n".join(f"{i:5} {line}" for i, line in enumerate(text.split("\n"), start=1))
    meta, _ = gold_of(path)
    return "\n".join([numbered, "", str(meta), *outcome.score.notes, outcome.crash])
