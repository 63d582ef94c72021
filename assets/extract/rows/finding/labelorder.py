"""Labels of a table of several blocks in an order that no page prints: what follows a label then is a chance.

Programs that lose the places of a page print its words as they come. A row of the table is found by its label alone, and a
single figure behind it looks like its own. Clauses, columns and rows of all blocks tell: in print each block has its clause, then
its columns, then its rows, whichever way the rest is damaged. Does not belong here: rows that changed places (links.py).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from assets.extract.labels import squash
from assets.extract.model import Run
from assets.extract.rows.finding.chain import Link
from assets.extract.undone.lines.glued import heading
from schemas.form import Table

# So many labels show an order, and so large a share of them stands in it where the rest was damaged.
_LEAST_LABELS, _LEAST_SHARE = 6, 0.75
# How far above the first row and below the last one labels of the table may stand.
_MOST_LINES = 60


def out_of_order(links: Sequence[Link], lines: Sequence[str], table: Table) -> str | None:
    """How many labels of a table in plain text stand in the order of the form, where these are too few; else None."""
    if len(table.blocks) < 2 or not all(isinstance(link.candidate.item, Run) for link in links):
        return None
    places = _places(table)
    first = min(link.candidate.line for link in links)
    last = max(link.candidate.line_end for link in links)
    above = range(first - 1, max(0, first - _MOST_LINES), -1)
    start = next((n for n in above if heading().match(squash(lines[n - 1]))), above.stop)
    below = range(last, min(len(lines), last + _MOST_LINES))
    end = next((n for n in below if heading().match(squash(lines[n]))), below.stop)
    found: list[tuple[int, int]] = []
    for line in lines[start:end]:
        text = squash(line)
        words = [text] if text in places else map(squash, line.split())
        found += [places[word] for word in words if word in places]
    if len(found) < _LEAST_LABELS:
        return None
    ordered = _longest(found)
    return f"{ordered}/{len(found)}" if ordered < _LEAST_SHARE * len(found) else None


def _longest(found: Sequence[tuple[int, int]]) -> int:
    """The length of the longest part of a sequence that never goes back."""
    ends: list[tuple[int, int]] = []
    for place in found:
        at = bisect_right(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)


@lru_cache(maxsize=20)
def _places(table: Table) -> dict[str, tuple[int, int]]:
    """Where each label that only one block prints stands: the number of its block, and whether it is clause, column or row."""
    all_of: list[tuple[str, tuple[int, int]]] = []
    for number, block in enumerate(table.blocks):
        clause = [block.clause] if block.clause else []
        for level, labels in enumerate((clause, block.columns, block.rows)):
            names = {squash(wording) for label in labels for wording in label.wordings}
            all_of += [(name, (number, level)) for name in names]
    counts = Counter(name for name, _ in all_of)
    return {name: place for name, place in all_of if counts[name] == 1}
