"""Labels of a plain header found by their pieces, and whether those can stand so on a page in the form's order.

A page gives cells from the top, then from the left: cells of one level side by side, a taller one before or behind those beside it.
So labels of one level whose pieces share a line stand as the line does, labels of one height in their order, and the sum, where it is no
taller, does not stand before the first column. Belongs here: what no such page gives (`against_print`), also where other words of the page
stand among the labels. Headers that hold nothing but whole labels are read in printedorder.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations

from assets.extract.places.positions import display_width
from assets.extract.plainheaders.labelstream import GROUP, Wordings, header_tokens, wordings_of
from assets.extract.plainheaders.spacedletters import put_together
from assets.extract.plainheaders.stackedheader import is_spaced
from schemas.form import Column, Table

# Letters of a line. Letters of a whole label that is one though others are run into it, and those others (a watermark's):
# so many, or all but so many as the label has.
_LONGEST = 1000
_LEAST_WHOLE, _MOST_GLUED = 3, 2


@dataclass
class _Found:
    """A label by its pieces: what is to come of it, and each piece's place in the text, line, and place on the line in both measures."""

    key: str
    rest: str
    at: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    x: list[tuple[int, int]] = field(default_factory=list)
    w: list[tuple[int, int]] = field(default_factory=list)
    again: bool = False
    is_sure: bool = True

    @property
    def height(self) -> int:
        return len({*self.lines})


