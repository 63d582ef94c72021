"""The header of a table in plain text: whether its labels stand in the order of the form.

A plain text shows labels, not cells; it can contradict the form's order, and only rarely give another one wholly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from assets.extract.cellbycell import is_cell_by_cell, is_on_one_line
from assets.extract.corners import CORNERS
from assets.extract.groupline import order_on_one_line
from assets.extract.headerwords import order_of_groups, order_of_levels, pieces_in_order
from assets.extract.labels import ascii_width, squash, squash_lines
from assets.extract.offscale import is_off_scale
from assets.extract.positions import APART, display_width
from assets.extract.stackedheader import Piece, Words, is_spaced, misplaced, segments, stacked
from schemas.form import Column, Table

# So many labels on one line tell their order, even by their first letters.
_LEAST_NAMED = 3
# Headers whose words are remembered: of all blocks, and of parts of tables.
_HEADERS = 200
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
    if places_tell and (answer := _order_of_places(lines, table, columns)):
        return answer
    if not places_tell and (told := order_on_one_line(lines, table, columns)):
        return told, None
    if not places_tell and is_cell_by_cell(lines, table, columns):
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
            return ([c.key for c in named], None) if whole else (None, _shown(named))
        if glued := _out_of_order_glued(line, columns, beside):
            told = _in_place(glued, columns) if len(glued) >= _LEAST_NAMED else None
            return (told, None) if told else (None, _shown(glued))
    if places_tell:
        return None, _conflict_of_places(lines, columns)
    told, conflict = order_of_groups(lines, table, columns)
    conflict = conflict or (None if told else pieces_in_order(lines, columns))
    if told or conflict:
        return told, conflict
    seen = _labels_in(lines, table, columns)
    joined = squash_lines(lines)
    grouped = any(squash(w) in joined for g in table.groups for w in g.wordings)
    if not grouped and not any(is_broken for _, is_broken in seen):
        flat = [c for c, _ in seen]
        return None, None if [c for c in columns if c in flat] == flat else _shown(flat)
    for level in (True, False):
        if all(c in proved for c in columns if bool(c.group) is level):
            continue  # one line names them all from left to right, wherever the rest of their words stand
        mixed = [(c, is_broken) for c, is_broken in seen if bool(c.group) is level]
        turns = sum(a is not b for (_, a), (_, b) in pairwise(mixed))
        together = [c for c, _ in mixed]
        if turns > 1 and [c for c in columns if c in together] != together:
            # labels of both kinds by turns: the text goes from left to right after all
            return None, _shown(together)
        for broken in (True, False):
            same = [c for c, is_broken in seen if bool(c.group) is level and is_broken is broken]
            if [c for c in columns if c in same] == same:
                continue
            told = None if broken or _whole_then_folded(same, columns, lines) else _in_place(same, columns)
            return (told, None) if told else (None, _shown(same))
    return None, None


def _order_of_places(
    lines: Sequence[str], table: Table, columns: Sequence[Column]
) -> tuple[list[str] | None, str | None] | None:
    """The answer of `text_order` where the places of the pieces give one; None where they tell nothing."""
    words, keys = header_words(table, columns), [c.key for c in columns]
    for pieces in segments(lines, words)[::-1]:
        if _goes_on_below(pieces, words, keys):
            return None, None
        order = stacked(pieces, lambda found: sorted(found) == sorted(keys), words)
        if order and not _is_torn(order, pieces, words):
            return (order if order != keys else None), None
        if is_off_scale(pieces, words, keys):
            return None, None
        if wrong := misplaced(pieces, words, keys):
            return None, "、".join(wrong)
    return None


def _goes_on_below(pieces: Sequence[Piece], words: Words, keys: Sequence[str]) -> bool:
    """Whether one line of whole labels in the form's order was too long, and goes on below, left of where it begins."""
    labels = [p for p in pieces if p.text not in words.spans]
    if [words.by_wording.get(p.text) for p in labels] != list(keys):
        return False
    upper = [p for p in labels if p.line == labels[0].line]
    lower = labels[len(upper) :]
    return bool(lower) and all(p.line == lower[0].line and p.is_left_of(upper[0]) for p in lower)


