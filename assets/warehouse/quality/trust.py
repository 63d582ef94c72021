"""How far the figures can be trusted: verdicts, rules by state, cells by status and layout, cells proved.

Belongs here: the queries and their wording. Does not belong here: what is wrong, one by one (faults.py).
"""

from __future__ import annotations

from assets.warehouse.quality.model import Block, Chart, Column, Kind, Section
from assets.warehouse.quality.words import CODES
from schemas.tables import CELL_STATUSES, VERDICTS

# Cells of which it is known what was printed, as a list in SQL.
KNOWN = "'reported', 'blank', 'not_applicable'"
_BY_STATUS = ",\n  ".join(
    f"count(*) filter (where status = '{status}') as {status}" for status in CELL_STATUSES
)
_BY_VERDICT = ",\n  ".join(
    f"count(*) filter (where verdict = '{verdict}') as {verdict}" for verdict in VERDICTS
)

_VERDICTS = Block(
    key="verdicts",
    title=(
        "{reports} 份报告中 {sound} 份完好，{broken} 份有矛盾",
        "Of {reports|report|reports}, {sound} are sound, and in {broken} something does not add up",
    ),
    totals=f"""
select count(*) as reports,
  {_BY_VERDICT}
from report_trust""",  # noqa: S608 - words of schemas
    rows=f"""
select report_year, count(*) as reports,
  {_BY_VERDICT},
  count(*) filter (where verdict = 'sound') / count(*) as sound_share
from report_trust group by report_year order by report_year nulls last""",  # noqa: S608
    columns=(
        Column("report_year", ("报告年度", "report year"), Kind.YEAR),
        Column("reports", ("报告数", "reports"), Kind.COUNT),
        *(Column(verdict, CODES[verdict], Kind.COUNT) for verdict in VERDICTS),
        Column("sound_share", ("完好比例", "share sound"), Kind.SHARE),
    ),
    charts=(
        Chart(
            "shares",
            "report_year",
            VERDICTS,
            ("各报告年度报告的结论，占比", "verdicts on the reports of each year, share"),
        ),
    ),
    empty=("没有可评判的报告。", "There is no report to judge."),
    note=(
        "完好：单元格全部可知，勾稽关系全部成立；不完整：有不可知者；有矛盾：有勾稽关系不成立，或正文与表格不符；"
        "无从验证：没有可用来验证的关系。",
        "Sound: every cell is known and every sum holds. Incomplete: some cells or sums are unknown. Broken: a sum fails, or "
        "the text contradicts the tables. Unknown: nothing to prove it by.",
    ),
)

_STATES = Block(
    key="rule-states",
    title=(
        "可评判的 {assessed} 条勾稽等式中 {failed} 条不成立（{failed_share}）",
        "Of {assessed|sum|sums} that can be assessed, {failed} fail ({failed_share})",
    ),
    totals="""
select count(*) filter (where state <> 'not_assessable') as assessed,
  count(*) filter (where state = 'fail') as failed, failed / nullif(assessed, 0) as failed_share
from rule_results""",
    rows="""
select state, count(*) as sums, count(*) / sum(count(*)) over () as share
from rule_results group by state order by sums desc, state""",
    columns=(
        Column("state", ("状态", "state"), Kind.CODE),
        Column("sums", ("等式数", "sums"), Kind.COUNT, bar=True),
        Column("share", ("占比", "share"), Kind.SHARE),
    ),
    empty=("没有可评判的勾稽等式。", "There is no sum that can be assessed."),
)

_STATUSES = Block(
    key="cell-statuses",
    title=(
        "{cells} 个单元格中 {known_share} 可知所印内容",
        "Of {cells|cell|cells}, {known_share} are known as printed",
    ),
    totals=f"""
select count(*) as cells, count(*) filter (where status in ({KNOWN})) / nullif(count(*), 0) as known_share
from cells""",  # noqa: S608 - words of ours
    rows="""
select status, count(*) as cells, count(*) / sum(count(*)) over () as share
from cells group by status order by cells desc, status""",
    columns=(
        Column("status", ("状态", "status"), Kind.CODE),
        Column("cells", ("单元格数", "cells"), Kind.COUNT, bar=True),
        Column("share", ("占比", "share"), Kind.SHARE),
    ),
    empty=("没有单元格。", "There is no cell."),
)

_LAYOUTS = Block(
    key="layouts",
    title=(
        "{layouts} 种版式；单元格不能全知的有 {imperfect} 种",
        "{layouts|layout|layouts}, of which {imperfect} leave cells unknown",
    ),
    totals=f"""
select count(*) as layouts, count(*) filter (where unknown > 0) as imperfect
from (select layout, count(*) filter (where status not in ({KNOWN})) as unknown from cells where layout is not null group by layout)""",  # noqa: S608
    rows=f"""
select layout, count(*) as cells,
  {_BY_STATUS},
  count(*) filter (where status in ({KNOWN})) / count(*) as known_share
from cells group by layout order by cells desc, layout nulls last limit 40""",  # noqa: S608
    columns=(
        Column("layout", ("版式", "layout"), Kind.WORD),
        Column("cells", ("单元格数", "cells"), Kind.COUNT),
        *(Column(status, CODES[status], Kind.COUNT) for status in CELL_STATUSES),
        Column("known_share", ("可知比例", "share known"), Kind.SHARE),
    ),
    charts=(
        Chart(
            "rows",
            "layout",
            CELL_STATUSES,
            ("各版式的单元格状态，占比", "status of the cells of each layout, share"),
        ),
    ),
    empty=("没有认出版式。", "No layout was recognised."),
    note=(
        "版式是文本中表格的排列方式，由转换工具决定；文中缺失的表没有版式，列为“不明”。",
        "A layout is how a converter left the tables in the text; tables that are not in the text have none (unknown).",
    ),
)

_PROVED = Block(
    key="proved",
    title=(
        "受求和约束的单元格中 {proved_share} 得到印证",
        "{proved_share} of the cells that stand in a sum are proved by one that holds",
    ),
    totals="""
select cast(sum(summed) as bigint) as in_sums, sum(proved) / nullif(sum(summed), 0) as proved_share
from report_trust""",
    rows="""
select form, count(*) as reports, cast(sum(cells) as bigint) as cells, cast(sum(known) as bigint) as known,
  cast(sum(summed) as bigint) as summed, cast(sum(proved) as bigint) as proved,
  sum(proved) / nullif(sum(summed), 0) as proved_share
from report_trust group by form order by form nulls last""",
    columns=(
        Column("form", ("所用格式", "form"), Kind.WORD),
        Column("reports", ("报告数", "reports"), Kind.COUNT),
        Column("cells", ("单元格", "cells"), Kind.COUNT),
        Column("known", ("可知", "known"), Kind.COUNT),
        Column("summed", ("受求和约束", "in a sum"), Kind.COUNT),
        Column("proved", ("得到印证", "proved"), Kind.COUNT),
        Column("proved_share", ("印证比例", "share proved"), Kind.SHARE),
    ),
    empty=("没有受求和约束的单元格。", "No cell stands in a sum."),
    note=(
        "得到印证：所在的求和成立，且无一不成立。表二的单元格多不受求和约束，无从印证。",
        "Proved: the cell stands in a sum that holds, and in none that fails. Most cells of table 2 stand in no sum.",
    ),
)

TRUST = Section("trust", ("可信程度", "Trust"), (_VERDICTS, _STATES, _STATUSES, _PROVED, _LAYOUTS))
