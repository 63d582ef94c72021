"""Whose figures a clause speaks of: the report's own agency, in one of its wordings, or another body.

Does not belong here: the names of one agency over the years (agencies.py).
"""

from __future__ import annotations

import re

OWN = re.compile(
    r"[我本](?:局|办|委|厅|镇|乡|街道|中心|单位|机关|部门|院|处|所|站|队|会|公司)(?:机关|办公室|领导班子)?"
)
# Once a sentence has spoken of another body, what follows may be that body's: 市住建局收到66件，答复66件.
_BODY = re.compile(
    r"[局厅镇]|委(?!托)|(?<!城)乡(?!村)|街道|中心|[部单][门位]|政府(?!信息|规章|集中|采购|网|门户)|办公室|[医学法]院|学校"
)
_SHORTEST_NAME = 3
_WHOLE_REGION = re.compile(r"[省市县区州盟旗](?:人民)?政府$")


def names_another(label: str, agency: str | None) -> bool:
    """Whether the words before a figure name a body that is not the report's own agency."""
    front = label.partition("#")[0]
    return bool(_BODY.search(front) and _BODY.search(OWN.sub("", without_agency(front, agency))))


def without_agency(front: str, agency: str | None) -> str:
    """The words before a figure without the report's own agency; a whole region's government may mean its office."""
    if not agency or _WHOLE_REGION.search(agency):
        return front
    name = agency.replace("人民政府", "政府")
    front = front.replace("人民政府", "政府")
    for own in (name, name.removesuffix("政府")):
        for start in range(len(own) - _SHORTEST_NAME + 1):
            if own[start:] in front:
                return front.replace(own[start:], "", 1)
    return front
