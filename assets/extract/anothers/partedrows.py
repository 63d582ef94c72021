"""A row of the form printed as several, each with a word of its own beside the label: 规章（本级）, 规章（下属单位）.

The words part what the form asks for as one: by bodies, by half-years, by ways of asking. Neither row is the form's, whichever
comes first or is the whole one, and the form's figure is not printed. Where the words are years, the row of the report's own, or the
one without a word, is the one asked for. Belongs here: that doubt, of one row. Does not belong here: such words in a cell of their
own or under many labels (severalrows.py), and one word beside one label (meaning.py, yearlabels.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache

from assets.extract.cells import TableReading
from assets.extract.labels import core, joined, squash, strip_numbering
from assets.extract.memory import remembering
from schemas.form import Form, Table
from schemas.meaning import TURNS
from schemas.whose import WORDS, any_of

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,400}>")
_IN_BRACKETS = re.compile(r"\(([^()]{1,30})\)")
_BRACKET = re.compile(r"\(")
_YEAR = re.compile(r"(20[0-9]{2})年?度?")
_THIS_YEAR = re.compile(rf"{any_of(WORDS.this_year)}[度数]?")
_BETWEEN_CELLS = re.compile(r"[\s|│┃║┆┊,;，；\"“”]+")
_HAN = re.compile(r"[\u3400-\u9fff]{1,6}")
# A number of what follows, or a figure, is no such word.
_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}|[-+0-9.,]+")
_OF_WHICH = "其中"
# A label, a dash and a word in one cell.
_DASH = re.compile(
    r"(?P<label>[\u3400-\u9fff、（）()“”]{2,80})[-—–－─]{1,2}(?P<word>[\u3400-\u9fff]{1,8})(?![\u3400-\u9fff])"
)
# The same as few texts have it: the dash between the two, without what has to be counted about it.
_DASH_BETWEEN = re.compile(r"[-—–－─](?<=[\u3400-\u9fff、（）()“”].)[-—–－─]?[\u3400-\u9fff]")
# Letters of a word that parts; lines around those that were read on which the other part of the first or last row may stand.
_LONGEST, _LINES_AROUND = 8, 6
# (line, the word beside the label)
_Found = list[tuple[int, str]]


def doubt_parted_rows(
    tables: Iterable[TableReading], lines: Sequence[str], form: Form, years: Callable[[], Collection[int]]
) -> None:
    """Put the rows in doubt of which the text prints several, each with another word beside the label."""
    for reading in tables:
        if not reading.lines:
            continue
        first = max(0, min(reading.lines) - 1 - _LINES_AROUND)
        end = max(reading.lines) + _LINES_AROUND
        own = [_TAG.sub("\t", line) if "<" in line else line for line in lines[first:end]]
        table = form.table(reading.table_no)
        parted = _in_brackets(own, table) | (_in_front(own, table) if len(table.blocks) > 1 else {})
        if not table.one_row:  # whose labels are paths to its columns
            parted |= _behind_dash(own, table)
        for row, found in parted.items():
            keys = reading.known(table.keys_of[row])
            at = [(line + first, word) for line, word in found]
            doubted = [key for key in keys if not _is_own(reading.cells[key].line_start, at, years)]
            if doubted:
                label = next(r for r in table.rows if r.key == row)
                line, other = at[0][0], at[-1][0]
                reading.note("row-repeated", line=line, row_key=row, row=label, other=other)
            for key in doubted:
                reading.doubt(key, "row-repeated", at[0][0])


def _is_own(line: int | None, found: _Found, years: Callable[[], Collection[int]]) -> bool:
    """Whether a cell on a line stands in the row of the report's own year, where the words are years."""
    if not all(_is_year(word) for _, word in found):
        return False
    own = years()
    asked = [
        (at, not word or _THIS_YEAR.fullmatch(word) or int(_YEAR.fullmatch(word)[1]) in own)  # type: ignore[index]
        for at, word in found
    ]
    if not any(is_asked for _, is_asked in asked):
        return False
    if line is None:
        return True
    above = [is_asked for at, is_asked in asked if at <= line]
    return bool(above and above[-1])


def _is_year(word: str) -> bool:
    return not word or bool(_YEAR.fullmatch(word) or _THIS_YEAR.fullmatch(word))


