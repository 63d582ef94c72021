"""The figures at the top of the page: the whole in eight numbers.

Belongs here: the queries and their wording. Does not belong here: any detail (the other modules).
"""

from __future__ import annotations

from assets.warehouse.quality.model import Block, Section, Words
from assets.warehouse.quality.trust import KNOWN

_NONE: Words = ("尚无", "none yet")


def _figure(key: str, zh: str, en: str, totals: str) -> Block:
    return Block(key=key, title=(zh, en), totals=totals, empty=_NONE)


GLANCE = Section(
    "glance",
    ("概览", "At a glance"),
    (
        _figure(
            "n-files",
            "个文件，其中 {texts} 个是文本",
            "files, of which {texts} are text",
            "select count(*) as files, count(*) filter (where status = 'text') as texts from report_files",
        ),
        _figure(
            "n-reports",
            "份报告，{years} 个年度",
            "reports, of {years|year|years}",
            "select count(*) as reports, count(distinct report_year) as years from reports",
        ),
        _figure(
            "n-agencies",
            "个机关，{regions} 个地区",
            "agencies, in {regions|region|regions}",
            "select count(*) as agencies, count(distinct region) as regions from dim_agency",
        ),
        _figure(
            "n-requests",
            "件新收的公开申请（按所印相加）",
            "requests received, as printed",
            "select cast(sum(new_received) as bigint) as received from agency_years",
        ),
        _figure(
            "n-known",
            "的单元格可知所印内容（{known} / {cells}）",
            "of all cells are known as printed ({known} of {cells})",
            f"""
select known / nullif(cells, 0) as share, known, cells
from (select count(*) filter (where status in ({KNOWN})) as known, count(*) as cells from cells)""",  # noqa: S608
        ),
        _figure(
            "n-hold",
            "的勾稽等式成立（{held} / {assessed}）",
            "of the sums hold ({held} of {assessed})",
            """
select held / nullif(assessed, 0) as share, held, assessed
from (
  select count(*) filter (where state in ('pass', 'pass_if_blank_zero')) as held,
    count(*) filter (where state <> 'not_assessable') as assessed
  from rule_results
)""",
        ),
        _figure(
            "n-proved",
            "的单元格由成立的等式印证（{proved} / {cells}）",
            "of all cells are proved by a sum that holds ({proved} of {cells})",
            """
select proved / nullif(cells, 0) as share, proved, cells
from (select cast(sum(proved) as bigint) as proved, cast(sum(cells) as bigint) as cells from report_trust)""",
        ),
        _figure(
            "n-mend",
            "条问题有待处理，涉及 {files} 个文件",
            "findings to act on, in {files|file|files}",
            """
select count(*) as findings, count(distinct source_file) as files
from findings where severity in ('error', 'warn')""",
        ),
    ),
)
