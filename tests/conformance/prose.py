"""Invented names and prose with figures of their own, so that no number in the text is safe to take for a cell.

Does not belong here: tables.
"""

from __future__ import annotations

from random import Random

CITIES = ("临岚市", "平屏市", "清浒市", "云峪市", "望川市", "东澜市", "泽溪市", "岭安市")
COUNTIES = ("北屏县", "石渡区", "柳坪县", "青桥区", "南沱县", "湖口新区", "白塔区", "长岗县")
OFFICES = (
    "统计局", "水利局", "教育体育局", "卫生健康委员会", "市场监督管理局", "交通运输局", "审计局", "住房和城乡建设局",
    "农业农村局", "文化广电和旅游局", "应急管理局", "人民政府办公室", "机关事务服务中心", "行政审批服务局",
)  # fmt: skip
TOWNS = ("双桥镇人民政府", "花溪街道办事处", "龙潭乡人民政府", "高铺镇人民政府")
SHORT = {
    "教育体育局": "教体局", "卫生健康委员会": "卫健委", "市场监督管理局": "市监局", "住房和城乡建设局": "住建局",
    "文化广电和旅游局": "文旅局", "行政审批服务局": "审批局",
}  # fmt: skip

_OPENINGS = (
    "{agency}围绕中心工作，把公开当作日常，全年共发布各类信息{a}条，较上年增加{b}条。",
    "一年来，{agency}持续规范公开流程，累计通过门户网站公开信息{a}条，其中政策文件{c}件、解读材料{b}篇。",
    "{year}年，{agency}按照公开是常态的要求，公开重点领域信息{a}条，组织培训{c}次，参训{b}人次。",
)
_ITEMS = (
    "主动公开方面。在门户网站发布动态{a}条，在政务新媒体推送{b}条，阅读量{d}次，制作图解{c}个。",
    "依申请公开方面。畅通当面、信函、网络三种渠道，全年接听咨询电话{a}次，答复来信{c}封。",
    "信息管理方面。修订制度{c}项，梳理历年文件{b}件，清理过期内容{a}条，公开目录更新为{c}类。",
    "平台建设方面。栏目由{b}个精简为{c}个，检索平均用时{c}秒，网站可用率{p}%。",
    "监督保障方面。召开例会{c}次，考核占比{c}%，对{b}个科室开展抽查，通报问题{c}个。",
    "解读回应方面。举办开放日{c}场，邀请代表{b}名，回应留言{a}条，办结率{p}%。",
)
_PROBLEMS = (
    "公开内容的深度不够，{c}个栏目更新间隔超过{b}天。",
    "解读形式较为单一，{year}年{b}篇解读中图文类仅{c}篇。",
    "人员变动较多，{c}名经办人员从事该项工作不满1年。",
)
_OTHER = (
    "本年度未收取信息处理费。",
    "本年度收取政府信息公开信息处理费{c}00元，涉及申请{c}件。",
    "无其他需要报告的事项。",
    "全年承办建议{b}件、提案{c}件，均已办结并公开答复{a}件。",
)
_CN = "一二三四五六七八九十"


def _fill(rng: Random, template: str, agency: str, year: int) -> str:
    return template.format(
        agency=agency, year=year, a=rng.randint(100, 9999), b=rng.randint(11, 99), c=rng.randint(2, 9),
        d=f"{rng.uniform(1, 90):.1f}万", p=f"{rng.uniform(90, 100):.1f}",
    )  # fmt: skip


def names(rng: Random) -> tuple[str, tuple[str, ...]]:
    """An agency, and other wordings by which the report may sign."""
    city, county, office = rng.choice(CITIES), rng.choice(COUNTIES), rng.choice(OFFICES)
    style = rng.randrange(4)
    if style == 0:
        return f"{city}{office}", (f"{city}{SHORT[office]}",) if office in SHORT else ()
    if style == 1:
        return f"{county}{office}", (f"{county}{SHORT[office]}",) if office in SHORT else ()
    if style == 2:
        town = rng.choice(TOWNS)
        return f"{county}{town}", (f"{city}{county}{town}",)
    return f"{city}{county}{office}", (f"{county}{office}",)


def overview(rng: Random, agency: str, year: int, numbering: str) -> list[str]:
    """Paragraphs of section 一. `numbering`: 'bracket' （一）, 'first' 一是, 'outer' 一、 (as the sections themselves)."""
    paragraphs = [_fill(rng, rng.choice(_OPENINGS), agency, year)]
    items = rng.sample(_ITEMS, 6 if numbering == "outer" else rng.randint(2, 5))
    for i, item in enumerate(items):
        mark = {
            "bracket": f"（{_CN[i]}）",
            "first": f"{_CN[i]}是",
            "outer": f"{_CN[i]}、",
            "arabic": f"{i + 1}.",
        }[numbering]
        paragraphs.append(mark + _fill(rng, item, agency, year))
    return paragraphs


def problems(rng: Random, agency: str, year: int) -> list[str]:
    """Paragraphs of section 五."""
    listed = [
        f"{_CN[i]}是{_fill(rng, p, agency, year)}"
        for i, p in enumerate(rng.sample(_PROBLEMS, rng.randint(1, 3)))
    ]
    return [f"对照要求，{year}年仍有不足：", *listed, f"下一步，力争在{year + 1}年上半年整改到位。"]


def other_matters(rng: Random, agency: str, year: int) -> list[str]:
    """Paragraphs of section 六."""
    return [_fill(rng, t, agency, year) for t in rng.sample(_OTHER, rng.randint(1, 2))]


def between(rng: Random, agency: str, year: int) -> str:
    """A sentence that some filers put between a heading and its table."""
    return _fill(rng, "本年度共制作公开文件{a}件，对外公开{b}件，行政许可{c}件，具体见下表。", agency, year)


def chinese_year(year: int) -> str:
    """2020 -> 二〇二〇."""
    return "".join("〇一二三四五六七八九"[int(d)] for d in str(year))
