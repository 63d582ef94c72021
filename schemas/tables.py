"""Every frame that passes between stages and every table of the warehouse: columns, types, units, meaning.

One Pandera model a table. The description of a column is English, its `zh` metadata Chinese; DuckDB comments, the
Dagster column schema and the data dictionary are read from here. Does not belong here: how a table is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandera.polars as pa
import polars as pl

from schemas.agency import EVIDENCE, KINDS, LEVELS
from schemas.corrections import KINDS as SLIPS
from schemas.corrections import STATUSES as CORRECTION_STATUSES
from schemas.findings import ACTORS, CATALOGUE, SEVERITIES
from schemas.form import forms
from schemas.narrative import NARRATIVE_REASONS, NARRATIVE_STATES, STATED_SUM, SUBJECT_KEYS
from schemas.rules import COMPARISONS, SCOPES, SOURCES, rule_kinds

FILE_STATUSES = ("text", "empty", "binary", "undecodable", "too_large", "unreadable", "special")
CELL_STATUSES = ("reported", "blank", "not_applicable", "unparsed", "absent", "uncertain")
RULE_STATES = ("pass", "pass_if_blank_zero", "fail", "not_assessable")
VERDICTS = ("sound", "incomplete", "broken", "unknown")
TABLE_NOS = ("2", "3", "4")

UTC_TIME = pl.Datetime("us", "UTC")


def column(zh: str, en: str, **checks: Any) -> Any:
    """A column with its meaning in both languages; `checks` are those of `pandera.Field`."""
    return pa.Field(description=en, metadata={"zh": zh}, **checks)


class TableModel(pa.DataFrameModel):
    """What all tables share: exactly the declared columns, in the declared types."""

    class Config:
        """Pandera: refuse columns that are not declared."""

        strict = True
        coerce = False


class ReportFiles(TableModel):
    """Manifest of the source folder."""

    source_file: str = column(
        "相对于来源文件夹的路径",
        "path relative to the source folder",
        unique=True,
        str_length={"min_value": 1},
    )
    size_bytes: int = column("文件大小（字节）", "file size in bytes", ge=0)
    modified_at: UTC_TIME = column("文件修改时间（UTC）", "time of the last change, UTC")  # type: ignore[valid-type]
    content_hash: str = column(
        "内容的 BLAKE2b 摘要；未能读取时为空",
        "BLAKE2b digest of the bytes; null where they could not be read",
        nullable=True,
        str_matches=r"^[0-9a-f]{32}$",
    )
    encoding: str = column(
        "识别出的字符编码；不是文本时为空",
        "detected encoding; null where the file is not text",
        nullable=True,
    )
    line_count: int = column(
        "行数；不是文本时为空", "number of lines; null where not text", nullable=True, ge=0
    )
    status: str = column("读取结果", "outcome of reading the file", isin=FILE_STATUSES)
    detail: str = column("读取失败的原因", "why it could not be read", nullable=True)


class Reports(TableModel):
    """One row for each report text."""

    report_id: str = column("报告标识（由内容摘要得出）", "identifier, derived from the content", unique=True)
    source_file: str = column(
        "来源文件（同一内容有多处时，取层级最浅、路径最短的一处）",
        "source file (of several that hold the same bytes the one fewest folders deep, then the shortest)",
    )
    content_hash: str = column("来源文件内容摘要", "digest of the source file, as in report_files")
    line_start: int = column("报告首行", "first line of the report in the file", ge=1)
    line_end: int = column("报告末行", "last line of the report in the file", ge=1)
    title: str = column("标题", "title as printed, joined to one line", nullable=True)
    title_line: int = column("标题所在行", "line on which the title starts", nullable=True, ge=1)
    agency: str = column("行政机关名称", "name of the agency", nullable=True)
    agency_line: int = column("机关名称所在行", "line on which the agency was found", nullable=True, ge=1)
    agency_source: str = column(
        "机关名称的依据",
        "where the agency was found",
        nullable=True,
        isin=("title", "heading", "signature", "body", "file_name"),
    )
    report_year: int = column(
        "报告年度", "year reported on", nullable=True, in_range={"min_value": 2000, "max_value": 2100}
    )
    report_year_line: int = column("年度所在行", "line on which the year was found", nullable=True, ge=1)
    report_year_source: str = column(
        "年度的依据", "where the year was found", nullable=True, isin=("title", "period", "body", "file_name")
    )
    form: str = column("所用格式", "form whose tables the report prints", nullable=True, isin=tuple(forms()))
    form_source: str = column(
        "格式的依据：printed 表头，year 年度推定",
        "how the form is known: `printed` headers, or assumed from the `year`",
        nullable=True,
        isin=("printed", "year"),
    )
    signature: str = column("落款", "signature as printed", nullable=True)
    signature_line: int = column("落款所在行", "line of the signature", nullable=True, ge=1)
    published_on: pl.Date = column("落款日期", "date printed with the signature or title", nullable=True)
    published_on_line: int = column("落款日期所在行", "line of that date", nullable=True, ge=1)
    layout: str = column("各表版式", "layouts of the tables, in order, without repeats", nullable=True)
    cells: int = column("格式应有单元格数", "cells the form has", ge=0)
    reported: int = column("填报数", "cells with a figure", ge=0)
    blank: int = column("空白数", "cells printed blank", ge=0)
    not_applicable: int = column("不适用数（- / 无）", "cells that print -, / or 无", ge=0)
    unparsed: int = column("无法解析数", "cells whose text has no one reading", ge=0)
    absent: int = column("缺失数", "cells whose row or table is not in the text", ge=0)
    uncertain: int = column("不确定数", "cells the text does not let one know", ge=0)


class ReportSections(TableModel):
    """The prose of a report by section."""

    report_id: str = column("报告标识", "report")
    source_file: str = column("来源文件", "source file")
    section_no: int = column(
        "节号（0 为标题与前言）",
        "section number; 0 is title and preamble",
        in_range={"min_value": 0, "max_value": 6},
    )
    heading: str = column("原标题", "heading as printed", nullable=True)
    line_start: int = column("首行", "first line", ge=1)
    line_end: int = column("末行", "last line", ge=1)
    text: str = column("正文（表格除外）", "prose, tables left out")
    lines: pl.List(pl.Int64) = column(  # type: ignore[valid-type]
        "正文各行在来源文件中的行号", "for each line of the text, its line in the source file"
    )


class CellsBase(TableModel):
    """What is known of one cell of a form in one report."""

    report_id: str = column("报告标识", "report")
    source_file: str = column("来源文件", "source file")
    form: str = column("所用格式", "form", isin=tuple(forms()))
    table_no: str = column("表号", "table: 2, 3 or 4", isin=TABLE_NOS)
    row_key: str = column("行", "row, see dim_row")
    col_key: str = column("列", "column, see dim_column")
    value: float = column(
        "数值（按所印单位）", "figure in the unit printed; null unless reported", nullable=True
    )
    raw: str = column("原文", "text as printed", nullable=True)
    unit: str = column("单位（所印单位优先）", "unit: as printed, else as the form prescribes", nullable=True)
    status: str = column(
        "状态", "reported, blank, not_applicable, unparsed, absent or uncertain", isin=CELL_STATUSES
    )
    line_start: int = column(
        "首行", "first line in the source file; null where nothing was printed", nullable=True, ge=1
    )
    line_end: int = column("末行", "last line in the source file", nullable=True, ge=1)
    layout: str = column("版式", "layout (reader) of its table", nullable=True)
    reason: str = column(
        "状态的原因（问题代码）",
        "finding code that says why the cell is absent, uncertain or unparsed",
        nullable=True,
        isin=tuple(CATALOGUE),
    )


class Cells(CellsBase):
    """Every cell of the form of every report."""

    @pa.dataframe_check(error="a value stands exactly where the status is `reported`")
    def value_iff_reported(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Law 3: a figure is given exactly where one was read."""
        return data.lazyframe.select(pl.col("value").is_not_null() == (pl.col("status") == "reported"))

    @pa.dataframe_check(error="what was printed has its lines, what was not has none")
    def lines_iff_printed(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Every non-blank cell knows its first and last line."""
        printed = pl.col("status").is_in(["reported", "not_applicable", "unparsed"])
        ordered = pl.col("line_start") <= pl.col("line_end")
        return data.lazyframe.select(
            ~printed | (pl.col("raw").is_not_null() & ordered.fill_null(value=False))
        )

    @pa.dataframe_check(error="a reason stands exactly where the cell is not known")
    def reason_iff_unknown(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Law 3: "unknown, because ..."."""
        unknown = pl.col("status").is_in(["unparsed", "absent", "uncertain"])
        return data.lazyframe.select(pl.col("reason").is_not_null() == unknown)

    class Config:
        """One row a cell."""

        unique = ["report_id", "table_no", "row_key", "col_key"]  # noqa: RUF012 - read by pandera


class FactBase(TableModel):
    """Cells of one table, ready to query: keys, figure, place."""

    source_file: str = column("来源文件", "source file")
    report_id: str = column("报告标识", "report")
    agency: str = column("行政机关名称", "name of the agency", nullable=True)
    report_year: int = column("报告年度", "year reported on", nullable=True)
    form: str = column("所用格式", "form", isin=tuple(forms()))
    row_key: str = column("行", "row, see dim_row")
    col_key: str = column("列", "column, see dim_column")
    value: float = column(
        "数值（按所印单位）", "figure in the unit printed; null unless reported", nullable=True
    )
    raw: str = column("原文", "text as printed", nullable=True)
    unit: str = column("单位（所印单位优先）", "unit: as printed, else as the form prescribes", nullable=True)
    status: str = column(
        "状态", "reported, blank, not_applicable, unparsed, absent or uncertain", isin=CELL_STATUSES
    )
    line_start: int = column("首行", "first line in the source file", nullable=True, ge=1)
    line_end: int = column("末行", "last line in the source file", nullable=True, ge=1)
    layout: str = column("版式", "layout (reader) of its table", nullable=True)
    reason: str = column(
        "状态的原因（问题代码）", "finding code that says why the cell is not known", nullable=True
    )


class FactProactiveDisclosure(FactBase):
    """Table 2."""

    value_yuan: float = column(
        "金额折合元（仅金额列，单位明确时）",
        "amounts in yuan, where the column is money and its unit known",
        nullable=True,
    )

    class Config:
        """One row a cell."""

        unique = ["report_id", "row_key", "col_key"]  # noqa: RUF012 - read by pandera


class FactRequests(FactBase):
    """Table 3."""

    class Config:
        """One row a cell."""

        unique = ["report_id", "row_key", "col_key"]  # noqa: RUF012 - read by pandera


class FactReviewLitigation(FactBase):
    """Table 4."""

    class Config:
        """One row a cell."""

        unique = ["report_id", "row_key", "col_key"]  # noqa: RUF012 - read by pandera


class RuleResults(TableModel):
    """Each rule on each report, once for each row or column it is stated for."""

    report_id: str = column("报告标识", "report")
    source_file: str = column("来源文件", "source file")
    rule_id: str = column("规则", "kind of rule, see dim_rule", isin=tuple(rule_kinds()))
    table_no: str = column("表号", "table", isin=TABLE_NOS)
    place: str = column("所在行、列或表", "row, column or table the rule is stated for")
    state: str = column("状态", "pass, pass_if_blank_zero, fail or not_assessable", isin=RULE_STATES)
    left_sum: float = column(
        "左边之和（“按表”的规则：不符的单元格数）",
        "sum of the left side, blanks as 0; null if not assessable",
        nullable=True,
    )
    right_sum: float = column("右边之和", "sum of the right side", nullable=True)
    difference: float = column("差（左减右）", "left minus right", nullable=True)
    left_cells: str = column(
        "左边单元格（行列=原文；“按表”的规则只列不符者）",
        "cells of the left side as key=text; of a rule stated for a table, those that break it",
    )
    right_cells: str = column("右边单元格", "cells of the right side")
    reason: str = column(
        "无法评判的原因：首个存疑的单元格与问题代码或规则",
        "why it cannot be assessed: the first cell in doubt, with its finding code or the rule it breaks",
        nullable=True,
    )
    other_report_id: str = column(
        "对照的另一份报告（上年报告，或同年优先采用的报告）",
        "the other report compared with: of the year before, or the preferred one of the same year",
        nullable=True,
    )
    fingerprint: str = column(
        "不成立者的标识：同一机关、年度、规则与数字则相同，与文件位置无关",
        "identity of a failure: the same for the same agency, year, rule and figures, wherever the file lies",
        nullable=True,
        str_matches=r"^[0-9a-f]{16}$",
    )
    line: int = column(
        "首个有原文的单元格所在行",
        "line of the first of these cells that stands in the text",
        nullable=True,
        ge=1,
    )

    @pa.dataframe_check(error="the state follows from the difference")
    def state_follows_difference(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A failing rule has a difference, a passing one has none, one that cannot be assessed has no sums."""
        state, difference = pl.col("state"), pl.col("difference")
        return data.lazyframe.select(
            pl.when(state == "not_assessable")
            .then(difference.is_null())
            .when(state == "fail")
            .then(difference.fill_null(0) != 0)
            .otherwise(difference.fill_null(1) == 0)
        )

    class Config:
        """One row for each equation of each report."""

        unique = ["report_id", "rule_id", "place"]  # noqa: RUF012 - read by pandera


class ReportTrust(TableModel):
    """How far the figures of each report can be trusted."""

    report_id: str = column("报告标识", "report", unique=True)
    source_file: str = column("来源文件", "source file")
    agency_id: str = column("机关标识", "agency, see dim_agency", nullable=True)
    agency: str = column("行政机关名称", "name of the agency as printed", nullable=True)
    report_year: int = column("报告年度", "year reported on", nullable=True)
    form: str = column("所用格式", "form", nullable=True, isin=tuple(forms()))
    verdict: str = column(
        "结论：sound 全部可知且成立，incomplete 有不可知者，broken 有不成立或文表矛盾，unknown 无从验证",
        "sound: all known and all sums hold; incomplete: some cells or sums unknown; broken: a rule fails or the story "
        "contradicts the tables; unknown: nothing to prove it by",
        isin=VERDICTS,
    )
    rules_passed: int = column("成立的规则数", "rules that hold", ge=0)
    rules_failed: int = column("不成立的规则数", "rules that fail", ge=0)
    rules_not_assessable: int = column("无法评判的规则数", "rules that cannot be assessed", ge=0)
    cells: int = column("格式应有单元格数", "cells the form has", ge=0)
    known: int = column("可知的单元格数", "cells of which it is known what was printed", ge=0)
    summed: int = column("受求和规则约束的单元格数", "cells that stand in a sum", ge=0)
    proved: int = column(
        "得到印证的单元格数：所在求和成立且无一不成立",
        "cells proved: they stand in a sum that holds, and in none that fails",
        ge=0,
    )
    proved_share: float = column("得到印证的比例", "proved / summed", nullable=True)
    culprits: int = column("唯一嫌疑单元格数", "cells named as the only culprits", ge=0)
    candidates: int = column("并列嫌疑单元格数", "cells that are tied candidates", ge=0)
    deduced: int = column("推得的单元格数", "missing cells that the rules leave one value for", ge=0)
    story_agrees: int = column("与表相符的叙述数", "figures of the story that agree with the tables", ge=0)
    story_contradicts: int = column(
        "与表矛盾的叙述数", "figures of the story that contradict the tables", ge=0
    )


class Corrections(TableModel):
    """What cells should hold for the sums to add up, beside what was printed and never over it."""

    source_file: str = column("来源文件", "source file")
    report_id: str = column("报告标识", "report")
    table_no: str = column("表号", "table", isin=TABLE_NOS)
    row_key: str = column("行", "row, see dim_row")
    col_key: str = column("列", "column, see dim_column")
    value: float = column("所印数值", "figure as printed; null where none is known", nullable=True)
    raw: str = column("原文", "text as printed", nullable=True)
    proposed_value: float = column("应有数值", "figure that the sums ask for", ge=0)
    kind: str = column("差错类型", "slip that explains it, or value_deduced", isin=tuple(SLIPS))
    status: str = column(
        "状态：proposed 唯一解，candidate 并列候选，deduced 推得",
        "`proposed`: the one smallest repair; `candidate`: one of several that tie; `deduced`: the one value of a missing cell",
        isin=CORRECTION_STATUSES,
    )
    hypothesis: int = column(
        "假设编号（每份报告从 1 起；同号的单元格须一并更正）",
        "number within the report, from 1: cells with the same number change together",
        ge=1,
    )
    cells_changed: int = column("该假设更正的单元格数", "cells that this hypothesis changes", ge=1)
    alternatives: int = column(
        "并列的假设数（1 为唯一）", "hypotheses that heal the same sums, this one included", ge=1
    )
    rules: str = column(
        "相关规则（规则:行或列）",
        "broken rules of the cell that the repair heals, or the rules the value follows from, as rule:place",
    )
    cell_status: str = column("单元格状态", "status of the cell as read", isin=CELL_STATUSES)
    layout: str = column("版式", "layout (reader) of its table", nullable=True)
    actor: str = column(
        "应由谁处理：所印清楚者为填报单位（filer），识读依据薄弱者为 gouji",
        "who is to act: the filer where the cell is plainly printed, gouji where its reading is weak",
        isin=ACTORS,
    )
    line: int = column("行号", "line of the cell in the source file", nullable=True, ge=1)
    reason_zh: str = column("说明（中文）", "reason in Chinese")
    reason_en: str = column("说明（英文）", "reason in English")

    @pa.dataframe_check(error="one hypothesis is proposed, several are candidates")
    def candidates_tie(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Law 5: a culprit is named only where the smallest repair is unique."""
        return data.lazyframe.select((pl.col("status") == "candidate") | (pl.col("alternatives") == 1))

    @pa.dataframe_check(error="a correction says something else than the print")
    def differs_from_print(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Law 1: what was printed stands; a correction stands beside it."""
        return data.lazyframe.select(
            pl.col("value").is_null() | (pl.col("value") != pl.col("proposed_value"))
        )

    class Config:
        """One row for each cell of each hypothesis."""

        unique = ["report_id", "hypothesis", "table_no", "row_key", "col_key"]  # noqa: RUF012 - read by pandera


class NarrativeFigures(TableModel):
    """Each figure of the prose that speaks of cells, beside those cells."""

    report_id: str = column("报告标识", "report")
    source_file: str = column("来源文件", "source file")
    figure_no: int = column("报告内序号", "number of the figure within the report, from 1", ge=1)
    section_no: int = column("所在节", "section it stands in", in_range={"min_value": 0, "max_value": 6})
    line: int = column("所在行", "line in the source file", ge=1)
    sentence: str = column("所在句（空白已去）", "the sentence, without white space")
    raw: str = column("原文", "figure as printed; for none at all the words that say so")
    value: float = column("数值（按所印单位）", "the figure, in the unit printed")
    unit: str = column("单位", "unit as printed", nullable=True)
    subject: str = column("所述事项", "what it speaks of", isin=(*SUBJECT_KEYS, STATED_SUM))
    subject_zh: str = column("所述事项（中文）", "what it speaks of, in Chinese")
    subject_en: str = column("所述事项（英文）", "what it speaks of, in English")
    state: str = column("比较结果", "agrees, contradicts or not_comparable", isin=NARRATIVE_STATES)
    reason: str = column("不可比的原因", "why it cannot be compared", nullable=True, isin=NARRATIVE_REASONS)
    readings: str = column(
        "文字允许的各种口径（单元格之和）",
        "the sums of cells that the words allow, with | between",
        nullable=True,
    )
    compared_cells: str = column(
        "相比的单元格或分项", "cells (or parts of a sum) it was compared with, as printed", nullable=True
    )
    compared_sum: float = column("其和", "their sum; blanks count 0", nullable=True)
    compared_line: int = column(
        "首个单元格所在行", "line of the first of these cells that stands in the text", nullable=True, ge=1
    )
    difference: float = column("差（正文减表格）", "figure minus sum, where they differ", nullable=True)

    @pa.dataframe_check(error="a reason stands exactly where a figure cannot be compared")
    def reason_iff_not_comparable(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """What is not compared says why; what contradicts says by how much."""
        state, reason = pl.col("state"), pl.col("reason")
        return data.lazyframe.select(
            (reason.is_not_null() == (state == "not_comparable"))
            & ((state != "contradicts") | (pl.col("difference").fill_null(0) != 0))
        )

    class Config:
        """One row a figure."""

        unique = ["report_id", "figure_no"]  # noqa: RUF012 - read by pandera


class Findings(TableModel):
    """What somebody should know or act on."""

    code: str = column("问题代码", "stable code, see dim_finding", isin=tuple(CATALOGUE))
    severity: str = column("严重程度", "error, warn or info", isin=SEVERITIES)
    actor: str = column("应由谁处理", "who can act: the filer, the reader of the text, or gouji", isin=ACTORS)
    source_file: str = column("来源文件", "source file")
    report_id: str = column("报告标识", "report, if the finding is about one", nullable=True)
    table_no: str = column("表号", "table", nullable=True, isin=TABLE_NOS)
    row_key: str = column("行", "row", nullable=True)
    col_key: str = column("列", "column", nullable=True)
    line: int = column("行号", "line in the source file", nullable=True, ge=1)
    message_zh: str = column("说明（中文）", "what was found, in Chinese")
    message_en: str = column("说明（英文）", "what was found, in English")


class DimForm(TableModel):
    """The official forms."""

    form: str = column("格式", "form", unique=True)
    label_zh: str = column("名称（中文）", "name in Chinese")
    label_en: str = column("名称（英文）", "name in English")
    instrument: str = column("依据文号", "instrument that prescribes it")
    first_year: int = column("首个报告年度", "first report year it was prescribed for")
    last_year: int = column("末个报告年度", "last report year; null while in force", nullable=True)
    cells: int = column("单元格数", "number of cells", ge=1)


class DimRow(TableModel):
    """Rows of the forms' tables."""

    form: str = column("格式", "form")
    table_no: str = column("表号", "table", isin=TABLE_NOS)
    row_key: str = column("行", "row")
    row_order: int = column("次序", "printed order within the table, from 1", ge=1)
    label_zh: str = column("官方名称", "official label")
    label_en: str = column("英文名称", "label in English")
    parent_key: str = column("上级", "group above it", nullable=True)
    parent_zh: str = column("上级名称", "labels of the groups above it, outermost first", nullable=True)
    parent_en: str = column("上级名称（英文）", "the same in English", nullable=True)
    clause_zh: str = column("条款", "clause of article 20 (table 2)", nullable=True)

    class Config:
        """One row a form row."""

        unique = ["form", "table_no", "row_key"]  # noqa: RUF012 - read by pandera


class DimColumn(TableModel):
    """Columns of the forms' tables."""

    form: str = column("格式", "form")
    table_no: str = column("表号", "table", isin=TABLE_NOS)
    col_key: str = column("列", "column")
    col_order: int = column("次序", "printed order within the table, from 1", ge=1)
    label_zh: str = column("官方名称", "official label")
    label_en: str = column("英文名称", "label in English")
    parent_zh: str = column("上级名称", "label of the group above it", nullable=True)
    parent_en: str = column("上级名称（英文）", "the same in English", nullable=True)
    unit: str = column("单位", "unit the form prescribes; null where it fixes none", nullable=True)
    is_total: bool = column("是否合计列", "adds up the other columns")
    is_money: bool = column("是否金额列", "holds amounts of money")

    class Config:
        """One row a form column."""

        unique = ["form", "table_no", "col_key"]  # noqa: RUF012 - read by pandera


class DimAgency(TableModel):
    """Agencies, each under all the names its reports print."""

    agency_id: str = column("机关标识", "agency", unique=True)
    agency: str = column("名称（最近一份报告所印）", "name as its latest report prints it")
    body: str = column("机构全称（不含地区）", "name of the body in full words, without its region")
    region: str = column("地区", "region", nullable=True)
    province: str = column("省级", "province", nullable=True)
    city: str = column("地级", "city or prefecture", nullable=True)
    county: str = column("县级", "county or district", nullable=True)
    township: str = column("乡镇、街道或功能区", "town, street or development zone", nullable=True)
    division_code: str = column(
        "行政区划代码（最低一级已列名者）",
        "administrative division code of the lowest division listed",
        nullable=True,
    )
    level: str = column("地区级别", "level of the region", nullable=True, isin=LEVELS)
    kind: str = column("政府或部门", "the government of the region, or a department", isin=KINDS)
    names: int = column("名称写法数", "different names printed", ge=1)
    reports: int = column("报告数", "reports", ge=1)
    first_year: int = column("最早年度", "earliest report year", nullable=True)
    last_year: int = column("最晚年度", "latest report year", nullable=True)


class AgencyNames(TableModel):
    """Which agency each report is given to, and why."""

    report_id: str = column("报告标识", "report", unique=True)
    agency: str = column("报告所印名称", "name as the report prints it")
    agency_id: str = column("机关标识", "agency, see dim_agency")
    evidence: str = column(
        "依据：名称本身、简称、地区详略、落款、更名",
        "why: the name itself, a short form, with or without upper regions, the signature, a renaming",
        isin=EVIDENCE,
    )
    confidence: float = column(
        "把握（0 至 1）", "confidence, 0 to 1", in_range={"min_value": 0, "max_value": 1}
    )


class DimRule(TableModel):
    """The rules."""

    rule_id: str = column("规则", "rule", unique=True)
    scope: str = column("逐行、逐列或逐表", "stated for each row, column or table", isin=SCOPES)
    tables: str = column("适用的表", "tables it is stated for, separated by spaces")
    left_terms: str = column(
        "左边（见 schemas/rules.toml）", "left side, in the notation of schemas/rules.toml"
    )
    right_terms: str = column("右边", "right side")
    comparison: str = column("比较方式", "how the sides are compared", isin=COMPARISONS)
    severity: str = column("严重程度", "error, warn or info", isin=SEVERITIES)
    source: str = column(
        "依据：表上所印、由表推出、算术、惯例",
        "authority: printed on the form, follows from it, arithmetic, practice",
        isin=SOURCES,
    )
    text_zh: str = column("规则（中文）", "the rule in Chinese")
    text_en: str = column("规则（英文）", "the rule in English")


class DimFinding(TableModel):
    """The catalogue of findings."""

    code: str = column("问题代码", "stable code", unique=True)
    severity: str = column("严重程度", "error, warn or info", isin=SEVERITIES)
    actor: str = column("应由谁处理", "who can act", isin=ACTORS)
    text_zh: str = column("说明模板（中文）", "message template in Chinese")
    text_en: str = column("说明模板（英文）", "message template in English")


@dataclass(frozen=True)
class TableSpec:
    """A table of the warehouse: its name, its model, and what one row is, in both languages."""

    name: str
    model: type[TableModel]
    zh: str
    en: str


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
    )
}


def dtypes(model: type[TableModel]) -> dict[str, pl.DataType]:
    """The Polars types of a model's columns, in declared order."""
    return {name: col.dtype.type for name, col in model.to_schema().columns.items()}


def empty(model: type[TableModel]) -> pl.DataFrame:
    """A frame of the model's columns without rows."""
    return pl.DataFrame(schema=dtypes(model))


def frame(rows: list[dict[str, Any]], model: type[TableModel]) -> pl.DataFrame:
    """A frame of the model's columns from dicts that hold them all."""
    return pl.DataFrame(rows, schema=dtypes(model), orient="row")


def meaning(model: type[TableModel]) -> dict[str, tuple[str, str]]:
    """Column name -> its meaning (zh, en)."""
    return {
        name: (str((col.metadata or {})["zh"]), str(col.description))
        for name, col in model.to_schema().columns.items()
    }
