"""What a line announces of the figures below it: 以下为上年数据, 下表为局属单位报送数据, 附：某局收到和处理政府信息公开申请情况.

Such a line points at a table, or names the body whose table it is, and says nothing else but what becomes of the report's own
figures. It may be a caption, a sentence above a table or a line amid its rows: what is below it is another's, down to the next
caption or section. Does not belong here: captions that only name a year (others.py), words below a table (notown.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from assets.extract.anothers.appended import APPENDED
from assets.extract.dates import YEAR, to_year
from assets.extract.labels import squash
from assets.extract.memory import remembering
from assets.extract.whose.evidence import Identity
from assets.extract.whose.names import is_own_name, is_same_body
from assets.extract.whose.titles import ORG, TAG
from schemas.whose import WORDS, any_of

_LONGEST = 60
_NUMBER = re.compile(
    r"(?:\(?[一二三四五六七八九十0-9]{1,2}[\).、,]+|(?:附?表|附件?|图)[一二三四五六0-9]{0,2}(?:-[0-9])?:?|(?:备?注|说明):)"
)
_AROUND = "#*|│\"';, "
# What the table holds, by its name or by no more than that it is one.
_TABLE = r"(?:情况|统计|数据|数字|数|表|汇总|如下|一览)"
_OF_TABLE = rf"(?:的|全年|政府信息公开|信息公开|政府信息|依申请公开|主动公开|行政复议|行政诉讼|收到和处理|申请|统计|工作|填报|上报|报送|提供|[、和及])*+{_TABLE}*+"
_KIND_OF_OWN = any_of(WORDS.own_kinds, ["单位", "机关", "部门"])
# 以下各行为, 下表数据系: the table or the rows below; 以上为: those above.
_BELOW, _ABOVE = (
    re.compile(
        rf"\(?{any_of(words)}(?:各[行列项]|所列|所示|中|内)?的?(?:{_TABLE}|表格|统计表)?(?:均|都|仅)?[为是系属]于?"
    )
    for words in (WORDS.below, WORDS.above)
)
_YEAR_OF = re.compile(
    rf"(?:本?[单位机关部门局]{{0,2}})?(?:(?P<last>{any_of(WORDS.last_year)}度?)(?:\((?P<told>{YEAR})年度?\))?|(?P<year>{YEAR})年度?){_OF_TABLE}"
)
_YEARS = re.compile(rf"({YEAR})年度?")
_THIS_YEAR = re.compile(any_of(WORDS.this_year))
# Bodies under the agency, whatever is said of them; nothing but who they are stands in front.
_UNDER = re.compile(
    rf"(?P<front>[\u4e00-\u9fff]{{0,30}}?)(?:{any_of(WORDS.under_body)}|{any_of(WORDS.over_kinds)}属)(?:各|事业|企业|行政|二级|基层)*+(?:单位|机构|部门|站所|学校|医院)?"
    rf"(?P<name>[\u4e00-\u9fff]{{0,30}}?){_OF_TABLE}"
)
# Bodies that are not the agency: 全市其他单位.
_REST = re.compile(
    rf"(?:全[{''.join(WORDS.over_kinds)}系统]{{1,2}})?(?:的?其他|其余)各?(?:级|个)?(?:行政)?(?:单位|部门|机关|机构){_OF_TABLE}"
)
_TOGETHER = re.compile(r"[及和与含]|汇总|合计|本级|机关")
# Within the name of one body: 住房和城乡建设局.
_OF_ONE_NAME = re.compile(
    r"(?<=[资卫文工农发住教科自安经计商水园体民城退人信])(?:源|生|化|业|展|房|育|技|然|全|济|划|务|利|林|族|市|役|口|息)和(?!.{0,2}(?:其|下|所|直|各))"
)
# Right before such bodies: whether these are counted in the table, which is not theirs. 未纳入统计的下属单位 are others.
COUNTED = re.compile(rf"{any_of(WORDS.counted_in)}(?:了|各|所有|全部)?$")
_NAMED = re.compile(rf"([\u4e00-\u9fff]{{3,30}}?)(?:{_OF_TABLE})")
_BODY = re.compile(rf"[\u4e00-\u9fff]{{2,}}{any_of(WORDS.bodies)}")
# Other tables that are not counted in this one, and figures that are not the body's own.
_UNCOUNTED = re.compile(
    rf"(?:未|不|没有)(?:并入|计入|列入|纳入|含在|包含在|包括在)(?:[本上我该]{_KIND_OF_OWN}?)?表?(?:述|级)?(?:的?(?:统计|数据|总数|范围))*(?:内|中|之内)?"
)
_NOT_OWN = re.compile(rf"(?:非|不是|不属于?|并非)[本我]{_KIND_OF_OWN}的?{_TABLE}*+")
_BRACKET = re.compile(r"\(([^()]{2,24})\)$")
_HINT = re.compile(
    f"附|{any_of(WORDS.below)}|其他|其余|不计入|未并入|{any_of(WORDS.under_body, WORDS.over_kinds)}"
)


def announcements(printed: Sequence[str], whose: Callable[[], Identity]) -> list[tuple[int, str, bool]]:
    """The lines (from 1) that announce whose figures stand below, with their words, and whether these are another's."""
    found = [
        (number, text)
        for (number, line), is_ascii in zip(enumerate(printed, 1), map(str.isascii, printed), strict=True)
        if not is_ascii and (text := _announcement(line))
    ]
    if not found:
        return []
    identity = whose()
    years = {int(evidence.value) for evidence in identity.years}
    agencies = {each.value for each in (identity.agency, identity.signature) if each}
    told = ((number, text, announces_another(text, years, agencies)) for number, text in found)
    return [(number, text, is_other) for number, text, is_other in told if is_other is not None]


