"""Which of some labels a printed text is: those of a form, as a rule.

A label is compared as labels.py makes it (normalize, and core where it carries a gloss). Similarity is that of rapidfuzz
(normalized indel distance). Group labels take part as decoys: a text that is nearest to a group is not a row. Matches are
remembered: a label seen before is understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from assets.extract.definitions import defined
from assets.extract.labelnumbers import MARKS, is_against, numbers_of, slips_of
from assets.extract.labels import ascii_width, core, normalize, number_of, squash
from assets.extract.meaning import is_longer_word, is_said_in_brackets, is_turned, leaves_out
from assets.extract.memory import remembering
from assets.extract.tworows import has_two_rows
from schemas.form import Label, Table, forms

# What stands between the parts of a path, from the group down to the label: a mark, or space or a bracket, which labels have, too.
_PATH = re.compile(r"(?P<mark>[/\\>→»|_:·.\-—–]{1,2})|\s|(?P<bracket>\()")
# A group's label is no longer, whatever spaces stand in it.
_LONGEST_GROUP = 40
# A short label has too few letters for likeness to mean anything: it must match to the letter, or open with the number.
_SHORT = 3
_ACCEPT = 0.75
_LONGEST_LABEL = 400
# A label of the form to the letter, with or without its gloss.
EXACT = 0.98
_MARGIN = 0.06
# A label that is less alike than this is not that of a row by letters alone, against the number printed in it; nor is
# one that may be a piece of a label with that number, if it has lost any letters.
_AGAINST_NUMBER, _WHOLE = 0.8, 0.98
# Letters that a shortened label has left, and how sure it is.
_LEAST_LEFT, _SHORTENED = 4, 0.8
_TURNS = ("不", "未")
# What stands before a word of a definition that is another row's label, too: …制定的规范性文件, 依据法律、法规和规章.
_WITHIN = ("的", "等", "为", "是", "规", "和", "或", "及", "除", "据", "照", "府", "门", "方", "政", "性")


def _is_left_of(short: str, whole: str) -> bool:
    """Whether letters stand in a text in their order, others between them, but no word that turns their sense around."""
    if short in whole:
        return True
    at = start = whole.find(short[0])
    for letter in short:
        found = whole.find(letter, at)
        if found < 0 or any(word in whole[at:found] for word in _TURNS):
            return False
        at = found + 1
    return start >= 0


@dataclass(frozen=True, slots=True)
class Match:
    """The label a text matches, and how well (0 to 1)."""

    key: str
    score: float


class LabelMatcher:
    """Finds which of some labels a printed text is."""

    def __init__(
        self,
        labels: Iterable[Label],
        decoys: Iterable[Label] = (),
        leads: Iterable[str] = (),
        kinds: str | None = None,
        *,
        of_table: bool = False,
    ) -> None:
        """`decoys` are labels of groups; `leads` stand above all labels, and may be the first part of a path.

        `of_table` says that they are of rows or columns, so that words may make a text another's (meaning.py); `kinds`
        that they name kinds of documents and deeds: it is what the form prints about them.
        """
        labels, decoys = list(labels), list(decoys)
        self._leads = frozenset(map(normalize, leads))
        self._above = {label.key: _within(label, {g.key: g for g in decoys}) for label in (*labels, *decoys)}
        self._groups = {
            f(wording): group.key for group in decoys for wording in group.wordings for f in (normalize, core)
        }
        self.numbers, self._group_numbers = numbers_of(labels), numbers_of(decoys)
        self._slips = {lb.key: slips_of(lb) for lb in labels}
        self._numbered = [(w, lb.key) for lb in labels for w in map(squash, lb.wordings) if number_of(w)]
        self._printed: list[frozenset[str]] = []
        self._keys: list[str | None] = []
        self._texts: list[str] = []
        for label, is_decoy in [(lb, False) for lb in labels] + [(lb, True) for lb in decoys]:
            for text in dict.fromkeys(f(w) for w in label.wordings for f in (normalize, core)):
                if text:
                    self._keys.append(None if is_decoy else label.key)
                    self._texts.append(text)
                    own = {number for w in label.wordings if (number := number_of(w))}
                    self._printed.append(frozenset(own) if is_decoy else self.numbers[label.key])
        self._exact: Mapping[str, str | None] = dict(
            zip(reversed(self._texts), reversed(self._keys), strict=True)
        )
        self._kinds = kinds
        # the label that a text is, or None where none is near enough or two are equally near
        self.match = remembering(self._find_own if of_table else self._find)
        self._letters = [frozenset(text) for text in self._texts]
        self.shortened = remembering(self._find_whole)

    def _find_own(self, text: str) -> Match | None:
        """The label that a text is, unless a word or a number makes it another's."""
        key = self._exact.get(defined(text) or "")
        if key is not None and not self._goes_on_to_another(normalize(text), key):
            return Match(key, EXACT)
        match = self._find(text)
        return None if match and self.is_anothers(text, match.key) else match

    def is_anothers(self, text: str, key: str) -> bool:
        """Whether a text like a label is another's by a word (meaning.py), or by the number before few letters."""
        full = normalize(text)
        if full in self._exact:
            # few letters are those of many labels: the number tells
            number = number_of(text)
            return len(full) < _SHORT and number is not None and self._is_strange_number(number, key)
        own = [label for label, of in zip(self._texts, self._keys, strict=True) if of == key]
        others = [
            label
            for label, of in zip(self._texts, self._keys, strict=True)
            if of not in (None, key) and len(label) > 1 and not any(label in o for o in own)
        ]
        if has_two_rows(text, own, others):
            return True
        bare = core(text)
        return (
            is_turned(bare, own)
            or is_said_in_brackets(squash(text), own, self._groups, self._above[key])
            or (self._kinds is not None and is_longer_word(bare, own, self._kinds))
            or (self._kinds is None and leaves_out(squash(text), self._texts))
        )

    def _goes_on_to_another(self, full: str, key: str) -> bool:
        """Whether another row's label stands behind a definition, and is none of its words: …的行政规范。规章."""
        others = sorted(
            (w for w, of in zip(self._texts, self._keys, strict=True) if of != key and len(w) > 1), key=len
        )
        found = re.finditer("|".join(map(re.escape, others[::-1])), full) if others else ()
        return any(not full[: each.start()].endswith(_WITHIN) for each in found)

    def is_group(self, text: str) -> bool:
        """Whether a text is the label of a group, whatever stands in brackets behind it."""
        return core(text) in self._groups

    def _is_strange_number(self, number: str, key: str) -> bool:
        """Whether a number is that of neither a label, which has one, nor of a group of it."""
        own = {n.strip(MARKS) for n in self.numbers[key]}
        if own and all(map(str.isascii, own)):  # which a group's number is not
            own |= {n.strip(MARKS) for g in self._above[key] for n in self._group_numbers[g]}
        return bool(own) and number.strip(MARKS) not in own | self._slips[key]

    def _find(self, text: str) -> Match | None:
        if len(text) > _LONGEST_LABEL:
            return None
        text = text.strip()
        full, bare = normalize(text), core(text)
        if full in self._exact:
            key = self._exact[full]
            return Match(key, 1.0) if key else None
        if bare and (key := self._exact.get(bare)):
            return Match(key, 0.98)
        is_path, below = self._below_group(text)
        if is_path or bare in self._exact:
            return below
        best: dict[str | None, float] = {}
        for query, weight in {full: 1.0, bare: 0.98}.items():
            if len(query) < _SHORT or (len(query) == _SHORT and number_of(text) is None):
                continue
            for found, score, index in process.extract(
                query, self._texts, scorer=fuzz.ratio, score_cutoff=_ACCEPT * 100, limit=6
            ):
                if len(found) > _SHORT and (len(query) > _SHORT or self._is_numbered(text, index)):
                    key = self._keys[index]
                    best[key] = max(best.get(key, 0.0), weight * score / 100)
        if not best:
            return None
        ranked = sorted(best.items(), key=lambda kv: (-kv[1], str(kv[0])))
        (key, score), rest = ranked[0], ranked[1:]
        if key is None or (rest and score - rest[0][1] < _MARGIN):
            return None
        if self._is_another_in(text, full, key):
            return None
        against = score < _WHOLE and is_against(text, self.numbers[key])
        if against and (score < _AGAINST_NUMBER or self._is_piece_of_numbered(text)):
            return None
        return Match(key, score)

    def _is_another_in(self, text: str, full: str, key: str) -> bool:
        """Whether the whole label of another row stands in a text, too: the figures may be of either."""
        own = [label for label, of in zip(self._texts, self._keys, strict=True) if of == key]
        for label, of in zip(self._texts, self._keys, strict=True):
            if (
                of not in (None, key)
                and len(label) > _SHORT
                and label in full
                and not any(label in o for o in own)
            ):
                return True
        narrow = squash(text)
        return any(of != key and wording in narrow for wording, of in self._numbered)

    def _is_numbered(self, text: str, index: int) -> bool:
        """Whether a text of few letters has lost one of a label, and opens with the number of that label."""
        return number_of(text) in self._printed[index] and _is_left_of(normalize(text), self._texts[index])

    def _is_piece_of_numbered(self, text: str) -> bool:
        """Whether the letters of a text stand, in their order, in a label that may have the number it opens with."""
        number, short = number_of(text), normalize(text)
        return any(
            key is not None and number in self.numbers[key] and _is_left_of(short, whole)
            for key, whole in zip(self._keys, self._texts, strict=True)
        )

    def _find_whole(self, text: str) -> Match | None:
        """The one label that a text is a shortened form of: its letters stand there in their order, and in no other label.

        Only for texts that are sure to be labels: other words are shorter than labels too.
        """
        short = normalize(text)
        if not _LEAST_LEFT <= len(short) <= _LONGEST_LABEL:
            return None
        left = frozenset(short)
        keys = {
            key
            for key, whole, letters in zip(self._keys, self._texts, self._letters, strict=True)
            if left <= letters and _is_left_of(short, whole)
        }
        return Match(key, _SHORTENED) if len(keys) == 1 and (key := keys.pop()) else None

    def _below_group(self, text: str) -> tuple[bool, Match | None]:
        """Whether a text is a path down from the label of a group, and the label of that group that it leads to.

        The label behind a space or in brackets must stand to the letter: 不予处理 总计 and 法人或其他组织（含其他） are none.
        """
        narrow = ascii_width(text)
        for found in _PATH.finditer(narrow, 1, _LONGEST_GROUP):
            group = self._groups.get(head := normalize(narrow[: found.start()]))
            if group is None and head not in self._leads:
                continue
            rest = narrow[found.end() :].strip()
            if found["bracket"]:
                if not rest.endswith(")") or "(" in rest:
                    continue
                rest = rest[:-1]
            is_path = found["mark"] is not None
            match = self._find(rest) if is_path or self._is_exact(rest) else None
            if match and group and group not in self._above[match.key]:
                return True, None
            if match or is_path:
                return True, match
        return False, None

    def _is_exact(self, text: str) -> bool:
        """Whether a text is a label to the letter, or a path to one."""
        return normalize(text) in self._exact or self._below_group(text)[1] is not None


def _within(label: Label, groups: Mapping[str, Label]) -> frozenset[str]:
    """The keys of the groups that a label stands in."""
    found: set[str] = set()
    at: Label | None = label
    while at is not None:
        key = getattr(at, "parent", None) or getattr(at, "group", None)
        at = groups.get(key) if key else None
        found |= {key} if key else set()
    return frozenset(found)


@cache
def row_matcher(form_id: str, table_no: str) -> LabelMatcher:
    """The matcher of a table's row labels, with its group labels as decoys; shared by all reports."""
    table = forms()[form_id].table(table_no)
    kinds = _all_print(table) if len(table.columns) > len(table.blocks[0].columns) or table.one_row else None
    return LabelMatcher(table.rows, table.groups, kinds=kinds, of_table=True)


def _all_print(table: Table) -> str:
    """All that a table of the form prints beside one label."""
    clauses = [block.clause for block in table.blocks if block.clause]
    labels = [*table.rows, *table.groups, *table.columns, *clauses]
    return "\n".join(map(normalize, [table.header, table.zh, *(w for lb in labels for w in lb.wordings)]))
