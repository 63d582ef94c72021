"""What the words of a plain header say beyond its whole labels: columns that the form lacks, and places of pieces.

Belongs here: signs in a text without places that the columns are not those of the form. Does not belong here: the
order of whole labels (plainheader.py) and headers aligned by spaces (stackedheader.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import groupby, takewhile

from assets.extract.headers.serialcolumn import SERIAL
from assets.extract.labelmatcher import LabelMatcher
from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure
from assets.extract.plainheaders.glosses import inside_gloss, without_glosses
from assets.extract.plainheaders.groupline import is_folded
from assets.extract.plainheaders.stackedheader import Words
from assets.extract.readers.plain.pages import is_furniture
from schemas.form import Column, Table

# Letters that only the font of a page knows: its bullets and drawn marks.
_UNREADABLE = re.compile("[\ue000-\uf8ff]+")
_LONGEST_NAME = 8
_SENTENCE = re.compile(r"[，。；：、,;:（）()《》]")
_BRACKETED = re.compile(r"[（(\[【][^）)\]】]*[）)\]】]?$")
_BRACKETS = re.compile(r"[（(\[【][^（(\[【）)\]】]*[）)\]】]")
# So many words that name no column, on a line by themselves, are names of other columns.
_LEAST_NAMES, _FEWER = 3, 2
# Names that a header may have beside those of the columns: of a group, and one that the form lacks.
_BESIDE = 2
# Words that are remembered.
_WORDS = 2000


def strange_columns(
    lines: Sequence[str], table: Table, columns: Sequence[Column], words: Words, matcher: LabelMatcher
) -> str | None:
    """The line of a header that names columns which the form does not have; None where there is none."""
    keys = {c.key for c in columns}
    labels = [squash(w) for label in (*table.rows, *table.groups) for w in label.wordings]

    def named(text: str) -> bool:
        text = _BRACKETED.sub("", text)
        match = matcher.match(text) if len(text) <= _LONGEST_NAME * 2 else None
        return match is not None and match.key in keys

    wordings = {w: key for key, all_of in words.columns.items() for w in all_of}
    place = {c.key: i for i, c in enumerate(columns)}

    def is_glued(text: str) -> bool:
        """Whether a word is labels in the form's order, run into each other, perhaps with the piece of another behind."""
        last = -1
        while text and not words.is_known(text):
            label = max((w for w in wordings if text.startswith(w)), key=len, default="")
            if not label or place.get(wordings[label], -1) <= last:
                return False
            last = place[wordings[label]]
            text = text[len(label) :]
        return True

    def in_front(texts: Sequence[str], whole: Sequence[int]) -> bool:
        """Whether a name stands before those of all columns of a group, on a line that names nothing else: where no corner is."""
        found = [matcher.match(texts[i]) for i in whole]
        keys = {match.key if match else "" for match in found}
        is_name = len(texts[0]) <= _LONGEST_NAME and not _SENTENCE.search(texts[0])
        return bool(members) and keys == members and len(whole) == len(texts) - 1 and is_name

    members = {c.key for c in columns if c.group}
    lines = without_glosses(lines)
    if names := _a_word_a_line(lines, len(columns)):
        lines = [*lines, " ".join(names)]
    for at, line in enumerate(lines):
        texts = [squash(word) for word in line.split()]
        if len(texts) < _LEAST_NAMES or is_furniture(line) or any(map(looks_like_figure, texts)):
            continue
        whole = [i for i, text in enumerate(texts) if named(text) or text in words.spans]
        strange = [
            i
            for i, text in enumerate(texts)
            if i not in whole
            and not words.is_known(text)
            # a piece of a row's label stands beside those of columns, not amid them
            and (min(whole, default=i) < i < max(whole, default=i) or not any(text in w for w in labels))
            and not is_glued(text)
            and not inside_gloss(lines, at, i)
            and not _UNREADABLE.fullmatch(text)
        ]
        if len(whole) >= min(2, len(columns)):
            after = [i for i in strange if i > whole[0] or (i == 0 and in_front(texts, whole))]
            after += [i for i, text in enumerate(texts) if 0 < i < whole[0] and text in SERIAL]
            if after:
                return texts[after[0]]
        elif len(strange) == len(texts) >= max(_LEAST_NAMES, len(columns) - _FEWER) and not any(
            len(t) > _LONGEST_NAME or _SENTENCE.search(t) for t in texts
        ):
            return "、".join(texts)
    return None


