"""Units that a narrow cell wrapped below their figure, where the other figures of the text have theirs beside them.

    7、属于行政执法案卷 3337
    件
    0 件 0 件 0 件 375 件 0 件 3712 件

A unit ends its figure: it is set behind it, and the rest of the row, where that stands below the unit, behind both. Every line keeps its
number. Does not belong here: texts that print every cell on a line of its own.
"""

from __future__ import annotations

import re

from assets.extract.numbers import UNITS

_ENDS_IN_FIGURE = re.compile(r".*(?<![0-9.,，])[0-9][0-9,，]*(?:\.[0-9]+)?\s*")
# Figures, most of them with units, and nothing else.
_UNIT = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
_FIGURE = rf"[0-9][0-9.,，]*(?: ?(?:{_UNIT}))?"
_REST = re.compile(rf"\s*{_FIGURE}(?: +{_FIGURE}){{1,5}}\s*")
_BESIDE = re.compile(rf"[0-9] ?(?:{_UNIT})(?= |$)")
# For each unit alone on its line so many stand beside figures.
_MANY = 4
_LONGEST = 200


def with_units_beside(lines: list[str]) -> list[str]:
    """The lines, such units behind their figures."""
    alone = [
        at
        for at, line in enumerate(lines)
        if at
        and line.strip() in UNITS
        and len(lines[at - 1]) < _LONGEST
        and _ENDS_IN_FIGURE.fullmatch(lines[at - 1])
    ]
    if not alone or sum(len(_BESIDE.findall(line)) for line in lines if len(line) < _LONGEST) < _MANY * len(
        alone
    ):
        return lines
    out = list(lines)
    for at in alone:
        out[at - 1], out[at] = out[at - 1].rstrip() + out[at].strip(), ""
        if at + 1 < len(out) and _REST.fullmatch(out[at + 1]):
            out[at - 1], out[at + 1] = f"{out[at - 1]} {out[at + 1].strip()}", ""
    return out
