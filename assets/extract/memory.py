"""What is remembered of texts that come back: from module to module within a report, from report to report in a batch.

Only pure functions are, in the process that computed them, and no more than memory bears: short texts one by one, and
what was computed of the whole lines of a text for the few texts that are being read.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache, wraps
from itertools import chain
from typing import Any, TypeVar, cast

# Texts no longer than this are remembered, and so many of them for each function. Longer ones are prose, which comes
# back within its report only: few of them are.
_LONGEST, _MOST = 200, 50_000
_LONGEST_PROSE, _MOST_PROSE = 4_000, 100
# Headers of tables of which it is remembered what they say, by each who asks, and the letters of the longest.
_HEADERS, _LONGEST_HEADER = 1_000, 4_000
# Texts whose lines are remembered as a whole: a report, and the form of it that the table readers see.
_WHOLE_TEXTS = 4

_Result = TypeVar("_Result")
_Function = TypeVar("_Function", bound=Callable[..., Any])


def remembering(function: Callable[[str], _Result]) -> Callable[[str], _Result]:
    """A pure function of a text that is computed once for short texts. The result must not be changed."""
    return Memory(function).__getitem__


class Memory(dict[str, _Result]):
    """Text -> what a pure function makes of it, computed on demand: a lookup costs no call of a Python function."""

    def __init__(self, function: Callable[[str], _Result]) -> None:
        super().__init__()
        self._function = function
        self._prose: dict[str, _Result] = {}
        self._room = _MOST

    def __missing__(self, text: str) -> _Result:
        if len(text) > _LONGEST:
            return self._of_prose(text)
        result = self._function(text)
        if not self._room:
            self.clear()
            self._room = _MOST
        self._room -= 1
        self[text] = result
        return result

    def _of_prose(self, text: str) -> _Result:
        if text in self._prose:
            return self._prose[text]
        result = self._function(text)
        if len(text) <= _LONGEST_PROSE:
            if len(self._prose) >= _MOST_PROSE:
                self._prose.clear()
            self._prose[text] = result
        return result


def remembering_lines(function: Callable[[tuple[str, ...]], _Result]) -> Callable[[Sequence[str]], _Result]:
    """A pure function of all lines of a text that is computed once a text. The result must not be changed."""
    recent = lru_cache(maxsize=_WHOLE_TEXTS)(function)

    @wraps(function)
    def call(lines: Sequence[str]) -> _Result:
        return recent(tuple(lines))

    return call


def remembering_header(function: _Function) -> _Function:
    """A pure function of a header and of parts of a form that is computed once for each. The result must not be changed.

    The header comes first: a tuple of its lines, or of tuples of their words.
    """
    known = lru_cache(maxsize=_HEADERS)(function)

    @wraps(function)
    def call(header: tuple[Any, ...], *form: Hashable) -> Any:
        texts = header if not header or isinstance(header[0], str) else chain.from_iterable(header)
        letters = sum(map(len, texts))
        return (known if letters <= _LONGEST_HEADER else function)(header, *form)

    return cast(_Function, call)
