"""Whether reading takes longer than in proportion to the size of the text, whatever its shape: those of shapes.py, and
pieces of reports taken at random, again and again.

Times are compared with each other, never with a clock's: the shape at one, two, four and eight times a size, in
processor time, measured again where the first measure is bad, for what is superlinear is so every time.
"""

from __future__ import annotations

import gc
import math
import multiprocessing
import random
import signal
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

from assets.extract.reading import read_text
from tests.torture.fuzz import TooLongError, _too_long
from tests.torture.mutate import pool
from tests.torture.shapes import HEAD, SHAPES

SIZES = (1, 2, 4, 8)
# The exponent from twice the size to eight times: 1 is linear, 2 quadratic. What is measured varies.
BOUND = 1.45
# Eight times the size takes at least so long, in seconds, or is this long, in characters: what is shorter says little.
_WORTH = 0.15
_LARGEST = 400_000
_LEAST = 10_000
_TRIES = 4


@dataclass(frozen=True)
class Growth:
    """What was measured of a shape: the least times at SIZES, from `size` characters on."""

    shape: str
    size: int
    seconds: tuple[float, ...]

    @property
    def exponent(self) -> float:
        """The power of the size with which the time grows."""
        return math.log(max(self.seconds[3], 1e-4) / max(self.seconds[1], 1e-4)) / math.log(
            SIZES[3] / SIZES[1]
        )

    @property
    def is_steep(self) -> bool:
        """Whether it grows more than noise explains; what takes no time worth speaking of at the largest size does not."""
        return self.exponent > BOUND and self.seconds[3] > _WORTH / 3

    def __str__(self) -> str:
        times = " ".join(f"{1000 * s:.0f}" for s in self.seconds)
        return f"{self.shape}: exponent {self.exponent:.2f} ({times} ms from {self.size} characters)"


def measure(name: str, least: int = _LEAST, largest: int = _LARGEST) -> Growth:
    """Measure a shape, again where it looks steep."""
    shape, size = SHAPES.get(name) or at_random(name), least
    while size * SIZES[-1] < largest and _seconds(shape(size * SIZES[-1])) < _WORTH:
        size *= 2
    texts = [shape(size * times) for times in SIZES]
    seconds = [math.inf] * len(SIZES)
    growth = Growth(name, size, (math.inf,) * 4)
    for _ in range(_TRIES):
        seconds = [min(was, _seconds(text)) for was, text in zip(seconds, texts, strict=True)]
        growth = Growth(name, size, tuple(seconds))
        if not growth.is_steep:
            break
    return growth


def at_random(seed: str) -> Callable[[int], str]:
    """A piece of some report without end: a line, some lines, or some characters."""
    rng = random.Random(seed)  # noqa: S311
    made = rng.choice(_pool())
    lines = made.splitlines(keepends=True)
    start, place = rng.randrange(len(lines)), rng.randrange(len(made))
    unit = rng.choice(
        (
            lines[start],
            "".join(lines[start : start + rng.randint(2, 12)]),
            made[place : place + rng.randint(1, 30)],
            lines[start].rstrip("\n") + rng.choice("\t |1，。"),
        )
    )
    return lambda size: unit * (size // len(unit) + 1)


@cache
def _pool() -> list[str]:
    return [text for text in pool() if text]


def _seconds(text: str) -> float:
    signal.signal(signal.SIGVTALRM, _too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, 120)
    gc.collect()
    gc.disable()  # collections come in steps, which look like growth; a batch is read with few of them, too
    before = time.process_time()
    try:
        read_text(HEAD + text, "shape.txt", "0" * 32)
    except TooLongError:
        pass  # as long as that is steep enough
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        gc.enable()
    return time.process_time() - before


def torture(
    seed: str, *, jobs: int, pieces: int = 60, told: Callable[[str], None] = print
) -> tuple[list[str], list[str]]:
    """(what was measured, what was wrong) of all shapes and so many random pieces."""
    names = [*SHAPES, *(f"piece {seed}:{number}" for number in range(pieces))]
    found: list[Growth] = []
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as processes:
        for growth in processes.map(measure, names):
            found.append(growth)
            told(f"{len(found)} of {len(names)} shapes; {growth}")
    found.sort(key=lambda g: g.exponent, reverse=True)
    slowest = max(found, key=lambda g: g.seconds[3] / g.size)
    return [
        f"{len(found)} shapes at 1, 2, 4 and 8 times a size",
        *(f"steepest: {growth}" for growth in found[:3]),
        f"slowest a character: {slowest}",
    ], [str(growth) for growth in found if growth.is_steep]


if __name__ == "__main__":
    for given in sys.argv[1:]:
        print(measure(given))
