"""The header of a table in plain text: whether its labels stand in the order of the form.

A plain text shows labels, not cells; it can contradict the form's order, and only rarely give another one wholly. Belongs here:
labels one behind the other, on one line or several. Does not belong here: their places on the page (alignedheader.py), words of
several labels (gluedheader.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.headers.corners import CORNERS
from assets.extract.labels import ascii_width, squash, squash_lines
from assets.extract.plainheaders.alignedheader import conflict_of_places, order_of_places, shown
from assets.extract.plainheaders.cellbycell import breaks_within_cells, is_cell_by_cell, is_on_one_line
from assets.extract.plainheaders.gluedheader import out_of_order_glued
from assets.extract.plainheaders.groupline import order_on_one_line
from assets.extract.plainheaders.headerwords import order_of_groups, order_of_levels, pieces_in_order
from assets.extract.plainheaders.stackedheader import is_spaced
from schemas.form import Column, Table

# So many labels on one line tell their order, even by their first letters.
_LEAST_NAMED = 3
# Stand for the end of a line and for space between words in the joined text of a header.
_BREAK, _GAP = "\x1e", "\x1f"
_BREAK_INSIDE = f"[{_BREAK}{_GAP}]*"


def text_order(  # noqa: PLR0912 - one question after the other, the surest first
    lines: Sequence[str], table: Table, columns: Sequence[Column]
) -> tuple[list[str] | None, str | None]:
    """The columns from left to right as the lines of a plain header tell them, or what is wrong with them.

    Returns (None, None) where nothing contradicts the form, an order where the header gives another one wholly, else
    a description of the conflict. Columns of a group (法人或其他组织) are printed below the others, and a label of
    two lines starts higher than one of one line, so that a text taken from a page may give them in another order
    than they stand; only labels of one kind on one level are compared.
    """
    places_tell = is_spaced(lines)
    if is_on_one_line(lines, table, columns):
        return None, None
    if places_tell and (answer := order_of_places(lines, table, columns)):
        return answer
    if not places_tell and (told := order_on_one_line(lines, table, columns)):
        return told, None
    if not places_tell and any(ask(lines, table, columns) for ask in (is_cell_by_cell, breaks_within_cells)):
        return None, None
    proved: list[Column] = []
    beside = tuple(
        squash(w) for w in (*(w for g in table.groups for w in g.wordings), table.header, *CORNERS)
    )
    for line in lines:
        named = _by_first_letters(line, columns)
        if [c for c in columns if c in named] == named and len(named) > len(proved):
            proved = named
        if len(named) >= _LEAST_NAMED and [c for c in columns if c in named] != named:
            if not places_tell and (levels := order_of_levels(lines, table, columns)):
                return levels, None
            whole = {c.key for c in named} == {c.key for c in columns}
            return ([c.key for c in named], None) if whole else (None, shown(named))
        if glued := out_of_order_glued(line, columns, beside):
            told = _in_place(glued, columns) if len(glued) >= _LEAST_NAMED else None
            return (told, None) if told else (None, shown(glued))
    if places_tell:
        return None, conflict_of_places(lines, columns)
    told, conflict = order_of_groups(lines, table, columns)
    conflict = conflict or (None if told else pieces_in_order(lines, columns))
    if told or conflict:
        return told, conflict
    seen = _labels_in(lines, table, columns)
    joined = squash_lines(lines)
    grouped = any(squash(w) in joined for g in table.groups for w in g.wordings)
    if not grouped and not any(is_broken for _, is_broken in seen):
        flat = [c for c, _ in seen]
        return None, None if [c for c in columns if c in flat] == flat else shown(flat)
    for level in (True, False):
        if all(c in proved for c in columns if bool(c.group) is level):
            continue  # one line names them all from left to right, wherever the rest of their words stand
        mixed = [(c, is_broken) for c, is_broken in seen if bool(c.group) is level]
        turns = sum(a is not b for (_, a), (_, b) in pairwise(mixed))
        together = [c for c, _ in mixed]
        if turns > 1 and [c for c in columns if c in together] != together:
            # labels of both kinds by turns: the text goes from left to right after all
            return None, shown(together)
        for broken in (True, False):
            same = [c for c, is_broken in seen if bool(c.group) is level and is_broken is broken]
            if [c for c in columns if c in same] == same:
                continue
            told = None if broken or _whole_then_folded(same, columns, lines) else _in_place(same, columns)
            return (told, None) if told else (None, shown(same))
    return None, None


def _by_first_letters(line: str, columns: Sequence[Column]) -> list[Column]:
    """The columns a header line names, whole or by their first letters, if every word of it names one."""
    named: list[Column] = []
    for word in line.split():
        text = squash(word)
        fits = [c for c in columns if squash(c.zh).startswith(text)]
        if len(fits) == 1 and fits[0] not in named:
            named.append(fits[0])
        elif named:
            return []
    return named


def _whole_then_folded(same: Sequence[Column], columns: Sequence[Column], lines: Sequence[str]) -> bool:
    """Whether labels stand in the form's order but for those with a space inside, which all come first or last.

    A space stands where a label of two lines was joined; sorted by an edge, such labels stand on one side of the others.
    """
    words = [[squash(word) for word in line.split()] for line in lines]
    pairs = {a + b for of in words for a, b in pairwise(of)}
    folded = [squash(c.zh) in pairs for c in same]
    if sum(a is not b for a, b in pairwise(folded)) != 1:
        return False
    kinds = [[c for c, f in zip(same, folded, strict=True) if f is kind] for kind in (True, False)]
    return all([c for c in columns if c in kind] == kind for kind in kinds)


def _in_place(named: Sequence[Column], columns: Sequence[Column]) -> list[str] | None:
    """The order of all columns, where `named` are all of one level in theirs and the other level keeps the form's."""
    level = {c.key for c in columns if bool(c.group) is bool(named[0].group)}
    beside_group = not named[0].group and any(c.group for c in columns)  # where the group stands is not told
    if {c.key for c in named} != level or beside_group:
        return None
    turned = iter(named)
    return [(next(turned) if c.key in level else c).key for c in columns]


