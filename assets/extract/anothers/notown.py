"""What stands right above or below a table, or in its heading, and says that its figures are not the report's.

Belongs here: words about one print of a table: another agency's name, another year, a part of the year. Such a table is
another's or half of one, and its figures are not given. Does not belong here: which of several prints counts (others.py,
captioned.py), what other words say of figures (saidoffigures.py). A year in front of a heading is a slip copied from last year, and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assets.extract.anothers.amongheads import is_among_heads
from assets.extract.anothers.announced import says_of_another
from assets.extract.anothers.instructions import is_instruction
from assets.extract.anothers.others import is_of_subordinate
from assets.extract.anothers.saidoffigures import (
    OF_TABLE,
    in_brackets,
    is_for_comparison,
    is_nobodys,
    says_not_own,
    says_share,
    told_of,
)
from assets.extract.dates import YEAR, to_year
from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.numbers import looks_like_figure
from assets.extract.whose.evidence import Identity
from assets.extract.whose.names import has_place, is_government, is_own_name, is_same_body
from assets.extract.whose.titles import TAG
from schemas.whose import WORDS, any_of

_LONGEST = 44
# Written lines that are looked at above a table, of which most may be its header, and below it.
_ABOVE, _BELOW = 24, 2
# So many figures in a line are a row of a table.
_ROW = 3
_FIGURE = re.compile(r"(?<![0-9])[0-9][0-9,.]*+")
_AROUND = "#*|\"' "
_NUMBER = re.compile(
    r"(?:\(?[一二三四五六七八九十0-9]{1,2}[\).、,]+|(?:附?表|附件?|图)[一二三四五六0-9]{0,2}:?|(?:备?注|说明):)"
)
_THIS = re.compile(
    r"(?:以上|上表|上述|本表|此表|表中|表内|表格)(?:中|内|所列|所示|各项)?(?:的)?(?:数据|数字|表格|情况)?(?:均|都|即)?(?:为|是|系|属于?|反映|统计)?的?"
)
# A lead-in points at the table that it stands above.
_NEXT = re.compile(
    r"^(?:以下|下表|下列表格?|下列)(?:中|内|所列|所示|各项)?(?:的)?(?:数据|数字|表格|情况)?(?:均|都)?(?:为|是|系|属于?|反映)的?"
)
_OTHER_YEAR = re.compile(rf"(?:[\u4e00-\u9fff]{{0,14}}[^0-9\u4e00-\u9fff]?)?({YEAR})年度?{OF_TABLE}")
# The whole of a caption may begin with 上一年, which within one may be a column's.
_LAST_YEAR = re.compile(rf"(?:{any_of(WORDS.in_captions(WORDS.last_year))}度?|上一年){OF_TABLE}")
_OF_LAST_YEAR = re.compile(rf"{any_of(WORDS.last_year)}度?(?:全年|的)*(?:数据|情况|数字|统计|报表)")
_MONTH = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})"
_TO = r"(?:至|到|[-—–－~～])+"
_PART = re.compile(
    rf"(?:截[至止]到?)?(?:(?:{YEAR}年|{any_of(WORDS.this_year)})度?)?(?:{any_of(WORDS.half_years)}|前?第?(?:[一二三四1-4]{_TO})?[一二三1-3]个?季度|第?[四4]季度|前{_MONTH}个?月|({_MONTH})月?份?{_TO}({_MONTH})月份?){OF_TABLE}"
)
_PERIOD = re.compile(
    rf"(?:数据)?(?:统计|填报|数据)?(?:期间|时间|时段|期限|周期|范围|区间)?:?自?({YEAR})年({_MONTH})月(?:1日|一日)?起?{_TO}(?:({YEAR})年)?({_MONTH})月(?:[0-9]{{1,2}}日)?止?"
)
# Data that end before the year does.
_UNTIL = re.compile(
    rf"(?:以上|本表)?(?:统计)?(?:数据)?(?:(?:统计|更新|采集)?截[至止]到?|(?:更新|统计|采集)[至到])(?:({YEAR})年)?({_MONTH})月(?:[0-9]{{1,2}}日|底|末)?"
)
_FILLED_BY = re.compile(r"(?:填报|编制|报送|制表|填表)?(?:单位|机关|部门)(?:名称)?(?:\((?:盖章|公章)\))?:")
# Lines of words, and those of marks with which programs draw tables.
_SAYS = re.compile("[\u4e00-\u9fff%]")
_MARKS = re.compile(r"\W+")
_WHOLE_YEAR = {("1", "12"), ("一", "十二")}
_OF_WHAT = re.compile(rf"([\u4e00-\u9fff]{{4,30}}?)(?:{YEAR}年度?)?{OF_TABLE}")
_BODY = re.compile(rf"{any_of(WORDS.bodies)}$")
# What is told of a government's figures, where its name alone may be that of a site.
_SAYS_OF_FIGURES = re.compile(r"(?:情况|数据|数字|统计|表|如下)(?:如下|表)*$")
# Bodies beside the own, and one that is taken as an example.
_OTHERS_LEAD = re.compile(
    r"(?:兄弟|其[他它余]|邻近|周边|邻|外)各?(?:单位|部门|机关|机构|地区|[县市区州])(?!.{0,4}需要)"
)
_FOR_EXAMPLE = re.compile(r"以([^以()]{2,20})为例\)?$")
# Cases for another cause than what the form's are about.
_OTHER_CAUSE = re.compile(
    r"因(?!政府信息|信息公开|政务公开|公开)[^,、]{2,10}?(?:被申请|引起|引发|提起|产生|发生)"
)
# Where a table is taken from: what follows names whose report it stands in.
_SOURCE = re.compile(
    r"(?:(?:数据|资料|表格|内容|信息)?(?:来源|出处|摘自|引自|转自|取自|来自)(?:于|自|为)?):?(?=.{4})"
)
_OF_REPORT = re.compile(
    rf"(?:({YEAR})年?度?)?(?:的?政府信息公开)?(?:工作)?的?(?:年度报告|年报|报告)(?:的?(?:数据|数字))?$"
)
# Letters of a sentence, behind which no caption above it is the table's; so it is behind one that says the report's own year.
_SENTENCE = 24
# A column of this year beside one of the same time of the last.
_THIS_YEAR = re.compile(rf"(?:{any_of(WORDS.this_year)}|本期|({YEAR})年)度?{OF_TABLE}")
_SAME_PERIOD = re.compile(any_of(WORDS.same_period))
# What parts cells, also where they are printed as they are written down: "a", "", "".
_CELLS = re.compile(r"[|│┃\t,\[\]\"]+")


def said_of_another(
    lines: Sequence[str], taken: set[int], others: set[int], headings: set[int], identity: Identity
) -> tuple[int, str] | None:
    """Line and words that say that the table over the lines `taken` is not the report's; None where none does.

    `others` are the lines of the other tables, `headings` those of headings of sections; all are counted from 1.
    """
    if not taken:
        return None
    agencies = {found.value for found in (identity.agency, identity.signature) if found}
    above = list(_above(lines, min(taken), others, headings))
    beside_own = any((m := _THIS_YEAR.fullmatch(text)) and text != m[1] for _, text in above)
    is_near = True
    for number, text in above:
        years = _years(identity, number)
        words = _of_heading(text) if number in headings else _of_caption(text)
        is_said = number in headings or text.endswith((":", ")")) or bool(_FILLED_BY.match(text))
        if any(_is_other(each, years, agencies, is_said=is_said) for each in words):
            return number, text
        if number in headings:
            if any(says_not_own(each) or is_nobodys(each) for each in words) or _is_of_others(text, agencies):
                return number, text
        else:
            is_caption = is_near and bool(words) and not (beside_own and _SAME_PERIOD.search(text))
            if _is_told_other(text, years, agencies, below=True) or says_share(text):
                return number, text
            if is_caption and says_not_own(text):
                return number, text
        is_own = any((m := _OTHER_YEAR.fullmatch(each)) and to_year(m[1]) in years for each in words)
        is_near = is_near and not is_own and not ("。" in text and len(text) > _SENTENCE)
    for number, text in _below(lines, max(taken), others, headings):
        years = _years(identity, number)
        if any(_is_other(each, years, agencies) for each in _of_note(text)) or (
            len(text) <= _LONGEST and says_of_another(text, years, agencies)
        ):
            return number, text
        is_bracketed = text.startswith("(") and text.endswith(")") and not says_share(text)
        if _is_told_other(text, years, agencies, below=False) or (is_bracketed and says_not_own(text)):
            return number, text
    return None


def _is_told_other(text: str, years: set[int], agencies: set[str], *, below: bool) -> bool:
    """Whether a clause of a line points at the table and tells that it is another's."""
    return any(
        _is_other(each, years, agencies, is_said=True) or says_not_own(each) or is_nobodys(each)
        for told in told_of(text, below=below)
        for each in (told, *in_brackets(told))
    )


