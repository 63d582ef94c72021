"""Names of agencies: which tell one from all others, and which two are one agency's.

Belongs here: what a name says by itself. Does not belong here: where a text names its agency (titles.py, selfnamed.py).

A name with a place in it is one agency's; 市财政局 is one of hundreds.
"""

from __future__ import annotations

import re

from assets.extract.labels import is_spread_in
from assets.extract.memory import remembering
from schemas.whose import WORDS, any_of

# A place that begins as a word for the speaker does; 全州县级部门 and 全州县市 are of all a prefecture.
LIKE_SELF = rf"(?!全州县[市级]){any_of(WORDS.places_like_self)}"
_SELF = re.compile(
    rf"(?!{LIKE_SELF})(?:本|我|全|该|各|此|其|上级|[市县区州省镇乡](?!.{{0,8}}?[省市县区州旗盟镇乡]|.{{0,12}}?自治[县旗]))"
)
# Words in names of many agencies whose letters are those of places: 丰城市, 石城镇 and 某市民政局 hold places.
_NO_PLACE = re.compile(
    r"城乡(?=建设|规划|管理|居民|环境|综合|发展|水务|和|客运|融合|统筹)|乡村|乡镇|市场|市容|市政(?!务|府|协|法)|社区|区划|市民(?=服务|中心|之家)|"
    r"城市(?=管理|建设|更新|规划|综合|公用|运行|运营|客运|轨道|开发)|城镇(?=居民|职工|管理|建设|规划|化)"
)
_PLACE = re.compile(
    r"国家|中国|中华|全国|国务院|最高|.{1,10}?(?:[省市县区州旗盟镇乡]|苏木|街道|开发区|新区|兵团)|[一-鿿]{1,14}?自治[县旗]"
)
_AGENCY = re.compile(
    rf"(?:{any_of(WORDS.farms, WORDS.halls)}|局|委员会|厅|管委会|街道办事处|街道|(?:[镇乡]|苏木)(?:(?:人民)?政府)?|署|(?<![省市县区州旗盟镇乡街党工纪])委|支队|总队|大队|联合会|供销[合作联总社]{{0,6}}社|残联|人民银行[一-鿿]{{2,12}}[分支]行|[一-鿿]院|学校|[一二三四五六七八九十中小]学|学院|大学|中心|公司|集团|(?:信访|人民防空|扶贫开发|金融工作|外事|侨务|编制委员会)办公室|兵团第[一二三四五六七八九十]{{1,3}}师)$"
)
# What stands in no name of one agency: whoever speaks, a heading that runs into it, two agencies, an office that serves a
# government.
_NO_NAME = re.compile(
    r"[“”\"'|_\[\]【】]|我|返回|登录|注册|首页|导航|(?<!自)由|^现将|内容|涵盖|包括|报告|公开|情况|信息(?!化|中心|通信)|工作|领导|指导|[局委厅]和|政府办公厅$"
)
# What a name lacks that says no place, or 市 for its own city.
_PLACE_IN_FRONT = r"(?:[一-鿿]{1,8}[省市县区州旗盟]|[一-鿿]{2,4}(?=[省市县区州旗盟]))"
# A name that says 市 for its own city.
_RELATIVE = re.compile(r"[省市县区州旗盟](?!.{0,8}?[省市县区州旗盟镇乡])")
_OF_GOVERNMENT = re.compile(r"(?<=^[省市县区州旗盟])政府(?!办)(?=..)")
# What a sentence says right in front of a name.
_BEFORE_NAME = re.compile(r".*(?:由|现将|公布|公开|编制|结合|按照|根据|年(?:度(?!假区))?)")
# What has no name of its own twice, with a place in it or without.
_UNIQUE = ("大学", "有限公司")
# Words that only say what a company or a school of many does.
_ONLY_KIND = re.compile(
    r"(?:水务|供水|自来水|排水|燃气|供热|热力|供电|电力|公交|公共交通|客运|投资|控股|发展|建设|城市|城建|开发|运营|管理|服务|国有|资产|集团|股份|有限|责任|总)*公司|"
    r"(?:师范|农业|医科|理工|职业|技术|科技|财经|工业|开放|广播电视|交通|民族|政法|工商|中医药|林业|海洋|外国语|体育|普通|全国|老年|重点|国家|部属|直属|公办|民办)*大学"
)
# An area with an administration that goes by its name.
_ZONE = re.compile(
    rf"[一-鿿]{{2,}}(?:(?:开发|高新|高新技术产业|保税|度假|示范|合作|试验)区|{any_of(WORDS.parks)})$"
)
_LONGEST_NAME = 30
_STREET, _WALKED = (
    re.compile("[一-鿿]{2,10}街"),
    re.compile("(?:步行|商业|美食|文化|一条|历史)街$|[路号与和及]"),
)
# What an agency is called as well, behind its name: 外事办公室(港澳事务办公室).
OTHER_NAME = re.compile(r"\([^()0-9:]{2,20}\)(?=(?:关[于於])?$)")
# A government, or the office that serves it: who reports where its name stands by the title, but often another's in sentences.
_GOVERNMENT = re.compile(r"[省市县区州旗盟](?:人民)?政府(?:办公[室厅])?$")
# Letters in which a document is looked for that has a name in full.
_WITHIN = 4000
# Two names behind each other that begin with the same place.
_TWO = re.compile(r"(([一-鿿]{1,6}?[市县区州旗盟镇乡])[一-鿿]{2,12})(\2[一-鿿]{2,16})")