def against_print(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> str | None:
    """Two labels of a header that do not stand so in the form, wherever its cells end on the page; None without such."""
    told = wordings_of(table, columns)
    whole = put_together(lines, told.keys)
    found = {f.key: f for f in _pieces(whole, told) if not f.again and f.at}
    upper = [c.key for c in columns if not c.group] if any(c.group for c in columns) else []
    lower = [c.key for c in columns if c.key not in upper]
    places_tell = is_spaced(lines)
    names = {c.key: c.zh for c in columns} | {GROUP: next((g.zh for g in table.groups), "")}
    wrong = None
    if upper:
        wrong = _of_upper(found, upper, places_tell)
        wrong = wrong or _first_behind(found, upper[0], lower, places_tell)
    wrong = wrong or _of_level([found[k] for k in lower if k in found], len(lower), places_tell)
    return "、".join(names[key] for key in wrong) if wrong else None


def _of_upper(found: dict[str, _Found], upper: Sequence[str], places_tell: bool) -> tuple[str, str] | None:
    order = [upper[0], GROUP, *upper[1:]]
    told = [found[key] for key in order if key in found]
    for a, b in combinations(told, 2):
        if GROUP in (a.key, b.key) and (a.rest or b.rest):
            continue
        if _beside(a, b) and _stands_before(b, a, places_tell):
            return b.key, a.key
        if places_tell and GROUP not in (a.key, b.key) and not a.rest and not b.rest and _is_left_of(b, a):
            return b.key, a.key
        if a.key == GROUP or places_tell:
            continue
        # by their lower edges a page gives the group's first, and then the shorter of the two
        by_edges = b.height < a.height and GROUP in found and found[GROUP].at[0] < b.at[0]
        if b.key != GROUP and not b.rest and b.at[-1] < a.at[0] and b.height <= a.height and not by_edges:
            return b.key, a.key
    return None


def _first_behind(
    found: dict[str, _Found], first: str, lower: Sequence[str], places_tell: bool
) -> tuple[str, str] | None:
    """A label below the group's that stands before the first column's on a line of both.

    One that begins right of where the first column's does may have the line's last words moved behind it.
    """
    for label in [found[key] for key in lower if key in found] if first in found else []:
        if places_tell and found[first].x[0][1] <= label.x[0][0]:
            continue
        line = min({*label.lines} & {*found[first].lines}, default=-1)
        if line >= 0 and label.at[label.lines.index(line)] < found[first].at[found[first].lines.index(line)]:
            return label.key, first
    return None


def _of_level(told: Sequence[_Found], columns: int, places_tell: bool) -> tuple[str, str] | None:
    """Two labels of one level that stand otherwise than in the form on one line, or at one height."""
    for a, b in combinations(told, 2):
        if _beside(a, b) and _stands_before(b, a, places_tell):
            return b.key, a.key
    if places_tell or any(f.rest or not f.is_sure for f in told):
        return None
    printed = sorted(told, key=lambda f: f.at[0])
    if len(told) == columns and printed not in (
        list(told),
        sorted(told, key=lambda f: -f.height),
        sorted(told, key=lambda f: f.height),
    ):
        wrong = next((b, a) for a, b in combinations(told, 2) if b.at[0] < a.at[0])
        return wrong[0].key, wrong[1].key
    return None


def _beside(a: _Found, b: _Found) -> bool:
    return not {*a.lines}.isdisjoint(b.lines)


def _stands_before(first: _Found, second: _Found, places_tell: bool) -> bool:
    """Whether the pieces of one label stand before those of another on the first line that both share."""
    line = min({*first.lines} & {*second.lines})
    mine, other = first.lines.index(line), second.lines.index(line)
    if places_tell:
        return first.x[mine][1] <= second.x[other][0]
    return first.at[mine] < second.at[other]


def _is_left_of(first: _Found, second: _Found) -> bool:
    """Whether all pieces of one label end before any of the other's begins, whatever lines they stand on, in both measures."""
    sides = ((first.x, second.x), (first.w, second.w))
    return all(a and b and max(end for _, end in a) <= min(start for start, _ in b) for a, b in sides)


def _pieces(lines: Sequence[str], told: Wordings) -> list[_Found]:
    """The labels whose pieces can be told, in the order in which they begin."""
    found: dict[str, _Found] = {}
    last = ""
    for at, (number, x, word) in enumerate(header_tokens(lines, told)):
        text, offset = word, 0
        while text and (piece := _goes_on(text, found, last) or _begins(text, found, told)):
            key, size, rest, is_sure = piece
            label = found.setdefault(key, _Found(key, rest))
            label.again = label.again or (not label.rest and bool(label.lines))
            label.rest = rest
            if not is_sure:
                for other in found.values():
                    other.is_sure = other.is_sure and not (other.rest and set(text) & set(other.rest))
                label.is_sure = False
            if label.is_sure:
                label.at.append(at * _LONGEST + offset)
                label.lines.append(number)
                label.x.append((x + offset, x + offset + size))
                before = display_width(lines[number][: x + offset])
                label.w.append((before, before + display_width(text[:size])))
            offset += size
            text = text[size:]
            last = key
    return list(found.values())


def _goes_on(text: str, found: dict[str, _Found], last: str) -> tuple[str, int, str, bool] | None:
    """The label that is begun and goes on with a text: its key, how many letters, what is to come, and whether it is sure."""
    begun = sorted((f for f in found.values() if f.rest), key=lambda f: f.key != last)
    fits = [f for f in begun if text.startswith(f.rest)] or [f for f in begun if f.rest.startswith(text)]
    if not fits:
        return None
    size = min(len(text), len(fits[0].rest))
    return fits[0].key, size, fits[0].rest[size:], len(fits) == 1


def _begins(text: str, found: dict[str, _Found], told: Wordings) -> tuple[str, int, str, bool] | None:
    """The label that a text begins with, or that alone begins with it, or that stands in it with a few letters beside."""
    own = [key for key, label in told.official.items() if label.startswith(text) and key not in found]
    if len(own) == 1 and not any(
        w.startswith(text) for w, key in told.keys.items() if key not in (*own, *found)
    ):
        return own[0], len(text), told.official[own[0]].removeprefix(text), True
    if whole := max((w for w in told.keys if text.startswith(w)), key=len, default=""):
        key = told.keys[whole]
        rest = told.official[key].removeprefix(whole) if whole == text else ""
        return key, len(whole), rest if rest != told.official[key] and key not in found else "", True
    begins = {key for w, key in told.keys.items() if w.startswith(text) and key not in found}
    if len(begins) == 1:
        (key,) = begins
        fits = sorted((w for w, k in told.keys.items() if k == key and w.startswith(text)), key=len)
        label = told.official[key] if told.official[key] in fits else fits[0]
        return key, len(text), label[len(text) :], True
    letters = sum(map(str.isalnum, text))
    inside = [
        w
        for w in told.keys
        if len(w) >= _LEAST_WHOLE and w in text and letters - len(w) <= max(_MOST_GLUED, len(w) - _MOST_GLUED)
    ]
    return (told.keys[inside[0]], len(text), "", True) if inside else None
