"""What the figures of a sentence speak of: the subject, the applicant, and whether the words allow a contradiction.

A figure's label is the clause around it with # in its place. A label is plain where nothing is left of it once the
subject's words and the neutral ones are taken out. Whatever is left may narrow what was counted, so that
only plain labels can contradict a table. Does not belong here: cells and sums (narrative.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assets.check.narrative_labels import BOUNDARY, labelled
from assets.check.narrative_text import Figure, Sentence
from assets.check.narrative_whose import OWN, names_another, without_agency
from schemas.narrative import CASE_HEADS, REQUEST_HEADS, Narrative, Subject, narrative

_COMPARED = re.compile(r"(?:比|较|与|同)20\d\d年(?:度|全年|同期)?")
# 结转至2025年3件，其中…: the year is that of the one figure.
_CARRIED = re.compile(r"(?:转|延)(?:到|至|入)*20\d\d年|20\d\d年度?(?:结转|转入)")
_YEAR = re.compile(r"(20\d\d)(?=年)")
_CHANGE = re.compile(
    r"(?:比|较).*#|(?:增|减)(?:加|长|少|幅)?(?:了|到|至)?#|(?:上升|下降|提高|占比?)(?:了|至|到)?#|^#?%"
)
_REMEMBERED = 50_000  # labels
_CARRIED_HEADS = {"carried_over", "carried"}
# Subjects that a clause may go on about.
_CASES = {"件", "起", "宗", "份", "例", "个", "条", "件次"}


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure and what it speaks of. `doubt` is a reason of schemas.narrative why it cannot contradict, or None."""

    figure: Figure
    subject: Subject
    applicants: tuple[str, ...]
    head: str | None
    doubt: str | None


def statements(
    sentence: Sentence,
    agency: str | None,
    year: int | None,
    section_no: int = 0,
    spoken_before: str | None = None,
) -> list[Statement]:
    """The figures of a sentence that speak of cells, and the words that say there was none, in order.

    `spoken_before` is the head of which the paragraph spoke last. Under it, and under the heading of a section, a figure may
    agree but not contradict.
    """
    data = narrative()
    found: list[Statement] = []
    head: str | None = None
    applicant_before: tuple[str, ...] = ()
    doubt_before: str | None = None
    heads, divided = set[str](), False
    of_others, unread = False, list[str]()
    text, end = sentence.text, 0
    for figure, label, start, stop in labelled(text):
        before, end = end, stop
        unread.append(label)
        clause, subject = None, None
        if spoken_of := _spoken_of(label):
            clause = _Clause(label, figure, text[:start], sentence, head, section_no, spoken_before)
            subject = next((s for s in spoken_of if _speaks(s, clause)), None)
        if clause is None or subject is None:
            # 其中林权类11件，予以公开3件: the outcome may be that of the 11
            if figure.unit in _CASES:
                doubt_before = doubt_before or "qualified"
                divided = divided or head is not None
            continue
        lead = "#" + BOUNDARY.sub("", text[before:start])
        by_all = data.everyone.sub("", label)
        applicant = next((keys for keys, pattern in data.applicants if pattern.search(by_all)), ())
        if not applicant and subject.follows and applicant_before:
            applicants: tuple[str, ...] = ("total", *applicant_before)
        else:
            applicants = applicant or ("total",)
        doubt = _doubt(data, subject, clause, agency, year)
        if doubt is None:
            of_others = of_others or any(names_another(label, agency) for label in unread)
            unread.clear()
            doubt = "qualified" if of_others else None
        if len(applicant) > 1:
            doubt = doubt or "several_meanings"
        if subject.follows:
            doubt = doubt or doubt_before
            if doubt is None and (_rest(data, subject, lead, agency) or data.applicant.search(lead)):
                doubt = "qualified"
        if (subject.part_of and head not in subject.part_of) or _of_some(subject, heads, divided=divided):
            doubt = doubt or "qualified"
        found.append(Statement(figure, subject, applicants, head or spoken_before, doubt))
        doubt_before = doubt if doubt != "several_meanings" or subject.key in CASE_HEADS else None
        if subject.is_head:
            head, applicant_before = subject.key, ()
            heads.add(head)
        applicant_before = applicant or applicant_before
    return found


def _of_some(subject: Subject, heads: set[str], *, divided: bool) -> bool:
    """Whether a figure may speak of some of the requests only, after these heads in the sentence."""
    if subject.follows:  # 上年结转3件，其中予以公开1件: the outcome of these alone
        return bool(heads) and heads <= _CARRIED_HEADS
    return divided and subject.is_head  # 收到26件，征地类15件，办结15件: of the 15


