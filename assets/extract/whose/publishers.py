"""The agency that a page names as its publisher (发布机构), where nothing in the text says of whom the report is.

A publisher may be another's office, or whoever runs the site: it counts where the text speaks as one of its kind, or as none at all. Belongs
here: that line, and what speaks against it. Does not belong here: what sentences say (selfnamed.py), and what outranks what (identity.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assets.extract.dates import YEAR
from assets.extract.whose.names import is_own_name, is_zone
from assets.extract.whose.selfnamed import is_asked, speaks_as

# Letters in which sentences are asked for who speaks.
_WITHIN = 4000
# A zone or a park speaks of itself as one.
_AS_ZONE = re.compile(rf"(?:^|[。;,|]){YEAR}年度?,?[全我本]?园区(?=在|认真|坚持|严格|深入|积极)|[我本]园区?")
_PUBLISHED_BY = re.compile(
    r"(?:发\s{0,9}[布文]\s{0,9}(?:机\s{0,9}[构关]|单\s{0,9}位)|来\s{0,9}源)[\s:：|]{1,20}([一-鿿]{3,30})(?![一-鿿:：])"
)
# Who publishes for others, and what else a text may call itself.
_RUNS_SITE = re.compile("数据|政务服务|信息中心|信息化|融媒体|宣传|新闻|办公|行政审批|政府|(?:网|电视)")
_OTHER_KIND = re.compile(
    "[我本](馆|中心|站|支队|大队|总队|队|所|公司|集团|办|社|园|会|处|署|科|部|村|区)(?!门)"
)
_FOR_PLACE = re.compile(r"我[省市县区州旗]")


def who_published(text: str, lines: Sequence[str]) -> tuple[int, str] | None:
    """The agency that a page names as its publisher, and the number of the line, where the text speaks as one of its kind."""
    for number, line in enumerate(lines, 1):
        for found in _PUBLISHED_BY.finditer(line) if "源" in line or "发" in line else ():
            if is_zone(found[1]) and _AS_ZONE.search(text[:_WITHIN]):
                return number, found[1]
            if is_own_name(found[1]) and (speaks_as(text, found[1]) > 0 or is_asked(text, found[1])):
                return number, found[1]
            if (
                is_own_name(found[1])
                and "源" not in found[0]
                and _may_publish_its_own(text[:_WITHIN], found[1])
            ):
                return number, found[1]
    return None


def _may_publish_its_own(text: str, name: str) -> bool:
    """Whether a page's publisher is the one that reports: nothing in the text speaks as another, or for a place, and it runs no site."""
    kinds = set(_OTHER_KIND.findall(text))
    return not (_RUNS_SITE.search(name) or _FOR_PLACE.search(text) or speaks_as(text, name) < 0) and all(
        kind in name for kind in kinds
    )
