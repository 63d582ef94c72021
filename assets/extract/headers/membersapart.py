"""Labels of a group between which a header leaves a place: another column stands there.

Where lines break the rows of a header, the row above, which names that column, has come apart; but the cell below it is still blank.
Belongs here: a row of such labels that is as wide as the rows of figures. Does not belong here: headers that give every column its
place (gridheader.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assets.extract.headers.aroundblock import Around
from assets.extract.headers.gridheader import Header
from assets.extract.labels import squash
from assets.extract.model import GridRow
from schemas.form import Column, Table


@dataclass(frozen=True)
class Apart:
    """The columns from left to right, None where the rows above do not say the same; and the labels."""

    order: list[str] | None
    labels: str


def members_apart(
    rows: Sequence[GridRow], table: Table, columns: Sequence[Column], labels: tuple[int, int]
) -> Apart | None:
    """What a row says that names the members of a group with a blank between them; None where none does.

    `labels` are the index of the label in a row of figures and the number of its cells. The blanks are the columns beside the group as
    the rows above name them, if these name the group on both sides of what stands amid it, too: else a label may have slipped.
    """
    group_of = {c.key: c.group for c in columns if c.group}
    members = {squash(w): c.key for c in columns if c.group for w in c.wordings}
    over = {squash(w): g.key for g in table.groups if g.key in group_of.values() for w in g.wordings}
    over |= {squash(w): c.key for c in columns if not c.group for w in c.wordings}
    label_at, width = labels
    above: list[str] = []
    for row in rows if members else ():
        texts = [squash(row.cells[at].text) for at in row.written]
        keys = [members.get(text) for text in texts]
        if len(row.cells) != width or len(keys) != len(group_of) or {*keys} != {*group_of}:
            above += [over[text] for text in texts if text in over]
            continue
        at = row.written
        if at[-1] - at[0] < len(at):
            return None
        beside = [key for key in dict.fromkeys(above) if key not in group_of.values()]
        blanks = [n for n in range(label_at + 1, width) if n not in at]
        placed = {**dict(zip(at, keys, strict=True)), **dict(zip(blanks, beside, strict=False))}
        order = [key for n in sorted(placed) if (key := placed[n])]
        said = [key for key, _ in groupby(above)] == [
            k for k, _ in groupby(group_of.get(k, k) for k in order)
        ]
        is_whole = said and len(blanks) == len(beside) and len(order) == len(columns)
        return Apart(order if is_whole else None, "、".join(texts))
    return None


def with_members(header: Header, rows: Sequence[GridRow], around: Around, labels: tuple[int, int]) -> Header:
    """A header that tells no order, with the one that the places between the members of a group tell."""
    own = around.words.by_wording
    in_doubt = [word for word in (header.conflict or "").split("、") if word]
    if header.order or header.places or any(word not in own for word in in_doubt):
        return header
    apart = members_apart(rows, around.table, around.block.columns, labels)
    if apart is None:
        return header
    conflict = None if apart.order else apart.labels
    return replace(header, order=apart.order, conflict=conflict, width=labels[1])
