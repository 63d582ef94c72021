"""Who reports on which year, as sentences say it, where no title on a line of its own does.

Belongs here: the title within a sentence, who drew the report up, whom to ask, who acts in its first sentences, and the
year they speak of. Does not belong here: titles, periods, signatures and file names, and what outranks what (identity.py).

Sentences also name other agencies (who asks for reports, who leads, who praises), so that only a name with a place in it is
taken: 市财政局 is one of hundreds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from assets.extract.dates import OF_YEAR, YEAR, to_year
from assets.extract.whose.names import in_full, is_government, is_in_full, is_own_name, is_zone, lower_of_two

_OPENNESS = r"(?:政府信息|政务|信息)公开"
# A title as a sentence says it; one that a notice asks for goes on with what is to be done with it.
_TITLE = re.compile(
    rf"[^。,;:|《》>]{{0,40}}?(?:{YEAR}(?:年度?[^。,;:|《》>年]{{0,25}}?)?{_OPENNESS}(?:主要)?(?:工作)?(?:情况)?(?:年度)?|{_OPENNESS}(?:工作)?{YEAR}年度(?:工作)?)报告(?!的?(?:编制|编写|编报|发布|报送|格式|有关|相关|和|及|工作|事项|的?通知))"
)
_TITLE_WITHIN = 700
# A title lies between two of the signs that it has none of, and has the words with which it ends.
_BETWEEN_SIGNS = re.compile(r"[^。,;:|《》>]+")
# A report between or behind other things that were published is last year's.
_LIST_GOES_ON = re.compile(r"(?:信息|目录|指南|内容|情况|文件|预算|决算)[^、]*[、及和与]$|[、及]$")
_LISTED = re.compile(r"(?:\([^()]{1,12}\))?(?:[0-9一二三四五六七八九十]{1,3}[份条个篇])?(?:、|等(?!六|6|\())")
# What a report says of the one before, which it tells among its works, and what announces its own.
_TOLD_OF_WORK = re.compile(
    r"(?:及时|按时|按期|按规定|按要求|准时|如期|定期|主动|将|网站上?|平台上?|专栏|[0-9]月(?:底|初|份|[0-9]{1,2}日)?前?)[^。;]{0,12}?(?:发布|公布|公开|编制|编印|上报|报送)了?《?$"
)
_ANNOUNCES = re.compile(
    r"现(?:将|把|予|面|向|公|发|按|根|依|就|编)|特(?:此|向|面|公|编|将|制)|兹|向社会|(?:根据|按照|依据|规定|要求|结合)[^。]*(?:编制|制作|形成)"
)
_AGREED_TO = re.compile(r"》?[,]?(?:已|业)经?[^。,]{0,12}(?:同意|审定|审核|批准)")
_ONE_OF_WORKS = re.compile(r"(?:[一二三四五六七八九]是|(?:此|另)外|同时)")
# Letters in which sentences are asked for the agency and the year.
_WITHIN = 4000
_ASKED_FOR = re.compile(r"关于|做好|通知")
# A name in a sentence; it may have a place in brackets: 云江高新区(滨湖)财政局.
_NAME = r"((?:[^,。;:()《》]|\((?!以下|下称|简称)[一-鿿]{2,6}\)){3,30}?)"
# What a name is called below, behind it.
_IN_SHORT = r"\((?:以下|下称|简称)[^()]{2,22}\)"
# What a sentence says before a title.
_SAID_BEFORE = re.compile(
    r".*(?:公布|(?<!信息)公开|发布|公示|编制(?!委员会|办)|编写|编报|编印|撰写|起草|制定|制作|形成|完成|报送|上报|印发|现将|根据|按照|结合(?!部)|下载|查阅|情况|关[于於](?=.))(?:了|出)?(?!局|处|中心)"
)
# The part of an agency that answers questions, which is not the agency.
_DESK = re.compile(
    r"(?:办公室|综合科)?(?:政府|政务)?信息公开(?:工作|申请|受理)+(?:机构|处|室|点|窗口)$|(?:(?:政府|政务)?信息(?:与政务)?公开(?:工作)?(?:领导小组)?|政务公开(?:工作)?(?:领导小组)?|党政(?:综合)?|综合|行政)?(?:(?<!编制委员会)(?<!编纂委员会)办公室|办|科|股|综合[一二三四五]?科|秘书科|人秘股|办公室政务公开科)$"
)
# A room within a town's or a street's house, whose name tells its house by itself.
_ROOM = re.compile(r"(?<=政府|事处)[一-鿿]{2,8}(?:办公室|办|科|股|室)$")
_TOWN = re.compile(r"(?:[镇乡](?:人民)?政府|街道办事处)$")
_BODY_WITHIN = re.compile("[局委队所站院校]|中心")
# What many zones are called in short.
_ANY_ZONE = re.compile(r"(?:国家级?|省级|经济|高新|技术|产业|工业|综合|保税|开发|度假|示范|合作|试验|新)*区")
_GROUP_OF = re.compile(
    r"(.{2,20}(?:人民|[省市县区州旗盟]))政府(?:政府)?(?:信息|政务)公开(?:工作)?领导小组(?:办公室)?$"
)
_DRAWN_UP = (
    re.compile(
        rf"(?:^由|[,。;)]由|本(?:年度)?(?:报告|年报)由){_NAME}(?:\([^()]{{2,22}}\))?(?:根据|按照|依据|依照|围绕|结合|综合(?!行政|执法|管理|保障|服务|开发|科|办|处|股|部)|汇总|(?:负责|组织)?编制)"
    ),
    re.compile(rf"(?:^|[,。;:)]){_NAME}(?:负责|组织)?(?:编制|编写|撰写|制定)了?本(?:年度)?(?:报告|年报)"),
    re.compile(
        rf"(?:^|[,。;)])由{_NAME}(?:负责|组织)?(?:编制|编写|撰写|制定)了?{YEAR}年度?{_OPENNESS}(?:工作)?(?:年度)?报告"
    ),
    re.compile(
        rf"(?:^|[,。;)]){_NAME}(?:编制|编写|撰写|形成)了(?:本级(?:行政机关)?)?《?{YEAR}年度?{_OPENNESS}(?:工作)?(?:年度)?报告"
    ),
)
# What a report is made of, whose tag before the name is lost in part: …报告格式>永安镇人民政府2024年政府信息公开总体情况.
_OVERVIEW_OF = re.compile(rf"(?:包括|包含|>):?([一-鿿]{{3,25}}?){YEAR}年度?{_OPENNESS}(?:工作)?总体情况")
# Whoever draws up a government's report is its office.
_BY_OFFICE = re.compile(r"[,。;)]由([一-鿿]{4,20}(?:人民)?政府办公[室厅])(?:负责|组织|汇总)?编制[。,]")
_BY_GOVERNMENT = re.compile(
    r"[,。;](?:现?由)([一-鿿]{1,18}[省市县区州旗盟镇乡]人民政府)(?:负责|组织)?编制[。,]"
)
_TO_ASK = re.compile(
    rf"(?:疑[问义异]|异议|咨询|意见|建议)[^。]{{0,80}}?(?:[请可接]与|请联系|致电):?{_NAME}(?:联系|[(,。])"
)
_OUR_PLACE = re.compile(r"我[省市县区州旗]")
_OFFICE, _OF_PLACE = re.compile(r"办公[室厅]$"), re.compile(r"([省市县区州旗])(?:人民)?政府$")
_OUR_AGENCY = re.compile(r"[我本][局委厅办中院校社站队单机]")
_WORK_OF = re.compile(
    rf"(?:结合|总结|梳理|做好|按照|涵盖了?|反映了?)(?:{YEAR}{OF_YEAR})?([^,。;:()《》]{{3,25}}?)(?:{_IN_SHORT})?(?:{YEAR}年度?)?政府信息公开工作"
)
# What is in brackets within a name is a place: 中国(云江)自由贸易试验区.
_CLOSED = r"(?<!\([一-鿿]{2})(?<!\([一-鿿]{3})(?<!\([一-鿿]{4})\)"
# A sentence whose subject is the agency: what it did, or where it stands.
_DOES = (
    r"(?:认真|高度重视|坚持|坚决|不断|持续|严格|全面|深入|始终|积极|主要|紧紧|紧密|紧扣|立足|围绕|聚焦|扎实|切实|依托|进一步|以习近平|以公开|按照|根据|依据|依照|编制|加强|着力|共主动公开|主动公开|全年|未|无行政(?:许可|处罚|强制)|[现特]面?向社会|(?:面?向社会)?(?:公布|发布|公开)本(?=单位|机关|部门|[局委厅办院])|在[^,。]{0,10}(?:委|政府|领导|指导|关心)|"
    rf"{YEAR}年)(?![^。]{{0,60}}[对给向为]我)"
)
_SUBJECT = re.compile(
    rf"(?:^(?:附件[0-9]{{0,2}})?|[。,:;]|{_CLOSED}|情况|{YEAR}{OF_YEAR})([^,。;:()《》、的0-9.]{{3,25}}?)(?:\([^()]{{2,22}}\))?(?={_DOES})"
)
# A place, and no agency of it, that does so in the year.
_PLACE_ACTS = re.compile(rf"(?:^|[。;:)]){YEAR}年(?:度|以来)?,?([一-鿿]{{2,9}}[省市县区州旗盟]){_DOES}")
# The same in the year's sum: what it made public, on whose site.
_MADE_PUBLIC = re.compile(
    rf"{YEAR}年,([^,。;:()《》、的0-9.]{{3,25}}?)通过[^,。;:]{{1,14}}(?:网站|平台)[^,。;:]{{0,6}}公开(?:政府|政务)?信息[0-9]"
)
# Who leads the work in the agency itself.
_OWN_GROUP = re.compile(
    rf"[我本][局厅委办院校站队][^。]{{0,8}}(?:成立|设立|组建|调整)了?[^。《》]{{0,80}}?[的了]?([^,。;:()《》、的了]{{3,25}}?)(?:{_OPENNESS}|政府信息与政务公开)(?:工作)?领导小组"
)
# What a text calls itself.
_OWN_KIND = re.compile(r"[我本]([局厅委镇乡街院校])(?![员任内部区])")
# A zone or a park speaks of itself as one.
_AS_ZONE = re.compile(rf"(?:^|[。;,|]){YEAR}年度?,?[全我本]?园区(?=在|认真|坚持|严格|深入|积极)|[我本]园区?")
# What a hall of papers or pictures says of itself; a county's report tells of its halls, too, as of rooms to read in.
_AS_HALL = re.compile("[我本]馆")
_PUBLISHED_BY = re.compile(
    r"(?:发\s{0,9}[布文]\s{0,9}(?:机\s{0,9}[构关]|单\s{0,9}位)|来\s{0,9}源)[\s:：|]{1,20}([一-鿿]{3,30})(?![一-鿿:：])"
)
_YEARS = (
    re.compile(
        rf"[现特兹]将({YEAR})年度?(?:政务)?{_OPENNESS}(?:工作)?(?:有关|相关)?情况(?:向社会)?(?:公布|公开|报告|汇报|通报|公示)如下"
    ),
    re.compile(rf"({YEAR})年(?:度|以来)?,(?![^,。]{{0,12}}将)"),
    re.compile(rf"截[止至]到?({YEAR})年(?:12月|底|末)"),
    re.compile(
        rf"数据的?(?:统计|核定|采集|收集|汇总|起止|截[止至]){{0,2}}(?:时间点?|时点|时限|期限|节点)(?:均?[为是]|截[止至]到?|[到至])({YEAR})年12月31日"
    ),
    re.compile(rf"({YEAR})年度?(?:我[^国]|[街乡镇]|主动公开|政府信息公开|共)(?![^,。]{{0,12}}将)"),
    re.compile(rf"(?:[局委镇乡院校]|结合|总结|梳理)({YEAR})年"),
)
# What the report counts is of its own year, which is none before a year told of earlier.
_COUNTED = re.compile(
    rf"(?<![比较与和从自])({YEAR})年度?,?[^,。;:0-9]{{0,15}}?(?:主动公开|共公开|发布|收到|新收)[^,。;:0-9]{{0,20}}[0-9]"
)
# The same farther off, of the one year that is told of.
_COUNTS = re.compile(
    rf"(?<![比较与和从自])({YEAR})年(?![^,。]{{0,12}}[将拟])[^,。;:0-9]{{0,30}}?(?:主动公开|公开|发布|收到|新收)[^,。;:0-9]{{0,20}}[0-9]"
)
_YEAR_TOLD = re.compile(rf"({YEAR})年")
# What is quoted is of other years, and so are a report that was made public among other things and a notice that asks for reports.
_QUOTED = re.compile(
    rf"《[^《》]{{0,80}}》|\([^()]{{0,60}}\)|{YEAR}年[^,。;:]{{0,60}}?报告[^,。;:]{{0,12}}通知"
    rf"|(?:发布|公布|公开|完成|编制|报送|上报)了?{YEAR}年度?{_OPENNESS}(?:工作)?(?:年度报告|年报|报告)(?!如下)"
)
# A report that a sentence goes by is another one.
_GOES_BY = re.compile(
    r"(?:按照|根据|依据|依照|遵照|对照|参照|参考|针对|围绕|落实|参见|详见)[^,。;:《》]{0,8}《$"
)


def title_in(text: str) -> tuple[int, str] | None:
    """Where in a squashed text a sentence names the report, and that name: agency, year and 政府信息公开…报告."""
    within = text[:_TITLE_WITHIN]
    for found in (
        found
        for part in _BETWEEN_SIGNS.finditer(within)
        if "公开" in part[0] and "报告" in part[0]
        for found in _TITLE.finditer(within, *part.span())
    ):
        name = _SAID_BEFORE.sub("", head := re.split(YEAR, found[0])[0]) + found[0][len(head) :]
        if _LIST_GOES_ON.search(head):
            continue
        at = found.end() - len(name)
        before = text[max(0, at - 24) : at]
        said = text[text.rfind("。", 0, at) + 1 : at]
        if not (_ANNOUNCES.search(said) or _AGREED_TO.match(text, found.end())) and (
            _TOLD_OF_WORK.search(before) or _ONE_OF_WORKS.match(said) or _is_of_another_year(text, at, name)
        ):
            continue
        if not (_ASKED_FOR.search(found[0]) or _GOES_BY.search(before) or _LISTED.match(text, found.end())):
            return at, name
    return None


def _is_of_another_year(text: str, at: int, name: str) -> bool:
    """Whether sentences beside a title tell of another year than it does."""
    year = re.search(YEAR, name)
    told = year_in(text[:at] + " " * len(name) + text[at + len(name) :]) if year else None
    return bool(told and year and to_year(told[1]) != to_year(year[0]))


def who_published(text: str, lines: Sequence[str]) -> tuple[int, str] | None:
    """The agency that a page names as its publisher, and the number of the line, where the text speaks as one of its kind."""
    for number, line in enumerate(lines, 1):
        for found in _PUBLISHED_BY.finditer(line) if "源" in line or "发" in line else ():
            if is_zone(found[1]) and _AS_ZONE.search(text[:_WITHIN]):
                return number, found[1]
            if is_own_name(found[1]) and (speaks_as(text, found[1]) > 0 or _is_asked(text, found[1])):
                return number, found[1]
    return None


def _is_asked(text: str, name: str) -> bool:
    """Whether an agency is the one that answers questions, named without its place: 县审计局 is 青岚县审计局."""
    desks = (_DESK.sub("", found[1]) for found in _TO_ASK.finditer(text[:_WITHIN]))
    return speaks_as(text, name) > -2 and any(is_in_full(name, desk) for desk in desks if len(desk) > 2)


def speaks_as(text: str, name: str) -> int:
    """How often a text calls itself what an agency of this name is, less than 0 where it calls itself something else.

    我局 is none of a town's.
    """
    kinds = Counter(_OWN_KIND.findall(text[:_WITHIN]))
    kind, often = kinds.most_common(1)[0] if kinds else ("", 0)
    return often if kind in name else -often


def who_drew_up(text: str) -> tuple[int, str] | None:
    """Who drew the report up, or whose desk."""
    for found in (found for pattern in _DRAWN_UP for found in pattern.finditer(text[:_WITHIN])):
        for said in (found[1], _DESK.sub("", found[1])):
            if is_own_name(name := in_full(said, text)):
                return found.start(1), name
        desk = _DESK.sub("", found[1])
        is_place = is_government(f"{found[1]}政府") or (is_zone(desk) and not _ANY_ZONE.fullmatch(desk))
        if is_place and not _OUR_AGENCY.search(text[:_WITHIN]):
            return found.start(1), desk
        of = _GROUP_OF.search(found[1])
        if of and is_government(f"{of[1]}政府"):  # the group leads the work of all that it governs
            return found.start(1), f"{of[1]}政府"
    for by in (_BY_GOVERNMENT, _BY_OFFICE):
        drew_up = by.search(text[:_WITHIN])
        if drew_up and is_government(drew_up[1]) and not _OUR_AGENCY.search(text[:_WITHIN]):
            return drew_up.start(1), drew_up[1]
    return None


def who_reports(text: str, is_name: Callable[[str], bool] = is_own_name) -> tuple[int, str] | None:
    """The agency whose desk answers questions, or of whose work the first sentences tell, and where it is named."""
    # Where 我县 reports, the desk is that of a department, which does not.
    governed = _OUR_PLACE.search(text[:_WITHIN]) and not _OUR_AGENCY.search(text[:_WITHIN])
    if not governed and (place := _who_governs(text[:_WITHIN])):
        return place
    first = (_OVERVIEW_OF,) if governed else (_OVERVIEW_OF, _TO_ASK)
    for pattern in (*first, _WORK_OF, _SUBJECT):
        for found in pattern.finditer(text[:_WITHIN]):
            told = _desk_of(found[1]) if pattern is _TO_ASK else _SAID_BEFORE.sub("", found[1])
            name = lower_of_two(in_full(told, text))
            if pattern is _SUBJECT and name.endswith("馆") and not _AS_HALL.search(text[:_WITHIN]):
                continue
            if is_name(name) and speaks_as(text, name) > -2:  # one may be a slip
                return found.start(1), name
    public = {found[1]: found.start(1) for found in _MADE_PUBLIC.finditer(text[:_WITHIN])}
    if len(public) == 1 and not governed:
        ((name, at),) = public.items()
        if is_name(name) and speaks_as(text, name) > -2:
            return at, name
    for found in _OWN_GROUP.finditer(text[:_WITHIN]):
        if is_name(found[1]) and speaks_as(text, found[1]) > 0:
            return found.start(1), found[1]
    return None


def _desk_of(desk: str) -> str:
    """Of whom a desk is: the agency without its office's name."""
    room = _ROOM.search(desk)
    if room and _TOWN.search(house := desk[: room.start()]) and not _BODY_WITHIN.search(room[0]):
        return house
    return _DESK.sub("", desk)


