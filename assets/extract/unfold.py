"""Rows that share a line: whole reports or tables on one line, and rows that run into each other.

The labels of the forms are the joints. Such a line is unfolded into one piece a line (a label, some words, a figure), so
that the readers find one cell a line; every piece keeps the number of its line. A line with one row is left alone,
and so is prose: its figures have no label of a form beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from assets.extract.labels import ascii_width, squash, strip_numbering
from assets.extract.numbers import looks_like_figure
from assets.extract.sections import SECTIONS
from schemas.form import forms

# A line is a whole report, whatever its labels, if it is longer than any paragraph and has this many pieces.
_LONG, _MANY = 2_000, 150
_SHORTEST = 8
_PIECE = re.compile(r"\S+")
_NUMBERING = r"(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|[0-9]{1,2}[.、])?"
# A figure inside a word with its unit, and the stop behind it that makes its end the number of the next label.
_DIGITS = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)(件次|万元|[件项条次个元])?([.、](?![0-9]))?")
# Words that may be the label of a row which the forms do not have, right behind a figure.
_STRANGE_LABEL = re.compile(r"[\u3400-\u9fff]{3,16}")
_UNITS = re.compile(r"[件条次项个篇份年月日人元万亿%,。;:]")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_ALONE = re.compile(r"[0-9]{1,2}[.、]")
_LONGEST_TILED = 200

# A piece of a word: its text, and whether it is a figure, a label, or neither.
_FIG, _LABEL, _WORDS = "figure", "label", "words"
_Piece = tuple[str, str]


def unfold(lines: list[str]) -> tuple[list[str], list[int] | None]:
    """The lines with folded ones cut up, and for each its number in the text; None where nothing was cut."""
    out: list[str] = []
    numbers: list[int] = []
    for number, line in enumerate(lines, 1):
        pieces = _pieces(line)
        out += pieces
        numbers += [number] * len(pieces)
    return (out, numbers) if len(out) != len(lines) else (lines, None)


def _pieces(line: str) -> list[str]:
    """The pieces of a folded line; the line itself where it is not folded."""
    if len(line) < _SHORTEST or "<t" in line:
        return [line]
    if len(line) > _LONG and line.count("|") >= _MANY:
        return [f"{piece} |" for piece in line.split("|")]
    if "|" in line or ("\t" in line and len(line) <= _LONG) or not _HAS_DIGIT(line):
        return [line]
    cut = list(_cut(line))
    if _is_folded(cut, glued=len(line.split()) == 1) or (len(line) > _LONG and len(cut) >= _MANY):
        return _with_numbering([text for text, _ in cut])
    return [line]


_HAS_DIGIT = re.compile("[0-9０-９]").search


def _is_folded(cut: list[_Piece], *, glued: bool) -> bool:
    """Whether figures of two rows, or those of one and the label of another, share the line.

    So do the one label and the one figure of a line that is `glued`, a single word.
    """
    rows = [
        index
        for index, (a, b) in enumerate(pairwise(cut))
        if a[1] == _LABEL and b[1] == _FIG and squash(a[0]).endswith(_row_labels())
    ]
    if len(rows) != 1:
        return len(rows) > 1
    beyond = [kind for _, kind in cut[rows[0] + 2 :]]
    return _LABEL in beyond or (not beyond and glued)


def _cut(line: str) -> Iterator[_Piece]:
    """The words of a line, those that labels and figures share cut between them."""
    tokens = [found[0] for found in _PIECE.finditer(line)]
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        if looks_like_figure(token):
            yield token, _FIG
            continue
        for piece in _headings(token):
            yield from _cut_word(piece, following)


def _headings(token: str) -> Iterator[str]:
    """A word cut before and behind the headings of sections in it."""
    at = 0
    for found in _heading().finditer(ascii_width(token)) if len(token) == len(ascii_width(token)) else ():
        for text in (token[at : found.start()], token[found.start() : found.end()]):
            if text:
                yield text
        at = found.end()
    if token[at:]:
        yield token[at:]


def _cut_word(word: str, following: str) -> Iterator[_Piece]:
    """Figures and labels that run into each other within one word."""
    text = ascii_width(word)
    if labels := _tiles(text):
        yield from ((label, _LABEL) for label in labels)
        return
    parts = _parts(text)
    tiled = [None if is_figure else _tiles(part) for part, is_figure in parts]
    for i, (part, is_figure) in enumerate(parts):
        left, right = (tiled[i - 1] if i else None), (tiled[i + 1] if i + 1 < len(parts) else None)
        strange = i == 0 and len(parts) == 2 and _is_strange(parts[1][0], following)
        # a label with a figure and its unit right behind it is prose
        if is_figure and not (right or strange or (left and part[-1].isdigit())):
            break
    else:
        if any(is_figure for _, is_figure in parts):
            for (part, is_figure), labels in zip(parts, tiled, strict=True):
                if labels:
                    yield from ((label, _LABEL) for label in labels)
                else:
                    yield part, _FIG if is_figure else _WORDS
            return
    yield word, _WORDS


def _is_strange(words: str, following: str) -> bool:
    return bool(
        _STRANGE_LABEL.fullmatch(words) and not _UNITS.match(words) and looks_like_figure(following)
    )


def _parts(text: str) -> list[tuple[str, bool]]:
    """Words and figures by turns; the number of a label goes with the label."""
    parts: list[tuple[str, bool]] = []
    start = 0
    for found in _DIGITS.finditer(text):
        figure = found[1] + (found[2] or "")
        end = found.start() + len(figure)
        if found[3]:
            # the number of the label behind it, and perhaps a figure before the number
            figure = _before_number(found[1], text[found.end() : found.end() + _LONGEST_TILED])
            end = found.start() + len(figure)
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
    numbers = next((n for row, n in _row_numbers() if label.startswith(row)), ())
    figures = {digits[: -len(n)] for n in numbers if digits.endswith(n)}
    figure = figures.pop() if len(figures) == 1 else ""
    return figure if not figure.strip("0") else ""


def _with_numbering(texts: list[str]) -> list[str]:
    """A label's number that stands apart goes with its label, and a year with 年: `1.` and `2019` are no figures."""
    out: list[str] = []
    for text in texts:
        of_year = text.startswith("年") and out and _YEAR.fullmatch(out[-1])
        if of_year or (out and _ALONE.fullmatch(out[-1]) and not looks_like_figure(text)):
            out[-1] += text
        else:
            out.append(text)
    return out


def _tiles(text: str) -> list[str]:
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
def _row_labels() -> tuple[str, ...]:
    return _wordings()[0]


@cache
def _alternatives() -> str:
    every = sorted({*_wordings()[0], *_wordings()[1]}, key=lambda t: (-len(t), t))
    return "|".join(re.sub("[“”]", '[“”"]?', re.escape(text)) for text in every)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(f"{_NUMBERING}(?:{_alternatives()})")


@cache
def _tiled() -> re.Pattern[str]:
    return re.compile(f"(?:{_NUMBERING}(?:{_alternatives()}))+")


@cache
def _heading() -> re.Pattern[str]:
    wordings = sorted({squash(w) for s in SECTIONS for w in s.wordings}, key=len, reverse=True)
    return re.compile(f"[一二三四五六]、(?:{'|'.join(map(re.escape, wordings))})")


@cache
def _row_numbers() -> tuple[tuple[str, tuple[str, ...]], ...]:
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
