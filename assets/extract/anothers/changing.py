"""Sentences about a table that make its figures others than the form asks for, or may.

    上表为涉案金额 | 注：仅统计来信 | *邻县的数字 | 以下统计从条例施行之日起算 | 上表数字有误，现予撤回

A clause that points at figures and says what they are (为, 系, 含, 仅, 采用 …) must be known to change nothing; so must a note that is nothing
but a name of figures. What points at them and says no such thing (下表由县政务服务中心统计) counts only by words that say that
figures are of another time, no figures, wrong or of another measure. Belongs here: this burden of proof. Does not belong here: what is harmless
(unchanging.py), of which table a sentence speaks (spokenof.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from assets.extract.anothers.asked import is_what_is_asked, says_all_years_count, without_parts
from assets.extract.anothers.ownwords import LABEL, OWN_BODY, OWN_YEAR, in_own_words
from assets.extract.anothers.spokenof import POINTS
from assets.extract.anothers.unchanging import is_harmless, is_harmless_object
from assets.extract.dates import YEAR
from schemas.ofnoweight import OF_NO_WEIGHT
from schemas.whose import WORDS, any_of

# What says that figures are something, or hold or leave out something.
_WORDS_OF_IS = (
    r"(?<![因认作成以位])为(?!了|便|方便|进一步|确保|保证|加强|更好|准)|系(?!统|列)|是(?!否)|属于|取自|来自|摘自|选自|引自|采用|采取|使用|反映|(?:填写|填列|填报)(?!人|单位|部门|机关|时间|日期|说明|要求|口径)|填的"
    r"|(?<!主要)指(?!导|标|定|南|引)|[不未]?包[括含]|[不未]?含(?!有|义)|[仅只](?!供)|不?限于|以(?=.{1,6}(?:为|计))|(?:计量)?单位(?:为|是|:)|按(?!期|时|规|要求)|依据|折算|折合|非|不是"
)
_IS = re.compile(_WORDS_OF_IS)
_GOES_ON = re.compile(rf"(?:均|都|也|并|且|但|而|其|其中|全部|实)*(?:{_WORDS_OF_IS})")
_WEIGHTY = re.compile(
    rf"{any_of(OF_NO_WEIGHT.other_times, OF_NO_WEIGHT.other_copies, OF_NO_WEIGHT.no_figures, OF_NO_WEIGHT.errors, OF_NO_WEIGHT.measures, OF_NO_WEIGHT.shares)}"
    rf"|(?:自|从|截[至止]到?|至){YEAR}年|{any_of(WORDS.last_year)}度?的?(?:同期)?(?:数|情况)"
)
_STRONG = re.compile(
    any_of(OF_NO_WEIGHT.other_copies, OF_NO_WEIGHT.no_figures, OF_NO_WEIGHT.errors, OF_NO_WEIGHT.shares)
)
# A name of figures and no sentence; such a part of them.
_NAMES_OF = rf"{any_of(OF_NO_WEIGHT.names_of_figures)}(?:\([^()]{{0,12}}\))?"
_NAMES = re.compile(
    rf"(?!.*(?:没有|[无未已将应须为是含]|系(?![统列])|指(?!标)|包括|(?<!申)请|具有|所有))[^,。]{{0,30}}?{_NAMES_OF}|其中[^,。0-9]{{2,28}}?{_NAMES_OF}"
)
_FIGURES = re.compile("表|数据|数字|统计")
# What tells what is held or meant, which may be anything that is no other figures': 注：含简易程序, “其他”包括村民委员会, “本年”指….
_HOLDS = re.compile("(?:均|都|也|并|且|但|而|其|其中|全部|实)*(?:含|包[括含]|(?<!主要)指)")
_LISTED = re.compile("[^,]*、[^,]*等[^,]{1,8}")
_ALIEN = re.compile(
    rf"{LABEL}|{YEAR}年|全[国省市县区州盟旗]|各(?:级|地|乡|镇|街|县|区|市|部门|单位|学校)|(?:其[他它余]|兄弟|邻|外).?(?:单位|部门|机关|[县市区])|局|厅|政府(?!信息|规章)"
    rf"|{any_of(WORDS.under_body, WORDS.last_year, WORDS.other_matters, WORDS.other_subjects, OF_NO_WEIGHT.counted_elsewhere)}"
)
# Documents in force are of all years.
_IN_FORCE = re.compile("(?:仍|仍然|现行|继续|均|且)有效")
# What tells of cases, and not what figures are: 予以公开的12件均为….
_OF_CASES = re.compile(
    rf"[0-9]+[件条项宗起]|^以上(?:各[件项])?(?:申请|案件)(?=均|都|全部|皆|非|并非|不是)|{LABEL}[”\"]?的(?:申请|案件|事项|文件|信息)"
)
# What leaves out: of that nothing is the form's own.
_LEAVES_OUT = re.compile("[不未非]")
# That a table does not stand, or its figures stand in others' places: of the figures, not of how they are shown.
_WITHDRAWN = re.compile(
    rf"(?:{any_of(OF_NO_WEIGHT.of_tables)})*+(?:已经?|均|都|现|予以|应予?|全部|特此|同时|宣布|一律|自行|作)*(?:{any_of(OF_NO_WEIGHT.withdrawn)})(?:处理|了)?"
)
_MISPLACED = re.compile(
    rf"(?!.*(?:显示|排版|浏览|版式|页面|格式|打印|转换|单元格|边框)).*{any_of(OF_NO_WEIGHT.misplaced)}"
)
_BODY = "(?:局|委|办|厅|院|镇|乡|校|街道|[县市区]|单位|机关|部门|公司|中心)"
_FIGURES_OF = "的?(?:数据|数字|情况|统计|报表)"
# That it is another body's, or that the own year is not in it.
_OF_ANOTHER = re.compile(
    rf"(?:[为系是]|属于?|反映)的?是?该{_BODY}{_FIGURES_OF}|(?:[为系是]|属于?|由)的?是?(?:他|其[他它]|兄弟|别的|外){_BODY}(?:所?填报|报送|{_FIGURES_OF})"
    rf"|(?:^|(?:表|数据|数字|统计)[^,]{{0,6}})与{OWN_BODY}(?:均|毫|并)?无关$"
    rf"|^{OWN_YEAR}度?{_FIGURES_OF}(?:均|都|尚|暂|还)*(?:[未不]|没有)(?:列入|计入|纳入|统计|汇总|更新|包括)"
    rf"|申请(?:均|都|全部|皆)?由(?!.*{OWN_BODY})[^,]{{0,14}}[省市县区州盟旗镇乡][^,]{{0,8}}(?:政府|局|委|厅|办公室|中心|机关|单位|部门)(?:收到|接收|受理)(?:[和并、及]|以及)?(?:处理|办理|答复)$"
    r"|(?:用于|供)[^,]{0,10}(?:测试|演示|联调|调试|培训|教学|练习)"
)
# What is said of one row, whose label leads: figures of another time, of all or of another body, of a part of the year.
_OF_ROW = re.compile(
    rf"(?:[为系是]|属于?)(?!.*{OWN_BODY})(?:{YEAR}年度?|(?:{any_of(WORDS.last_year)})度?|前一?年度?|全[国省市县区州盟旗](?:各?(?:部门|单位))?|各(?:部门|单位|[县市区])|[^,;]{{2,16}}(?:局|厅|委|政府|院|队|办公室)|(?:其他|兄弟)单位)"
    rf"的?(?:累计|合计|汇总|总)?(?:数据|数字|数量|数值|数|件数|情况|统计)$"
    rf"|(?:[为系是])(?:[^,;]{{0,12}}(?:抽样|抽查|样本|随机|{any_of(OF_NO_WEIGHT.no_figures)}))[^,;]{{0,12}}(?:数据|数字|数值|数)$"
    rf"|(?:统计|截[至止]|更新|计算|汇总)[至到]?(?:{YEAR}年|{OWN_YEAR})?(?:[1-9]|1[01]|[一二三四五六七八九十]|十一)月"
)
_WRONG = re.compile(any_of(OF_NO_WEIGHT.errors))
# Of one row or column that no label names.
_OF_ONE = re.compile("(?:总数|总数量|总额)$")
_IF = re.compile(r".{0,16}?(?:如有|若有|如发现|若发现|如与|如对|如需).{0,60}")
_THEN = re.compile(r"(?:将|请|应|可|欢迎|以|敬请|届时).{0,40}")
_BECAUSE = re.compile(
    r"(?:注:)?(?:因|由于|鉴于|受).{1,24}(?:原因|影响|改革|调整|划转|变动|变化|变更)?|(?:主要)?[系是为因].{2,40}(?:所致|缘故|原因)"
)
# What follows is a view of the figures, if it does not say that they are wrong.
_VIEW = re.compile(
    r"(?:(?:由|从|据|通过).{0,10}?(?:表|数据|统计|数字)[中内]?.{0,6}?(?:看|可见|可知|得出|发现|分析|反映出)|.{0,4}(?:表|数据|统计|数字)(?:可见|表明|显示(?!的)|所示|反映出))"
)
_BRACKETED = re.compile(r"\((?:[^()]|\([^()]*\))*\)")
_CLAUSES = re.compile(r"[,;。!]")
_AROUND = re.compile(
    r"^(?:\(?[0-9一二三四五六七]{1,2}[\).、]+|[(（]?(?:备?注|说明|编者按|附|特此说明|需要说明的是)[0-9]?[:,]?)+|[:。;,.]+$"
)
# Letters of a note that is but a name.
_LONGEST_NAME = 32


def changes_figures(  # noqa: PLR0913 - a sentence, and what the report lets it say
    said: str,
    years: Collection[int],
    bodies: Collection[str],
    labels: Iterable[str],
    *,
    table_no: str = "",
    is_note: bool = False,
    is_of_row: bool = False,
) -> bool:
    """Whether a squashed sentence may make figures others than the form asks for.

    `years` and `bodies` are the report's own, `labels` the bare labels of the table, `table_no` its number; a note speaks of it without
    pointing at it, and so does a sentence that a label leads (`is_of_row`).
    """
    text = _AROUND.sub("", _AROUND.sub("", in_own_words(said, years, bodies, labels)))
    if _BRACKETED.fullmatch(text):
        text = _AROUND.sub("", text[1:-1])
    text = without_parts(text)
    if text.endswith(")") and text.count("(") < text.count(")"):  # what opened the note is gone
        text = _AROUND.sub("", text[:-1])
    if says_all_years_count(said) or is_what_is_asked(text, table_no, years):
        return False
    is_view = bool(_VIEW.match(text))
    goes_on, is_if = is_note, False
    for clause in filter(None, (_AROUND.sub("", each) for each in _CLAUSES.split(text))):
        is_if = is_if or bool(_IF.fullmatch(clause))
        if is_if and (_IF.fullmatch(clause) or _THEN.fullmatch(clause)):
            continue
        pointer = POINTS.search(clause)
        if ((pointer or goes_on) and _says_another(clause, pointer)) or (
            is_of_row and _OF_ROW.search(clause)
        ):
            return True
        if is_harmless(clause) or is_what_is_asked(clause, table_no, years):
            goes_on = (bool(pointer) or goes_on) and not _OF_CASES.search(clause)
            continue
        if is_view or _BECAUSE.fullmatch(clause):
            if _STRONG.search(clause):
                return True
            continue
        if is_of_row and _WRONG.search(clause):
            return True
        if _weighs(clause, pointer, goes_on=goes_on, is_note=is_note):
            return True
        goes_on = (bool(pointer) or goes_on) and not _OF_CASES.search(clause)
    return False


def _says_another(clause: str, pointer: re.Match[str] | None) -> bool:
    """Whether a clause about a table says that it is another's, or does not stand."""
    if pointer and (_WITHDRAWN.fullmatch(clause) or _MISPLACED.match(clause)):
        return True
    return bool(_OF_ANOTHER.search(clause))


