"""Who reports, by the sentence with which nearly all reports open: `…规定，结合<agency>工作实际，编制本报告`, `<agency>编制本报告`,
`<agency>编制2020年政府信息公开工作年度报告`.

The form's own words stand about the name, so that it may be of any kind, a government's or a hospital's. Belongs here: that sentence.
Does not belong here: others that name agencies (selfnamed.py), and what outranks what (identity.py).
"""

from __future__ import annotations

import re

from assets.extract.dates import YEAR
from assets.extract.whose.names import LIKE_SELF, has_place

# Letters in which the sentence is looked for.
_WITHIN = 1500
_NAME = r"(?:[\u3400-\u9fff]|\([\u3400-\u9fff]{2,6}\)){4,30}?"
# What the agency is called below, behind its name.
_IN_SHORT = r"\((?:以下|下称|简称)[^()]{2,22}\)"
_OF_REPORT = "了?本(?:年度)?(?:报告|年报)"
_OPENINGS = (
    re.compile(
        rf"[,。](?:现?结合|根据|按照)({_NAME})(?:{_IN_SHORT})?(?:{YEAR}年?度?)?(?:的?政府信息公开)?(?:的?工作)?(?:的?实际)?(?:情况)?,?(?:编制|编写|制定|形成){_OF_REPORT}"
    ),
    re.compile(
        rf"(?:规定|要求|精神|通知》?),(?:现?由)?({_NAME})(?:{_IN_SHORT})?(?:负责|组织)?(?:编制|编写|制定){_OF_REPORT}"
    ),
)
# The same of a report by its year, with the name once more where readers are told whom to ask: `某县人民政府编制2020年…年度报告…请与某县人民政府办公室联系`.
_BY_YEAR = re.compile(
    rf"(?:规定|要求|精神|通知》?),(?:现[将由])?({_NAME})(?:负责|组织)?(?:编制|编写)了?{YEAR}年度?政府信息公开(?:工作)?(?:年度)?(?:报告|年报)"
)
_ASKED = "请与"
_AGENCY = re.compile(
    r"(?:人民政府|管委会|委员会|街道办事处|街道|[镇乡]政府|局|厅|委|署|院|医院|学校|学院|大学|中学|小学|中心|支队|总队|大队|联合会|残联|公司|集团|馆|站|台)$"
)
# Who speaks, and what a report goes by.
_NO_NAME = re.compile(
    r"我|本[局委厅镇乡街院校单机部]|全[省市县区州旗镇乡]|上级|要求|通知|规定|条例|文件|精神|情况|实际|相关|有关|[局委厅府处][和与及]|各(?!庄)"
)

_LIKE_SELF = re.compile(LIKE_SELF)


def who_opens(text: str) -> tuple[int, str] | None:
    """The agency that the opening sentence of a squashed text names, and where; None where none does, or two are named."""
    found = [m for opening in _OPENINGS for m in opening.finditer(text[:_WITHIN])]
    found += [m for m in _BY_YEAR.finditer(text[:_WITHIN]) if f"{_ASKED}{m[1]}" in text[m.end() : _WITHIN]]
    names = {
        m[1]: m.start(1)
        for m in found
        if _AGENCY.search(m[1])
        and has_place(m[1])
        and not _NO_NAME.search(m[1][2:] if _LIKE_SELF.match(m[1]) else m[1])
    }
    if len(names) != 1:
        return None
    ((name, at),) = names.items()
    return at, name