@remembering
def _announcement(line: str) -> str:
    """The squashed text of a line that announces something, of whatever report; empty where it does not."""
    text = _text(line)
    return text if text and announces_another(text, {0}, {"?"}) is not None else ""


def _text(line: str) -> str:
    if "<" in line:
        line = TAG.sub("", line)
    if len(line) > 4 * _LONGEST or not _HINT.search(line):
        return ""
    text = squash(line).strip(_AROUND).lstrip("-•·").rstrip("。:;")
    return text if 4 <= len(text) <= _LONGEST else ""


def announces_another(text: str, years: Collection[int], agencies: Collection[str]) -> bool | None:
    """Whether what a squashed line announces is another's; None where it announces nothing."""
    if pointed := _pointed(text, _BELOW):
        return _of_pointed(pointed, years, agencies)
    if "," in text or "。" in text or ";" in text:
        return None
    number = _NUMBER.match(text)
    bare = text[number.end() :] if number else text
    is_appended = bool(APPENDED.match(text) and text.startswith(("附", "(附", "[附", "【附")))
    return _of_caption(bare, agencies, is_appended=is_appended)


def says_of_another(text: str, years: Collection[int], agencies: Collection[str]) -> bool:
    """Whether a squashed note says of the table above it that it is another's."""
    pointed = _pointed(text, _ABOVE)
    return bool(pointed and _of_pointed(pointed, years, agencies))


def _pointed(text: str, pointing: re.Pattern[str]) -> list[str]:
    """What is said of the table that a text points at, by its clauses; empty where it points at none."""
    number = _NUMBER.match(text)
    found = pointing.match(text) or (pointing.match(text, number.end()) if number else None)
    if found is None:
        return []
    said = text[found.end() :].rstrip("。:;")
    return re.split("[,;。]", said if "(" in said else said.rstrip(")").rstrip("。"))


def _of_pointed(said: Sequence[str], years: Collection[int], agencies: Collection[str]) -> bool | None:
    """Whether what is said of the table below is that it is another's: 下属单位报送数据 | 未并入本机关统计."""
    first, rest = said[0], _YEARS.sub("", said[0])
    named = {to_year(each) for each in _YEARS.findall(first)}
    if year := _YEAR_OF.fullmatch(first):
        return not named & set(years) if named and years else (True if year["last"] else None)
    body = _NAMED.fullmatch(rest)
    if named and years and not named & set(years) and body and is_own_name(body[1]):
        return True
    if any(_NOT_OWN.fullmatch(each) or _UNCOUNTED.fullmatch(each) for each in said[1:]):
        return True
    return True if _is_of_others(rest) else _is_of_named(rest, agencies, is_appended=False)


def _of_caption(text: str, agencies: Collection[str], *, is_appended: bool) -> bool | None:
    """Whether a caption names another body outright, or says that its table is not counted in the report's own.

    One that names the report's own body may still say that its table is last year's: that is not told here.
    """
    bracket = _BRACKET.search(text)
    rest = text[: bracket.start()] if bracket else text
    if bracket and _UNCOUNTED.fullmatch(bracket[1]) and re.search(r"(?:情况|统计|汇总)表?$", rest):
        return True
    rest = _YEARS.sub("", rest)
    if len(rest) < 4 or not re.search(rf"{_TABLE}$", rest):
        return None
    return True if _is_of_others(rest) else _is_of_named(rest, agencies, is_appended=is_appended)


def _is_of_others(text: str) -> bool:
    """Whether words are of bodies under the agency, or of all others."""
    if _REST.fullmatch(text):
        return True
    under = _UNDER.fullmatch(text)
    if (
        under is None
        or _TOGETHER.search(under["front"])
        or COUNTED.search(under["front"])
        or _THIS_YEAR.search(text)
    ):
        return False
    return not under["name"] or _BODY.fullmatch(under["name"]) is not None


def _is_of_named(text: str, agencies: Collection[str], *, is_appended: bool) -> bool | None:
    """Whether words are of one body by its name that is not the report's; where they are of none, None.

    A name that does not tell one body from all others counts only where the table is appended.
    """
    named = _NAMED.fullmatch(text)
    if named is None or not agencies:
        return None
    name = named[1]
    is_body = _BODY.fullmatch(name) or ORG.search(name)
    if not is_own_name(name) and not (
        is_appended and is_body and not _TOGETHER.search(_OF_ONE_NAME.sub("", name))
    ):
        return None
    return not any(is_same_body(name, own) or name in own or own in name for own in agencies)
