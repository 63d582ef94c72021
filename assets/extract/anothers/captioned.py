"""One table printed several times under a list of captions: parts and their sum, or the agency and the bodies under it.

Belongs here: which of such prints is the one that the form asks for. They must be alike in all words but their figures,
stand in one section, and each below a line that says nothing but what it is. Does not belong here: tables of another year,
agency or an example by what one caption says (others.py), several rows under each label (severalrows.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.wordlines import word_lines
from schemas.whose import WORDS, any_of

_LONGEST = 24
_NUMBER = re.compile(r"(?:附[件表]?)?(?:\(?[一二三四五六七八九十0-9]{1,2}[\).、,:]+)?")
_END = re.compile(r"(?:的?(?:统计)?(?:情况|数据|统计|表))*$")
_KINDS = {
    "sum": re.compile(
        rf"(?:全[年省市县区局委厅院办镇系统口]{{1,4}}|本?年度?|各单位)?(?:{any_of(WORDS.sums)}|汇总)|全年度?"
    ),
    "part": re.compile(rf"{any_of(WORDS.half_years)}|第?[一二三四1-4]季度"),
    "own": re.compile(
        rf"{any_of(WORDS.over_kinds)}?(?:本级|机关)|机关本级|(?:{any_of(WORDS.own_body)}|本{any_of(WORDS.own_kinds, '处')})(?:本级)?"
    ),
    "body": re.compile(
        rf"(?:{any_of(WORDS.over_kinds)}属|{any_of(WORDS.under_body)})[\u4e00-\u9fff]{{0,6}}"
        rf"|[\u4e00-\u9fff]{{2,12}}{any_of(WORDS.bodies)}"
    ),
}
# A label of the form, too.
_LABEL = "总计"
_FIGURE = re.compile(r"(?<![0-9])[0-9][0-9,.]*+")
# So many words of two prints of one table are the same, of at least so many, and so many figures are a table.
_LEAST_ALIKE, _LEAST_WORDS, _LEAST_FIGURES = 0.9, 4, 6
_LEAST_PARTS = 2


def other_prints(
    lines: Sequence[str], sections: Callable[[], list[int]], agency: Callable[[], str | None]
) -> list[tuple[int, int, str]]:
    """The prints that the form does not ask for: first line (1-based), end (excluded) and caption of each.

    `sections` gives the lines of headings, `agency` the report's agency; both are asked for only where there are captions.
    """
    named = [(number, text) for number, line in word_lines(lines) if (text := _named(line))]
    found: list[tuple[int, int, str]] = []
    if len(named) < _LEAST_PARTS:
        return found
    for start, end in pairwise(sorted({1, *sections(), len(lines) + 1})):
        own = [(number, text) for number, text in named if start <= number < end]
        prints = [
            (number, stop, text)
            for (number, text), (stop, _) in pairwise([*own, (end, "")])
            if sum(len(_FIGURE.findall(line)) for line in lines[number : stop - 1]) >= _LEAST_FIGURES
        ]
        if len(prints) >= _LEAST_PARTS and alike([lines[a : b - 1] for a, b, _ in prints]):
            chosen = _asked_for([text for _, _, text in prints], agency())
            found += [each for at, each in enumerate(prints) if chosen is not None and at != chosen]
    return found


@remembering
def _named(line: str) -> str:
    """What a line names, if it says nothing else; empty where it is no such line."""
    if len(line) > 4 * _LONGEST:
        return ""
    text = squash(line).strip(
        "#*|\"';,:()" if not line.lstrip(" \t|#*").startswith(("（", "(")) else "#*|\"';,:"
    )
    text = text[_NUMBER.match(text).end() :].strip(":()")  # type: ignore[union-attr]
    text = text[: _END.search(text).start()]  # type: ignore[union-attr]
    if text == _LABEL:
        return ""
    return text if text and len(text) <= _LONGEST and any(k.fullmatch(text) for k in _KINDS.values()) else ""


def alike(prints: Sequence[Sequence[str]]) -> bool:
    """Whether prints have the same words."""
    words = [{word for line in lines for word in re.findall(r"[^\W\d_]+", line)} for lines in prints]
    common, every = set.intersection(*words), set.union(*words)
    return len(common) >= max(_LEAST_WORDS, _LEAST_ALIKE * len(every))


def _asked_for(captions: Sequence[str], agency: str | None) -> int | None:
    """The one of the captions that says what the form asks for; None where that is not plain."""
    kinds = [
        "own" if text == agency else next(name for name, kind in _KINDS.items() if kind.fullmatch(text))
        for text in captions
    ]
    if kinds.count("sum") == 1 and len(kinds) > _LEAST_PARTS and len({*captions}) == len(captions):
        rest = {*kinds} - {"sum"}
        return kinds.index("sum") if rest == {"part"} or rest <= {"own", "body"} else None
    return kinds.index("own") if kinds.count("own") == 1 and {*kinds} == {"own", "body"} else None
