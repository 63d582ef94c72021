"""The one row of a table printed once for each year, with the year in front: the row of the year that the report is of.

Does not belong here: rows under labels (severalrows.py), tables under captions (others.py, captioned.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assets.extract.anothers.severalrows import asked_for
from assets.extract.labels import squash
from assets.extract.model import GridRow, Item, Run
from assets.extract.numbers import looks_like_figure
from schemas.whose import WORDS, any_of

_WORD = re.compile(rf"20[0-9]{{2}}年?度?|{any_of(WORDS.this_year, WORDS.last_year)}度?")


def one_year_each(items: list[Item], width: int) -> list[Item]:
    """The items, where rows of `width` figures behind words for years follow each other: with one row for them."""
    out: list[Item] = []
    group: list[tuple[str, Item, Item]] = []
    for item in [*items, None]:
        rows = _rows(item, width) if isinstance(item, GridRow | Run) else []
        if not rows and group:
            out += _chosen(group)
            group = []
        if rows:
            group += [(word, row, item) for word, row in rows if item is not None]
        elif item is not None:
            out.append(item)
    return out


def _rows(item: GridRow | Run, width: int) -> list[tuple[str, Item]]:
    """The rows of an item with their words; empty where it is anything but such rows."""
    if isinstance(item, GridRow):
        if len(item.written) < 2 or not _WORD.fullmatch(squash(item.cells[item.written[0]].text)):
            return []
        texts = [squash(item.cells[at].text) for at in item.written]
        if not all(map(looks_like_figure, texts[1:])):
            return []
        cells = item.cells[item.written[0] + 1 :]
        starts = tuple(at - item.written[0] - 1 for at in item.starts if at > item.written[0])
        return [(texts[0], replace(item, cells=cells, starts=starts))] if len(cells) == width else []
    if item.head:
        word = squash(item.head)
        whole = len(item.lines) == 1 and len(item.cells) == width
        return [(word, replace(item, head=""))] if whole and _WORD.fullmatch(word) else []
    if any(len(line) != width + 1 or not _WORD.fullmatch(squash(line[0].text)) for line in item.lines):
        return []
    return [(squash(line[0].text), replace(item, lines=[line[1:]], gaps=[])) for line in item.lines]


def _chosen(group: Sequence[tuple[str, Item, Item]]) -> list[Item]:
    """The row that is asked for; the items as they were, where that is not plain."""
    words = [word for word, _, _ in group]
    word = asked_for({*words}) if len(words) > 1 and len({*words}) == len(words) else None
    if word is None:
        return list({id(item): item for _, _, item in group}.values())
    return [row for own, row, _ in group if own == word]
