"""What sentences about a table may say without changing what its figures are: where they are from, what adds up, how they compare.

    上表数据为本年度数据 | 单位：件 | 具体情况如下表 | 无数据的栏目填“0” | 由局办公室填报 | 信访事项不计入本表 | 从上表可以看出，申请有所增加

No list of what may be wrong with figures is ever whole; so a sentence about a table is a doubt of it, and here stands what is none.
A sentence is asked clause by clause: each is made of nothing but words of the form, of the report's own year and body and of the table, or
follows a pattern. Belongs here: these words and patterns. Does not belong here: of which table a sentence speaks (spokenof.py).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from assets.extract.dates import YEAR, to_year
from assets.extract.labels import squash
from schemas.form import forms
from schemas.ofnoweight import OF_NO_WEIGHT
from schemas.whose import WORDS, any_of

# What stands for the report's year, its body and a label of the table while a sentence is asked.
_OWN_YEAR, _OWN_BODY, LABEL = "本年", "本机关", "某栏"
_MONTHS = r"(?:0?1月份?[至到\-—–~～]{1,2}12月份?|1[至到\-—–~～]{1,2}12月份?|0?1月0?1日起?[至到\-—–~～]{1,2}(?:[0-9]{4}年)?12月31日(?:24时)?止?)"
_PERIOD = re.compile(
    rf"(?:自|从|截[至止]到?)?({YEAR})年(?:度|{_MONTHS}|12月31日(?:24时)?止?|12月?底|[年]?底|末)?"
)
_YEARS_WITHIN = re.compile(r"([0-9]{4})年")

_FRAGMENTS = any_of(
    OF_NO_WEIGHT.of_tables,
    OF_NO_WEIGHT.of_forms,
    OF_NO_WEIGHT.of_origin,
    OF_NO_WEIGHT.between,
    WORDS.own_body,
    WORDS.this_year,
)
_MADE_OF = rf"(?:{_FRAGMENTS})*+"
# A label leads; behind what is said of the table, its words would be what the figures are of.
_LED_BY = rf"(?:{LABEL}|(?:{any_of(OF_NO_WEIGHT.of_tables, ['、', '和', '与', '及', '的', '“', '”', '均', '都', '部分'])}))*+"
_SAYS_NOTHING = re.compile(_LED_BY + _MADE_OF)

_COUNT = r"[0-9][0-9.]*+(?:余|多)?(?:个百分点|百分点|人次|批次|万元|[个件条次项宗起篇份元%])?次?"
_COUNTED = r"(?:收到|受理|办结|答复|公开|办理|新收|结转|发布|制发|制定|废止|作出|处理|审查|申请|发生|收费|收取|占|为|共|计|有|达|其中|增加|减少)"
_NOT_OWN_WORDS = r"(?!.*(?:单位|误|应为|应是|实为|实际|更正|改为|错|作废))"
_LAST = rf"(?:{any_of(WORDS.last_year, WORDS.earlier_years)}|前年|{YEAR}年|同期)"
_TREND = r"(?:增加|减少|增长|下降|上升|持平|降低|提高|提升|多|少)"
_OTHERS = any_of(WORDS.other_subjects, OF_NO_WEIGHT.counted_elsewhere)
_INNER = r"(?:科室?|办公室|股室?|处室|内设机构|业务口|系统|平台|专人)"
_PATTERNS = (
    # a unit of counts
    rf"{_LED_BY}(?:计量)?单位:?(?:为|是)?[\(“]?[件条宗起项个次、\(\)/]{{1,8}}[\)”]?",
    # figures that are told again, and what they come to
    rf"{_NOT_OWN_WORDS}.{{0,40}}?{_COUNTED}.{{0,12}}?{_COUNT}(?:.{{0,2}}占.{{0,12}}?{_COUNT})?",
    rf"{_NOT_OWN_WORDS}[^表]{{0,16}}?{_COUNT}",
    rf"(?!.*[为系是属于](?:本年|上年|较|比|与|同比)).{{0,40}}?(?:较|比|与|同比|环比).{{0,4}}?(?:{_LAST}.{{0,8}}?)?(?:相比)?(?:有所|略有|明显|大幅|基本)?{_TREND}了?(?:约|近|超)?(?:{_COUNT})?",
    rf"(?:与|同|和).{{0,4}}?{_LAST}度?(?:同期)?相比|[^为系是]{{0,24}}?(?:有所|略有|明显|大幅|基本|逐年|稳步){_TREND}(?:{_COUNT})?|.{{0,12}}?(?:不可比|无可比性|不具有?可比性)",
    r"(?!.*[表数]).{0,30}?(?:主要|集中|最多|居多|较多|较少).{0,40}",
    r"(?!.*[表数]).{0,30}?(?:办结|答复|办理完毕|审结)",
    # that there was nothing
    rf"{_LED_BY}{_MADE_OF}(?:未收到|未发生|未产生|未收取|未作出|未制定|未制发|不涉及|没有|暂无|尚无|并无|无)(?!本机关)(?!.*(?:意义|包括|包含|计入|统计|纳入|列入|更新|修改)).{{0,24}}?(?:申请|案件|复议|诉讼|收费|业务|事项|情况|规章|文件|许可|处罚|强制|内容|职能|权限|职责)(?:情况|发生)?",
    rf"{_LED_BY}(?:数据|数字|情况)?(?:均|都)?[为是填](?:“?[0零无]”?)",
    r".{0,12}?(?:空白|空格|无数据|没有数据|无内容|未发生|未填|无此项|[“\"]?[-/—][”\"]?).{0,12}?(?:填|为|以|用|表示|记|标|写|计).{0,6}?(?:0|零|/|-|—|无|空|没有).{0,10}",
    # what of other things is not counted, and what a label holds
    rf".{{0,30}}?{_OTHERS}.{{0,20}}?(?:另行|单独|分别|自行|不|未|没有).{{0,8}}?(?:统计|发布|公布|报告|列入|计入|纳入|包括|包含|编制|公开|反映).{{0,8}}",
    rf".{{0,12}}?(?:不含|不包括|不包含|未含|剔除|扣除).{{0,16}}?{_OTHERS}.{{0,16}}",
    r"(?:均|都|也)?(?:不|未)(?:列入|计入|纳入|包含在|反映在)(?:本表|上表|下表|表内|表中|统计范围|统计|其中)?内?",
    r".{0,12}?以本(?:报告|表)为准|其中",
    r"其?(?:年报|年度报告|情况|数据)?(?:另行|单独|分别)(?:发布|公布|报告|编制|统计)",
    rf"{_LED_BY}(?:不含|不包括|不包含|不计)(?:{LABEL}|的|件数|数量|数据|情况)+",
    rf"{_LED_BY}(?:包括|包含|含)(?:个体|民营|私营|国有|外资|合伙|农民|合作社|律师|基金会|学校|高校|医院|公司|社会团体|事业单位).{{0,20}}",
    # sums, and what rounding does to them
    rf"{_LED_BY}(?:为|是|系|等于)?(?:各|六|七|四|三|两|前.|以上|上述)[类项列行种栏](?:申请人|数据|数字|{LABEL})?(?:之和|合计|相加|的和)",
    r".*第[一二三四]项[加减+与和、]第[一二三四]项.*|.*[勾钩]稽.*|等于第[一二三四]项.*",
    r".{0,20}?(?:因|由于|经)四舍五入.{0,20}|.{0,30}?(?:可能|略)有?(?:差异|误差|出入|不等|不符).{0,10}",
    # whose hands they went through, by what rule
    r"(?!.*(?:为|系(?!统)|是)).{0,16}?(?:已?经|已|由).{0,24}?(?:核实|核对|审核|审定|核定|审查|复核|校对|确认|批准|通过)(?:过|无误|完毕|后.{0,6})?",
    rf"(?!.*(?:{any_of(WORDS.under_body)})).{{0,16}}?由.{{0,10}}?{_INNER}.{{0,6}}?(?:填报|提供|汇总|统计|编制|导出|生成|制作|录入|填写|采集)(?:并.{{0,8}})?|各?(?:业务)?{_INNER}(?:负责)?提供.{{0,10}}",
    rf"(?!.*(?:合计|累计|平均|比例|{any_of(WORDS.last_year)}|样例)).{{0,16}}?(?:按照?|根据|依据|依照|遵照).{{0,40}}?(?:口径|格式|要求|规定|标准|文件|办法|样式|模板|条例|通知|号)(?:进行)?(?:填报|统计|剔除重复件?|填写|汇总|编制|编写|报送|列示)?(?:的?数据)?",
    r".{0,10}?(?:样式|格式|表式|式样).{0,4}?(?:由|按|系|为|依).{0,24}?(?:制定|规定|统一|印发|确定).{0,6}",
    r"(?!.*不(?:一致|相符)).{0,24}?(?:与|同|和).{0,24}?(?:一致|相符|相同|吻合|衔接)(?:的?数据)?|无误填?|准确无误",
    r"(?:数据)?来源(?:于|为)?:?.{0,24}?(?:系统|平台|科室?|办公室|台账|登记簿?|统计)",
    # where more is told, and whom to ask
    r"(?!.*(?:实际|正确|真实|更正)).{0,40}?(?:见|可登录|可在|登录|查阅|查询|下载|链接).{0,30}?(?:网站|平台|报告|附件|附表|附后|专栏|公报|部分|查询|下载|网).{0,8}",
    r".{0,16}?(?:电话|地址|邮编|邮箱|联系|传真|网址).{0,60}",
)
_HARMLESS = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS))
_IF = re.compile(r".{0,16}?(?:如有|若有|如发现|若发现|如与|如对|如需).{0,60}")
# What a clause says that something is; no such word is the first half of 系统 and the like.
_SAYS_WHAT = re.compile("(?<![因认作成])为|系(?![统列])|是|属于")
_THEN = re.compile(r"(?:将|请|应|可|欢迎|以|敬请|届时).{0,40}")
_BECAUSE = re.compile(r"(?:注:)?(?:因|由于|鉴于|受).{1,24}(?:原因|影响|改革|调整|划转|变动|变化|变更)?")
# What follows is a view of the figures, if it does not say that they are wrong.
_VIEW = re.compile(
    r"(?:(?:由|从|据|通过).{0,10}?(?:表|数据|统计|数字)[中内]?.{0,6}?(?:看|可见|可知|得出|发现|分析|反映出)|.{0,4}(?:表|数据|统计|数字)(?:可见|表明|显示(?!的)|所示|反映出))"
)
_WRONG = re.compile(
    rf"误|错|更正|作废|不是|并非|不实|未更新|{any_of(WORDS.last_year)}度?的?数[据字]|{any_of(WORDS.examples, WORDS.made_up)}"
)
_BY_NAME = re.compile(r"(?:本报告)?(?:第[二三四234]部分|表[二三四])(?:的?表格?)?|(?:下文|本报告)表格?")
_CLAUSES = re.compile(r"[,;。!]")
_AROUND = re.compile(
    r"^(?:\(?[0-9一二三四五六七]{1,2}[\).、]+|[(（]?(?:备?注|说明|编者按|附|特此说明|需要说明的是)[0-9]?[:,]?)+|[:。;,.]+$"
)


def changes_nothing(said: str, years: Collection[int], bodies: Iterable[str], labels: Iterable[str]) -> bool:
    """Whether a squashed sentence says nothing of a table that makes its figures others than the form asks for.

    `years` and `bodies` are the report's own, `labels` the bare labels of the table.
    """
    text = _in_own_words(_BY_NAME.sub("本表", _table_names().sub("表", said)), years, bodies, labels)
    text = _AROUND.sub("", _AROUND.sub("", text))
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1]
    if _VIEW.match(text) and not _WRONG.search(text):
        return True
    clauses = [c for each in _CLAUSES.split(text) if (c := _AROUND.sub("", each))]
    is_if = False
    for clause in clauses:
        is_if = is_if or bool(_IF.fullmatch(clause))
        if _SAYS_NOTHING.fullmatch(clause) or _IF.fullmatch(clause) or (is_if and _THEN.fullmatch(clause)):
            continue
        if len(clauses) > 1 and _BECAUSE.fullmatch(clause) and not _SAYS_WHAT.search(clause):
            continue
        if len(clause) > _LONGEST or not _HARMLESS.fullmatch(clause):
            return False
    return True


@cache
def _table_names() -> re.Pattern[str]:
    """The names of the forms' tables, in quotation marks or before 表."""
    names = any_of(squash(n) for form in forms().values() for t in form.tables for n in (t.zh, *t.aliases))
    return re.compile(rf"“{names}”表?格?|{names}(?:统计)?表格?")