def _is_of_others(heading: str, agencies: set[str]) -> bool:
    """Whether a heading is of bodies beside the own, of one taken as an example, or of cases for another cause."""
    bare = _NUMBER.sub("", heading, count=1)
    example = _FOR_EXAMPLE.search(bare)
    if example and agencies and not any(example[1] in own or own in example[1] for own in agencies):
        return not example[1].startswith(("本", "我")) and not re.fullmatch(rf"{YEAR}年度?", example[1])
    return bool(_OTHERS_LEAD.match(bare) or _OTHER_CAUSE.search(bare))


def _years(identity: Identity, but: int) -> set[int]:
    """The years that the report is of by what stands elsewhere than in one line."""
    return {int(evidence.value) for evidence in identity.years if evidence.line != but}


def _above(
    lines: Sequence[str], first: int, others: set[int], headings: set[int]
) -> Iterator[tuple[int, str]]:
    seen = 0
    for number in range(first - 1, 0, -1):
        text = _plain(lines[number - 1])
        if number in others or _is_row(text) or seen > _ABOVE:
            return
        if _SAYS.search(text):
            seen += 1
            if not is_instruction(text) and not is_among_heads(lines, number):
                yield number, text
        if number in headings:
            return


def _below(
    lines: Sequence[str], last: int, others: set[int], headings: set[int]
) -> Iterator[tuple[int, str]]:
    seen = 0
    for number in range(last + 1, len(lines) + 1):
        text = _plain(lines[number - 1])
        if number in others or number in headings or _is_row(text) or seen >= _BELOW:
            return
        if _SAYS.search(text):
            seen += 1
            if not is_instruction(text):
                yield number, text


