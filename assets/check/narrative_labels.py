"""The words that go with each figure of a sentence: its label, the clause around it with # in its place.

A clause that says there was none (未收到…) comes as the figure 0. Does not belong here: what the words mean (narrative_subjects.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from assets.check.narrative_text import MAY_DENY, Figure, figures

_REMEMBERED = 10_000  # sentences
BOUNDARY = re.compile(r"[，；。！？,;()!?]")
_NOTHING = re.compile(
    r"(?:(?:均|都|也|还|暂|暂时)?(?:未曾|从未|并未|(?<!尚)未|并无|没有(?!现成)|没(?!有现成)|无(?![法效线需正形论]|障)|零|不(?=存在)))(?=[^办审予公经按超明及处答])(?:一[件起例宗])?(?P<done>(?:收到|接到|接收|受理|发生|产生|出现|存在|涉及|引发|有(?!关)|被|收|提起|接)*)(?:一[件起例宗])?"
    r"|(?<=[:为])(?:暂?无|没有|零)$"
)
_SUPPOSED = re.compile(
    r"[若如凡](?!期)|是否|不得|防止|避免|确保|杜绝|力争|做到|以免|目标|不再|各类|超期|逾期|延期|违规|泄密"
)
_BOTH = re.compile(
    r"(?:行政)?复议案?(?:、|和|及|或者?|与|以及)?(?:被|提起|政府信息公开|申请)*(?:(?:行政)?诉讼|起诉)|(?:行政)?诉讼案?(?:、|和|及|或者?|与|以及)?(?:被|提起|申请)*(?:行政)?复议"
)
_DECISIONS = re.compile("行政(?:许可|处罚|强制)")
_LISTED = re.compile(
    rf"(?:实施|作出|做出|开展|进行)?{_DECISIONS.pattern}(?:(?:、|和|及|与|或者?|以及){_DECISIONS.pattern})+(?:案件|情况|决定|措施|行为)*"
)


# Sentences that reports share are understood once.
@lru_cache(maxsize=_REMEMBERED)
def labelled(text: str) -> tuple[tuple[Figure, str, int, int], ...]:
    """Each figure with its label, and where that starts and ends; clauses that deny come as the figure 0."""
    return tuple(_labelled(text))


def _labelled(text: str) -> Iterator[tuple[Figure, str, int, int]]:
    printed = figures(text)
    denies = MAY_DENY.search(text)
    if not printed and not denies:
        return
    within = {at for f in printed if "," in f.raw for at in range(f.start, f.end)}  # 1,113件
    ends = [m.start() for m in BOUNDARY.finditer(text) if m.start() not in within]
    done = 0
    for left, right in pairwise(sorted({-1, *ends, len(text)})):
        inside = []
        while done < len(printed) and printed[done].end <= right:
            inside.append(printed[done])
            done += 1
        if not inside:
            if not denies or not MAY_DENY.search(text, left + 1, right):
                continue
            clause = text[left + 1 : right]
            if (match := _NOTHING.search(clause)) and not _SUPPOSED.search(clause):
                at = left + 1 + match.start()
                figure = Figure(at, left + 1 + match.end(), match[0], 0.0, 0, None, exact=True)
                before = clause[: match.start()] + (match["done"] or "")
                for label in _denied(before, clause[match.end() :]):
                    yield figure, label, left + 1, right
            continue
        start = left + 1
        for i, figure in enumerate(inside):
            stop = inside[i + 1].start if i + 1 < len(inside) else right
            after, listed, _ = text[figure.end : stop].partition("、")
            if not listed and i + 1 < len(inside):
                after = ""  # the words lead to the next figure
            end = figure.end + len(after)
            yield figure, f"{text[start : figure.start]}#{after}".lstrip("、"), start, end
            start = end


def _denied(before: str, after: str) -> list[str]:
    """The labels of a clause that denies; 未发生行政复议、行政诉讼 denies both, 未实施行政处罚、行政强制 each."""
    if _LISTED.fullmatch(after):
        return [f"{before}#{kind}" for kind in _DECISIONS.findall(after)]
    label = f"{before}#{after}"
    both = _BOTH.search(label)
    return [label if both is None else label.replace(both[0], "行政复议和行政诉讼")]
