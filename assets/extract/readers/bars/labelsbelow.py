"""Labels that stand alone right below the bars of their rows, and are set into them.

A program that draws bars by the places of words leaves the label out of a row whose figures stand a little higher:

    | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
    | ---- | ------ | ------ | ------ |
    |      | 0      | 2      | 32     |
    规章
    |     | 0   | 4   | 0   |
    | --- | --- | --- | --- |
    行政规范性文件

Right below the header there is no other row whose label `规章` could be, and each row that follows has one below it. So do the lines of
a label whose first words stand within the bars (`| 5.属于三 | 0 | 0 |`, `类内部事`, `务信息`). Every line keeps its number.
Belongs here: labels that are one of the forms' to the letter. Does not belong here: labels on both sides of their figures
(runlabels.py), and rows of bars whose figures are all there (brokenlabels.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assets.extract.labels import squash, strip_numbering
from assets.extract.numbers import looks_like_figure
from assets.extract.readers.plain.pages import bare_pages, is_furniture
from assets.extract.readers.plain.runningheads import running_heads
from assets.extract.undone.lines.glued import row_labels, tiles
from schemas.form import forms

_BAR = re.compile(r"[|｜]")
_RULE = re.compile(r"[\s|｜:=-]+")
_BLANK_FIRST = re.compile(r"\s*[|｜]\s*[|｜]")
_HAN = re.compile("[\u3400-\u9fff]")
_LONGEST_LINE = 2_000
# Lines of a label, and letters of one; so many figures on a line without bars are a row, and no number of a page.
_MOST_LINES, _LONGEST, _LEAST_FIGURES = 12, 30, 2
# Letters of the head of a page.
_LEAST_TOP = 6
# What parts the words of a row.
_GAP = r"[\s|｜]+"
# A piece of a label over several rows, and one of the row's own.
_SIDE_BY_SIDE = 2
# These name a column, too, where they have no number.
_OF_COLUMNS = frozenset({"其他", "总计", "合计"})


@dataclass
class _Row:
    """A line of figures, and what of its label stands before them."""

    line: int
    words: list[str]
    is_barred: bool


@dataclass
class _Header:
    """A line of bars with words in several cells, none of them a label of a row; the pieces of two labels, maybe."""

    line: int
    words: list[str]

    @property
    def text(self) -> str:
        return "".join(self.words)


@dataclass
class _Words:
    """Any other line."""

    line: int
    words: list[str]
    is_barred: bool

    @property
    def text(self) -> str:
        return "".join(self.words)


@dataclass
class _Label:
    """A label, the words on the line of its row that begin it, and the lines that end it."""

    text: str
    begun: Sequence[str]
    below: Sequence[_Words | _Header]


_Line = _Row | _Header | _Words


def with_labels_in_rows(lines: list[str]) -> list[str]:
    """The lines with such labels in their rows, and nothing where these stood."""
    begun = [n for n, match in enumerate(map(_BLANK_FIRST.match, lines)) if match]
    further = [*lines, "", ""]
    if not any(_may_lack_a_label(lines[n], further[n + 1], further[n + 2]) for n in begun):
        return lines
    of_pages = bare_pages(lines).lines | running_heads(lines) | _tops_of_pages(lines)
    parts = (_part(n, line) for n, line in enumerate(lines) if n + 1 not in of_pages)
    found = [part for part in parts if part is not None]
    out = list(lines)
    chain: list[tuple[_Row, _Label]] = []  # rows without words that follow each other, with their labels
    is_told = False  # whether the label of each row above is known, down to the words that are left
    left: list[_Words] = []
    for at, part in enumerate(found):
        if isinstance(part, _Words):
            left.append(part)
            continue
        if isinstance(part, _Header):
            _set(out, chain)
            is_told, left = True, []
            continue
        below = _words_below(found, at)
        is_known = bool(part.words) or (is_told and _are_groups(left))
        label = _label(part.words, below) if is_known else None
        if part.words:
            _set(out, chain)
            if label is not None and label.below and part.is_barred:
                _set(out, [(part, label)])
        elif is_known and label is None and not _may_begin(below):
            chain.clear()  # a label too few: each may be that of the row below it
        elif label is not None:
            chain.append((part, label))
        is_told, left = label is not None, []
        # the words of the label come next, and are no others'
        del found[at + 1 : at + 1 + len(label.below if label is not None else [])]
    _set(out, chain)
    return out


def _tops_of_pages(lines: list[str]) -> set[int]:
    """The lines, from 1, that are the same below each of several bare numbers that count on, and those numbers."""
    tops: dict[str, list[tuple[int, int]]] = {}
    for n, line in enumerate(lines[:-2]):
        if line.strip().isdecimal() and not lines[n + 1].strip() and len(lines[n + 2].strip()) >= _LEAST_TOP:
            tops.setdefault(lines[n + 2].strip(), []).append((int(line), n + 1))
    found: set[int] = set()
    for places in tops.values():
        numbers = [number for number, _ in places]
        if len(places) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            found |= {line for _, at in places for line in (at, at + 2)}
    return found


def _may_lack_a_label(line: str, below: str, next_below: str) -> bool:
    """Whether a row of bars, blank at first, has no words and stands above a line without bars, or above a rule and one."""
    if len(line) > _LONGEST_LINE:
        return False
    following = next_below if _is_rule(below) else below
    row = _row(0, line) if _HAN.search(following) and not _BAR.search(following) else None
    return row is not None and not row.words


def _part(n: int, line: str) -> _Line | None:
    """What a line is; None for one that says nothing."""
    if not line.strip() or _is_rule(line) or is_furniture(line):
        return None
    if len(line) <= _LONGEST_LINE and (row := _row(n, line)) is not None:
        return row
    is_barred = bool(_BAR.search(line))
    cells = [squash(cell) for cell in _BAR.split(line) if cell.strip()]
    if is_barred and len(cells) > 1 and not any(map(_is_label, cells)):
        return _Header(n, cells)
    return _Words(n, _BAR.sub(" ", line).split(), is_barred)


def _is_rule(line: str) -> bool:
    return bool(_BAR.search(line) and _RULE.fullmatch(line))


def _row(n: int, line: str) -> _Row | None:
    """The row on a line: words, if any, and nothing but figures behind them; with bars there is a cell for the words."""
    is_barred = bool(_BAR.search(line))
    tokens = _BAR.sub(" ", line).split()
    first = next((at for at, token in enumerate(tokens) if looks_like_figure(token)), len(tokens))
    if first == len(tokens) or not all(map(looks_like_figure, tokens[first:])):
        return None
    if not first and is_barred and not _BLANK_FIRST.match(line):
        return None
    if not is_barred and len(tokens) - first < _LEAST_FIGURES:
        return None
    return _Row(n, tokens[:first], is_barred)


def _words_below(found: Sequence[_Line], at: int) -> list[_Words | _Header]:
    """The lines right below a row that may go on with its label."""
    below: list[_Words | _Header] = []
    for part in found[at + 1 : at + 1 + _MOST_LINES]:
        if isinstance(part, _Row) or len(part.text) > _LONGEST:
            break
        if isinstance(part, _Words) and part.is_barred:
            break
        if isinstance(part, _Header) and len(part.words) != _SIDE_BY_SIDE:
            break
        below.append(part)
    return below


def _label(words: Sequence[str], below: Sequence[_Words | _Header]) -> _Label | None:
    """The label that the last of the words begin, the longest there is; None where lines below end none."""
    for taken in range(len(below), -1, -1):
        rest = "".join(part.text for part in below[:taken])
        for first in range(len(words)) if words else (0,):
            label = "".join(words[first:]) + rest
            if _is_label(label):
                return _Label(label, words[first:], below[:taken])
        own = [words] if words else []
        if taken and (label := _beside_group([*own, *(part.words for part in below[:taken])])):
            return _Label(label, words, below[:taken])
    return None


def _beside_group(lines: Sequence[Sequence[str]]) -> str:
    """The label whose pieces stand behind those of a label over several rows, line by line; none where they are not both whole."""
    pairs = next((at for at, line in enumerate(lines) if len(line) != _SIDE_BY_SIDE), len(lines))
    if not pairs or any(len(line) != 1 for line in lines[pairs:]):
        return ""
    over = squash("".join(line[0] for line in lines[:pairs]))
    label = "".join(line[-1] for line in lines)
    is_over = any(text in group for group in _groups() for text in (over, strip_numbering(over)))
    return f"{over} {label}" if is_over and _is_label(label) else ""


def _is_label(text: str) -> bool:
    label = strip_numbering(squash(text))
    return label in _labels() and (label not in _OF_COLUMNS or label != squash(text))


@cache
def _labels() -> frozenset[str]:
    return frozenset(row_labels())


def _may_begin(below: Sequence[_Words | _Header]) -> bool:
    """Whether words below a row may begin its label."""
    text = strip_numbering(squash(below[0].words[0])) if below else ""
    return bool(text) and any(name.startswith(text) for name in (*_labels(), *_groups()))


def _are_groups(left: Sequence[_Words]) -> bool:
    """Whether words are nothing but labels over several rows, or no words at all."""
    text = "".join(part.text for part in left)
    return not text or _is_group(text)


def _is_group(text: str) -> bool:
    labels = tiles(squash(text))
    return bool(labels) and not any(strip_numbering(label) in _labels() for label in labels)


@cache
def _groups() -> frozenset[str]:
    """The labels over several rows, as they are printed."""
    groups = [g for form in forms().values() for table in form.tables for g in table.groups]
    return frozenset(squash(wording) for group in groups for wording in group.wordings)


def _set(out: list[str], chain: list[tuple[_Row, _Label]]) -> None:
    """Set the labels into their rows; `chain` is empty then."""
    for row, label in chain:
        line = out[row.line]
        own = re.search(_GAP.join(map(re.escape, label.begun)), line) if label.begun else None
        blank = _BLANK_FIRST.match(line)
        if own is not None:
            out[row.line] = line[: own.start()] + label.text + " |" * own[0].count("|") + line[own.end() :]
        elif blank is not None:
            out[row.line] = f"| {label.text} |" + line[blank.end() :]
        else:
            out[row.line] = f"{label.text} {line.strip()}"
        for part in label.below:
            out[part.line] = ""
    chain.clear()
