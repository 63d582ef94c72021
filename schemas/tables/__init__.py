"""Every frame that passes between stages and every table of the warehouse: columns, types, units, meaning.

One Pandera model a table. The description of a column is English, its `zh` metadata Chinese; DuckDB comments, the
Dagster column schema and the data dictionary are read from here. Does not belong here: how a table is made.
"""

from __future__ import annotations

from dataclasses import dataclass

from schemas.tables.cells import (
    Cells,
    CellsBase,
    FactBase,
    FactProactiveDisclosure,
    FactRequests,
    FactReviewLitigation,
)
from schemas.tables.checks import (
    AgencyNames,
    Corrections,
    Findings,
    NarrativeFigures,
    ReportTrust,
    RuleResults,
)
from schemas.tables.columns import (
    CELL_STATUSES,
    FILE_STATUSES,
    RULE_STATES,
    TABLE_NOS,
    UTC_TIME,
    VERDICTS,
    TableModel,
    column,
    dtypes,
    empty,
    frame,
    meaning,
)
from schemas.tables.dimensions import DimAgency, DimColumn, DimFinding, DimForm, DimRow, DimRule
from schemas.tables.runs import IngestRuns, Readings, ReportRevisions, RetiredFiles, SourceState
from schemas.tables.sources import ReportFiles, Reports, ReportSections

__all__ = [
    "CELL_STATUSES",
    "FILE_STATUSES",
    "RULE_STATES",
    "TABLES",
    "TABLE_NOS",
    "UTC_TIME",
    "VERDICTS",
    "AgencyNames",
    "Cells",
    "CellsBase",
    "Corrections",
    "DimAgency",
    "DimColumn",
    "DimFinding",
    "DimForm",
    "DimRow",
    "DimRule",
    "FactBase",
    "FactProactiveDisclosure",
    "FactRequests",
    "FactReviewLitigation",
    "Findings",
    "IngestRuns",
    "NarrativeFigures",
    "Readings",
    "ReportFiles",
    "ReportRevisions",
    "ReportSections",
    "ReportTrust",
    "Reports",
    "RetiredFiles",
    "RuleResults",
    "SourceState",
    "TableModel",
    "TableSpec",
    "column",
    "dtypes",
    "empty",
    "frame",
    "meaning",
]


@dataclass(frozen=True)
class TableSpec:
    """A table of the warehouse: its name, its model, and what one row is, in both languages.

    `of_runs`: it tells what happened and when, so that it differs where two ways led to the same content.
    """

    name: str
    model: type[TableModel]
    zh: str
    en: str
    of_runs: bool = False


TABLES: dict[str, TableSpec] = {
    spec.name: spec
    for spec in (
        TableSpec(
            "report_files",
            ReportFiles,
            "来源文件清单，每个文件一行",
            "manifest of the source folder, one row a file",
        ),
        TableSpec("reports", Reports, "报告，每份报告文本一行", "one row for each report text"),
        TableSpec("report_sections", ReportSections, "报告各节正文", "the prose of each section of a report"),
        TableSpec(
            "fact_proactive_disclosure",
            FactProactiveDisclosure,
            "表二 主动公开政府信息情况，每个单元格一行",
            "table 2, proactive disclosure: one row a cell",
        ),
        TableSpec(
            "fact_requests",
            FactRequests,
            "表三 收到和处理政府信息公开申请情况，每个单元格一行",
            "table 3, requests received and handled: one row a cell",
        ),
        TableSpec(
            "fact_review_litigation",
            FactReviewLitigation,
            "表四 行政复议、行政诉讼情况，每个单元格一行",
            "table 4, review and litigation: one row a cell",
        ),
        TableSpec(
            "rule_results",
            RuleResults,
            "勾稽规则结果，每份报告每条等式一行",
            "results of the sums: one row for each equation of each report",
        ),
        TableSpec(
            "report_trust",
            ReportTrust,
            "每份报告的可信程度，每份报告一行",
            "how far each report can be trusted, one row a report",
        ),
        TableSpec(
            "corrections",
            Corrections,
            "更正建议，每个假设的每个单元格一行，原文不变",
            "what cells should hold for the sums to add up: one row for each cell of each hypothesis",
        ),
        TableSpec(
            "narrative_figures",
            NarrativeFigures,
            "正文数据与表格对照，每个数据一行",
            "figures of the prose beside the tables: one row a figure",
        ),
        TableSpec("findings", Findings, "问题清单", "what somebody should know or act on"),
        TableSpec("dim_form", DimForm, "格式", "the official forms"),
        TableSpec("dim_row", DimRow, "各格式各表的行", "rows of the forms' tables"),
        TableSpec("dim_column", DimColumn, "各格式各表的列", "columns of the forms' tables"),
        TableSpec("dim_agency", DimAgency, "行政机关", "agencies"),
        TableSpec(
            "agency_names",
            AgencyNames,
            "报告所属机关及依据，每份报告一行",
            "the agency of each report and the evidence, one row a report",
        ),
        TableSpec("dim_rule", DimRule, "勾稽规则", "the rules"),
        TableSpec("dim_finding", DimFinding, "问题目录", "the catalogue of findings"),
        TableSpec(
            "report_revisions",
            ReportRevisions,
            "修订记录，每个前后不同的单元格一行",
            "what changed in reports: one row for each cell that reads otherwise than before",
            of_runs=True,
        ),
        TableSpec(
            "retired_files",
            RetiredFiles,
            "已消失的来源文件，每次消失一行",
            "files that are no longer in the source folder, one row each time",
            of_runs=True,
        ),
        TableSpec(
            "ingest_runs",
            IngestRuns,
            "运行记录，每次运行一行",
            "what each run did, one row a run",
            of_runs=True,
        ),
        TableSpec(
            "source_state",
            SourceState,
            "文件属性，供下次运行判断有无变化",
            "what files look like from outside, by which the next run knows what changed",
            of_runs=True,
        ),
        TableSpec(
            "readings",
            Readings,
            "已识读的文本，供下次运行判断何者须重读",
            "texts that were read, by which the next run knows what to read again",
            of_runs=True,
        ),
    )
}
