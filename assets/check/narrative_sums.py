"""Sums that a sentence states with its parts: 全年发布1459条，其中A 377条，B 170条，C 912条.

分别 announces all parts, 其中 some of them: parts that fall short of a total are only then a contradiction, and parts
that exceed it only where none could be counted twice. Does not belong here: cells of the tables.
"""

from __future__ import annotations

import re
from typing import Any

from assets.check.narrative_text import Figure, figures
from schemas.narrative import STATED_SUM

_SOME = re.compile(r"[^，,；;。()]{0,14}[，,:：;；(]?其中")
_ALL = re.compile(r"[，,:：]?分别(?:为|是|有)[：:]?")
# One item published in two places is one item in the total and one in each part.
_TWICE = re.compile(
    r"网|微|公众号|平台|报[纸刊]|电视|媒体|渠道|抖音|客户端|公报|栏|频道|次|篇|解读|同时|以及其他|等|方式|形式|广播|App|APP|电子屏"
)
_OTHER = re.compile(
    r"%|％|占|同比|较|上年|去年|增长|约|近|余|平均|每|其中.*其中|办结|答复|均|率|合计|共计|总计|共|累计|完成"
)
# The words by which the forms divide requests and cases exclude each other.
_APART = re.compile(
    r"予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|结果维持|结果纠正|其他结果|尚未审结|自然人|法人|其他组织"
)
_APPLICANT = re.compile(r"自然人|法人|其他组织")
_FEWEST = 2


def stated_sums(text: str) -> list[tuple[Figure, dict[str, Any]]]:
    """Each total of a sentence that is followed by its parts, with the columns of a row from `subject` on."""
    if "其中" not in text and "分别" not in text:
        return []
    printed = figures(text)
    found = []
    for i, total in enumerate(printed[:-_FEWEST]):
        between = text[total.end : printed[i + 1].start]
        some, every = _SOME.match(between), _ALL.match(between)
        if total.unit is None or not total.exact or not (some or every):
            continue
        # 收到4件，结转3件，其中…: the parts may be those of all that was counted before
        since = max(text.rfind("；", 0, total.start), text.rfind(";", 0, total.start))
        if any(f.unit == total.unit and f.start > since for f in printed[:i]):
            continue
        parts, words, whole = _parts(text, total, printed[i + 1 :])
        if len(parts) >= _FEWEST:
            exhaustive = every is not None and whole
            found.append((total, _row(total, parts, words, exhaustive=exhaustive)))
    return found


def _parts(text: str, total: Figure, following: list[Figure]) -> tuple[list[Figure], list[str], bool]:
    """The figures after the marker that count the same, the words before each, and whether nothing else follows."""
    parts: list[Figure] = []
    words: list[str] = []
    end = total.end
    for figure in following:
        label = text[end : figure.start]
        if (
            figure.unit != total.unit
            or not figure.exact
            or re.search(r"[(；;]", label[1:] if not parts else label)
        ):
            break
        parts.append(figure)
        words.append(re.sub(r"其中|分别|包括|包含|[，,、:：(；;和及]", "", label))
        end = figure.end
    return parts, words, not text[end:].strip("。；;)")


def _row(total: Figure, parts: list[Figure], words: list[str], *, exhaustive: bool) -> dict[str, Any]:
    added = sum(part.value for part in parts)
    row: dict[str, Any] = {
        "subject": STATED_SUM,
        "subject_zh": "句内合计",
        "subject_en": "a sum stated in the sentence",
        "state": "not_comparable",
        "reason": None,
        "readings": None,
        "compared_cells": " + ".join(part.raw for part in parts),
        "compared_sum": added,
        "compared_line": None,
        "difference": round(total.value - added, 6),
    }
    # after the parts of one kind the sentence may go on to count something else
    for i in range(len(parts) if _divide(words) else _FEWEST, len(parts) + 1):
        if sum(part.value for part in parts[:i]) == total.value:
            shown = " + ".join(part.raw for part in parts[:i])
            agreed = {
                "state": "agrees",
                "compared_cells": shown,
                "compared_sum": total.value,
                "difference": None,
            }
            return {**row, **agreed}
    if _OTHER.search("".join(words)):
        return {**row, "reason": "qualified"}
    if added < total.value and not exhaustive:
        return {**row, "reason": "parts_not_exhaustive"}
    if _TWICE.search("".join(words)) or not (exhaustive or _divide(words)):
        return {**row, "reason": "parts_may_overlap"}
    return {**row, "state": "contradicts"}


def _divide(words: list[str]) -> bool:
    """Whether the parts are of one kind, so that nothing is in two of them: all 某类, or all rows of one form."""
    if all(word.endswith(("类", "类信息")) for word in words):
        return True
    of_applicants = [bool(_APPLICANT.search(word)) for word in words]
    return all(_APART.search(word) for word in words) and len(set(of_applicants)) == 1
