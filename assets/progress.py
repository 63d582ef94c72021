"""How far a stage is that takes long: files done, how fast, how long it will take still, and what it found.

Told to whoever watches (the command's progress bar), to Dagster's log now and then, and as numbers of the assets that
were made. Does not belong here: how it is drawn.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

# Seconds between two lines of the log (a night of an hour has a few hundred), and between two looks of a watcher.
_LOG_EVERY, _LOOK_EVERY = 10.0, 0.1
_MINUTE, _HOUR = 60, 3600


@dataclass(frozen=True)
class Step:
    """Where a stage is: units of work (files, reports) done and in all, seconds since it began, findings it made.

    `findings` is None for a stage that does not count them as it goes.
    """

    stage: str
    unit: str
    done: int
    total: int
    seconds: float
    findings: int | None = None

    @property
    def rate(self) -> float:
        """Units a second, so far."""
        return self.done / self.seconds if self.seconds else 0.0

    @property
    def left(self) -> float | None:
        """Seconds until all is done, at that rate; None before anything is."""
        return (self.total - self.done) / self.rate if self.rate else None

    @property
    def pace(self) -> str:
        """How fast, how long still and what was found: `171 a second, 28 min left, findings 431`."""
        told = [f"{speed(self.rate)} a second"]
        if self.done == self.total:
            told.append(f"took {duration(self.seconds)}")
        elif self.left is not None:
            told.append(f"{duration(self.left)} left")
        if self.findings is not None:
            told.append(f"findings {self.findings:,}")
        return ", ".join(told)

    def __str__(self) -> str:
        """One line for a log."""
        return f"{self.stage}: {self.done:,} of {self.total:,} {self.unit}, {self.pace}"


# The resource `progress`: told of every step.
Watcher = Callable[[Step], None]


class Pace:
    """The steps of one stage, from its first to its last."""

    def __init__(
        self,
        stage: str,
        unit: str,
        watcher: Watcher,
        log: Callable[[str], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """A stage that begins now; `log` is given a line every ten seconds, and one at the end of what took longer."""
        self._of = (stage, unit)
        self._watcher, self._log, self._clock = watcher, log, clock
        self._began = self._logged = self._seen = clock()
        self.last: Step | None = None

    def at(self, done: int, total: int, findings: int | None = None) -> None:
        """Tell that so much of it is done."""
        now, is_over = self._clock(), done == total
        if now - self._seen < _LOOK_EVERY and not is_over:
            return
        self._seen = now
        self.last = step = Step(*self._of, done, total, now - self._began, findings)
        self._watcher(step)
        if now - self._logged >= _LOG_EVERY or (is_over and self._logged > self._began):
            self._logged = now
            self._log(str(step))

    def told(self) -> dict[str, float]:
        """The numbers of the whole stage, as metadata of its asset; none where there was nothing to do."""
        step = self.last
        if step is None:
            return {}
        return {"seconds": round(step.seconds, 1), f"{step.unit}_per_second": round(step.rate, 1)}


def speed(rate: float) -> str:
    """A rate as people read it: two digits where it is slow."""
    return f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"


def duration(seconds: float) -> str:
    """Seconds as people say them: 45 s, 12 min, 1 h 05 min."""
    whole = round(seconds)
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{round(whole / _MINUTE)} min"
    hours, rest = divmod(round(whole / _MINUTE), _MINUTE)
    return f"{hours} h {rest:02} min"
