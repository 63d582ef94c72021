"""What clauses say of the bounds of a table that are the form's own: what is asked and no more, what is not asked left out, how is counted.

    下表仅列《条例》规定项目 | 注：不含党委文件 | 同一申请提出多项内容的，按一件统计 | 表中为清理后数据 | 以下数据含下属单位

What the form does not ask of one table it may ask of another (主动公开信息), so that these patterns know the table. Belongs here: these
bounds, over the words of schemas/ofnoweight.toml. Does not belong here: what else changes nothing (unchanging.py), whose
sentences these are (changing.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from assets.extract.anothers.ownwords import LABEL, OWN_BODY, OWN_YEAR
from assets.extract.dates import YEAR, to_year
from schemas.ofnoweight import OF_NO_WEIGHT
from schemas.whose import any_of

_LED = r"(?:(?:以下|下表|以上|上表|上述|本表|表中|表内|本部分)(?:所列|所示|中|内)?的?(?:数据|数字|统计|内容|情况|范围)*(?:均|都|也)?(?:[为是系]|反映)?)?"
_ONLY = "(?:仅|只|仅仅|只是)?"
_LAW = r"(?:《?(?:中华人民共和国)?(?:政府信息公开)?条例》?(?:第二十条)?|第二十条|法律法规|国办|国务院办公厅)"
_THINGS = "(?:项目|事项|内容|信息|数据)"
_COUNT = "(?:数据|数字|数量|件数|办件数|情况|数)"
_NOT = "(?:不含|不包括|不包含|未包含|未包括|未含|不计|未计入|不计入)了?"
_APART = "(?:均|都|也)?(?:不在统计之列|不在(?:本表)?(?:的)?统计范围之?内?|不统计|未统计|不计入|未计入|不列入|由主办单位统计)"
_PART = rf"(?:{OWN_BODY})?(?:各|所有|全部|的)*{any_of(OF_NO_WEIGHT.own_parts)}"
_GOVERNMENT = "[省市县区州旗镇乡](?:人民)?政府(?:办公室|办公厅|办)?"
_DEED = "(?:许可|处罚|强制)"

# Of any table: what is asked and no more,
_ANY = (
    rf"{_LED}{_ONLY}(?:列出?|填报?|统计|反映|按照?|根据|依照|依据|为|是)?{_LAW}的?(?:规定|要求|明确)?的?(?:填报|公开|统计)?的?(?:有关|相关|法定)?{_THINGS}?(?:进行)?(?:统计|列示|填列|填报|列出)?",
    rf"{_LED}{_ONLY}(?:列出?|填报?|统计|反映)(?:法定|应当)(?:主动)?公开的?{_THINGS}",
    # what is the own body's, in its bounds,
    rf"{_LED}(?:{LABEL})?[为是系]?{OWN_BODY}(?:职责|职权|管辖|权限)范围之?内的?{_THINGS}?",
    rf"{_LED}[为是系]?{OWN_BODY}(?:所?保留|所?实施|所?作出|办理|受理)?的?(?:事项|职权)?的?(?:行政)?(?:{_DEED}|申请|决定)的?(?:决定)?{_COUNT}",
    rf"{_LED}[为是系]?{OWN_BODY}(?:所?保留|继续实施)的?(?:许可|职权)?事项的?(?:行政)?(?:{_DEED}|办件)?{_COUNT}",
    # and of its parts, which may be told,
    rf"{_LED}(?:含|包括|包含|涵盖)了?(?:{OWN_BODY}|机关|本级|[、和及与]|以及|{_PART})*{_PART}的?{_COUNT}?",
    rf"{_LED}{_NOT}(?:{OWN_BODY})?的?(?:所属|下属|代管)的?(?:国有)?企业",
    # what is left out that nobody asks for,
    rf"{_LED}{_NOT}(?:{any_of(OF_NO_WEIGHT.not_asked)}[、和及]?)+的?{_COUNT}?",
    # one thing counted once, and the day that counts,
    r"(?:(?!表).){0,30}?(?:的)?(?:均|都)?按照?[一1]件(?:进行)?(?:统计|计算|计|处理)",
    r"(?:(?!表).){0,20}?以.{0,16}?(?:立案|受理|收到|签收|登记|作出|送达|生效)(?:时间|日期|之日|日)?为准(?:进行)?(?:统计|计算)?",
    r"按照?(?:申请人)?的?(?:类别|类型|性质|身份)(?:进行)?(?:统计|划分|分类|分|列示|填报)?",
    # figures that were put in order first,
    rf"{_LED}(?:{LABEL})?的?{_COUNT}?[为是系]?(?:{OWN_YEAR})?(?:已?经)?(?:集中|全面|专项)?{any_of(OF_NO_WEIGHT.made_good)}之?后的?(?:最新|现行|最终|准确)?(?:统计)?(?:{_COUNT}|口径)",
    rf"{OWN_BODY}(?:{OWN_YEAR})?(?:已|还)?(?:组织|集中)?(?:开展|进行)了?(?:行政)?(?:规范性)?文件(?:专项|全面|集中)?清理(?:工作)?",
    # who filled them in, and noughts.
    rf"{_LED}(?:表)?由{OWN_BODY}[\u4e00-\u9fff]{{0,8}}?(?:填报|填写|编制|统计|汇总|提供|制作)并?(?:负责)?(?:解释|说明|审核)?",
    rf"{_LED}[“\"]?[0零/—-][”\"]?表示(?:没有|未|无)(?:发生|数据|此项|此类|收到|业务)*",
    "(?:不是|并非|而非)(?:漏填|漏报|空白|缺失|未填)",
)
_OF_DOCUMENTS = (
    rf"{_LED}{_ONLY}(?:统计|含|包括|反映)(?:{OWN_BODY})?(?:对外|主动|已|依法|全文)*公开的?(?:规范性)?文件",
    rf"{_LED}{_ONLY}(?:统计|含|包括|反映)(?:以{OWN_BODY}名义(?:制发|印发|发布)|(?:{OWN_BODY})?(?:牵头)?主办)的?(?:规范性)?文件",
    rf"{_LED}(?:{LABEL}|“[^”]{{2,8}}”)?(?:是|均)?指(?:部门规章|地方(?:政府规章|{LABEL})|行政规范性文件|[和及或与、])+",
    rf"{_LED}(?:{LABEL}|“[^”]{{2,8}}”)(?:是|均)?指(?:依据|根据|按照|依照)《[^》]{{2,16}}法》(?:规定)?的?(?:作出|实施)?的?(?:行政)?{_DEED}(?:决定|措施)?",
    rf"{_LED}(?:{LABEL}|“[^”]{{2,8}}”)(?:一[栏列行项])?(?:填写|填报|填列|统计)的?是?(?:行政)?{_DEED}(?:决定|措施)书?的?(?:数量|件数|数)",
    rf"{_LED}{LABEL}按照?(?:受理并)?(?:已)?(?:办结|作出决定)的?(?:件数|数量)(?:进行)?统计",
)
_OF_REQUESTS = (
    rf"{_LED}{_ONLY}统计符合{_LAW}(?:规定|要求|条件)的?(?:政府信息公开)?申请",
    rf"{_LED}{_NOT}(?:向其他(?:行政)?(?:单位|机关|部门)提出|(?:其他(?:行政)?(?:单位|机关|部门)|{_GOVERNMENT})(?:统一)?(?:受理|收到|接收)(?:[、,]由{OWN_BODY}代拟答复)?)的?(?:政府信息公开)?申请",
)
_OF_CASES = (
    rf"{_LED}{_NOT}(?:{OWN_BODY})?(?:作为(?:复议机关|第三人)(?:参加|参与)?(?:复议|诉讼)?(?:办理|审理|受理)?)的?(?:复议|诉讼)?案件",
    rf"{_LED}{_NOT}(?:因)?行政(?:处罚|许可|强制|征收|裁决|协议|不作为)(?:引发|引起|产生)?的?(?:其他)?(?:复议|诉讼|行政)?案件",
)
# What the whole sentence must say, each clause of which could be of others.
_WHOLE = (
    rf"{_LED}[仅只]统计政府信息公开类?(?:申请|案件|复议、?诉讼案件),(?:不含其[他它]类?(?:申请|案件|事项)?|其[他它]类?(?:申请|案件|事项)?{_APART})",
    rf"区分处理的?,只计(?:{LABEL}|部分公开)(?:,不计其[他它]情[形况])?|只计(?:{LABEL}|部分公开),不计其[他它]情[形况]",
    rf"{_LED}[仅只]统计(?:{OWN_BODY})?主办文件,(?:联合)?会签文件{_APART}",
)
_OF_TABLES = {
    "2": (_OF_DOCUMENTS, OF_NO_WEIGHT.not_asked_of_documents),
    "3": (_OF_REQUESTS, OF_NO_WEIGHT.not_asked_of_requests),
    "4": (_OF_CASES, OF_NO_WEIGHT.not_asked_of_cases),
}
# Requests of years to come.
_LATER = re.compile(
    rf"{_LED}{_NOT}(?P<year>{YEAR})年(?:[0-9]{{1,2}}月(?:[0-9]{{1,2}}日)?)?(?:以后|之后|及以后)?新?(?:收到)?的?(?:政府信息公开)?申请"
)
# The column of the documents in force counts those of all years.
_IN_FORCE = re.compile(
    r"(?:.{0,3}?(?:注|说明):)?(?:表中)?“?(?:现行有效件数|对外公开总数量)”?(?:一[列栏])?(?:为|是|系|指)[^,;。]{0,20}累计(?:数|件数|数量),不限于(?:当年|本年)(?:度)?(?:制发|制定|公开)的?(?:文件)?"
)
_WITH_PARTS = re.compile(rf"{OWN_BODY}\((?:含|包括|包含)(?:{_PART}[、和及与]?)+\)")
_LONGEST = 120


def is_what_is_asked(text: str, table_no: str, years: Collection[int]) -> bool:
    """Whether a sentence or a clause, in own words, only gives the bounds that a table of the form has; `years` are the report's own."""
    if len(text) > _LONGEST:
        return False
    if _patterns(table_no).fullmatch(text):
        return True
    if table_no != "3" or not years or not (found := _LATER.fullmatch(text)):
        return False
    year = to_year(found["year"])
    return year is not None and year > max(years)


def says_all_years_count(said: str) -> bool:
    """Whether a squashed sentence says that the documents in force are of all years."""
    return bool(_IN_FORCE.fullmatch(said.rstrip("。")))


def without_parts(text: str) -> str:
    """A sentence in own words without brackets that say that the parts of the body are counted with it."""
    return _WITH_PARTS.sub(OWN_BODY, text)


@cache
def _patterns(table_no: str) -> re.Pattern[str]:
    own, not_asked = _OF_TABLES.get(table_no, ((), ()))
    patterns = [*_ANY, *_WHOLE, *own]
    if not_asked:
        patterns.append(rf"{_LED}{_NOT}(?:{any_of(not_asked)}[、和及]?)+")
    return re.compile("|".join(f"(?:{each})" for each in patterns))
