"""A plain header in which a merged cell prints its text once for each column that it covers: 法人或其他组织 five times on one line.

Belongs here: words that name no column by themselves (a group, the corner, the note). Does not belong here: columns printed several times, whose
figures are, too (headers/repeated.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import squash
from assets.extract.plainheaders.stackedheader import is_spaced
from schemas.form import Column, Table


def merged_once(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> Sequence[str]:
    """The lines with each word over columns once where it stands several times in a row; as they are where places tell."""
    groups = {c.group for c in columns if c.group}
    spans = {squash(w) for g in table.groups if g.key in groups for w in g.wordings}
    if not any(line.count(span) > 1 for line in lines for span in spans) or is_spaced(lines):
        return lines
    notes = {squash(table.note), squash(table.note).replace("勾稽", "钩稽")} if table.note else set()
    over = spans | notes | {squash(table.header), *CORNERS}
    return tuple([_once(line, over) for line in lines])


def _once(line: str, over: set[str]) -> str:
    """A line with each of some words once where it stands several times in a row."""
    words = line.split()
    runs = [(text, list(same)) for text, same in groupby(words, key=squash)]
    if all(len(same) == 1 or text not in over for text, same in runs):
        return line
    return " ".join(word for text, same in runs for word in (same[:1] if text in over else same))
