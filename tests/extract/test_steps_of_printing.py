"""The signs for which a step of printing is taken (assets/extract/asprinted.py): without them it does nothing."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from assets.extract.asprinted import _IN_LINES, _OF_LINES
from tests.extract.printed import GRIDS, figures, printed, report

SIGNED = [(signs, step) for signs, step in (*_IN_LINES, *_OF_LINES) if signs is not None]
MARKS = "|｜\t <>/[]{}()（）\"'*•·-—=+&%\\,;:、。0123456789\n\n\u00a0\ufffd│"
WORDS = (
    "大",
    "总计",
    "自然人",
    "一、本年新收政府信息公开申请数量",
    "<td>",
    "</td>",
    "<script>",
    "INTO",
    "ell",
    "header",
    "序号",
    "+--",
    "<loc_",
    "<fcel>",
    "<nl>",
)


@cache
def texts() -> list[str]:
    rng = Random(7)  # noqa: S311 - a fixed draw
    drawn = [
        "".join(rng.choice((rng.choice(MARKS), rng.choice(WORDS))) for _ in range(300)) for _ in range(150)
    ]
    return [*drawn, *(report(printed(figures()), render) for render in GRIDS.values())]


@pytest.mark.parametrize("step", range(len(SIGNED)), ids=lambda n: SIGNED[n][1].__name__)
def test_a_step_does_nothing_where_its_signs_are_absent(step: int) -> None:
    signs, taken = SIGNED[step]
    for text in texts():
        for sign in signs:
            text = text.replace(sign, "")  # noqa: PLW2901 - the same text without what the step goes by
        lines = text.split("\n")
        found = taken(list(lines))
        assert (found[0] if isinstance(found, tuple) else found) == lines
