"""Columns that are years: a table of several years with our rows, whose figures are none of the form's columns.

Does not belong here: last year's column beside this year's (extracolumns.py), years of other bodies' tables (notown.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.labels import ascii_width

_LEAST_YEARS = 3
_BETWEEN = re.compile(r"[\s|│┃║,;、\"']+")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:年度?)?")


def years_named(lines: Sequence[str]) -> str | None:
    """Years one after the other, upwards or downwards and nothing between them, as the lines of a header name them."""
    words = [word for line in lines for word in _BETWEEN.split(ascii_width(line)) if word]
    years = [int(found[1]) if (found := _YEAR.fullmatch(word)) else 0 for word in words]
    for step in (1, -1):
        run = 1
        for at, (one, other) in enumerate(pairwise(years), start=1):
            run = run + 1 if one and other == one + step else 1
            if run == _LEAST_YEARS:
                return "、".join(words[at + 1 - run : at + 1])
    return None
