"""What the warehouse holds: files, reports by year and form, agencies and regions.

Belongs here: the queries and their wording. Does not belong here: whether the figures are right (trust.py).
"""

from __future__ import annotations

from assets.warehouse.quality.model import Block, Chart, Column, Kind, Section
from schemas.form import forms

# What became of each file: exactly one of these, so that they add up to all files.
FILES_BY_FATE = """
select case
    when status <> 'text' then replace(status, '_', ' ')
    when source_file in (select source_file from reports) then 'with a report'
    when 'file-duplicate' = any(codes) then 'second place of the same bytes'
    when 'not-a-report' = any(codes) or 'website-form' = any(codes)
      or 'part-of-year' = any(codes) then 'not a report'
    when 'file-changed' = any(codes) then 'changed while it was read'
    when 'read-failed' = any(codes) then 'failed'
    else 'without a report'
  end as fate, count(*) as files
from report_files
left join (select source_file, list(code) as codes from findings group by all) using (source_file)
group by fate order by fate <> 'with a report', files desc, fate"""

_FILES = Block(
    key="files",
    title=(
        "{files} 个文件中，{with_report} 个有年度报告",
        "{with_report} of {files|file|files} hold an annual report",
    ),
    totals="""
select count(*) as files,
  count(*) filter (where source_file in (select source_file from reports)) as with_report
from report_files""",
    rows=FILES_BY_FATE,
    columns=(
        Column("fate", ("文件", "file"), Kind.NAME),
        Column("files", ("文件数", "files"), Kind.COUNT, bar=True),
    ),
    empty=("来源文件夹中没有文件。", "There is no file in the source folder."),
    note=(
        "一个文件可有多份报告；未能读取者各有一条问题说明原因，见“问题”。",
        "A file can hold several reports; each one that could not be read has a finding that says why, see “What broke”.",
    ),
)

_OF_FORM = {
    form.id: Column(f"form_{form.id}", (f"{form.id} 年格式", f"{form.id} form"), Kind.COUNT)
    for form in forms().values()
}
_BY_FORM = ",\n  ".join(
    f"count(*) filter (where form = '{form}') as {column.name}" for form, column in _OF_FORM.items()
)

_REPORTS = Block(
    key="reports-by-year",
    title=(
        "{reports} 份报告，{first_year} 至 {last_year} 年度",
        "{reports|report|reports}, of the years {first_year} to {last_year}",
    ),
    totals="""
select count(*) as reports, cast(min(report_year) as varchar) as first_year, cast(max(report_year) as varchar) as last_year
from reports""",
    rows=f"""
select report_year, count(*) as reports,
  {_BY_FORM},
  count(*) filter (where form is null) as no_form,
  count(distinct agency_id) as agencies
from reports left join agency_names using (report_id)
group by report_year order by report_year nulls last""",  # noqa: S608 - forms of schemas
    columns=(
        Column("report_year", ("报告年度", "report year"), Kind.YEAR),
        Column("reports", ("报告数", "reports"), Kind.COUNT),
        *_OF_FORM.values(),
        Column("no_form", ("未见官方表格", "no official tables"), Kind.COUNT),
        Column("agencies", ("机关数", "agencies"), Kind.COUNT),
    ),
    charts=(
        Chart(
            "bars",
            "report_year",
            (*(column.name for column in _OF_FORM.values()), "no_form"),
            ("各报告年度的报告数，按所用格式", "reports of each year, by the form they print"),
        ),
    ),
    empty=("没有报告。", "There is no report."),
    note=(
        "格式以报告所印的表头为准，不以年度为准。",
        "The form is that whose headers the report prints, whatever its year.",
    ),
)

_REGIONS = Block(
    key="regions",
    title=(
        "{agencies} 个机关，其中 {placed} 个可归入省级地区",
        "{agencies|agency|agencies}, of which {placed} can be placed in a province",
    ),
    totals="""
select count(*) as agencies, count(province) as placed
from dim_agency""",
    rows="""
select coalesce(province, region) as place, count(*) as agencies, cast(sum(reports) as bigint) as reports,
  count(distinct city) as cities, count(distinct (city, county)) filter (where county is not null) as counties,
  min(first_year) as first_year, max(last_year) as last_year
from dim_agency group by place order by agencies desc, place nulls last limit 40""",
    columns=(
        Column("place", ("地区", "region")),
        Column("agencies", ("机关数", "agencies"), Kind.COUNT, bar=True),
        Column("reports", ("报告数", "reports"), Kind.COUNT),
        Column("cities", ("地级", "cities"), Kind.COUNT),
        Column("counties", ("县级", "counties"), Kind.COUNT),
        Column("first_year", ("最早年度", "first year"), Kind.YEAR),
        Column("last_year", ("最晚年度", "last year"), Kind.YEAR),
    ),
    empty=("没有可识别的机关。", "No agency is known."),
    note=(
        "地区由机关名称推得；不在行政区划名录中的地区按所印名称列出。至多列四十个。",
        "The region follows from the agency's name; one that is not in the list of divisions stands as printed. Forty at most.",
    ),
)

COVERAGE = Section("coverage", ("覆盖范围", "Coverage"), (_FILES, _REPORTS, _REGIONS))