@remembering
def is_own_name(name: str) -> bool:
    """Whether a name tells one agency from all others: it has a place in it, and says what kind of agency it is."""
    return bool(
        3 <= len(name) <= _LONGEST_NAME
        and not _NO_NAME.search(name)
        and not _ONLY_KIND.fullmatch(name)
        and (has_place(name) or (name.endswith(_UNIQUE) and not _SELF.match(name)))
        and _AGENCY.search(name)
    )


def lower_of_two(name: str) -> str:
    """The lower of two agencies of one place, of which the upper heads the page, where a squashed text has no line break; else the name."""
    two = _TWO.fullmatch(name)
    return two[3] if two and is_own_name(two[1]) and is_own_name(two[3]) else name


@remembering
def is_government(name: str) -> bool:
    """Whether a name is that of one government, or of the office that serves it."""
    return bool(len(name) <= _LONGEST_NAME and has_place(name) and _GOVERNMENT.search(name))


@remembering
def is_zone(name: str) -> bool:
    """Whether a name is that of a development zone, which stands for who administers it."""
    return bool(has_place(name) and not _NO_NAME.search(name) and _ZONE.fullmatch(name))


@remembering
def is_street(name: str) -> bool:
    """Whether a name may be that of a street's office, which says no more than the street: an address ends so, too."""
    return bool(_STREET.fullmatch(name) and not _WALKED.search(name))


@remembering
def has_place(name: str) -> bool:
    """Whether a name has a place in it, or the state: 青岚县林业局 has, 林业局 and 县林业局 have none."""
    places = _NO_PLACE.sub("--", name)
    return bool(not _SELF.match(places) and _PLACE.match(places))


def in_full(name: str, text: str) -> str:
    """The name with its place: 云溪市财政局 for 市财政局.

    It has one in a document of its own that the text quotes, 《云溪市财政局公开指南》, or where the text says what it is short
    for, 云溪市残疾人联合会(以下简称市残联).
    """
    if not _RELATIVE.match(name) or not _AGENCY.search(name):
        return name
    whole = re.search(rf"《(?!关于|印发|转发|对)([一-鿿]{{2,4}}{re.escape(name)})", text[:_WITHIN])
    return whole[1] if whole else _long_for(name, text[:_WITHIN]) or name


def _long_for(name: str, text: str) -> str | None:
    """The whole name that a text says another is short for."""
    for said in re.finditer(
        rf"([一-鿿]{{4,30}})\((?:以下|下称)?(?:简?称)[::]?[“”\"']?{re.escape(name)}[“”\"']?[,)]", text
    ):
        whole = _BEFORE_NAME.sub("", said[1])
        if is_own_name(whole):
            return whole
    return None


def is_in_full(name: str, short: str) -> bool:
    """Whether a name is another that says no place, or 市 for its own city, with its place: 云溪市城市管理局 for 市城管局.

    市政府城管局 is 市城管局.
    """
    short = _OF_GOVERNMENT.sub("", short)
    if re.fullmatch(rf"{_PLACE_IN_FRONT}{re.escape(short)}", name):
        return True
    placed = re.fullmatch(rf"[一-鿿]{{1,8}}?{short[0]}(.+)", name) if _RELATIVE.match(short) else None
    if placed is None or placed[1][0] != short[1] or placed[1][-1] != short[-1]:
        return False
    return is_same_body(short[1:], placed[1]) and not placed[1].startswith(short[1:])


def is_same_body(name: str, other: str) -> bool:
    """Whether one of two names is the other with letters left out, as short names are."""
    short, long = sorted((_shortened(name), _shortened(other)), key=len)
    return is_spread_in(short, long)


def _shortened(name: str) -> str:
    """A name without words that are left out in one place and printed in the other."""
    name = name.replace("委员会", "委").replace("人民政府", "政府").replace("街道办事处", "街道")
    return name.removesuffix("政府") if name.endswith(("镇政府", "乡政府")) else name
