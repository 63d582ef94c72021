"""A sentence in words of its own report: one word each for the report's year, for its body and for a label of the table.

    截至2022年12月31日 → 本年 | 青岚县林业局 → 本机关 | 第三部分表格 → 本表 | “予以公开” → 某栏

So patterns of sentences need not know years, names and labels. Belongs here: what is the report's own, when and whose. Does not belong
here: which words are the body's own (ownnames.py), what sentences say (unchanging.py, changing.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from assets.extract.anothers.ownnames import SELF, own_names
from assets.extract.dates import YEAR, to_year
from assets.extract.labels import squash
from assets.extract.whose.evidence import Identity
from schemas.form import forms
from schemas.whose import any_of

OWN_YEAR, OWN_BODY, LABEL = "本年", "本机关", "某栏"
_MONTHS = r"(?:0?1月份?[至到\-—–~～]{1,2}12月份?|1[至到\-—–~～]{1,2}12月份?|0?1月0?1日起?[至到\-—–~～]{1,2}(?:[0-9]{4}年)?12月31日(?:24时)?止?)"
_PERIOD = re.compile(
    rf"(?:自|从|截[至止]到?)?({YEAR})年(?:度|{_MONTHS}|12月31日(?:24时)?止?|12月?底|[年]?底|末)?"
)
# The last day of the year without the year, and the day in January on which figures are taken.
_CLOSING = re.compile(
    r"(?:截[至止]到?|[至到]|至于)(?:本年)?(?:12月(?:31日|三十一日)?(?:24时)?|年(?:底|末))(?:底|末)?止?"
)
# What a clause says that something is; no such word is the first half of 系统 and the like.
_SAYS_WHAT = re.compile("(?<![因认作成])为|系(?![统列])|是|属于|[仅只]|反映")
_CLOSED = re.compile(rf"(?:截[至止]到?|[至到])({YEAR})年1月[0-9]{{1,2}}日止?")
# What was received in the year and answered in the next.
_ANSWERED = re.compile(rf"({YEAR})年[0-9]{{1,2}}月份?[^,;。]{{0,4}}?(?=答复|办结|办理|审结)")
_YEAR, _CARRIED_OVER = re.compile(rf"({YEAR})年度?末?"), "结转"
_STRAIGHT = re.compile(r'"([^"“”,;。]{1,30})"')
_YEARS_WITHIN = re.compile(r"([0-9]{4})年")


# The names of a report's agency, and its years.
Own = tuple[frozenset[str], frozenset[int]]

_BY_NAME = re.compile(r"(?:本报告)?(?:第[二三四234]部分|表[二三四])(?:的?表格?)?|(?:下文|本报告)表格?")


def own_of(identity: Identity, line: int) -> Own:
    """The names of the report's agency, and its years by what stands elsewhere than on a line."""
    bodies = {squash(found.value) for found in (identity.agency, identity.signature) if found}
    return frozenset(bodies), frozenset(int(each.value) for each in identity.years if each.line != line)


def in_own_words(said: str, years: Collection[int], bodies: Collection[str], labels: Iterable[str]) -> str:
    """A squashed sentence with `本年`, `本机关`, `某栏` and `本表` for what is the report's own."""
    own, before, following = set(years), {y - 1 for y in years}, {y + 1 for y in years}

    def own_period(found: re.Match[str]) -> str:
        within = {int(year) for year in _YEARS_WITHIN.findall(found[0])} | {to_year(found[1])}
        return OWN_YEAR if within <= own else found[0]

    text = _STRAIGHT.sub(r"“\1”", said)
    text = _BY_NAME.sub("本表", _table_names().sub("本表", text))
    text = _own_body(text, bodies)
    text = re.sub(r"“([^“”]{2,30})”", lambda f: LABEL if any(f[1] in each for each in labels) else f[0], text)
    text = "".join(_with_labels(clause, labels) for clause in re.split(r"(?<=[,;。!])", text))
    text = _CLOSED.sub(lambda found: OWN_YEAR if to_year(found[1]) in following else found[0], text)
    text = _ANSWERED.sub(lambda found: OWN_YEAR if to_year(found[1]) in following else found[0], text)
    if _CARRIED_OVER in text:  # what was carried over is last year's
        text = _YEAR.sub(lambda found: OWN_YEAR if to_year(found[1]) in before else found[0], text)
        text = text.replace(f"上年{_CARRIED_OVER}", _CARRIED_OVER)
    text = _CLOSING.sub(OWN_YEAR, _PERIOD.sub(own_period, text))
    return re.sub(rf"(?:本年度?|{OWN_YEAR})(?:的?{_MONTHS})?|(?<![0-9]){_MONTHS}", OWN_YEAR, text)


def _own_body(text: str, bodies: Collection[str]) -> str:
    """A sentence with one word for the report's body, by its name or the end of it, and by what it calls itself."""
    own = own_names(frozenset(bodies))
    return SELF.sub(OWN_BODY, own.sub(OWN_BODY, text) if own else text)


@cache
def _table_names() -> re.Pattern[str]:
    """The names of the forms' tables, in quotation marks or before 表."""
    names = any_of(squash(n) for form in forms().values() for t in form.tables for n in (t.zh, *t.aliases))
    return re.compile(rf"“{names}”表?格?|{names}(?:统计)?表格?")


def _with_labels(clause: str, labels: Iterable[str]) -> str:
    """A clause with one word for the labels that it is about: those before what it says of them."""
    verb = _SAYS_WHAT.search(clause)
    subject, told = (clause[: verb.start()], clause[verb.start() :]) if verb else (clause, "")
    for label in sorted(labels, key=len, reverse=True):
        if len(label) >= _LEAST_LABEL:
            subject = subject.replace(label, LABEL)
    return subject + told


# Letters of a label that is known without quotation marks.
_LEAST_LABEL = 4
