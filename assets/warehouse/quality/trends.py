"""How it goes on: requests and failing sums by report year, and what changed from run to run.

Belongs here: the queries and their wording. Does not belong here: how a chart is drawn (charts.py).
"""

from __future__ import annotations

from assets.warehouse.quality.model import Block, Chart, Column, Kind, Section

_REQUESTS = Block(
    key="requests",
    title=(
        "{years} 个年度共新收申请 {received} 件",
        "{received|request was|requests were} received in {years|year|years}",
    ),
    totals="""
select count(distinct report_year) filter (where new_received is not null) as years, cast(sum(new_received) as bigint) as received
from agency_years""",
    rows="""
select report_year, count(*) as agencies, count(new_received) as known,
  cast(sum(new_received) as bigint) as received, cast(sum(total_handled) as bigint) as handled,
  count(carried) as compared, count(*) filter (where carried) as agree
from agency_years group by report_year order by report_year""",
    columns=(
        Column("report_year", ("报告年度", "report year"), Kind.YEAR),
        Column("agencies", ("机关数", "agencies"), Kind.COUNT),
        Column("known", ("有新收数者", "with a figure"), Kind.COUNT),
        Column("received", ("新收（件）", "received"), Kind.COUNT),
        Column("handled", ("办结（件）", "handled"), Kind.COUNT),
        Column("compared", ("可与上年对照", "compared"), Kind.COUNT),
        Column("agree", ("结转相符", "agree"), Kind.COUNT),
    ),
    charts=(Chart("lines", "report_year", ("received", "handled"), ("申请件数", "requests")),),
    empty=("没有已知的申请数。", "No number of requests is known."),
    note=(
        "按报告所印相加，未作更正；每个机关每个年度取一份报告。各年收录的机关不同，不可直接比较总数。结转相符：本年的“上年结转”等于上年报告的“结转下年度”。",
        "Added up as printed, nothing corrected; one report for each agency and year. The years do not cover the same agencies: "
        "compare totals with care. Agree: what was carried over is what the year before carried forward.",
    ),
)

_FAILING = Block(
    key="failing-by-year",
    title=(
        "各年度中，不成立的等式比例最高为 {year} 年的 {worst}",
        "Sums fail most often in reports of {year}: {worst} of them",
    ),
    totals="""
select max(share) as worst, cast(arg_max(report_year, share) as varchar) as year from (
  select report_year, sum(rules_failed) / nullif(sum(rules_passed) + sum(rules_failed), 0) as share
  from report_trust where report_year is not null group by report_year order by report_year
)""",
    rows="""
select report_year, cast(sum(rules_passed) + sum(rules_failed) as bigint) as assessed, cast(sum(rules_failed) as bigint) as failed,
  sum(rules_failed) / nullif(sum(rules_passed) + sum(rules_failed), 0) as failed_share,
  sum(proved) / nullif(sum(summed), 0) as proved_share, sum(known) / nullif(sum(cells), 0) as known_share
from report_trust where report_year is not null group by report_year order by report_year""",
    columns=(
        Column("report_year", ("报告年度", "report year"), Kind.YEAR),
        Column("assessed", ("可评判的等式", "sums assessed"), Kind.COUNT),
        Column("failed", ("不成立", "fail"), Kind.COUNT),
        Column("failed_share", ("不成立比例", "share failing"), Kind.SHARE),
        Column("proved_share", ("印证比例", "share of cells proved"), Kind.SHARE),
        Column("known_share", ("可知比例", "share of cells known"), Kind.SHARE),
    ),
    charts=(
        Chart(
            "lines",
            "report_year",
            ("failed_share",),
            ("不成立的等式占可评判的比例", "share of the assessed sums that fail"),
        ),
    ),
    empty=("没有不成立的等式。", "No sum fails."),
)

TRENDS = Section("years", ("逐年变化", "By year"), (_REQUESTS, _FAILING))

_RUNS = Block(
    key="last-runs",
    title=(
        "最近一次运行（{started} UTC）：新增 {files_new} 个文件，{files_changed} 个有变，{files_gone} 个消失",
        "The latest run ({started} UTC): {files_new|new file|new files}, {files_changed} changed, {files_gone} gone",
    ),
    totals="""
select (select count(*) from ingest_runs) as runs, strftime(started_at at time zone 'UTC', '%Y-%m-%d %H:%M') as started,
  files_new, files_changed, files_gone
from ingest_runs order by started_at desc, run_id limit 1""",
    rows="""
select strftime(started_at at time zone 'UTC', '%Y-%m-%d %H:%M') as started, left(run_id, 8) as run,
  case when is_full then 'full' else 'changes' end as scope,
  files_seen, files_new, files_changed, files_gone, texts_read, reports_checked,
  reports, reports - lag(reports) over runs as reports_change,
  rules_failed, rules_failed - lag(rules_failed) over runs as rules_change,
  findings, findings - lag(findings) over runs as findings_change,
  (select count(*) from report_revisions as v where v.run_id = ingest_runs.run_id) as revised
from ingest_runs window runs as (order by started_at, run_id desc)
order by started_at desc, run_id limit 12""",
    columns=(
        Column("started", ("开始（UTC）", "began (UTC)"), Kind.WORD),
        Column("run", ("运行", "run"), Kind.WORD),
        Column("scope", ("范围", "did"), Kind.NAME),
        Column("files_seen", ("文件", "files"), Kind.COUNT),
        Column("files_new", ("新增", "new"), Kind.COUNT),
        Column("files_changed", ("有变", "changed"), Kind.COUNT),
        Column("files_gone", ("消失", "gone"), Kind.COUNT),
        Column("texts_read", ("识读文本", "texts read"), Kind.COUNT),
        Column("reports_checked", ("核对报告", "reports checked"), Kind.COUNT),
        Column("reports", ("报告", "reports"), Kind.COUNT),
        Column("reports_change", ("报告增减", "reports ±"), Kind.CHANGE),
        Column("rules_failed", ("等式不成立", "sums failing"), Kind.COUNT),
        Column("rules_change", ("不成立增减", "failing ±"), Kind.CHANGE),
        Column("findings", ("问题", "findings"), Kind.COUNT),
        Column("findings_change", ("问题增减", "findings ±"), Kind.CHANGE),
        Column("revised", ("读数有变", "cells revised"), Kind.COUNT),
    ),
    empty=("尚无运行记录。", "There is no run yet."),
    note=(
        "至多列最近十二次；增减与前一次运行相比；读数有变指内容与前不同的单元格数。没有变化的夜晚可能在下一次发布时才记入。",
        "The last twelve at most; ± is against the run before; cells revised read otherwise than before. Nights on which nothing changed may be added with the next build.",
    ),
)

RUNS = Section("runs", ("最近几次运行", "The last runs"), (_RUNS,))
