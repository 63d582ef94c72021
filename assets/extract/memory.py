"""What is remembered of texts that come back: from module to module within a report, from report to report in a batch.

Only pure functions are, in the process that computed them, and no more than memory bears: short texts one by one, and
what was computed of the whole lines of a text for the few texts that are being read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

# Texts no longer than this are remembered, and so many of them for each function.
_LONGEST, _MOST = 200, 50_000
# Texts whose lines are remembered as a whole: a report, and the form of it that the table readers see.
_WHOLE_TEXTS = 4

_Result = TypeVar("_Result")


def remembering(function: Callable[[str], _Result]) -> Callable[[str], _Result]:
    """A pure function of a text that is computed once for short texts. The result must not be changed."""
    return _Memory(function).__getitem__


class _Memory(dict[str, _Result]):
    """Text -> what the function makes of it, computed on demand: a lookup costs no call of a Python function."""

    def __init__(self, function: Callable[[str], _Result]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, text: str) -> _Result:
        result = self._function(text)
        if len(text) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[text] = result
        return result


def remembering_lines(function: Callable[[tuple[str, ...]], _Result]) -> Callable[[list[str]], _Result]:
    """A pure function of all lines of a text that is computed once a text. The result must not be changed."""
    recent = lru_cache(maxsize=_WHOLE_TEXTS)(function)

    @wraps(function)
    def call(lines: list[str]) -> _Result:
        return recent(tuple(lines))

    return call
