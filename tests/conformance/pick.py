"""Chooses the texts that are committed for CI: a few for each channel, spread over the cases, within a size.

The gold of a case is written once, in texts/gold, since all its channels share it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conformance.channels import CHANNELS

TEXTS = Path(__file__).parent / "texts"
LARGEST, BUDGET = 22_000, 1_400_000


def pick(made: Path, per_channel: int = 3) -> int:
    """Copy the chosen texts; how many bytes they are."""
    shutil.rmtree(TEXTS, ignore_errors=True)
    (TEXTS / "gold").mkdir(parents=True)
    size = 0
    for nth, name in enumerate(sorted(CHANNELS)):
        paths = [p for p in sorted((made / name).glob("*.txt")) if 0 < p.stat().st_size <= LARGEST]
        # a stride that differs from channel to channel spreads the choice over forms, slips and styles
        for i in range(min(per_channel, len(paths))):
            path = paths[(nth * 5 + i * 13) % len(paths)]
            gold = TEXTS / "gold" / f"{path.stem}.csv"
            new = path.stat().st_size + (0 if gold.exists() else path.with_suffix(".gold.csv").stat().st_size)
            if size + new > BUDGET:
                continue
            (TEXTS / name).mkdir(exist_ok=True)
            shutil.copyfile(path, TEXTS / name / path.name)
            shutil.copyfile(path.with_suffix(".gold.csv"), gold)
            size += new
    return size