# Letters of a clause that is asked.
_LONGEST = 120


def _in_own_words(said: str, years: Collection[int], bodies: Iterable[str], labels: Iterable[str]) -> str:
    """A sentence with one word each for the report's year, its body and the labels of the table."""

    def own_period(found: re.Match[str]) -> str:
        within = {int(year) for year in _YEARS_WITHIN.findall(found[0])} | {to_year(found[1])}
        return _OWN_YEAR if within <= set(years) else found[0]

    text = said
    for body in sorted((b for b in bodies if len(b) > 1), key=len, reverse=True):
        text = text.replace(body, _OWN_BODY)
    text = re.sub(
        rf"(?:我|本)(?:{any_of(WORDS.own_kinds)}|单位|机关|部门|中心|站|所|队|市|县|区)(?![市县区局])",
        _OWN_BODY,
        text,
    )
    text = re.sub(r"“([^“”]{2,30})”", lambda f: LABEL if any(f[1] in each for each in labels) else f[0], text)
    text = "".join(_with_labels(clause, labels) for clause in re.split(r"(?<=[,;。!])", text))
    text = _PERIOD.sub(own_period, text)
    return re.sub(rf"(?:本年度?|{_OWN_YEAR})(?:的?{_MONTHS})?|(?<![0-9]){_MONTHS}", _OWN_YEAR, text)


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