def _is_torn(order: Sequence[str], pieces: Sequence[Piece], words: Words) -> bool:
    """Whether an order has another column amid those of a group, on a line that none of them is on, or on its other side.

    No table is printed so: the lines are not to one scale, and only places on one line compare.
    """
    spots = [i for i, key in enumerate(order) if key in words.lower]
    groups = [p for p in pieces if p.text in words.spans]
    if not spots or not groups:
        return False
    for piece in pieces:
        keys = words.columns_with(piece.text) if piece not in groups else []
        if len(keys) != 1 or keys[0] in words.lower or piece.line not in {g.line for g in groups}:
            continue
        at = order.index(keys[0])
        if any(g.line == piece.line and g.is_left_of(piece) is (at < spots[0]) for g in groups):
            return True
    if spots[-1] - spots[0] < len(spots):
        return False
    levels: dict[bool, set[int]] = {True: set(), False: set()}
    for piece in pieces:
        for key in words.columns_with(piece.text) if piece.text not in words.spans else ():
            levels[key in words.lower].add(piece.line)
    return not levels[True] & levels[False]


def header_words(table: Table, columns: Sequence[Column]) -> Words:
    """What the header of a block may print."""
    return _header_words(table, tuple(c.key for c in columns))


@lru_cache(maxsize=_HEADERS)
def _header_words(table: Table, keys: tuple[str, ...]) -> Words:
    by_key = {c.key: c for c in table.columns}
    columns = [by_key[key] for key in keys]
    groups = {c.group for c in columns}
    other = [table.header, table.zh, *table.aliases, *([table.note] if table.note else [])]
    other += [block.clause.zh for block in table.blocks if block.clause]
    return Words(
        {c.key: tuple(map(squash, c.wordings)) for c in columns},
        tuple(squash(w) for g in table.groups if g.key in groups for w in g.wordings),
        frozenset(c.key for c in columns if c.group),
        tuple(map(squash, other)),
    )


def _conflict_of_places(lines: Sequence[str], columns: Sequence[Column]) -> str | None:
    """Whole labels in a header aligned by spaces whose places from left to right, in either measure, contradict."""
    found: dict[str, list[tuple[int, int]]] = {}
    for line in lines:
        for piece in APART.finditer(line):
            for column in columns:
                if squash(piece[0]) in map(squash, column.wordings):
                    found.setdefault(column.key, []).append(
                        (piece.start(), display_width(line[: piece.start()]))
                    )
    for level in (True, False):
        once = [c for c in columns if bool(c.group) is level and len(found.get(c.key, ())) == 1]
        orders = [sorted(once, key=lambda c: found[c.key][0][measure]) for measure in (0, 1)]
        if once not in orders:
            return _shown(orders[0])
    return None


def _shown(columns: Sequence[Column]) -> str:
    return "、".join(c.zh for c in columns)


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


def _out_of_order_glued(line: str, columns: Sequence[Column], beside: Sequence[str]) -> list[Column]:
    """The columns of one level on a header line some of whose labels run into each other, where they are out of order.

    Labels of one line may come before or behind all first pieces of broken ones, as a text gives them that does not go
    from left to right; where the two kinds come by turns it does, and all are compared.
    """
    named: list[tuple[Column, bool]] = []
    is_glued = False
    for text in map(squash, line.split()):
        parts = _tiled(text, columns, beside)
        if parts is not None:
            named += parts
            is_glued = is_glued or len(parts) > 1
        elif named:
            return []
    if not is_glued:
        return []
    for level in (True, False):
        same = [(c, whole) for c, whole in named if bool(c.group) is level]
        turns = sum(a is not b for (_, a), (_, b) in pairwise(same))
        kinds = [same] if turns > 1 else [[n for n in same if n[1] is kind] for kind in (True, False)]
        for kind in kinds:
            seen = [c for c, _ in kind]
            if len(set(map(id, seen))) == len(seen) and [c for c in columns if c in seen] != seen:
                return seen
    return []


def _tiled(text: str, columns: Sequence[Column], beside: Sequence[str]) -> list[tuple[Column, bool]] | None:
    """The columns whose labels make up a word, each with whether it is whole: the last may be first letters only.

    Labels of groups and the corner (`beside`) may stand among them.
    """
    found: list[tuple[Column, bool]] = []
    while text:
        fits = [(c, w) for c in columns for w in map(squash, c.wordings) if text.startswith(w)]
        if fits:
            column, wording = max(fits, key=lambda fit: len(fit[1]))
            found.append((column, True))
            text = text[len(wording) :]
            continue
        if other := max((w for w in beside if text.startswith(w)), key=len, default=""):
            text = text[len(other) :]
            continue
        begun = [c for c in columns if squash(c.zh).startswith(text)]
        return [*found, (begun[0], False)] if len(begun) == 1 else None
    return found


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
    first = part if whole.startswith(part) else rest
    return places[first] if None not in places.values() else None