def _weighs(clause: str, pointer: re.Match[str] | None, *, goes_on: bool, is_note: bool) -> bool:
    """Whether a clause that is not harmless as a whole weighs."""
    verb: re.Match[str] | None = None
    if pointer:
        verb = _IS.search(clause, pointer.start() + 1)
        subject = clause[pointer.start() : verb.start()] if verb else ""
        if verb and _OF_ONE.search(subject) and "“" not in subject and LABEL not in subject:
            return False
        if _OF_CASES.search(subject):
            return bool(_STRONG.search(clause))
    elif goes_on:
        verb = _GOES_ON.match(clause)
    if verb:
        told = clause[verb.end() :]
        if _IN_FORCE.search(clause) and not _STRONG.search(clause):
            return False
        if _HOLDS.fullmatch(verb[0]) or _LISTED.fullmatch(told):
            of_others = _WEIGHTY.search(told) or ((pointer or not is_note) and _ALIEN.search(told))
            return bool(of_others) and not (
                is_harmless_object(told) or is_harmless_object(verb[0] + told, leaves_out=True)
            )
        # the verb may belong to what is known: 按照…格式填报
        leaves_out = bool(_LEAVES_OUT.search(verb[0]))
        return not (
            is_harmless_object(told, leaves_out=leaves_out)
            or is_harmless_object(verb[0] + told, leaves_out=True)
        )
    if is_note and not pointer and len(clause) <= _LONGEST_NAME and _NAMES.fullmatch(clause):
        return not is_harmless_object(clause)
    if pointer:
        return bool(_WEIGHTY.search(clause))
    return goes_on and bool((not is_note or _FIGURES.search(clause)) and _STRONG.search(clause))