@dataclass(frozen=True, slots=True)
class _Clause:
    """A figure's label, the text of its sentence before its clause, its sentence, and what that last spoke of.

    Then the section, and what the paragraph spoke of before the sentence.
    """

    label: str
    figure: Figure
    earlier: str
    sentence: Sentence
    head: str | None
    section_no: int
    spoken_before: str | None

    @property
    def of_requests(self) -> bool:
        """Whether the sentence has spoken of requests before."""
        return self.head in REQUEST_HEADS


@lru_cache(maxsize=_REMEMBERED)
def _spoken_of(label: str) -> tuple[Subject, ...]:
    """The subjects that the words of a label fit; reports share most of their labels, as the figure is not in them."""
    data = narrative()
    if not data.any_subject.search(label) or _CHANGE.search(label):
        return ()
    return tuple(
        s
        for s in data.subjects
        if all(need.search(label) for need in s.needs) and not (s.never and s.never.search(label))
    )


def _speaks(subject: Subject, clause: _Clause) -> bool:
    """Whether a subject that fits the label fits what stands around it as well."""
    label, figure = clause.label, clause.figure
    unit_fits = figure.unit is None or figure.unit in subject.units
    if not unit_fits or (subject.is_money and figure.unit is None and figure.value):
        return False
    said = clause.sentence.before + (clause.sentence.text if subject.table_no == "3" else clause.earlier)
    hinted = subject.hints is not None and bool(
        subject.hints.search(clause.sentence.before + clause.sentence.text)
    )
    if subject.part_of and (clause.head or clause.spoken_before) not in subject.part_of and not hinted:
        return False
    if (
        subject.context is None
        or subject.context.search(label)
        or (subject.table_no == "3" and clause.of_requests)
        or (subject.follows and subject.table_no == "3" and clause.spoken_before in REQUEST_HEADS)
    ):
        return True
    # where the sentence spoke of nothing, the paragraph's or the section's subject may be meant
    if subject.table_no == "4" and figure.unit is None and figure.value == 0:
        return True  # where there were none at all there were none of these
    # what is meant may be told by what follows; to contradict, it must be told before (_doubt)
    return hinted or str(clause.section_no) == subject.table_no or bool(subject.context.search(said))


def _doubt(
    data: Narrative, subject: Subject, clause: _Clause, agency: str | None, year: int | None
) -> str | None:
    """Why the figure cannot contradict the cells; None where its words are plain."""
    if not clause.figure.exact:
        return "approximate"
    said = data.not_limits.sub("", clause.earlier + clause.label)
    near = {year, year - 1, year + 1} if year and subject.key.startswith("carried") else {year}
    if _years(clause) - near:
        return "other_period"
    if subject.is_money and clause.figure.unit is None:
        return "qualified"  # 未收取行政事业性收费 may be said of requests
    if not subject.accuses:
        return "several_meanings"
    if data.limits.search(_without_words(subject, said)) or _scoped(data, clause.sentence):
        return "qualified"
    # 维持1件、驳回1件: filers differ in what they count as upheld
    around = clause.sentence.text if subject.table_no == "4" else clause.earlier
    if subject.unless and subject.unless.search(around):
        return "qualified"
    in_context = subject.context is None or subject.context.search(clause.earlier + clause.label)
    if not in_context and not (subject.table_no == "3" and clause.of_requests):
        return "qualified"
    return "qualified" if _rest(data, subject, clause.label, agency) else None


def _years(clause: _Clause) -> set[int]:
    """The years that a clause speaks of, or else those of the last before it that names any; none that it compares with."""
    earlier = _CARRIED.sub("", clause.earlier)
    for words in (clause.label, *reversed(BOUNDARY.split(earlier))):
        if years := _YEAR.findall(_COMPARED.sub("", words)):
            return {int(year) for year in years}
    return set()


def _without_words(subject: Subject, said: str) -> str:
    for need in subject.needs:
        said = need.sub("", said)
    return said


def _scoped(data: Narrative, sentence: Sentence) -> bool:
    """Whether another sentence of the paragraph sets a scope: 全市…。收到…; …。以上为前三季度数据."""
    return bool(
        data.scopes.search(sentence.before) or data.scopes_after.search(sentence.text + sentence.after)
    )


def _rest(data: Narrative, subject: Subject, label: str, agency: str | None) -> str:
    """What is left of a label without the words that are known to change nothing."""
    front, _, back = label.partition("#")
    front = OWN.sub("", without_agency(front, agency))
    rest = data.everyone.sub("", f"{front}\x01{back}")
    for need in subject.needs:
        rest = need.sub("\x02", rest)
    if subject.drops:
        rest = subject.drops.sub("\x02", rest)
    for _, pattern in data.applicants:
        rest = pattern.sub("\x02", rest)
    rest = OWN.sub("", data.neutral.sub("", rest))
    front, _, back = rest.partition("\x01")
    return (front + data.neutral_after.sub("", back)).replace("\x02", "").replace("、", "")
