"""Words in which labels of the forms and figures run into each other (`0第二十条第（六）项信息内容`), cut where they meet.

Only labels that stand to the letter are joints. What stands between two figures or beside a figure without being such a
label leaves the word whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from assets.extract.labels import ascii_width, squash, strip_numbering
from assets.extract.sections import SECTIONS
from schemas.form import forms

_NUMBERING = r"(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|[1-9][0-9]?[.、])?"
# A figure inside a word with its unit, the sign that begins the word, and the stop behind it that makes its end the number
# of the next label.
_DIGITS = re.compile(r"((?:^[-+−])?[0-9][0-9,]*(?:\.[0-9]+)?)(件次|万元|[件项条次个元])?([.、](?![0-9]))?")
# Words that may be the label of a row which the forms do not have, right behind a figure.
_STRANGE_LABEL = re.compile(r"[\u3400-\u9fff]{3,16}")
_UNITS = re.compile(r"[件条次项个篇份年月日人元万亿%,。;:]")
_SIGNS = re.compile(r"[-+−－＋±./—]+")
_LONGEST_TILED = 200
_LONGEST_NUMBER = 2

# A piece of a word: its text, and whether it is a figure, a label, or neither.
FIGURE, LABEL, WORDS = "figure", "label", "words"
Piece = tuple[str, str]


def cut_word(word: str, next_is_figure: bool) -> tuple[Piece, ...]:
    """Figures and labels that run into each other within one word; `next_is_figure` tells of the word behind it."""
    if len(word) > _LONGEST_TILED:
        return tuple(_cut_word(word, next_is_figure))
    return _remembered(word, next_is_figure)


@lru_cache(maxsize=20_000)
def _remembered(word: str, next_is_figure: bool) -> tuple[Piece, ...]:
    return tuple(_cut_word(word, next_is_figure))


def _cut_word(word: str, next_is_figure: bool) -> Iterator[Piece]:
    text = ascii_width(word)
    if whole := tiles(text):
        yield from ((label, LABEL) for label in whole)
        return
    parts = _parts(text)
    tiled = [[] if is_figure else tiles(part) for part, is_figure in parts]
    for i, (part, is_figure) in enumerate(parts):
        left, right = (tiled[i - 1] if i else []), (tiled[i + 1] if i + 1 < len(parts) else [])
        strange = i == 0 and len(parts) == 2 and next_is_figure and _is_strange(parts[1][0])
        # signs between digits tell nothing of where one figure ends: 0-341104
        if not is_figure and not tiled[i] and _SIGNS.fullmatch(part):
            break
        # a label with a figure and its unit right behind it is prose
        if is_figure and not (right or strange or (left and part[-1].isdigit())):
            break
    else:
        if any(is_figure for _, is_figure in parts):
            for (part, is_figure), labels in zip(parts, tiled, strict=True):
                if labels:
                    yield from ((label, LABEL) for label in labels)
                else:
                    yield part, FIGURE if is_figure else WORDS
            return
    yield word, WORDS


def _is_strange(words: str) -> bool:
    return bool(_STRANGE_LABEL.fullmatch(words) and not _UNITS.match(words))


def _parts(text: str) -> list[tuple[str, bool]]:
    """Words and figures by turns; the number of a label goes with the label."""
    parts: list[tuple[str, bool]] = []
    start = 0
    for found in _DIGITS.finditer(text):
        figure = found[1] + (found[2] or "")
        end = found.start() + len(figure)
        behind = text[found.end() : found.end() + _LONGEST_TILED]
        if found[3]:
            # the number of the label behind it, and perhaps a figure before the number
            figure = _before_number(found[1], behind)
            end = found.start() + len(figure)
            if not figure and len(found[1]) > _LONGEST_NUMBER:
                figure, end = found[0], found.end()  # both, and no telling where one ends: no figure at all
        elif found[1] == figure and _is_number_of(found[1], behind):
            continue
        if not figure:
            continue
        if found.start() > start:
            parts.append((text[start : found.start()], False))
        parts.append((figure, True))
        start = end
    if text[start:]:
        parts.append((text[start:], False))
    return parts


def _before_number(digits: str, label: str) -> str:
    """The figure that stands before the number of a label, as in `02.重复申请`; empty where that is not certain.

    The digits end in the number that the form gives the label, or that it has where the numbers go on from group to
    group, and only noughts stand before it: other digits may be a misprinted number's own.
    """
    figures = {digits[: -len(n)] for n in _numbers_of(label) if digits.endswith(n)}
    figure = figures.pop() if len(figures) == 1 else ""
    return figure if not figure.strip("0") else ""


def _numbers_of(label: str) -> tuple[str, ...]:
    """The numbers that the row label at the start of a text may have: the form's, and that of numbering through."""
    if not label.startswith(_numbered_labels()):
        return ()
    return next(numbers for row, numbers in row_numbers() if label.startswith(row))


