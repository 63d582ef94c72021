"""The tables of what was found and read: files, reports, the prose of their sections."""

from __future__ import annotations

import polars as pl

from schemas.form import forms
from schemas.tables.columns import FILE_STATUSES, UTC_TIME, TableModel, column, common


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
    agency: str = common("agency", nullable=True)
    agency_line: int = column("机关名称所在行", "line on which the agency was found", nullable=True, ge=1)
    agency_source: str = column(
        "机关名称的依据",
        "where the agency was found",
        nullable=True,
        isin=("title", "signature", "body", "file_name"),
    )
    report_year: int = common("report_year", nullable=True, in_range={"min_value": 2000, "max_value": 2100})
    report_year_line: int = column("年度所在行", "line on which the year was found", nullable=True, ge=1)
    report_year_source: str = column(
        "年度的依据",
        "where the year was found",
        nullable=True,
        isin=("title", "period", "body", "file_name", "signature"),
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

    report_id: str = common("report_id")
    source_file: str = common("source_file")
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
