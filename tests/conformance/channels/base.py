"""What a channel declares.

Tiers: A the layouts of the published samples (tab cells, tab rows); B structure kept in another notation;
C flattened or damaged on the way.
"""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Channel:
    """A converter with its options. `source` is the suffix of the document it reads, `needs` what must be there."""

    name: str
    tier: str
    source: str
    convert: Callable[[Path], str]
    needs: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The first part of the name."""
        return self.name.partition("-")[0]

    def at_hand(self) -> bool:
        """Whether its module or program is installed (`!name` is a program, `a|b` either)."""
        return all(any(_there(one) for one in need.split("|")) for need in self.needs)


def _there(need: str) -> bool:
    if need.startswith("!"):
        return shutil.which(need[1:]) is not None
    return importlib.util.find_spec(need) is not None


def run(*command: str) -> str:
    """What a program prints."""
    done = subprocess.run(command, check=True, capture_output=True, timeout=120)
    return done.stdout.decode("utf-8", errors="replace")