@cache
def pieces_apart(labels: tuple[str, ...]) -> Callable[[str], str]:
    """What makes of a line of a header one with spaces between first or last letters of several labels that run into each other."""

    @remembering
    def apart(line: str) -> str:
        for word in line.split():
            if len(word) >= _LEAST_NAMES and (pieces := _pieces_of(squash(word), labels)):
                line = line.replace(word, " ".join(pieces), 1)
        return line

    return apart


@lru_cache(maxsize=_WORDS)
def _pieces_of(text: str, labels: tuple[str, ...]) -> list[str]:
    """The first letters of labels in the form's order, or the last of each, that make up a text; none for less than three."""
    if len(text) > sum(map(len, labels)):
        return []
    for is_first in (True, False):
        rest, found = text, []
        for label in labels if is_first else labels[::-1]:
            pieces = [label[:n] if is_first else label[-n:] for n in range(len(label), 0, -1)]
            fits = rest.startswith if is_first else rest.endswith
            if piece := next(filter(fits, pieces), ""):
                found.append(piece)
                rest = rest.removeprefix(piece) if is_first else rest.removesuffix(piece)
        if not rest and len(found) >= _LEAST_NAMES:
            return found if is_first else found[::-1]
    return []


def _a_word_a_line(lines: Sequence[str], columns: int) -> list[str] | None:
    """The last words of a header of a word a line, as many as there are columns and groups, and one more; None where it is none.

    What stands between brackets may go on over lines, and a page may end between the header and the first row.
    """
    header = "\n".join(line for line in lines if not _is_of_page(line))
    last = [words for line in _BRACKETS.sub("", header).split("\n") if (words := line.split())]
    alone = list(takewhile(lambda words: len(words) == 1, reversed(last)))[: columns + _BESIDE]
    if len(alone) < columns or columns < _LEAST_NAMES:
        return None
    return [words[0] for words in reversed(alone)]


def _is_of_page(line: str) -> bool:
    """Whether a line is a page's number or the title at its head: no column has so long a name."""
    text = squash(line)
    is_title = text.endswith("报告") or len(text) > 2 * _LONGEST_NAME
    return is_furniture(line) or is_title or ("\f" in line and len(text) > _LONGEST_NAME)


def order_of_groups(
    lines: Sequence[str], table: Table, columns: Sequence[Column]
) -> tuple[list[str] | None, str | None]:
    """The order that a line tells which names a group of columns beside others, or what is wrong with it.

    The columns of the group stand where its name does, in the order in which another line names them all.
    (None, None) where no such line departs from the form.
    """
    key_of = {squash(w): c.key for c in columns for w in c.wordings}
    group_of = {c.key: c.group for c in columns}
    groups = {squash(w): g.key for g in table.groups for w in g.wordings if g.key in group_of.values()}
    upper = list(dict.fromkeys(c.group or c.key for c in columns))
    for number, line in enumerate(lines):
        # a cell that spans columns may be printed once for each of them
        texts = [text for text, _ in groupby(map(squash, line.split()))]
        found = [groups.get(t) or key_of.get(t) for t in texts]
        level = [key for key in found if key in upper]
        if not set(level) & set(groups.values()) or len(level) < 2:
            continue
        if level == [key for key in upper if key in level]:
            continue
        shown = "、".join(texts)
        if sorted(level) != sorted(upper) or len(level) != len(found):
            return None, shown
        below: dict[str, list[str]] = {key: [] for key in groups.values()}
        for other in lines[number + 1 :]:
            keys = [key_of.get(squash(word), "") for word in other.split()]
            for group, members in below.items():
                whole = sorted(k for k, g in group_of.items() if g == group)
                if not members and sorted(keys) == whole:
                    members.extend(keys)
        if not all(below[key] for key in level if key in below):
            return None, shown
        return [k for key in level for k in below.get(key, [key])], None
    return None, None


def order_of_levels(lines: Sequence[str], table: Table, columns: Sequence[Column]) -> list[str] | None:
    """The columns from left to right where one line names the upper level, group and all, and one below it the group's columns.

    Both hold nothing but whole labels, in an order that their heights alone would not give: a group stands above the columns
    beside it, and labels of many letters begin above short ones.
    """
    key_of = {squash(w): c.key for c in columns for w in c.wordings}
    group_of = {c.key: c.group for c in columns}
    groups = {squash(w): g.key for g in table.groups for w in g.wordings if g.key in group_of.values()}
    if len(set(groups.values())) != 1:
        return None
    (group,) = set(groups.values())
    upper = sorted({c.group or c.key for c in columns})
    members = {c.key: c for c in columns if c.group}
    lower = sorted(c.key for c in columns if c.group)
    above: list[str] = []
    found: list[list[str]] = []
    for line in lines:
        texts = [squash(word) for word in line.split()]
        keys = [groups.get(text) or key_of.get(text, "") for text in texts]
        if sorted(keys) == upper:
            above = keys if keys[0] != group else []
        elif sorted(keys) == lower:
            order = [members[key] for key in keys]
            if not above or (keys != list(members) and is_folded(order, list(members.values()))):
                return None
            found.append([k for key in above for k in (keys if key == group else [key])])
    return found[0] if len(found) == 1 else None


