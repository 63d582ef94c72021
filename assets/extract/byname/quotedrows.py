"""Sentences that set words about the label of their row: `（三）不予公开“1.属于国家秘密”一行：自然人3，…`, `第二十条第（一）项中，规章的本年制发件数为0，…`.

The words are taken off, so that labels and names of columns stand as in other sentences. Belongs here: lines that are sentences of rows
then, several of them, in which a label of the form stands. Does not belong here: the sentence itself (rowsentences.py), and whose
the figures are (named.py).
"""

from __future__ import annotations

import re
from functools import cache

from assets.extract.byname.rowsentences import row_sentences
from assets.extract.labels import core, normalize
from schemas.form import forms

# Fewer are a remark upon a table.
_LEAST = 3
_LONGEST = 500
_POINT = r"\s*(?:[-*•·]\s+)?"
_QUOTED = re.compile(
    rf"{_POINT}(?P<groups>[^“「『\"：:，,。]{{0,30}})[“「『\"](?P<label>[^：:]{{2,90}})[”」』\"]"
    r"(?:这|那)?(?:一[行栏项]|行|栏)(?:中|里|的数据)?[：:，,]\s*(?P<rest>.+)"
)
_OF_CLAUSE = re.compile(
    rf"{_POINT}(?P<groups>第二十条第?[（(][一二三四五六七八九][）)]项)(?:中|里|内)?[，,：:]?\s*"
    r"(?P<label>[^：:，,。的（(]{2,40}(?:[（(][^（）()]{1,60}[）)])?)的?(?P<rest>(?:本年|上一年|现行|对外|(?<!本年)处理决定|采购).+)"
)
_SUIT = re.compile(
    rf"{_POINT}(?P<label>[^：:，,。]{{4,12}})的(?P<groups>[^：:，,。的]{{4}})[：:]\s*(?P<rest>.+)"
)
# What each such sentence holds: few lines do, so that the text is asked for it before its lines are.
_SIGN = re.compile(
    r"[”」』\"第的](?:(?<=[”」』\"])(?:这|那)?(?:一[行栏项]|行|栏)(?:中|里|的数据)?[：:，,]|(?<=的)(?=[^：:，,。的\n]{4}[：:])"
    r"|(?<=第)二十条第?[（(][一二三四五六七八九][）)]项(?:中|里|内)?[，,：:]?[^\S\n]*+(?=[^\n]{0,44}?(?:本年|上一年|现行|对外|处理决定|采购|[（(])))"
)
SIGNS = ("一行", "一栏", "一项", "”行", "”栏", "」行", "」栏", "项中", "项，")


def with_labels_alone(lines: list[str]) -> list[str]:
    """The lines, labels and colons alone in front of what such sentences say."""
    if len(_SIGN.findall("\n".join(lines))) < _LEAST:
        return lines
    likely = [(at, line) for at, line in enumerate(lines) if len(line) <= _LONGEST and _SIGN.search(line)]
    found = {at: own for at, line in likely if (own := _alone(line))}
    if len(found) < _LEAST:
        return lines
    return [found.get(at, line) for at, line in enumerate(lines)]


def _alone(line: str) -> str | None:
    for expression in (_QUOTED, _OF_CLAUSE, _SUIT):
        match = expression.fullmatch(line.rstrip())
        if match is None or not _is_label(match["label"]):
            continue
        names = [name for name in (match["groups"], match["label"]) if name.strip()]
        sentence = f"{'：'.join(names)}：{match['rest']}"
        if row_sentences(sentence):
            return sentence
    return None


def _is_label(text: str) -> bool:
    """Whether a text is the label of a row, what stands in brackets in it left out or not."""
    return normalize(text) in _labels() or normalize(core(text)) in _labels()


@cache
def _labels() -> frozenset[str]:
    """The labels of rows of the forms."""
    return frozenset(
        normalize(wording)
        for form in forms().values()
        for table in form.tables
        for row in table.rows
        for wording in row.wordings
    )
