"""Bars with a tab on either side (`规章⇥|⇥0⇥|⇥1`): the bars part the cells, the tabs are the room around them.

Belongs here: lines in which no tab stands between two texts without a bar. Does not belong here: bars as such (pipes.py), signs
that part cells without tabs (rarecells.py).
"""

from __future__ import annotations

import re

_BAR = re.compile(r"[|｜│¦┃║]")
# A bar that has a tab on each side, or stands at an edge of its line with a tab on the other.
_TABBED = re.compile(r"(?:\t|^\s*)[|｜│¦┃║](?:\t|\s*$)")
_LEAST_LINES = 3


def with_bars_alone(lines: list[str]) -> list[str]:
    """The lines with spaces for tabs, and one kind of bar, where bars have tabs around them on several lines."""
    if not any("\t" in line and _TABBED.search(line) for line in lines):
        return lines
    tabbed = [n for n, line in enumerate(lines) if _is_tabbed(line)]
    if len(tabbed) < _LEAST_LINES:
        return lines
    out = list(lines)
    for n in tabbed:
        out[n] = _BAR.sub("|", lines[n].replace("\t", " "))
    return out


def _is_tabbed(line: str) -> bool:
    """Whether all bars of a line have tabs around them, and all its tabs stand beside a bar or around a blank cell."""
    bars = len(_BAR.findall(line))
    if not bars or "\t" not in line:
        return False
    fields = _BAR.split(line)
    inner = fields[1:-1]
    return (
        not any("\t" in field.strip() for field in fields)
        and all(field[:1] == "\t" and field[-1:] == "\t" for field in inner)
        and (fields[0].endswith("\t") or not fields[0].strip())
        and (fields[-1].startswith("\t") or not fields[-1].strip())
    )
