"""Words beside a label of the form, or within it, that make it another one.

上年行政许可, 行政许可撤销, 予以公开比例, 2.非重复申请 and 规章（全系统） are like labels of the form and none of them: the word
negates, restricts or compares, or names another year, body, kind or measure. A label with a gloss (规章（设区的市填报）), a
unit, a number, a wrong letter or letters of its neighbours is still the form's. Belongs here: one label by itself. Does not
belong here: columns and their header (otherlabels.py), captions (captioned.py), rows of several years (severalrows.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence, Set

from schemas.besides import BESIDES
from schemas.meaning import TURNS
from schemas.whose import WORDS, any_of

_LAST_YEAR = re.compile(any_of(WORDS.last_year))
_YEARS = (*WORDS.last_year, *WORDS.earlier_years, *TURNS.other_years)
_BODIES = (*WORDS.under_body, *TURNS.of_all)
_TURNS = (*_YEARS, *_BODIES, *TURNS.compared, *TURNS.planned, *TURNS.turned, *TURNS.of_other_kinds)
_TURNED = re.compile(any_of(_TURNS))
_BRACKET = re.compile(r"\(([^()]{1,24})\)")
# All that stands in brackets is such a word, and what belongs to it.
_SAID = re.compile(
    rf"(?:{any_of(TURNS.in_front)}?{any_of(_YEARS, _BODIES, TURNS.compared, TURNS.counted_besides, TURNS.planned)}){{1,3}}{any_of(TURNS.of_figures)}{{0,3}}"
    r"|[非除][^,、。;:]{1,7}"
)
_ANOTHERS = re.compile(
    rf"(?:{any_of(_YEARS, _BODIES, TURNS.compared, TURNS.planned)}){{1,3}}{any_of(TURNS.of_figures)}{{0,3}}"
)
_THAN_LAST_YEAR = re.compile(rf"{any_of(TURNS.in_front)}{any_of(WORDS.last_year)}")
_COMPARED = re.compile(any_of(TURNS.compared))
_SAID_TWICE = [words.split("/") for words in TURNS.said_twice]
_ALL_YEARS = re.compile("|".join(BESIDES.all_years))
_HAN = re.compile(r"[\u3400-\u9fff]+")
_EXPLAINED = re.compile(any_of(TURNS.explanations))
NONE: Mapping[str, str] = {}
# Letters beside a whole label that make a word of it.
_LEAST_BESIDE, _MOST_BESIDE = 2, 8


def is_turned(bare: str, wordings: Collection[str]) -> bool:
    """Whether the letters of a text like a label have such a word oftener than any wording of the label.

    `bare` has no brackets; what explains the whole label is none of it.
    """
    if not _TURNED.search(bare):
        return False
    own = [_one_word(wording) for wording in wordings]
    compares = any(map(_COMPARED.search, own))
    text = _one_word(_THAN_LAST_YEAR.sub("", bare) if compares else bare)
    for first, second in _SAID_TWICE:
        if any(second in wording for wording in own):
            text = text.replace(first + second, second)
    whole = max((wording for wording in own if wording in text), key=len, default=None)
    if whole is not None and _EXPLAINED.match(text, end := text.index(whole) + len(whole)):
        text = text[:end]
    words = [word for word in _TURNS if word in text and not (compares and word in TURNS.compared)]
    return any(text.count(word) > max(wording.count(word) for wording in own) for word in words)


def is_longer_word(bare: str, wordings: Collection[str], print_: str) -> bool:
    """Whether letters beside the whole label of a kind of document or deed make another word of it.

    `print_` is what the form prints: letters of it come from the neighbours of a label.
    """
    whole = max((wording for wording in wordings if wording in bare), key=len, default=None)
    if whole is None:
        return False
    before, _, behind = bare.partition(whole)
    if _EXPLAINED.match(behind):
        behind = ""
    if any(word in behind and word not in "".join(wordings) for word in TURNS.of_other_measures):
        return True
    return (
        before in TURNS.of_the_rest
        or _is_strange(before, TURNS.leave_it_before, print_)
        or _is_strange(behind, TURNS.leave_it_behind, print_)
    )


def is_said_in_brackets(
    text: str, wordings: Iterable[str], groups: Mapping[str, str] = NONE, above: Set[str] = frozenset()
) -> bool:
    """Whether brackets in the squashed print of a label hold such a word alone, or the name of a group that it is not in.

    A label that is itself of last year, or compares, may say so again, and one that counts all years together that it does.
    """
    if "(" not in text:
        return False
    own = "\n".join(wordings)
    is_of_all = any(word in own for word in TURNS.of_all_years)
    for found in _BRACKET.finditer(text):
        said = found[1]
        if is_of_all and _ALL_YEARS.fullmatch(said):
            continue  # the column counts those of all years
        group = groups.get(said)
        if group is not None and group not in above:
            return True
        again = _COMPARED if _COMPARED.search(own) else _LAST_YEAR if _LAST_YEAR.search(own) else None
        if _SAID.fullmatch(said) and not (again and again.search(said)) and not leaves_out_of_all(said, own):
            return True
    return False


def leaves_out_of_all(said: str, own: str) -> bool:
    """Whether a bracket leaves out what no label like `own` counts: 本年新收…（不含上年结转）."""
    counted = [word for word in TURNS.counted_apart if word in own]
    left = [word for word in TURNS.counted_apart if word in said]
    return len(counted) == len(left) == 1 and counted != left and said.startswith(TURNS.leaving_out)


def leaves_out(text: str, labels: Collection[str]) -> bool:
    """Whether brackets in the squashed print of a sum's label say that one of some labels is left out: 总计（不含部分公开）.

    Behind another label they are a gloss: 本年新收政府信息公开申请数量（不含上年结转政府信息公开申请数量）.
    """
    if not any(word in text[: max(0, text.rfind("("))] for word in TURNS.sums):
        return False
    return any(
        said[1].removeprefix(word) in labels
        for said in _BRACKET.finditer(text)
        for word in TURNS.leaving_out
        if said[1].startswith(word)
    )


def is_of_another(word: str) -> bool:
    """Whether a squashed word by itself says that what stands beside it is another year's or body's, compares or is planned."""
    return bool(_ANOTHERS.fullmatch(word))


def _one_word(text: str) -> str:
    """A text with one word for last year."""
    return _LAST_YEAR.sub(WORDS.last_year[0], text)


def _is_strange(letters: str, known: Sequence[str], print_: str) -> bool:
    if not _LEAST_BESIDE <= len(letters) <= _MOST_BESIDE or not _HAN.fullmatch(letters):
        return False
    return letters not in known and not any(letters[at : at + 2] in print_ for at in range(len(letters) - 1))
