"""Parametrizations that take turns: each value of one with some of the others, where they have nothing to do with one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product
from math import ceil, gcd, lcm
from typing import Any, TypeVar

import pytest

Test = TypeVar("Test", bound=Callable[..., Any])
_Param = type(pytest.param())
_PLAIN = (str, int, float, bool, type(None))


def in_turn(test: Test) -> Test:
    """Take the decorators `parametrize` below this one together, as fewer cases than their full product.

    The longest list, most often that of the layouts, meets the combinations of all others by turns: each of its values two
    of them or more (one, where there are but two or three), each combination at least one of its values.
    """
    marks = getattr(test, "pytestmark", [])
    lists = [mark for mark in marks if mark.name == "parametrize"]
    cases = [_cases(mark) for mark in lists]
    names = [name for mark in lists for name in _names(mark)]
    rest = [mark for mark in marks if mark.name != "parametrize"]
    chosen = [[of[at] for of, at in zip(cases, places, strict=True)] for places in turns([*map(len, cases)])]
    values = [
        pytest.param(*[v for value, _ in case for v in value], id="-".join(name for _, name in case))
        for case in chosen
    ]
    test.pytestmark = [*rest, pytest.mark.parametrize(names, values).mark]  # type: ignore[attr-defined]
    return test


def turns(sizes: Sequence[int]) -> list[tuple[int, ...]]:
    """Places in lists of such sizes: every place of the longest, and every combination of places in the others."""
    longest = max(range(len(sizes)), key=lambda at: sizes[at])
    size = sizes[longest]
    others = list(product(*(range(n) for at, n in enumerate(sizes) if at != longest)))
    count = len(others)
    # a step that has no divisor in common with the count comes by all of them, and not by neighbours one after the other
    step = next(n for n in range(round(count * 0.618) or 1, 2 * count + 1) if gcd(n, count) == 1)
    rounds = min(count, max(ceil(count / size), 2 if count > 3 else 1))
    out = []
    for case in range(rounds * size):
        other = others[(case + case // lcm(size, count)) * step % count]
        out.append((*other[:longest], case % size, *other[longest:]))
    return out


def _names(mark: pytest.Mark) -> list[str]:
    names = mark.args[0]
    return [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)


def _cases(mark: pytest.Mark) -> list[tuple[tuple[Any, ...], str]]:
    """The values of each case and what it is called, which is what pytest calls it, or nearly so."""
    names, ids = _names(mark), mark.kwargs.get("ids")
    cases = []
    said = None if callable(ids) or ids is None else list(ids)
    for at, value in enumerate(mark.args[1]):
        is_param = isinstance(value, _Param)
        values = tuple(value.values) if is_param else (value,) if len(names) == 1 else tuple(value)
        if is_param and value.id is not None:
            name = str(value.id)
        elif said is not None:
            name = str(said[at])
        else:
            name = "-".join(_said(v, names[n], at, ids) for n, v in enumerate(values))
        cases.append((values, name))
    return cases


def _said(value: Any, name: str, at: int, ids: Callable[[Any], object] | None) -> str:
    own = ids(value) if ids else None
    if own is not None:
        return str(own)
    return str(value) if isinstance(value, _PLAIN) else f"{name}{at}"
