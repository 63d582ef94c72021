"""Texts that are read right, with one or two small things done to them: whatever was done, no other value became true.

Every input has a key and can be made again: `python -m tests.torture.edits KEY [--corpus DIR]` writes the text and says what was
done and which cells are wrong. The run is `python -m tests.torture --only edits --inputs N --seed S [--corpus DIR]`, where DIR is a
folder of texts, each with its gold beside it; it still finds some, so that it is no part of `make torture`. Does not belong here: what is done (slips.py), and how texts get figures that are
told apart (dense.py).
"""

from __future__ import annotations

import argparse
import difflib
import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from assets.extract.reading import read_text
from tests.torture.dense import Dense, Reader, dense, read
from tests.torture.page import Page
from tests.torture.slips import EDITS, SETS_APART

_HERE = Path(__file__).resolve().parent
TEXTS = _HERE.parent / "conformance" / "texts"
# So many inputs one after another are made of one text.
_OF_ONE = 20
# A text that has no figures to tell apart is passed over; among so many there is one.
_TRIES = 100
# Two edits where one in so many.
_TWO = 4


@dataclass(frozen=True)
class Hit:
    """Cells that are given with a value that is not theirs."""

    key: str
    edits: tuple[str, ...]
    file: str
    size: int
    wrong: tuple[str, ...]


@dataclass
class Batch:
    """What became of some inputs, by the edits done."""

    done: Counter[str] = field(default_factory=Counter)
    cells: int = 0
    reported: int = 0
    hits: list[Hit] = field(default_factory=list)


def edited(key: str, texts: Sequence[Path]) -> tuple[Dense, tuple[str, ...], str]:
    """(the text that was edited, what was done, what came of it) of an input."""
    seed, _, number = key.partition(":")
    source = _source(f"{seed}:{int(number) // _OF_ONE}", tuple(texts))
    rng = random.Random(key)  # noqa: S311
    page = Page(source.text.split("\n"), {shown: cell[:2] for shown, cell in source.cell_of.items()})
    done = []
    names = [rng.choice(list(EDITS)) for _ in range(2 if rng.randrange(_TWO) == 0 else 1)]
    # cells that are set apart by places first, and moved then, would be where they are said to be
    for name in sorted(names, key=lambda name: name not in SETS_APART):
        before = list(page.lines)
        EDITS[name](rng, page)
        page.lines[:] = "\n".join(page.lines).split("\n")
        if page.lines != before:
            done.append(name)
    return source, tuple(done), "\n".join(page.lines)


@cache
def _source(seed: str, texts: tuple[Path, ...]) -> Dense:
    rng = random.Random(seed)  # noqa: S311
    for _ in range(_TRIES):
        if made := dense(rng.choice(texts)):
            return made
    raise ValueError(
        f"none of {_TRIES} texts is read as its gold says: is {texts[0].parent} a folder of texts with golds?"
    )


def wrong_cells(source: Dense, text: str, reader: Reader = read_text) -> tuple[list[str], int]:
    """(the cells with a value that is not theirs, how many have one) of an edited text."""
    given = {key: c for key, c in read(reader, text).items() if c["status"] == "reported"}
    return [
        f"{'.'.join(key)} = {cell['value']:.10g} (line {cell['line_start']}), not {source.gold.get(key)}"
        for key, cell in given.items()
        if key not in source.unknown and cell["value"] != source.gold.get(key)
    ], len(given)


def batch(keys: Sequence[str], texts: Sequence[Path]) -> Batch:
    """Edit and read these inputs."""
    total = Batch()
    for key in keys:
        source, done, text = edited(key, texts)
        wrong, reported = wrong_cells(source, text)
        total.done.update(done)
        total.cells += len(source.gold)
        total.reported += reported
        if wrong:
            size = len(text.splitlines())
            total.hits.append(
                Hit(key, done, f"{source.path.parent.name}/{source.path.name}", size, tuple(wrong))
            )
    return total


def torture(
    seed: str, inputs: int, *, jobs: int, corpus: Path = TEXTS, told: Callable[[str], None] = print
) -> tuple[list[str], list[str]]:
    """(what was measured, what was wrong) of so many inputs."""
    texts = sorted(corpus.rglob("*.txt"))
    keys = [f"{seed}:{number}" for number in range(inputs)]
    total, said = Batch(), time.monotonic()
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as processes:
        running = [
            processes.submit(batch, keys[at : at + 10 * _OF_ONE], texts)
            for at in range(0, inputs, 10 * _OF_ONE)
        ]
        for number, future in enumerate(as_completed(running), 1):
            one = future.result()
            total.done += one.done
            total.hits += one.hits
            total.cells += one.cells
            total.reported += one.reported
            if time.monotonic() - said > 5:
                said = time.monotonic()
                told(f"{number} of {len(running)} parts, {len(total.hits)} texts with a wrong cell")
    return _summary(total, inputs), [
        f"input {hit.key} ({' + '.join(hit.edits)}) of {hit.file}: {len(hit.wrong)} wrong: {hit.wrong[0]}"
        for hit in sorted(total.hits, key=lambda h: (h.edits, h.size))
    ]


def _summary(total: Batch, inputs: int) -> list[str]:
    by_kind: dict[str, list[Hit]] = defaultdict(list)
    for hit in total.hits:
        by_kind[" + ".join(hit.edits) if len(hit.edits) == 1 else "two edits"].append(hit)
    worst = sorted(by_kind.items(), key=lambda kind: -len(kind[1]))
    return [
        f"{inputs} texts, {100 * total.reported / max(1, total.cells):.1f} % of the cells given",
        f"{len(total.hits)} texts with a wrong cell, {sum(len(h.wrong) for h in total.hits)} cells",
        *(
            f"{kind}: {len(hits)} of {total.done[kind] or 'all'}; shortest {min(hits, key=lambda h: h.size).key}"
            for kind, hits in worst
        ),
    ]


def show(key: str, texts: Sequence[Path], out: Path) -> None:
    """Write an input, and say what was done to it and which cells are wrong."""
    source, done, text = edited(key, texts)
    out.write_text(text, encoding="utf-8")
    print(f"{source.path} -> {out}: {' + '.join(done)}")
    lines = list(difflib.unified_diff(source.text.split("\n"), text.split("\n"), lineterm="", n=2))
    print("\n".join(lines[:60]))
    print("\n".join(wrong_cells(source, text)[0]))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.torture.edits", description=__doc__)
    parser.add_argument("key", nargs="+")
    parser.add_argument("--corpus", type=Path, default=TEXTS)
    asked = parser.parse_args(sys.argv[1:])
    for given in asked.key:
        show(
            given,
            sorted(asked.corpus.rglob("*.txt")),
            Path(tempfile.gettempdir()) / f"{given.replace(':', '-')}.txt",
        )
