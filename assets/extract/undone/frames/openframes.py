"""Tables drawn without walls at their edges: `╶────┼────╴` between rows, `╷` above the first one and `╵` below the last.

     规章 │ 265 │ 76
    ╶─────┼─────┼────╴

The edges are drawn in, so that such a table is a box as any other. Belongs here: lines together that are all rows, rules with open ends and
such edges, the walls of rows under those of the rules. Does not belong here: tables with walls at their edges (readers/drawn/boxes.py),
rules without walls (readers/drawn/ruled.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.places.positions import display_width

SIGNS = ("╴", "╸")
_RULE = re.compile(r"(?P<indent> *)[╶╺][─━═┼┿╪╇╋]+[╴╸]\s*")
_EDGE = re.compile(r"[ ╷╻]*[╷╻][ ╷╻]*|[ ╵╹]*[╵╹][ ╵╹]*")
_WALLS, _CROSSES = "│┃", "┼┿╪╇╋"
_ABOVE = "╷╻"


def with_edges_drawn(lines: list[str]) -> list[str]:
    """The lines, such tables with their edges."""
    out = list(lines)
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_part(lines[end]):
            end += 1
        if end > at and (drawn := _drawn(lines[at:end])):
            out[at:end] = drawn
        at = max(end, at + 1)
    return out


def _is_part(line: str) -> bool:
    return any(wall in line for wall in _WALLS) or bool(_RULE.fullmatch(line) or _EDGE.fullmatch(line))


def _drawn(block: Sequence[str]) -> list[str] | None:
    """The lines of a table with its edges; None where one does not keep to the rules' places."""
    rules = [found for found in map(_RULE.fullmatch, block) if found]
    if not rules:
        return None
    rule = rules[0][0].rstrip()
    start, width = len(rules[0]["indent"]), len(rule)
    walls = [at for at, sign in enumerate(rule) if sign in _CROSSES]
    out: list[str] = []
    for line in block:
        if _RULE.fullmatch(line):
            own = line.rstrip()
            if len(own) != width or [at for at, sign in enumerate(own) if sign in _CROSSES] != walls:
                return None
            out.append(f"{own[:start]}├{own[start + 1 : -1]}┤")
        elif _EDGE.fullmatch(line):
            out.append(_edge(start, width, walls, is_above=any(sign in line for sign in _ABOVE)))
        else:
            own = line.rstrip()
            own += " " * (width - display_width(own))
            if display_width(own) != width or own[: start + 1].strip() or own[-1] != " ":
                return None
            if not set(_walls_of(own)) <= set(walls):
                return None
            out.append(f"{own[:start]}│{own[start + 1 : -1]}│")
    return out


def _edge(start: int, width: int, walls: Sequence[int], *, is_above: bool) -> str:
    left, wall, right = "┌┬┐" if is_above else "└┴┘"
    inner = "".join(wall if at in walls else "─" for at in range(start + 1, width - 1))
    return f"{' ' * start}{left}{inner}{right}"


def _walls_of(row: str) -> list[int]:
    """Where the walls of a row stand, in columns of letters."""
    return [display_width(row[:at]) for at, sign in enumerate(row) if sign in _WALLS]