@cache
def _numbered_labels() -> tuple[str, ...]:
    return tuple(row for row, _ in row_numbers())


def _is_number_of(digits: str, label: str) -> bool:
    """Whether digits right before a label end in its number: no stop tells `12重复申请` from `1` and `2重复申请`."""
    return digits.endswith(_numbers_of(label))


def tiles(text: str) -> list[str]:
    """The labels that a text is made of, one behind the other; none where anything else is in it."""
    if len(text) > _LONGEST_TILED or not _tiled().fullmatch(text):
        return []
    return [found[0] for found in _label().finditer(text)]


@cache
def _wordings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The squashed labels of all forms without their numbering: those of rows, and all others; the longest first."""
    rows: set[str] = set()
    others: set[str] = {squash(w) for section in SECTIONS for w in section.wordings}
    for form in forms().values():
        for table in form.tables:
            others |= {squash(table.header), squash(table.note or table.header)}
            others |= {squash(w) for label in (*table.columns, *table.groups) for w in label.wordings}
            others |= {squash(block.clause.zh) for block in table.blocks if block.clause}
            if not table.one_row:
                rows |= {squash(w) for row in table.rows for w in row.wordings}
            else:
                others |= {squash(w) for row in table.rows for w in row.wordings}
    bare = [{strip_numbering(text) for text in texts} for texts in (rows, others)]
    return (
        tuple(sorted(bare[0], key=lambda t: (-len(t), t))),
        tuple(sorted(bare[1] - bare[0], key=lambda t: (-len(t), t))),
    )


@cache
def row_labels() -> tuple[str, ...]:
    """The squashed labels of rows in all forms, without their numbering."""
    return _wordings()[0]


@cache
def _alternatives() -> str:
    every = sorted({*_wordings()[0], *_wordings()[1]}, key=lambda t: (-len(t), t))
    return "|".join(re.sub("[“”]", '[“”"]?', re.escape(text)) for text in every)


def has_label(text: str) -> bool:
    """Whether any label of the forms stands in a text, which is in narrow forms."""
    return _any_label().search(text) is not None


@cache
def _any_label() -> re.Pattern[str]:
    return re.compile(_alternatives())


@cache
def _label() -> re.Pattern[str]:
    return re.compile(f"{_NUMBERING}(?:{_alternatives()})")


@cache
def _tiled() -> re.Pattern[str]:
    return re.compile(f"(?:{_NUMBERING}(?:{_alternatives()}))+")


@cache
def heading() -> re.Pattern[str]:
    """The numbered heading of a section."""
    wordings = sorted({squash(w) for s in SECTIONS for w in s.wordings}, key=len, reverse=True)
    return re.compile(f"[一二三四五六]、(?:{'|'.join(map(re.escape, wordings))})")


@cache
def row_numbers() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Rows that the forms number with digits: (label, its number, its number where all are numbered through)."""
    found: dict[str, tuple[str, ...]] = {}
    for form in forms().values():
        for table in form.tables:
            numbered = [row for row in table.rows if re.match("[0-9]", row.zh)]
            for through, row in enumerate(numbered, 1):
                number = re.match("[0-9]+", row.zh)
                for wording in row.wordings:
                    numbers = (number[0] if number else "", str(through))
                    found.setdefault(strip_numbering(squash(wording)), tuple(dict.fromkeys(numbers)))
    return tuple(sorted(found.items(), key=lambda item: -len(item[0])))
