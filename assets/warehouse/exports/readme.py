"""README.txt of an export: what is what, which build, how to cite, in Chinese and English.

Belongs here: words for who finds the folder without the program. Does not belong here: the files it speaks of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assets.warehouse.exports.marks import KINDS
from schemas.tables import TABLES

NAME = "README.txt"


@dataclass(frozen=True)
class About:
    """What an export is of. `published` and `exported` are ISO 8601 times, `form_sheets` of `selected` reports got a sheet as on the form."""

    gouji: str
    build: str
    published: str
    exported: str
    reports: int
    formats: Sequence[str]
    form_sheets: int
    selected: int


_PARTS = {
    "duckdb": (
        "warehouse.duckdb　整个数据库（DuckDB 1.5 或以上），含视图与中英文注释",
        "warehouse.duckdb  the whole database (DuckDB 1.5 or later), with views and comments in both languages",
    ),
    "parquet": (
        "parquet/　每表一个文件；有报告年度的表按年分文件夹（report_year=2023），年度不明者在 report_year=__HIVE_DEFAULT_PARTITION__",
        "parquet/  a file for each table; tables with a report year in a folder for each year (report_year=2023), rows of an unknown "
        "year in report_year=__HIVE_DEFAULT_PARTITION__",
    ),
    "csv": (
        "csv/、datapackage.json　每表一个 CSV（UTF-8 带 BOM，可直接用 Excel 打开）及各列说明（Frictionless Data Package）。"
        "会被电子表格当作公式、或改写为别的数字或日期的文本，前加一个撇号（'）；去掉文本列开头的一个撇号即为原文。"
        '空字段为空值，"" 为空文本；时间为 UTC，列表为 JSON',
        "csv/, datapackage.json  a CSV for each table (UTF-8 with BOM, opens in Excel), and what each column means (Frictionless Data Package). "
        "A text that a spreadsheet would take for a formula, or change into another number or date, has an apostrophe (') in front: take one "
        'leading apostrophe away from text columns. An empty field is null, "" an empty text; times are UTC, lists JSON',
    ),
    "xlsx": (
        "xlsx/reports-年度.xlsx　每份报告一行，每个单元格一列；xlsx/forms.xlsx　每份报告一张工作表，按官方表样排列。颜色的含义：",
        "xlsx/reports-YEAR.xlsx  a row for each report, a column for each cell; xlsx/forms.xlsx  a sheet for each report, laid out as the "
        "official form. Colours:",
    ),
}


def write(folder: Path, about: About) -> None:
    """Write `folder`/README.txt; with a byte order mark, for old editors."""
    (folder / NAME).write_text(
        "\n".join([*_said(about, 0), "", *_said(about, 1), ""]), encoding="utf-8-sig", newline="\r\n"
    )


def _said(about: About, language: int) -> list[str]:
    def pick(zh: str, en: str) -> str:
        return (zh, en)[language]

    lines = [
        pick("政府信息公开工作年度报告数据", "Government information disclosure reports"),
        "",
        pick(
            f"由 gouji {about.gouji} 导出于 {about.exported}，数据版本 {about.build}（发布于 {about.published}），共 {about.reports} 份报告。",
            f"Exported by gouji {about.gouji} on {about.exported} from {about.build} (published {about.published}): {about.reports} reports.",
        ),
        pick(
            "value 与 raw 是报告所印，从不更正；更正建议在 corrections，不成立的勾稽关系在 rule_results。status 不是 reported 的单元格没有数字，不可当作 0。",
            "`value` and `raw` are what reports print and are never corrected; corrections are proposed in `corrections`, sums that do not hold "
            "are in `rule_results`. A cell whose status is not `reported` has no figure: it is not 0.",
        ),
        "",
    ]
    for name in about.formats:
        lines.append(f"- {_PARTS[name][language]}")
        if name == "xlsx":
            lines += [f"    {kind.key}: {pick(kind.zh, kind.en)}" for kind in KINDS.values()]
            if about.form_sheets < about.selected:
                lines.append(
                    pick(
                        f"    forms.xlsx 只含 {about.selected} 份中的 {about.form_sheets} 份，不成立的规则多者在先。",
                        f"    forms.xlsx has {about.form_sheets} of {about.selected} reports, those with the most broken rules first.",
                    )
                )
    if set(about.formats) - {"xlsx"}:
        lines += ["", pick("表：", "Tables:")]
        lines += [f"  {spec.name}: {pick(spec.zh, spec.en)}" for spec in TABLES.values()]
    lines += [
        "",
        pick(
            f"引用：注明数字所在的报告与行号（source_file、line_start），以及“gouji {about.gouji}，{about.build}”。",
            f"To cite: the report and line of the figure (source_file, line_start), and “gouji {about.gouji}, {about.build}”.",
        ),
        pick(
            "数据的许可由发布者决定，gouji 的许可（Apache-2.0）只及于程序。",
            "The licence of the data is the publisher's to give; that of gouji (Apache-2.0) is for the program only.",
        ),
    ]
    return lines