def government_asked(text: str) -> tuple[int, str] | None:
    """The government whose own office answers questions, where the text speaks as its place: 我区, and never 我局 or 我镇."""
    text = text[:_WITHIN]
    places = Counter(_OUR_PLACE.findall(text))
    if not places or _OUR_AGENCY.search(text):
        return None
    asked = {_OFFICE.sub("", found[1]): found.start(1) for found in _TO_ASK.finditer(text)}
    if len(asked) != 1:
        return None
    ((name, at),) = asked.items()
    of = _OF_PLACE.search(name)
    is_its_place = of is not None and places.most_common(1)[0][0] == f"我{of[1]}"
    return (at, name) if is_its_place and is_government(name) and not _OWN_KIND.search(text) else None


def _who_governs(text: str) -> tuple[int, str] | None:
    """The place of which a text tells what it did in the year, where the desk is that of one of its departments."""
    acts = _PLACE_ACTS.search(text)
    if acts is None or _OUR_AGENCY.search(text) or not is_government(f"{acts[1]}政府"):
        return None
    desks = (_DESK.sub("", found[1]) for found in _TO_ASK.finditer(text))
    is_desk = any(desk.startswith(acts[1]) and len(desk) > len(acts[1]) for desk in desks)
    return (acts.start(1), acts[1]) if is_desk else None


def year_in(text: str) -> tuple[int, str] | None:
    """The year of which sentences tell, and where; what they quote is of other years."""
    plain = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), text[:_WITHIN])
    first = next((m for year in _YEARS if (m := year.search(plain))), None)
    counted = [*_COUNTED.finditer(plain)]
    if first and len({m[1] for m in counted}) == 1 and counted[0][1] > first[1]:
        first = counted[0]
    if first is None and len(set(_YEAR_TOLD.findall(plain))) == 1:
        first = _COUNTS.search(plain)
    return (first.start(1), first[1]) if first else None
