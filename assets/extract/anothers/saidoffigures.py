"""What words right beside a table say of its figures, so that they are not those that the form asks for.

    （上年同期数） | 2021—2023年累计 | （测试数据） | （此表作废） | 单位：% | 公共企事业单位…情况 | 下表暂按2021年数据填列。

Three ways of saying it: a caption that is nothing else; a bracket at the end of one; a clause that points at the table (下表, 以上表格,
列表如下) and tells what it holds. Belongs here: what the words mean, with the words as data (schemas/whose.toml). Does not belong here:
which words stand beside a table (notown.py), bodies and years (there, too), captions that set lines aside before the tables are sought (others.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assets.extract.dates import YEAR
from assets.extract.memory import remembering
from schemas.whose import WORDS, any_of

# What a caption says beside of when and whose the figures are: words of the form's own headings, and that there is a table.
_OF_WHAT = (
    r"(?:的|有关|相关|各项|全年|政府信息公开|信息公开|政府信息|依申请公开|主动公开|公开|行政复议|行政诉讼|被申请|提起|复议|诉讼|收到和处理|申请|统计|工作"
    r"|填报|填表|填列|上报|报送|提供|[、和及])*+"
)
_TABLE = r"(?:情况|数据|数字|数值|数|统计|报表|表格|表|汇总|如下|一览)"
OF_TABLE = rf"{_OF_WHAT}{_TABLE}*+"
_TO = r"[至到和与、—–－~～-]{1,2}"
_OWN_OR_NEXT = rf"(?:(?:{YEAR}|明|次|下|下一)年度?|本年度?)?"
_LAST = rf"{any_of(WORDS.last_year, WORDS.earlier_years)}度?"
_SINCE = rf"(?:[\u4e00-\u9fff《》]{{0,12}}{any_of(WORDS.since)})"
_WHERE = "(?:全[国省市州县区旗]|各[省市州县区旗地])*"

_KINDS = (
    # the same time of last year, whatever a column may be called that says no more than 上年
    rf"(?:{_LAST}|{YEAR}年度?){any_of(WORDS.same_period)}{OF_TABLE}",
    # several years at once
    rf"(?:{YEAR}年?度?{_TO}{YEAR}年度?|近[二两三四五六七八九十0-9]{{1,2}}年来?|[\"“”']?十[一二三四五六]五[\"“”']?(?:期间|时期)?|{any_of(WORDS.several_years)}|{_SINCE})"
    rf"(?:期间)?{OF_TABLE}(?:累计|合计|总计)?{OF_TABLE}",
    # what is expected
    rf"{_OWN_OR_NEXT}{_OF_WHAT}{any_of(WORDS.expected)}{OF_TABLE}",
    # shares and means
    rf"(?:计量|数据|统计|数值)?单位[:为]*{any_of(WORDS.shares, WORDS.counts_of_many)}",
    rf"(?:{YEAR}年度?)?{_WHERE}{_OF_WHAT}{any_of(WORDS.means)}{OF_TABLE}",
    # what others than administrations make public
    rf"(?:{YEAR}年度?)?{_WHERE}{any_of(WORDS.other_subjects)}{_OF_WHAT}{_TABLE}",
    # what holds for nobody
    rf"(?:[此本该上原]|以上|以下)?(?:页|{_TABLE})*+[已均现]?{any_of(WORDS.void)}{OF_TABLE}",
    rf"{OF_TABLE}{any_of(WORDS.trials, WORDS.examples, WORDS.made_up)}{OF_TABLE}",
    rf"(?:附[件表录]?:?)?{_WHERE}(?:的?其他|其余|兄弟)各?(?:行政)?(?:单位|部门|机关|机构){OF_TABLE}{any_of(WORDS.filled_with)}?",
)
_NOT_OWN = re.compile("|".join(f"(?:{kind})" for kind in _KINDS))
# In brackets on a line of its own: what the head of the documents in force says of them, 现行有效件数（历史累计）.
_GLOSS = re.compile(rf"\({any_of(WORDS.several_years)}(?:累计|合计|总计)?{_TABLE}?\)")
# In a bracket behind a caption's words, or said of a table that is pointed at, one of these is enough.
_NOBODYS = re.compile(
    rf"{any_of(WORDS.examples, WORDS.made_up, WORDS.trials, WORDS.void)}|仅供参考|所占{any_of(WORDS.shares)}"
)
# The pattern that a table was filled in after: 根据上级提供的样表填报, 采用全省统一模板.
_FILLED_AFTER = re.compile(
    r"根据|按照?|依照|依据|参照|统一|上级|国办|国家|国务院|[省市县区]级|规定|提供|下发|制发|印发|格式"
)
# What is said of one column or row of a table.
_OF_ONE = re.compile("[件项]数|数量|总数|总额|金额|收费|结转|新收|一[栏列行项]")
_LONGEST_TOLD = 40
_NUMBERED = re.compile(r"^(?:\(?[一二三四五六七八九十0-9]{1,2}[\).、,]+|(?:备?注|说明):)")
# For comparison: that it is nothing else.
_COMPARED = re.compile(r"^(?:对比|比较|对照|参照|参考):?(?=.{3})")

_CLAUSES = re.compile(r"[,;。!]")
_HOLDS = rf"(?:均|都|仅|暂|仍|全部)?(?:[为是系属]于?|{any_of(WORDS.taken_over)}):?"
_BELOW, _ABOVE = (
    re.compile(
        rf"(?:因|由于)?[\u4e00-\u9fff]{{0,8}}?\(?{any_of(words)}(?:各[行列项]|所列|所示|[中内])?的?(?P<of>[\u4e00-\u9fff]{{0,6}}?){_TABLE}*+{_HOLDS}(?P<told>.+)"
    )
    for words in (WORDS.below, WORDS.above)
)
# 现将上年数据列表如下.
_AS_FOLLOWS = re.compile(
    r"(?:现?将|现把)?(.{2,40}?)(?:列表如下|如下表(?:所示|所列)?|(?:详?见|列于|列入)下表)"
)
_FILLED = re.compile(rf"(?:{any_of(WORDS.filled_with)}|[\)。:;])+$")


def says_not_own(text: str) -> bool:
    """Whether a squashed caption, or what a clause tells of a table, says that its figures are none of those that are asked for."""
    if _GLOSS.fullmatch(text):
        return False
    bare = _COMPARED.sub("", _bare(text))
    return bool(_NOT_OWN.fullmatch(bare)) or any(map(is_nobodys, in_brackets(bare)))


def in_brackets(text: str) -> list[str]:
    """What stands in a bracket at the end of a caption, also in one that was not closed."""
    found = re.search(r".\(([^()]{2,24})\)?$", text.rstrip(":"))
    return [found[1]] if found else []


def is_for_comparison(text: str) -> str | None:
    """What a caption names behind 对比：; None where it says no such thing."""
    bare = _bare(text)
    found = _COMPARED.match(bare)
    return bare[found.end() :] if found else None


def told_of(text: str, *, below: bool) -> Iterator[str]:
    """What the clauses of a squashed line tell of the table below it, or above it, that they point at."""
    for clause in _CLAUSES.split(text):
        bare = _bare(clause)
        found = (_BELOW if below else _ABOVE).fullmatch(bare)
        follows = _AS_FOLLOWS.fullmatch(bare) if below else None
        if found is None and follows is None:
            continue
        of = bare[found.start("of") : found.start("told")] if found else ""
        if _OF_ONE.search(of) and not of.startswith("各"):
            continue
        told = found["told"] if found else follows[1]  # type: ignore[index]
        if found and (again := _BELOW.fullmatch(told)):
            told = again["told"]
        if _FILLED_AFTER.search(told) and _NOBODYS.search(told):
            continue
        yield told
        yield _FILLED.sub("", told)


_UNIT_OF_SHARES = re.compile(rf"(?:^|[,;。(])单位[:为]*{any_of(WORDS.shares, WORDS.counts_of_many)}[)。:]*$")


def says_share(text: str) -> bool:
    """Whether the last clause of a squashed line gives the unit of the table below it, and it is no count."""
    return bool(_UNIT_OF_SHARES.search(text))


def is_nobodys(told: str) -> bool:
    """Whether what a clause tells of a table is that its figures are an example, void or shares."""
    return len(told) <= _LONGEST_TOLD and bool(_NOBODYS.search(told)) and not _FILLED_AFTER.search(told)


@remembering
def _bare(text: str) -> str:
    """A caption without the number in front of it and the brackets or the colon around it."""
    bare = _NUMBERED.sub("", text, count=1).rstrip(":;,。")
    return bare[1:-1].rstrip(":;,。") if bare.startswith("(") and bare.endswith(")") else bare
