"""Which rows of a table a run of figures may be, by the words on its line and about it.

Words say the same whatever figures stand beside them, so what they say is remembered. Does not belong here: which figures
are the row's (runfigures.py), what stands between rows (labelfurniture.py), rows of cells (candidates.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from assets.extract.labelmatcher import LabelMatcher, Match, row_matcher
from assets.extract.labels import ascii_width, core, normalize, squash
from assets.extract.numbers import UNITS, looks_like_figure
from assets.extract.rows.labels.besidewhole import is_beside_whole, lines_of
from assets.extract.rows.labels.groupsinfront import without_groups
from assets.extract.rows.labels.labelfurniture import NUMBERED, OPENS, Furniture, furniture_of
from schemas.form import Table, forms
from schemas.whose import any_of

# Letters before the number of a row are no part of its label.
_IN_FRONT = re.compile(rf"^\s*+(?:[^\W\d_]\s*+){{1,6}}(?={NUMBERED.pattern})")
# The number of a group with that of its first row right behind it (`（五）1.信`), where a column is narrow.
_BOTH = re.compile(r"[（(][一二三四五六七][)）]\d{1,2}[.、．](?!\d)")
# A label that runs into a figure, which may have its unit, and say in brackets what is among it.
_GLUED = re.compile(
    rf"^(.*?[^\d\s.,])(\d+(?:{any_of(UNITS)})?(?:[（(](?:其中|含|包括|包含)[^（()）]{{0,40}}[)）])?)$"
)
_BRACKETED = re.compile(r"[（(][^（()）]{1,30}[)）]")
# A gloss that a page wraps, with the figures of its row beside one of its lines: where it begins, and the most lines below them.
_GLOSS, _MOST_BELOW = re.compile(r"\s*[（(]\s*(?:指|含|包括|包含)[^（()）]*$"), 12
# Fragments that are tried as parts of a label, and the width of a column so narrow that more are.
_BEFORE, _AFTER, _NARROW = 4, 3, 5
# Words of such a line above that may be the row's own.
_MOST_WORDS = 4
_LONGEST_LABEL = 120
# A label to the letter, with or without its gloss; and letters that a line has to be one by itself.
_EXACT, _LEAST_ALONE = 0.98, 4
# So many figures on a line are a row's.
_FIGURES = 3
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
    matcher, furniture = row_matcher(form_id, table_no), furniture_of(form_id, table_no)
    table = forms()[form_id].table(table_no)
    row_index = {row.key: i for i, row in enumerate(table.rows)}
    before, after = _nearest(before), tuple(takewhile(lambda text: not _is_row(text), after))
    if begun := _begun_by_group(head, after, matcher, furniture):
        row_key, label, used = begun
        return ((row_index[row_key], 1.0),), label, used
    if before and (glossed := _glossed(head, before[-1], after, matcher)):
        row_key, used = glossed
        return ((row_index[row_key], 1.0),), before[-1], used
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
    behind = list(takewhile(lambda text: not OPENS.match(text.strip()), behind))
    if not head and own and normalize(own[-1]):
        # nor is a whole label below the figures, unless its number stands above them, with nothing or its first letters
        whole = next((i for i, text in enumerate(behind) if _is_label(text, matcher)), len(behind))
        behind = behind[: whole + (not whole and _goes_on(own[-1], behind[:1], matcher))]
    options: dict[int, float] = {}
    texts: dict[int, str] = {}
    used_after: dict[int, int] = {}
    for text, n_after in _label_texts(furniture.without_groups(head), own, behind):
        match = matcher.match(text)
        if match is None and not n_after:
            match = _below_groups(text, matcher, furniture, table)
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


def _below_groups(text: str, matcher: LabelMatcher, furniture: Furniture, table: Table) -> Match | None:
    """The row whose label a text is to the letter behind those of the groups that it stands in, wherever a line of it broke."""
    own = furniture.without_groups(text)
    match = matcher.match(own) if own != ascii_width(text) else None
    if match is None or match.score < _EXACT:
        return None
    row = next(row for row in table.rows if row.key == match.key)
    return match if without_groups(text, row, table) == squash(own) else None


def _is_row(text: str) -> bool:
    """Whether a line that ends in words is a row of figures all the same."""
    return len(text) > _FIGURES and sum(map(looks_like_figure, text.split())) >= _FIGURES


def _nearest(before: tuple[str, ...]) -> tuple[str, ...]:
    """The words below the last row of figures that ends in words: its own label may go on there, unless another opens."""
    last = max((i for i, text in enumerate(before) if _is_row(text)), default=-1)
    if last < 0:
        return before
    opens = (i for i in range(last + 1, len(before)) if any(map(OPENS.match, before[i].split())))
    return before[next(opens, len(before)) :]


def _begun_by_group(
    head: str, after: Sequence[str], matcher: LabelMatcher, furniture: Furniture
) -> tuple[str, str, int] | None:
    """The row whose label is the name of its group with the row's own, begins on the line of figures and ends below.

    The row's number is no beginning of a line: there the group would have figures, and the row none. Gives the key of the
    row, its label and the words used below.
    """
    text = head if furniture.begins_group(head) else ""
    best, found = _WHOLE, None
    for count, below in enumerate(after if text else (), 1):
        if OPENS.match(below.strip()):
            break
        text = squash(text + below)
        own = furniture.without_groups(text)
        match = matcher.match(own) if own != ascii_width(text) else None
        if match is not None and match.score > best:
            best, found = match.score, (match.key, own, count)
    return found


def _glossed(head: str, above: str, after: Sequence[str], matcher: LabelMatcher) -> tuple[str, int] | None:
    """The row whose whole label stands above the line of figures, where these stand beside the first line of its gloss.

    The gloss names other rows (`（指行政许可以外的…`) and is none of them. It opens on that line and closes below. Gives the key
    of the row and the words used below.
    """
    if not _GLOSS.match(head) or not _is_label(above, matcher):
        return None
    closes = next((n for n, text in enumerate(after[:_MOST_BELOW], 1) if _closed_by(text)), None)
    match = matcher.match(above)
    return (match.key, closes) if match and closes else None


def _closed_by(text: str) -> bool:
    """Whether a line closes a bracket that it did not open, with its last letter."""
    text = ascii_width(text).rstrip()
    return text.endswith(")") and text.count(")") > text.count("(")


def _is_label(text: str, matcher: LabelMatcher) -> bool:
    """Whether a line is the label of a row to the letter, with or without its gloss."""
    match = matcher.match(text) if len(normalize(text)) >= _LEAST_ALONE else None
    return match is not None and match.score >= _EXACT


def _goes_on(above: str, below: Sequence[str], matcher: LabelMatcher) -> bool:
    """Whether the last words above figures open a label with its number that only the words below end to the letter."""
    begun = above.rsplit(maxsplit=1)[-1]
    if not below or not OPENS.match(begun) or _is_label(begun, matcher):
        return False
    return _is_label(squash(begun + below[0]), matcher)


def _label_texts(words: str, before: list[str], after: list[str]) -> list[tuple[str, int]]:
    """The texts that may be the label of a run, the nearest words first, each with its fragments after the figures.

    Words after the figures can only complete a label that began before them: by themselves they are the label of
    the next row.
    """
    tokens = _BRACKETED.sub(lambda found: squash(found[0]), words).split()
    inner = max((i for i, token in enumerate(tokens) if looks_like_figure(token)), default=-1)
    tokens = tokens[inner + 1 :]
    heads = [" ".join(tokens[start:]) for start in range(max(0, len(tokens) - 4), len(tokens))][::-1]
    heads += [glued[1] for head in heads if (glued := _GLUED.match(head))]
    whole = " ".join(tokens)
    if whole and whole not in heads:
        heads.append(whole)
    texts: dict[str, int] = {}
    # a group's label and the row's share the line above the figures
    above = before[-1].split() if before and not words else []
    for start in range(len(above) - 1, max(0, len(above) - _MOST_WORDS), -1):
        for n_after, tail in enumerate(_joined(after, _AFTER)):
            text = squash("".join([*above[start:], *tail]))
            if OPENS.match(text):
                texts.setdefault(text, n_after)
    # words in front of a number that opens a label belong to another label
    opens = inner >= 0 or any(NUMBERED.match(token) or _BOTH.match(token) for token in tokens)
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
            is_number = not normalize(begun) and not OPENS.match(begun)
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
