"""Chooses the texts that are committed for CI: a few for each channel, spread over the cases, within a size.

The gold of a case is written once, in texts/gold, since all its channels share it.
"""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

from tests.conformance.channels import CHANNELS

TEXTS = Path(__file__).parent / "texts"
LARGEST, BUDGET = 24_000, 1_350_000


def pick(made: Path, per_channel: int = 3) -> int:
    """Copy the chosen texts; how many bytes they are."""
    shutil.rmtree(TEXTS, ignore_errors=True)
    (TEXTS / "gold").mkdir(parents=True)
    size = 0
    cases = sorted({p.stem for p in made.glob("*/*.txt")})[::3]
    for i in range(per_channel):
        for nth, name in enumerate(sorted(CHANNELS)):
            paths = [made / name / f"{c}.txt" for c in cases]
            paths = [p for p in paths if p.exists() and 0 < p.stat().st_size <= LARGEST]
            if not paths:
                continue
            # a stride that differs from channel to channel spreads the choice over forms, slips and styles
            path = paths[(nth * 5 + i * 3) % len(paths)]
            gold = TEXTS / "gold" / f"{path.stem}.csv"
            new = path.stat().st_size + (0 if gold.exists() else path.with_suffix(".gold.csv").stat().st_size)
            if size + new > BUDGET:
                continue
            (TEXTS / name).mkdir(exist_ok=True)
            shutil.copyfile(path, TEXTS / name / path.name)
            shutil.copyfile(path.with_suffix(".gold.csv"), gold)
            size += new
    return size


KNOWN = Path(__file__).parent / "known_failures.toml"
HEADER = """# Texts of the corpus that the reader is known to fail on, each with the reason. A text listed here that passes fails
# the suite: take it out. `python -m tests.conformance known` drops those and adds what fails now, with the first fault
# as its reason; put better words in its place.
"""


def list_known(faults: dict[tuple[str, str], str]) -> None:
    """Write the list of known failures anew, keeping the reasons that are already there."""
    before = {
        (k["channel"], k["case"]): k["reason"]
        for k in tomllib.loads(KNOWN.read_text(encoding="utf-8") if KNOWN.exists() else "").get("known", [])
    }
    parts = [HEADER]
    for (channel, case), fault in sorted(faults.items()):
        reason = before.get((channel, case), fault).replace("\\", "").replace('"', "'")
        parts.append(f'[[known]]\nchannel = "{channel}"\ncase = "{case}"\nreason = "{reason}"\n')
    KNOWN.write_text("\n".join(parts), encoding="utf-8")
