"""One report that a text prints twice: as the page and again as the document attached to it, with the same figures.

Belongs here: whether two readings are of one report, and which of the two is kept. Does not belong here: where a report begins
(several.py), and tables that one report prints twice (printedtwice.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assets.extract.labels import squash

# So large a share of the cells is known from both prints, or of the lines the same.
_KNOWN, _SAME_LINES = 0.5, 0.9
_OPEN = ("uncertain", "absent")

_Rows = Sequence[Mapping[str, Any]]


def is_same_report(report: Mapping[str, Any], cells: _Rows, other: Mapping[str, Any], others: _Rows) -> bool:
    """Whether two readings are of one agency and year, and no cell says one thing in the one and another in the other."""
    whose = [(r["agency"], r["report_year"], r["form"]) for r in (report, other)]
    if None in whose[0] or whose[0] != whose[1] or len(cells) != len(others):
        return False
    pairs = [
        ((a["status"], a["value"]), (b["status"], b["value"])) for a, b in zip(cells, others, strict=True)
    ]
    return all(a == b or a[0] in _OPEN or b[0] in _OPEN for a, b in pairs)


def says_much(cells: _Rows, others: _Rows) -> bool:
    """Whether enough cells are known from both prints to tell that they are one."""
    both = sum(
        a["status"] not in _OPEN and b["status"] not in _OPEN for a, b in zip(cells, others, strict=True)
    )
    return both >= _KNOWN * len(cells) > 0


def same_lines(lines: Iterable[str], others: Iterable[str]) -> bool:
    """Whether nearly all lines of the one print stand in the other, and the other way round."""
    one, two = ({text for line in part if (text := squash(line))} for part in (lines, others))
    return len(one & two) >= _SAME_LINES * max(len(one), len(two), 1)


def known(cells: _Rows) -> int:
    """Of how many cells something is known."""
    return sum(cell["status"] not in _OPEN for cell in cells)
