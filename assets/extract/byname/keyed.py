"""Figures behind names in plain lines: YAML, lists of points, `row: column figure, column figure`, and paths of names.

Belongs here: cutting such lines into names and figures. Does not belong here: which of them are those of the form (named.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assets.extract.byname.columnwords import named_columns, words_behind
from assets.extract.byname.foldedsentences import folded_sentences
from assets.extract.byname.leaves import Leaf, is_column
from assets.extract.byname.named import cut_path, rows_of, turned
from assets.extract.byname.recordheads import row_above_names
from assets.extract.byname.rowcolumns import rows_and_columns
from assets.extract.byname.rowsentences import row_sentences, spans
from assets.extract.byname.sentencelabels import with_group_apart
from assets.extract.byname.terms import terms
from assets.extract.labels import squash
from assets.extract.model import Cell, Item
from assets.extract.numbers import EMPTY_WORDS, UNITS, looks_like_figure
from schemas.form import Form

LAYOUT = "named"
# A list's number stands before a label in bold letters, whose own number is in them.
_LINE = re.compile(r"(\s*+)((?:[-*•·]\s++|[0-9]{1,2}[.)]\s++(?=\*\*))*+)(.*\S)\s*")
_COLON = re.compile(r"\s*[:：=]\s*")
_UNITS = "|".join(sorted(UNITS, key=len, reverse=True))
_N = "[0-9０-９]"
# The cells of a page's tables; what their tags hold (`style="border:1px"`) names nothing.
_OF_PAGE = re.compile(r"</?(?:table|tr|t[dh])(?![\w-])", re.IGNORECASE)
_BLANK = "|".join(map(re.escape, sorted(EMPTY_WORDS)))
# A name and its figure in a sentence.
_PAIR = re.compile(
    r"\s*+(?P<name>[^\s，、；;,。:：=0-9０-９][^，、；;,。:：=0-9０-９]{0,40}?(?:[（(]单位[:：][^（）()]{1,4}[）)])?)\s*[:：=为]?\s*"
    rf"(?P<figure>[-+−]?{_N}{{1,3}}(?:,{_N}{{3}})+(?!{_N})|[-+−]?{_N}+(?:\.{_N}+)?|无|/|—|{_BLANK})\s*(?P<unit>{_UNITS})?\s*"
    r"(?:[，、；;,。]|$)"
)
# What stands between two signs, of which a name and words may be.
_WORDS = re.compile(r"\s*+([^，、；;,。]{2,60}?)\s*(?:[，、；;,。]|$)")
# A name and a unit, with nothing printed in front of it.
_BLANK_PAIR = re.compile(
    r"\s*+(?P<name>[^\s，、；;,。:：=0-9０-９][^，、；;,。:：=0-9０-９]{1,40}?)\s*[:：=]?\s*"
    rf"(?:{_UNITS})\s*(?:[，、；;,。]|$)"
)
# A name and a figure, in a line without tags.
_SIGN = re.compile(r"^[^<|]*[:：=][^<|]*[0-9０-９]")
# A record of YAML on the line of its name.
_FLOW = re.compile(r"^([^{}\[\]]{1,200}:\s)\{([^{}\[\]]*+)\}$")
_LEAST_ROWS = 3
_QUOTES = "\"'*`"
_LONGEST = 1_000
# A longer text behind a name is prose.
_LONGEST_WORD = 16
# Lines without a name and a figure that may stand between others.
_MOST_APART, _FARTHEST = 8, 80
_HAN = re.compile(r"[\u3400-\u9fff]")
# A text in a record of a program.
_FIELD = re.compile(r"\"[\w-]{1,30}\"\s*:\s*\"([^\"]{1,1000})\"")
_OPENERS = {"{", "["}
# Names above a figure that are remembered.
_DEEPEST = 12
# So much to the left of its line stands a label that is on a line of its own.
_HEAD = 0.25
_NULLS = EMPTY_WORDS | {"~", ""}


def with_named(lines: list[str], form: Form) -> tuple[list[Item], list[str]]:
    """Rows of figures that are named one by one, and the lines with those blank that they were taken from."""
    signed = [line for line in lines if ":" in line or "：" in line or "=" in line]
    listed = terms(signed and lines, form)
    if sum(map(bool, map(_SIGN.search, signed))) < _LEAST_ROWS and not listed:
        return [], lines
    items: list[Item] = []
    taken: set[int] = set()
    others = ["" if n in listed else line for n, line in enumerate(lines)] if listed else lines
    found = [leaf for of_line in listed.values() for leaf in of_line] + _leaves(others, form)
    found = sorted(found, key=lambda leaf: leaf.figure.line_start) if listed else found
    for number, leaves in enumerate(_blocks(found, lines)):
        rows, used = rows_of(leaves, form, LAYOUT, -1 - number)
        if not used:
            rows, used = rows_of(turned(leaves), form, LAYOUT, -1 - number)
        items += rows
        taken |= used
    return items, ["" if n in taken else line for n, line in enumerate(lines, 1)] if taken else lines


def _blocks(leaves: list[Leaf], lines: list[str]) -> list[list[Leaf]]:
    blocks: list[list[Leaf]] = []
    for leaf in leaves:
        start = leaf.figure.line_start
        if not blocks or _are_apart(blocks[-1][-1].figure.line_start, start, lines):
            blocks.append([])
        blocks[-1].append(leaf)
    return blocks


def _are_apart(before: int, start: int, lines: list[str]) -> bool:
    """Whether many lines stand between two; those without a word of the language are marks of a program."""
    return start - before > _MOST_APART and (
        start - before > _FARTHEST
        or sum(map(bool, map(_HAN.search, lines[before : start - 1]))) >= _MOST_APART
    )


def _leaves(lines: list[str], form: Form) -> list[Leaf]:
    leaves: list[Leaf] = []
    above: list[tuple[float, str]] = []
    words_of: dict[str, tuple[float, str]] = {}
    written = [
        n
        for n, line in enumerate(lines)
        if line.strip() and len(line) <= _LONGEST and not ("<" in line and _OF_PAGE.search(line))
    ]
    folded = folded_sentences(lines)
    behind = 0
    for number, below in zip(written, [*written[1:], None], strict=True):
        if number < behind:
            continue
        if number in folded:
            leaves += _said(folded[number], number + 1, (), form)
            behind = number + folded[number].count("\n") + 1
            continue
        found = _LINE.fullmatch(lines[number])
        if found is None:
            continue
        indent, dashes, text = found.groups()
        at = len(indent) + len(dashes)
        if dashes:
            above = [(i, name) for i, name in above if i <= len(indent)]
        text = _FLOW.sub(r"\1\2", text.rstrip("，,；;。"))
        path = tuple(name for i, name in above if i < at)
        if said := _said(text, number + 1, path, form):
            leaves += said
            continue
        key, value = _key(text)
        pairs = _pairs(text) or named_columns(text)
        if pairs and len(pairs[1]) == 1 and key and _is_word_for_figure(key, value, form):
            pairs = None  # 约3 is no name 约 with a figure
        if pairs:
            label, named = pairs
            leaves += [
                Leaf((*path, label), Cell(name, number + 1, number + 1), Cell(figure, number + 1, number + 1))
                for name, figure in named
            ]
            continue
        if key is None:
            head = None if dashes or below is None else row_above_names(text, lines[below], form)
            above = _below_words(text.strip(_QUOTES), at, head, above, bool(dashes))
            continue
        deeper = below is not None and _indent(lines[below]) > at
        cut = cut_path(key, form)
        if (value in _NULLS or value in _OPENERS) and (deeper or not (path or cut)):
            above = [*((i, name) for i, name in above if i < at), (at, key)]
        elif value in _NULLS or looks_like_figure(value) or _is_word_for_figure(key, value, form):
            value = "" if value in _NULLS else value
            names = (*path, cut[0]) if cut else path
            name = Cell(cut[1] if cut else key, number + 1, number + 1)
            leaves.append(Leaf(names, name, Cell(value, number + 1, number + 1)))
        else:  # the words of a record name its figures, and a paragraph none unless it speaks of what is below
            is_prose = "。" in lines[number] and "下" not in value
            last = words_of.get(key) if text.startswith('"') else None
            words_of[key] = (at - 0.5, "" if is_prose else value)
            above = [*_without_last(last, above)[-_DEEPEST:], words_of[key]]
    return leaves


def _below_words(
    text: str, at: int, head: str | None, above: list[tuple[float, str]], is_listed: bool
) -> list[tuple[float, str]]:
    """The names above what stands below words without a figure; `head` is the row's whose label they are, on a line of its own.

    The names of its columns need not stand further to the right than the label; words of something else end it.
    """
    if head is not None:
        return [*((i, name) for i, name in above if i < at - _HEAD), (at - _HEAD, head)]
    is_end = _HAN.search(text) is not None and squash(text) not in spans()
    above = [(i, name) for i, name in above if i < at and not (is_end and i % 1 == 1 - _HEAD)]
    return [*above, (at, text)] if is_listed else above


def _without_last(last: tuple[float, str] | None, above: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """The names above without the words that stood behind the same name in the record before, and all that came behind these."""
    if last is None or last not in above:
        return above
    at = len(above) - 1 - above[::-1].index(last)
    return above[:at] + [name for name in above[at:] if name[0] < last[0]]


def _is_word_for_figure(key: str, value: str, form: Form) -> bool:
    """Whether a short word (增, 0/0, 见附件) stands behind the name of a column in the place of its figure."""
    return max(len(value), len(key) - _LONGEST_WORD) <= _LONGEST_WORD and any(
        is_column(key, form, table) for table in form.tables
    )


def _said(text: str, first: int, path: tuple[str, ...], form: Form) -> list[Leaf]:
    """The figures of rows written out as sentences; `first` is the number of the text's first line."""
    leaves: list[Leaf] = []
    field = _FIELD.fullmatch(text) if text.startswith('"') else None
    if fourth := rows_and_columns(text, form):
        return [
            Leaf((*path, label), Cell(name, first, first), Cell(cell, first, first))
            for label, name, cell in fourth
        ]
    for row in row_sentences(field[1] if field else text):
        *above, label = row.labels
        names = (*path, *above, with_group_apart(label, form))
        start = row.start
        for said in row.said:
            begins = first + text.count("\n", 0, start)
            ends = first + text.count("\n", 0, said.end)
            leaves.append(Leaf(names, Cell(said.name, begins, ends), Cell(said.cell, ends, ends)))
            start = said.start
    return leaves


