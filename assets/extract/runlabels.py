"""Which rows of a table a run of figures may be, by the words on its line and about it.

Words say the same whatever figures stand beside them, so what they say is remembered. Does not belong here: which figures
are the row's (runfigures.py), rows of cells (candidates.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from assets.extract.besidewhole import is_beside_whole, lines_of
from assets.extract.labelmatcher import LabelMatcher, row_matcher
from assets.extract.labels import ascii_width, core, normalize, squash, strip_numbering
from assets.extract.numbers import looks_like_figure
from schemas.form import forms

# The number of a row within its group: a label starts with it.
_NUMBERED = re.compile(r"[（(]?\d{1,2}[）).、．](?!\d)")
_OPENS = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七])[）).、．](?!\d)")
# Letters before the number of a row are no part of its label.
_IN_FRONT = re.compile(rf"^\s*+(?:[^\W\d_]\s*+){{1,6}}(?={_NUMBERED.pattern})")
GLUED = re.compile(r"^(.*[^\d\s.,])(\d+)$")
_BRACKETED = re.compile(r"[（(][^（()）]{1,30}[)）]")
# Fragments that are tried as parts of a label, and the width of a column so narrow that more are.
_BEFORE, _AFTER, _NARROW = 4, 3, 5
# Words of such a line above that may be the row's own.
_MOST_WORDS = 4
_LONGEST_LABEL = 120
# A label to the letter, with or without its gloss; and letters that a line has to be one by itself.
_EXACT, _LEAST_ALONE = 0.98, 4
# So many figures on a line are a row's.
_FIGURES = 3
# Letters above the figures that are too few for the likeness of the whole label to need them.
_SCRAP = 2
# A label so much alike is there to its last letters, or nearly.
_WHOLE = 0.9
# Words about figures that are remembered, of all tables together.
_REMEMBERED = 20_000


# Words seen before about figures are understood: what they say depends on nothing else, figures least of all.
@lru_cache(maxsize=_REMEMBERED)
def options_of(  # noqa: PLR0913 - all that tells which row a run is
    form_id: str, table_no: str, head: str, before: tuple[str, ...], after: tuple[str, ...], is_row: bool
) -> tuple[tuple[tuple[int, float], ...], str, int]:
    """The rows a run may be, by the words on its line and about it: its options, label and words used after it."""
    matcher, furniture = row_matcher(form_id, table_no), _furniture(form_id, table_no)
    row_index = {row.key: i for i, row in enumerate(forms()[form_id].table(table_no).rows)}
    before, after = _nearest(before), tuple(takewhile(lambda text: not _is_row(text), after))
    if begun := _begun_by_group(head, after, matcher, furniture):
        row_key, label, used = begun
        return ((row_index[row_key], 1.0),), label, used
    own = [text for text in before if not furniture.has(text) or (is_row and furniture.is_numbered(text))]
    if furniture.begins_label(head, "".join(after[:1])):
        own = []
    # nor are words in front of a label's number part of it
    opens = max((i for i, text in enumerate(own) if furniture.opens_row(text)), default=0)
    own = own[opens:]
    # letters of a group, set in a narrow column, may stand on the first line of a row's label
    own = [_IN_FRONT.sub("", text) for text in own]
    # what opens a label of its own is no rest of that above the figures or on their line, be its letters a group's, too
    behind = list(takewhile(lambda text: not furniture.is_numbered(text), after))
    behind = [text for text in behind if not furniture.has(text)]
    behind = list(takewhile(lambda text: not _OPENS.match(text.strip()), behind))
    if not head and own and normalize(own[-1]):
        # nor is a whole label below the figures, unless nothing but its number stands above them
        behind = list(takewhile(lambda text: not _is_label(text, matcher), behind))
    options: dict[int, float] = {}
    texts: dict[int, str] = {}
    used_after: dict[int, int] = {}
    for text, n_after in _label_texts(furniture.without_groups(head), own, behind):
        match = matcher.match(text)
        if match and n_after and not furniture.begins_so(text, behind[:n_after], match.key):
            continue
        if match and match.score < 1.0:
            words = squash(furniture.without_groups(head))
            parts, at = lines_of(text, words, own, behind[:n_after], furniture.has)
            if is_beside_whole(form_id, table_no, match, parts, at):
                continue
        if match and not furniture.is_column(text, before):
            key = row_index[match.key]
            if match.score > options.get(key, 0.0):
                options[key], texts[key], used_after[key] = match.score, text, n_after
    ranked = sorted(options.items(), key=lambda kv: (-kv[1], kv[0]))[:3]
    best = ranked[0][0] if ranked else -1
    return tuple(ranked), texts.get(best, head), used_after.get(best, 0)


def _is_row(text: str) -> bool:
    """Whether a line that ends in words is a row of figures all the same."""
    return len(text) > _FIGURES and sum(map(looks_like_figure, text.split())) >= _FIGURES


def _nearest(before: tuple[str, ...]) -> tuple[str, ...]:
    """The words below the last row of figures that ends in words: its own label may go on there, unless another opens."""
    last = max((i for i, text in enumerate(before) if _is_row(text)), default=-1)
    if last < 0:
        return before
    opens = (i for i in range(last + 1, len(before)) if any(map(_OPENS.match, before[i].split())))
    return before[next(opens, len(before)) :]


def _begun_by_group(
    head: str, after: Sequence[str], matcher: LabelMatcher, furniture: _Furniture
) -> tuple[str, str, int] | None:
    """The row whose label is the name of its group with the row's own, begins on the line of figures and ends below.

    The row's number is no beginning of a line: there the group would have figures, and the row none. Gives the key of the
    row, its label and the words used below.
    """
    text = head if furniture.begins_group(head) else ""
    best, found = _WHOLE, None
    for count, below in enumerate(after if text else (), 1):
        if _OPENS.match(below.strip()):
            break
        text = squash(text + below)
        own = furniture.without_groups(text)
        match = matcher.match(own) if own != ascii_width(text) else None
        if match is not None and match.score > best:
            best, found = match.score, (match.key, own, count)
    return found


def _is_label(text: str, matcher: LabelMatcher) -> bool:
    """Whether a line is the label of a row to the letter, with or without its gloss."""
    match = matcher.match(text) if len(normalize(text)) >= _LEAST_ALONE else None
    return match is not None and match.score >= _EXACT


@dataclass(frozen=True)
class _Furniture:
    """What stands between rows of figures without being part of a row's label."""

    groups: tuple[str, ...]
    columns: re.Pattern[str]
    names: frozenset[str]
    side_by_side: bool
    in_front: re.Pattern[str]
    numbered: tuple[str, ...]
    labels: tuple[str, ...]
    names_of: Mapping[str, tuple[str, ...]]

    def without_groups(self, words: str) -> str:
        """Words on the line of figures without labels of groups in front that the row's numbered label is glued to.

        The row's label alone tells what it is: more letters of a group make it like a longer one.
        """
        narrow = ascii_width(words)
        return narrow[found.end() :] if (found := self.in_front.match(narrow)) else words

    def has(self, fragment: str) -> bool:
        """A piece of a group label set in a narrow column beside the rows, or a line of column labels.

        A column label alone on its line may be a row's (总计, 其他), except in a table that has rows side by side.
        """
        text = normalize(fragment)
        if len(text) <= 4 and any(text in group for group in self.groups):
            return True
        words = len(fragment.split())
        return (words > 1 or self.side_by_side) and not self.columns.sub("", squash(fragment))

    def begins_group(self, words: str) -> bool:
        """Whether words are the first letters of a group's numbered name, or all of it with the first of a row's label."""
        text = squash(words)
        if not _OPENS.match(text):
            return False
        rests = [text.removeprefix(name) for name in self.numbered if text.startswith(name)]
        return any(name.startswith(text) for name in self.numbered) or any(
            label.startswith(rest) for rest in rests for label in self.labels
        )

    def begins_label(self, words: str, below: str) -> bool:
        """Whether words on the line of figures begin a label of a row with its group's name, and end none.

        Alone they may be a piece of the group's label beside the rows, where the name does not go on below.
        """
        text = squash(words)
        if not self.begins_group(words):
            return False
        going_on = text + squash(below)
        return (
            not any(name.startswith(text) for name in self.numbered)
            or (text in self.numbered and self.is_numbered(below))
            or any(
                text != name and below and (name.startswith(going_on) or going_on.startswith(name))
                for name in self.numbered
                if name.startswith(text)
            )
        )

    def begins_so(self, text: str, below: Sequence[str], row: str) -> bool:
        """Whether a label that goes on below its figures begins as the row's does: a scrap of another label above does not."""
        above = normalize(text.removesuffix(squash("".join(below))))
        if not above or len(above) > _SCRAP:
            return True
        return any(
            any(letter in name[: len(above) + _SCRAP] for letter in above) for name in self.names_of[row]
        )

    def opens_row(self, fragment: str) -> bool:
        """Whether a fragment begins with the number of a row, maybe behind the name of its group."""
        return self.is_numbered(self.without_groups(fragment))

    @staticmethod
    def is_numbered(fragment: str) -> bool:
        """Whether a fragment has the number of a row: 3.其他 is one, whatever group has these letters."""
        return bool(_NUMBERED.match(fragment.strip()))

    def is_column(self, label: str, before: Sequence[str]) -> bool:
        """Whether a label is the last of a header: a column's name without a row's number, below words of others.

        `label` is squashed; 总计 is a row of table 3 and a column of tables 3 and 4.
        """
        if strip_numbering(label) != label or normalize(label) not in self.names:
            return False
        words = [normalize(token) for text in before for token in text.split() if squash(text) != label]
        return any(any(word in name for name in self.names) for word in words if word)


