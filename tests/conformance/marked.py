"""Scores a folder of texts whose gold says itself what is asked, whoever made them and with whatever converter.

`NAME.txt` with `NAME.gold.csv` beside it, as `model.gold_to_csv` writes it; `# tier=` and `# channel=` lines group the
sums, `# filename=` gives the reader a name. Every cell that the gold calls `reported` is asked: who writes such gold says
`open` or `unknown` where the text does not let one know. Does not belong here: what the texts of our own converters
let one know (score.recoverable).
"""

from __future__ import annotations

import hashlib
import multiprocessing
import traceback
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from assets.extract.reading import Reading, read_text
from tests.conformance.model import gold_from_csv
from tests.conformance.score import Score, score


@dataclass
class Marked:
    """One text scored, with the identity lines of its gold."""

    name: str
    meta: dict[str, str]
    score: Score
    crash: str = ""

    @property
    def faults(self) -> list[str]:
        """Whose agency, year, form or count of reports is not the gold's."""
        return [n for n in self.score.notes if n.startswith("IDENTITY")]


def score_marked(path: Path) -> Marked:
    """Read and score one text with its gold beside it."""
    raw = path.read_bytes()
    meta, gold = gold_from_csv(path.with_suffix(".gold.csv").read_text(encoding="utf-8"))
    crash = ""
    try:
        digest = hashlib.blake2b(raw, digest_size=16).hexdigest()
        reading = read_text(raw.decode("utf-8", "replace"), meta.get("filename", "report.txt"), digest)
    except Exception:
        reading, crash = Reading(), traceback.format_exc()
    asked = {g.key for g in gold if g.status == "reported"}
    return Marked(path.stem, meta, score(reading, meta, gold, asked), crash)


def score_folder(folder: Path, workers: int = 2) -> list[Marked]:
    """Score every text of a folder that has gold beside it."""
    paths = [p for p in sorted(folder.glob("*.txt")) if p.with_suffix(".gold.csv").exists()]
    if workers == 1:
        return [score_marked(path) for path in paths]
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        return list(pool.map(score_marked, paths, chunksize=8))


def _sums(texts: Sequence[Marked], key: str) -> list[str]:
    lines = []
    for value in sorted({t.meta.get(key, "?") for t in texts}):
        of_it = [t for t in texts if t.meta.get(key, "?") == value]
        whole = Score()
        for t in of_it:
            whole += t.score
        lines.append(
            f"{key} {value}: {len(of_it)} texts, {100 * whole.recall:.2f} % of {whole.asked}, wrong {whole.silent_wrong}, "
            f"blanked {whole.false_blank}, identity {sum(len(t.faults) for t in of_it)}, crashed {sum(bool(t.crash) for t in of_it)}"
        )
    return lines


def summary(texts: Sequence[Marked]) -> str:
    """The sums of each tier and channel, then a line for every text that is not wholly right, the gravest first."""
    faulty = [t for t in texts if t.crash or t.score.notes]
    faulty.sort(key=lambda t: (-bool(t.crash), -t.score.silent_wrong, -t.score.false_blank, -t.score.missing))
    each = [
        f"{t.name}: {t.score.right} of {t.score.asked}, wrong {t.score.silent_wrong}, blanked {t.score.false_blank} "
        f"{' '.join(t.faults)} {t.crash[-200:]}".rstrip()
        for t in faulty
    ]
    return "\n".join([*_sums(texts, "tier"), *_sums(texts, "channel"), *each])