@remembering
def _plain(line: str) -> str:
    """The squashed text of a line, without tags and bars; of a row that says but one thing, that."""
    if len(line) > 20 * _LONGEST:
        return ""
    line = TAG.sub("\t", line) if "<" in line else line
    cells = {cell.strip() for cell in _CELLS.split(line)} - {""}
    return squash(cells.pop() if len(cells) == 1 else line).strip(_AROUND)


def _is_row(text: str) -> bool:
    return (looks_like_figure(text) and not _MARKS.fullmatch(text)) or (
        text.count("|") > _ROW and len(_FIGURE.findall(text)) >= _ROW
    )


@remembering
def _of_caption(text: str) -> list[str]:
    """What a line says beside a number in front, brackets and a colon; nothing where it is no caption."""
    if len(text) > _LONGEST or "。" in text or "|" in text:
        return []
    number = _NUMBER.match(text)
    bare = _NEXT.sub("", text[number.end() :] if number else text).rstrip(":;,")
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    return [*{_THIS.sub("", bare), _FILLED_BY.sub("", bare)}, *in_brackets(bare)]


def _of_heading(text: str) -> list[str]:
    """What stands in brackets at the end of a heading, and the heading itself if the name of a body leads it."""
    bare = _NUMBER.sub("", text, count=1)
    named = _OF_WHAT.fullmatch(bare)
    is_named = named and (is_own_name(named[1]) or is_government(named[1]))
    return [*([bare] if is_named else []), *in_brackets(bare)]


def _of_note(text: str) -> list[str]:
    """What a note below a table says of the table: first of all, and of 上表, or in brackets."""
    bare = _NUMBER.sub("", text, count=1).rstrip("。;:")
    in_brackets = bare.startswith("(") and bare.endswith(")")
    bare = (bare[1:-1] if in_brackets else bare).rstrip("。;:")
    if len(text) > _LONGEST or not (in_brackets or _THIS.match(bare)):
        return []
    first = _THIS.sub("", re.split("[,;。]", bare)[0])
    source = _SOURCE.match(first)
    report = _OF_REPORT.search(first) if source else None
    if source is None or report is None:
        return [first]
    return [first[source.end() : report.start()], *([f"{report[1]}年"] if report[1] else [])]


def _is_other(text: str, years: set[int], agencies: set[str], *, is_said: bool = False) -> bool:
    """Whether words say of a table that it is of another year, a part of the year, or of another body.

    What is said of a table, and is no mere line above it, may name a body under an agency: 青岚县水务站.
    """
    text = is_for_comparison(text) or text
    if period := _PERIOD.fullmatch(text):
        named = {to_year(year) for year in (period[1], period[3]) if year}
        is_whole = _months(period[2], period[4]) in _WHOLE_YEAR
        return len(named) == 1 and (not is_whole or bool(years and not named & years))
    if part := _PART.fullmatch(text):
        return _months(part[1], part[2]) not in _WHOLE_YEAR
    if until := _UNTIL.fullmatch(text):
        of_the_year = until[1] is None or to_year(until[1]) in years
        return of_the_year and until[2].lstrip("0") not in {"12", "十二"}
    if years and (found := _OTHER_YEAR.fullmatch(text)) and to_year(found[1]) not in years:
        return True
    if _LAST_YEAR.fullmatch(text) or (is_said and _OF_LAST_YEAR.fullmatch(text)):
        return True
    body = _OF_WHAT.fullmatch(text)
    is_body = body and (
        is_own_name(body[1])
        or (is_government(body[1]) and (is_said or _SAYS_OF_FIGURES.search(text[body.end(1) :])))
        or ((is_said or body[1] != text) and has_place(body[1]) and _BODY.search(body[1]))
    )
    if body and agencies and is_body:
        return not any(is_same_body(body[1], own) for own in agencies)
    return body is not None and is_of_subordinate(text, max(agencies, key=len, default=None), 0)


def is_of_other(text: str, years: set[int], agencies: set[str]) -> bool:
    """Whether words that are said of figures say that they are of another year, a part of the year, or of another body."""
    return _is_other(text, years, agencies, is_said=True)


def _months(first: str | None, last: str | None) -> tuple[str, str]:
    return (first or "").lstrip("0"), (last or "").lstrip("0")
