"""What the checks say: rules, corrections, the story, agencies, trust and findings."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl

from schemas.agency import EVIDENCE
from schemas.corrections import KINDS as SLIPS
from schemas.corrections import STATUSES as CORRECTION_STATUSES
from schemas.findings import ACTORS, CATALOGUE, SEVERITIES
from schemas.form import forms
from schemas.narrative import NARRATIVE_REASONS, NARRATIVE_STATES, STATED_SUM, SUBJECT_KEYS
from schemas.rules import rule_kinds
from schemas.tables.columns import CELL_STATUSES, RULE_STATES, TABLE_NOS, VERDICTS, TableModel, column, common


class RuleResults(TableModel):
    """Each rule on each report, once for each row or column it is stated for."""

    report_id: str = common("report_id")
    source_file: str = common("source_file")
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

    report_id: str = common("report_id", unique=True)
    source_file: str = common("source_file")
    agency_id: str = common("agency_id", nullable=True)
    agency: str = column("行政机关名称", "name of the agency as printed", nullable=True)
    report_year: int = common("report_year", nullable=True)
    form: str = common("form", nullable=True, isin=tuple(forms()))
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

    source_file: str = common("source_file")
    report_id: str = common("report_id")
    table_no: str = column("表号", "table", isin=TABLE_NOS)
    row_key: str = common("row_key")
    col_key: str = common("col_key")
    value: float = column("所印数值", "figure as printed; null where none is known", nullable=True)
    raw: str = common("raw", nullable=True)
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
    layout: str = common("layout", nullable=True)
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

    report_id: str = common("report_id")
    source_file: str = common("source_file")
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
        "文字允许的各种口径（单元格之和；总计也可由其各部分之和代替）",
        "the sums of cells that the words allow, with | between; a total stands for the sum of its parts, too",
        nullable=True,
    )
    compared_cells: str = column(
        "相比的单元格或分项（空白者除外）",
        "cells (or parts of a sum) it was compared with, as printed; blank ones only where all are",
        nullable=True,
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
    source_file: str = common("source_file")
    report_id: str = column("报告标识", "report, if the finding is about one", nullable=True)
    table_no: str = column("表号", "table", nullable=True, isin=TABLE_NOS)
    row_key: str = column("行", "row", nullable=True)
    col_key: str = column("列", "column", nullable=True)
    line: int = column("行号", "line in the source file", nullable=True, ge=1)
    message_zh: str = column("说明（中文）", "what was found, in Chinese")
    message_en: str = column("说明（英文）", "what was found, in English")


class AgencyNames(TableModel):
    """Which agency each report is given to, and why."""

    report_id: str = common("report_id", unique=True)
    agency: str = column("报告所印名称", "name as the report prints it")
    agency_id: str = common("agency_id")
    evidence: str = column(
        "依据：名称本身、简称、地区详略、落款、更名",
        "why: the name itself, a short form, with or without upper regions, the signature, a renaming",
        isin=EVIDENCE,
    )
    confidence: float = column(
        "把握（0 至 1）", "confidence, 0 to 1", in_range={"min_value": 0, "max_value": 1}
    )
