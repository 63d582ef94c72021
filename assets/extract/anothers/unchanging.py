"""What clauses about a table may say without changing what its figures are: where they are from, what adds up, how they compare.

    上表数据为本年度数据 | 单位：件 | 具体情况如下表 | 无数据的栏目填“0” | 由局办公室填报 | 信访事项不计入本表

A clause is made of nothing but words of the form, of the report's own year and body and of the table, or follows a pattern; so is what a
clause says that figures are. Belongs here: these patterns, over the words of schemas/ofnoweight.toml. Does not belong here: of which table a
sentence speaks (spokenof.py), years and names (ownwords.py), which clauses must be harmless to be read over (changing.py).
"""

from __future__ import annotations

import re

from assets.extract.anothers.ownwords import LABEL, OWN_BODY, OWN_YEAR
from assets.extract.dates import YEAR
from schemas.ofnoweight import OF_NO_WEIGHT
from schemas.whose import WORDS, any_of

_FRAGMENTS = any_of(
    OF_NO_WEIGHT.of_tables,
    OF_NO_WEIGHT.of_forms,
    OF_NO_WEIGHT.of_origin,
    OF_NO_WEIGHT.between,
    OF_NO_WEIGHT.of_writing,
    [OWN_BODY],
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
_UNDER = rf"(?:{any_of(WORDS.under_body)}|{any_of(WORDS.over_kinds)}属)(?:各|的)?(?:级|二级|基层|事业|企业|参公|预算)*(?:单位|机构|部门|站所|学校|中心)?"
# What cases of a label are not that mostly make it up: a part of them, another's, no figures.
_WEIGHTY = any_of(
    *(OF_NO_WEIGHT.other_times, OF_NO_WEIGHT.other_copies, OF_NO_WEIGHT.no_figures),
    *(OF_NO_WEIGHT.errors, OF_NO_WEIGHT.measures, OF_NO_WEIGHT.shares),
    *(WORDS.under_body, WORDS.other_subjects, WORDS.other_matters),
)
_NO_CASES = rf"(?:[年数表]|汇总|全[国省市县区]|{LABEL}|{_WEIGHTY})"
_PATTERNS = (
    # a unit of counts
    rf"{_LED_BY}(?:计量)?单位:?(?:为|是)?[\(“]?[件条宗起项个次、\(\)/]{{1,8}}[\)”]?",
    # figures that are told again, and what they come to
    rf"{_NOT_OWN_WORDS}.{{0,40}}?{_COUNTED}.{{0,12}}?{_COUNT}(?:.{{0,2}}占.{{0,12}}?{_COUNT})?",
    rf"{_NOT_OWN_WORDS}[^表]{{0,16}}?{_COUNT}",
    rf"(?!.*[为系是属于](?:本年|上年|较|比|与|同比)).{{0,40}}?(?:较|比|与|同比|环比).{{0,4}}?(?:{_LAST}.{{0,8}}?)?(?:相比)?(?:有所|略有|明显|大幅|基本)?{_TREND}了?(?:约|近|超)?(?:{_COUNT})?",
    rf"(?:与|同|和).{{0,4}}?{_LAST}度?(?:同期)?相比|[^为系是]{{0,24}}?(?:有所|略有|明显|大幅|基本|逐年|稳步){_TREND}(?:{_COUNT})?|.{{0,12}}?(?:不可比|无可比性|不具有?可比性)",
    r"(?!.*[表数]).{0,30}?(?:主要|集中|最多|居多|较多|较少).{0,40}",
    # what most of them are
    rf"(?=[^,;]*{LABEL}[^,;]*主要){_LED_BY}主要(?:为|是|系|涉及|因)(?!.*{_NO_CASES}).{{2,40}}",
    r"(?!.*[表数]).{0,30}?(?:办结|答复|办理完毕|审结)",
    # that there was nothing
    rf"{_LED_BY}{_MADE_OF}(?:未收到|未发生|未产生|未收取|未作出|未制定|未制发|不涉及|没有|暂无|尚无|并无|无)(?!本机关)(?!.*(?:意义|包括|包含|计入|统计|纳入|列入|更新|修改)).{{0,24}}?(?:申请|案件|复议|诉讼|收费|业务|事项|情况|规章|文件|许可|处罚|强制|内容|职能|权限|职责)(?:情况|发生)?",
    rf"{_LED_BY}(?:数据|数字|情况)?(?:均|都)?[为是填](?:“?[0零无]”?)",
    r".{0,12}?(?:空白|空格|无数据|没有数据|无内容|未发生|未填|无此项|[“\"]?[-/—][”\"]?).{0,12}?(?:填|为|以|用|表示|记|标|写|计).{0,6}?(?:0|零|/|-|—|无|空|没有|不适用|不涉及).{0,10}",
    # what of other things is not counted, and what a label holds
    rf".{{0,30}}?{_OTHERS}.{{0,20}}?(?:另行|单独|分别|自行|不|未|没有).{{0,8}}?(?:统计|发布|公布|报告|列入|计入|纳入|包括|包含|编制|公开|反映).{{0,8}}",
    rf".{{0,12}}?(?:[不未]含|[不未]包括|[不未]包含|剔除|扣除).{{0,16}}?{_OTHERS}.{{0,16}}",
    r"(?:均|都|也)?(?:不|未)(?:列入|计入|纳入|包含在|反映在)(?:本表|上表|下表|表内|表中|统计范围|统计|其中)?内?",
    r".{0,12}?以本(?:报告|表)为准|其中",
    r"其?(?:年报|年度报告|情况|数据)?(?:另行|单独|分别)(?:发布|公布|报告|编制|统计)",
    rf"{_LED_BY}(?:不含|不包括|不包含|不计)(?:{LABEL}|的|件数|数量|数据|情况)+",
    rf"{_LED_BY}(?:包括|包含|含)(?:个体|民营|私营|国有|外资|合伙|农民|合作社|律师|基金会|学校|高校|医院|公司|社会团体|事业单位).{{0,20}}",
    # what the form says itself of a label, and in which order columns stand
    r"区分处理的?|只计这一情[形况]|不计其[他它]情[形况]",
    rf"(?!.*{YEAR}年).{{0,20}}?(?:依次|顺序|分别)(?:为|是|对应).{{0,60}}",
    # sums, and what rounding does to them
    rf"{_LED_BY}(?:为|是|系|等于)?(?:各|六|七|四|三|两|前.|以上|上述)[类项列行种栏](?:申请人?|数据|数字|数量|件数|的|{LABEL})*+(?:之和|合计|相加|总和|总数|和)",
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
_FIGURES = r"(?:的|有关|相关|填报|上报|统计|汇总|办理|数据|数字|情况|件数|数|申请|在内|一并|合计)*+"
_OBJECTS = (
    # the own body with those under it: reports do so, and may leave them out
    rf"{OWN_BODY}(?:本级|机关)?(?:及其?|和|与|含|、|并含|包括|以及)(?:全部|各)?{_UNDER}{_FIGURES}",
    rf"(?:并入|计入|包括|包含|含|纳入|不含|未含|未计入|未并入|未纳入|不包括|不包含)(?:了|全部|各)?{_UNDER}{_FIGURES}",
    # after which pattern they were filled in
    rf"(?:{OWN_BODY})?(?:根据|按照?|依照|依据|参照|遵照|采用(?!的|样表))(?!.*(?:{YEAR}年|测试|演示|模拟)).{{0,24}}?(?:台账|登记簿|样表|样式|模板|格式|口径|要求|规定|标准|表式|通知|办法|条例|系统|平台)(?:的?要求)?(?:进行)?(?:填报|填列|填写|编制|统计|汇总|整理|列示)?(?:得出|而成|形成|所得)?(?:的?(?:数据|数字|情况))?",
    # what the rows of table 2 count
    rf"(?:{OWN_BODY}|本年|全年|年度|作出|实施|制发|印发|的)*+(?:行政)?(?:许可|处罚|强制|规范性文件)(?:的?处理)?(?:决定|措施|制发|制定)的?(?:总?数量?|件数)",
    # units: of counts, and of money
    r"件.{0,6}|(?:[万亿])?元",
    # the systems and books that they are taken from, the day by which they are counted, and where fees go
    rf"(?:取自|来自|来源于?|源于|引自)(?!.*{_OTHERS})(?!.*(?:测试|演示|模拟|{YEAR}年)).{{0,24}}?(?:系统|平台|台账|登记簿?|登记表|记录|数据库|科室?|办公室)(?:的?数据)?",
    r"按照?.{0,16}?(?:划分|分类|归类|区分|分列)",
    r"按.{0,12}?(?:之日|日期|时间|时点|先后)(?:进行)?(?:统计|计算|计入|归集|填报|排列)",
    r".{0,10}?(?:非税|入库|缴库|国库|实收|收缴).{0,8}",
    # the whole of the own year
    rf"(?:{OWN_BODY}|的)*(?:{OWN_YEAR}(?:年度|全年)?|全年)度?的?(?:累计|合计|总计)(?:的?(?:总数|数据|数字|情况|数))?",
    # counts that are told again
    rf"(?:共)?{_COUNT}",
    r"[0零无/\-—]+|空白?",
)
_OBJECT = re.compile("|".join(f"(?:{pattern})" for pattern in _OBJECTS))
_LED_TO = re.compile(r"^(?:的?[是为系]|均|都|仅|只|:)*+")
# Letters of a clause that is asked.
_LONGEST = 120


def is_harmless(clause: str) -> bool:
    """Whether a clause, in own words, is known to say nothing that changes a table's figures."""
    return len(clause) <= _LONGEST and bool(
        _SAYS_NOTHING.fullmatch(clause) or _HARMLESS.fullmatch(clause) or _OBJECT.fullmatch(clause)
    )


def is_harmless_object(told: str, *, leaves_out: bool = False) -> bool:
    """Whether what a clause says that figures are, or hold, is what they are by the form.

    What they leave out (`leaves_out`) is harmless only if it is known not to belong to them.
    """
    bare = told[_LED_TO.match(told).end() :].strip(":()")  # type: ignore[union-attr]
    return len(told) <= _LONGEST and bool(
        (not leaves_out and _OWN_OBJECT.fullmatch(bare))
        or _OBJECT.fullmatch(bare)
        or _HARMLESS.fullmatch(bare)
    )


_OWN_OBJECT = re.compile(_MADE_OF)