def _labels_in(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> list[tuple[Column, bool]]:
    """The columns whose labels stand in the lines exactly once, in their order, and whether a line break is inside."""
    text = "".join(_GAP.join(ascii_width(line).split()) + _BREAK for line in lines)
    for wording in [w for g in table.groups for w in g.wordings] + ([table.note] if table.note else []):
        text = re.sub(_BREAK_INSIDE.join(map(re.escape, squash(wording))), "|", text)
    found: list[tuple[int, Column, bool]] = []
    for column in columns:
        for wording in column.wordings:
            hits = list(re.finditer(_BREAK_INSIDE.join(map(re.escape, squash(wording))), text))
            if len(hits) > 1:
                ends = (_BREAK, _GAP, "|", "")
                hits = [
                    h
                    for h in hits
                    if text[h.start() - 1 : h.start()] in ends and text[h.end() : h.end() + 1] in ends
                ]
            if len(hits) == 1:
                at, broken = hits[0].start(), _BREAK in hits[0][0]
                if wording != column.zh and (first := _first_piece(column, wording, text)) is not None:
                    at, broken = first, True
                elif squash(column.zh).startswith(squash(wording) + text[hits[0].end() : hits[0].end() + 1]):
                    # the official label goes on behind the short one, and breaks later
                    broken = broken or squash(column.zh) != squash(wording)
                found.append((at, column, broken))
            if hits:
                break
    return [(column, broken) for _, column, broken in sorted(found, key=lambda f: f[0])]


def _first_piece(column: Column, wording: str, text: str) -> int | None:
    """Where the label begins of which a short wording and the rest of the official one are words by themselves."""
    whole, part = squash(column.zh), squash(wording)
    rest = whole.removeprefix(part) if whole.startswith(part) else whole.removesuffix(part)
    if rest == whole or not rest:
        return None
    places = {}
    for piece in (part, rest):
        alone = rf"(?<![^{_BREAK}{_GAP}|]){re.escape(piece)}(?![^{_BREAK}{_GAP}|])"
        places[piece] = next((m.start() for m in re.finditer(alone, text)), None)
    behind = places[rest]
    if places[part] is None and behind is not None and (at := text.find(part)) < behind:
        # first letters of two labels may run into each other on a line, their last ones stand below
        places[part] = at if at >= 0 else None
    first = part if whole.startswith(part) else rest
    return places[first] if None not in places.values() else None