def _indent(line: str) -> int:
    found = _LINE.fullmatch(line)
    return len(found[1]) + len(found[2]) if found else 0


def _key(text: str) -> tuple[str | None, str]:
    """The name before the last colon that a figure or nothing follows, or else before the first."""
    colons = [
        c for c in _COLON.finditer(text) if text.count("（", 0, c.start()) <= text.count("）", 0, c.start())
    ]
    if not colons:
        return None, ""
    ends = colons[-1]
    for before, colon in pairwise(colons[::-1]):
        # 7:17 behind a name is no figure, and 自然人:7 no name of one
        if not looks_like_figure(text[colon.end() : before.start()].strip(_QUOTES)):
            break
        ends = colon
    value = text[ends.end() :].strip(_QUOTES)
    if not (value in _NULLS or looks_like_figure(value)):
        ends = colons[0]
        value = text[ends.end() :].strip(_QUOTES)
    return text[: ends.start()].strip(_QUOTES), value


def _words(text: str, at: int) -> tuple[tuple[str, str], int] | None:
    """The name of a column at a place and the words in place of its figure, and where they end; None without such."""
    found = _WORDS.match(text, at)
    told = words_behind(found[1].strip(_QUOTES)) if found is not None else None
    if found is None or told is None or squash(told[1]) in UNITS:
        return None
    return told, found.end()


def _pairs(text: str) -> tuple[str, Sequence[tuple[str, str]]] | None:
    """The label of a sentence and its names with their figures; None where anything else stands in it."""
    colon = next(
        (
            c
            for c in _COLON.finditer(text)
            if text.count("（", 0, c.start()) <= text.count("）", 0, c.start())
        ),
        None,
    )
    if colon is None or not colon.start() or looks_like_figure(text[colon.end() :].strip(_QUOTES)):
        return None  # 减少22项 is a figure, and 减少 no name of one
    named: list[tuple[str, str]] = []
    at = colon.end()
    while at < len(text):
        pair = _PAIR.match(text, at)
        words = _words(text, at) if pair is None else None
        blank = _BLANK_PAIR.match(text, at) if pair is None and words is None else None
        if pair is not None:
            named.append((pair["name"].strip(_QUOTES + " "), pair["figure"] + (pair["unit"] or "")))
            at = pair.end()
        elif words is not None:
            named.append(words[0])
            at = words[1]
        elif blank is not None:
            named.append((blank["name"].strip(_QUOTES + " "), ""))
            at = blank.end()
        else:
            return None
    has_figure = any(figure for _, figure in named)
    return (text[: colon.start()].strip(_QUOTES + " "), named) if has_figure else None