def pieces_in_order(lines: Sequence[str], columns: Sequence[Column]) -> str | None:
    """Two labels that stand otherwise than in the form, told by the pieces into which lines break them.

    Cells of one level share their height: a broken label reaches at least as high as one of a single line, and two
    broken ones reach into each other. So one that ends before a broken one begins stands to the left of it.
    """
    lower = [c for c in columns if c.group] or list(columns)
    texts = [squash(word) for line in lines for word in line.split()]
    wordings = [(c, squash(c.zh)) for c in columns]
    begin: dict[str, tuple[int, int, bool]] = {}
    for at, text in enumerate(texts):
        fits = [(c, zh) for c, zh in wordings if zh.startswith(text)]
        if len(fits) != 1 or fits[0][0] not in lower:
            continue
        column, zh = fits[0]
        rests = [i for i, other in enumerate(texts) if i > at and other == zh[len(text) :]]
        is_broken = zh != text and not any(text == squash(w) and not rests for w in column.wordings)
        last = rests[-1] if rests else len(texts)
        end = last if is_broken else at
        if column.key in begin:
            return None  # printed more than once
        begin[column.key] = (at, end, is_broken)
    order = [c for c in lower if c.key in begin]
    first_broken = min((at for at, _, is_broken in begin.values() if is_broken), default=0)
    for index, column in enumerate(order):
        start, _, is_broken = begin[column.key]
        for later in order[index + 1 :]:
            # before all broken labels a page may have ended behind one of a single line
            if is_broken and begin[later.key][1] < start and begin[later.key][0] >= first_broken:
                return f"{later.zh}、{column.zh}"
    return None


def loose_order(rows: Sequence[Sequence[str]], columns: Sequence[Column], words: Words) -> str | None:
    """Words that stand otherwise than the form's labels to which alone each of them has a likeness; None without such.

    `rows` are the words of header lines, or of its rows of cells. Only words of one line compare, and of a header of one
    word a line those that are no pieces: where a label is broken two words are alike to it, or one to several.
    """
    wanted = [c.key for c in columns]
    group = next((c.group for c in columns if c.group), "")
    if group:
        # the group stands where its columns do
        wanted.insert(min(i for i, c in enumerate(columns) if c.group), group)
    alike = [[(word, alike_to(word, words, group)) for word in map(squash, row)] for row in rows]
    single = [named[0] for named in alike if len(named) == 1]
    if len(single) == sum(map(len, alike)):
        named = [key for _, keys in single for key in keys]
        broken = any(len(keys) > 1 for _, keys in single) or len(set(named)) < len(named)
        if named and group in named and columns[0].key in named[named.index(group) :]:
            # a page gives a label of one row before those beside it that span two
            single = [(word, keys) for word, keys in single if keys != [group]]
        alike = [] if broken else [single]
    for line in alike:
        for low in (True, False):
            told = [(w, keys[0]) for w, keys in line if len(keys) == 1 and (keys[0] in words.lower) is low]
            seen = [key for _, key in told]
            if len(seen) >= _FEWER and len(set(seen)) == len(seen) and seen != sorted(seen, key=wanted.index):
                return "、".join(word for word, _ in told)
    return None


def alike_to(word: str, words: Words, group: str = "") -> list[str]:
    """The group, or the columns in whose labels a word stands, else those of which it has two letters that no other label has."""
    if word in words.spans:
        return [group]
    if len(word) > _LONGEST_NAME or words.is_known(word):
        return words.columns_with(word) if not any(word in span for span in words.spans) else []
    pairs = {word[i : i + 2] for i in range(len(word) - 1)}
    labels = [(key, w) for key, wordings in words.columns.items() for w in wordings] + [
        ("", w) for w in words.spans
    ]
    owners = [{key for key, w in labels if pair in w} for pair in pairs]
    return sorted({key for owner in owners if len(owner) == 1 for key in owner if key})