@cache
def _furniture(form_id: str, table_no: str) -> _Furniture:
    form = forms()[form_id]
    table = form.table(table_no)
    columns = sorted((re.escape(normalize(c.zh)) for c in table.columns), key=len, reverse=True)
    wordings = {strip_numbering(squash(w)) for g in table.groups for w in g.wordings}
    groups = sorted(map(re.escape, wordings), key=len, reverse=True)
    return _Furniture(
        tuple(normalize(g.zh) for g in table.groups),
        re.compile("|".join(columns)),
        frozenset(normalize(w) for t in form.tables for c in t.columns for w in c.wordings),
        table.one_row,
        re.compile(
            rf"\s*+(?:(?:{_OPENS.pattern})?\s*+(?:{'|'.join(groups) or '(?!)'})\s*+)+(?={_OPENS.pattern})"
        ),
        tuple(squash(w) for g in table.groups for w in g.wordings),
        tuple(
            name for r in table.rows for w in r.wordings for name in (squash(w), strip_numbering(squash(w)))
        ),
        {row.key: tuple(normalize(w) for w in row.wordings) for row in table.rows},
    )


def _label_texts(words: str, before: list[str], after: list[str]) -> list[tuple[str, int]]:
    """The texts that may be the label of a run, the nearest words first, each with its fragments after the figures.

    Words after the figures can only complete a label that began before them: by themselves they are the label of
    the next row.
    """
    tokens = _BRACKETED.sub(lambda found: squash(found[0]), words).split()
    inner = max((i for i, token in enumerate(tokens) if looks_like_figure(token)), default=-1)
    tokens = tokens[inner + 1 :]
    heads = [" ".join(tokens[start:]) for start in range(max(0, len(tokens) - 4), len(tokens))][::-1]
    heads += [glued[1] for head in heads if (glued := GLUED.match(head))]
    whole = " ".join(tokens)
    if whole and whole not in heads:
        heads.append(whole)
    texts: dict[str, int] = {}
    # a group's label and the row's share the line above the figures
    above = before[-1].split() if before and not words else []
    for start in range(len(above) - 1, max(0, len(above) - _MOST_WORDS), -1):
        if _OPENS.match(above[start]):
            texts.setdefault(squash("".join(above[start:])), 0)
    # words in front of a number that opens a label belong to another label
    opens = inner >= 0 or any(_NUMBERED.match(token) for token in tokens)
    leads = [[]] if opens else _joined(before[::-1], _BEFORE)
    tails = _joined(after, _AFTER)
    for head in heads or [""]:
        for n_before, lead in enumerate(leads):
            if not head and not n_before:
                continue
            # words in brackets alone are no beginning of a label that goes on below
            begun = squash("".join(reversed(lead)) + head)
            is_aside = begun.endswith(")") and normalize(begun) and not core(begun)
            # nor is a number that no label opens with
            is_number = not normalize(begun) and not _OPENS.match(begun)
            ends = tails[:1] if is_aside or is_number else tails
            for n_after, tail in enumerate(ends):
                text = begun + squash("".join(tail))
                if text and len(text) <= _LONGEST_LABEL:
                    texts.setdefault(text, n_after)
    return list(texts.items())


def _joined(fragments: list[str], most: int) -> list[list[str]]:
    """None, one, two ... of the nearest fragments; more than `most` only where they are bits of a narrow column."""
    out: list[list[str]] = [[]]
    for count, fragment in enumerate(fragments, 1):
        if count > most and len(fragment) > _NARROW:
            break
        out.append([*out[-1], fragment])
    return out