def _in_brackets(lines: Sequence[str], table: Table) -> dict[str, _Found]:
    """The rows whose label stands before several words in brackets, with these and their lines; all of its print where they are years."""
    text, line_at = joined(lines)
    if "(" not in text:
        return {}
    found: dict[str, _Found] = {}
    wordings_of, every = _wordings(table)
    before = [
        bracket.start() for bracket in _BRACKET.finditer(text) if text.endswith(every, 0, bracket.start())
    ]
    if not before:
        return {}
    for row in table.rows:
        own = wordings_of[row.key]
        if not any(text.endswith(own, 0, at) for at in before):
            continue  # no word in brackets is beside the label
        words: dict[int, str] = {}
        for wording in own:
            start = text.find(wording)
            while start >= 0:
                end = start + len(wording)
                word = ""
                while (bracket := _IN_BRACKETS.match(text, end)) is not None:
                    end = bracket.end()
                    word = bracket[1] if len(bracket[1]) <= _LONGEST else word
                words[end] = words.get(end) or ("" if _NUMBER.fullmatch(word) else word)
                start = text.find(wording, start + 1)
        told = [(line_at(end - 1), word) for end, word in sorted(words.items())]
        parting = {word for _, word in told if word}
        if len(parting) > 1:
            found[row.key] = told if all(map(_is_year, parting)) else [t for t in told if t[1]]
        elif any(_YEAR.fullmatch(word) for word in parting) and len(told) > 1:
            found[row.key] = told
    return found


def _in_front(lines: Sequence[str], table: Table) -> dict[str, _Found]:
    """The rows whose label stands only behind words, and several of them (本级行政许可, 下级行政许可), or behind 其中 again."""
    found: dict[str, _Found] = {}
    for number, labels in enumerate(map(_labels_of(table), lines), 1):
        for row, word in labels:
            found.setdefault(row, []).append((number, word))
    return {
        row: told
        for row, told in found.items()
        if len(told) > 1
        and all(word for _, word in told)
        and (len({word for _, word in told}) > 1 or told[0][1] == _OF_WHICH)
    }


def _behind_dash(lines: Sequence[str], table: Table) -> dict[str, _Found]:
    """The rows whose label stands before a dash and a word, and several of these: 规范性文件—政府, 规范性文件—部门."""
    text = "\n".join(lines)
    if not _DASH_BETWEEN.search(text) or not _DASH.search(text):
        return {}
    wordings_of, every = _wordings(table)
    heads = _heads(table)
    found: dict[str, _Found] = {}
    for number, line in enumerate(lines, 1):
        for part in _DASH.finditer(line):
            label = squash(part["label"])
            if (
                part["word"] in heads
                or part["word"].endswith(TURNS.ends_of_heads)
                or not label.endswith(every)
            ):
                continue
            for row, own in wordings_of.items():
                if strip_numbering(label).endswith(own):
                    found.setdefault(row, []).append((number, part["word"]))
    return {row: told for row, told in found.items() if len({word for _, word in told}) > 1}


@cache
def _heads(table: Table) -> frozenset[str]:
    """The labels of columns and of groups, which a path leads through."""
    return frozenset(core(w) for label in (*table.columns, *table.groups) for w in label.wordings)


@cache
def _labels_of(table: Table) -> Callable[[str], list[tuple[str, str]]]:
    """What tells of a line the rows whose labels end its cells, each with the word in front of it."""
    ends = _ends(table)
    all_of = tuple(ends)

    def labels(line: str) -> list[tuple[str, str]]:
        found = []
        for cell in _BETWEEN_CELLS.split(line):
            letters = core(cell) if cell else ""
            if not letters.endswith(all_of):
                continue
            wording = max(filter(letters.endswith, ends), key=len)
            word = letters.removesuffix(wording)
            if not word or _HAN.fullmatch(word):
                found.append((ends[wording], word))
        return found

    return remembering(labels)


@cache
def _wordings(table: Table) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """The wordings of each row's label by its key, and those of all rows.

    They are squashed, without a number in front and brackets behind, the longest of a row first; none is of two rows.
    """
    found: dict[str, tuple[str, ...]] = {}
    for row in table.rows:
        letters = {_without_brackets(wording) for wording in row.wordings}
        others = {_without_brackets(w) for other in table.rows if other is not row for w in other.wordings}
        own = sorted(filter(None, letters - others), key=lambda wording: (-len(wording), wording))
        found[row.key] = tuple(own)
    return found, tuple([wording for own in found.values() for wording in own])


def _without_brackets(wording: str) -> str:
    return strip_numbering(squash(wording)).partition("(")[0]


@cache
def _ends(table: Table) -> dict[str, str]:
    """The letters of the labels of the rows, with the keys of these."""
    return {core(wording): row.key for row in table.rows for wording in row.wordings}
