"""The catalogue of findings: every code gouji can raise, how grave it is, who can act on it, and its wording.

A finding names a place (file, line, report, cell); its text is the template filled with what was found there.
Codes are stable: they are what people filter by. Does not belong here: deciding when a code is raised.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from schemas.form import Label

SEVERITIES = ("error", "warn", "info")
ACTORS = ("filer", "reader", "gouji")


@dataclass(frozen=True)
class FindingKind:
    """One code. `actor`: the filer of the report, the reader of the text (who supplies or converts it), or gouji."""

    code: str
    severity: str
    actor: str
    zh: str
    en: str
    stage: str = (
        ""  # of the data's way: crawl, extract or check; set by the part of the catalogue it stands in
    )


# Of files, as they are found.
_CRAWL = (
    FindingKind("file-empty", "warn", "reader", "文件为空。", "The file is empty."),
    FindingKind(
        "file-binary",
        "warn",
        "reader",
        "不是文本文件（{detail}）；请先转换为文本再放入来源文件夹。",
        "Not a text file ({detail}); convert it to text before it goes into the source folder.",
    ),
    FindingKind(
        "file-undecodable",
        "warn",
        "reader",
        "无法识别字符编码（{detail}）；请另存为 UTF-8。",
        "The encoding is not recognised ({detail}); save the file as UTF-8.",
    ),
    FindingKind(
        "file-too-large",
        "warn",
        "reader",
        "文件过大（{detail}），未读取；请拆分。",
        "The file is too large ({detail}) and was not read; split it.",
    ),
    FindingKind(
        "file-unreadable",
        "error",
        "reader",
        "无法读取文件：{detail}；请检查权限后重新运行。",
        "The file cannot be read: {detail}; check its permissions and run again.",
    ),
    FindingKind(
        "file-special",
        "warn",
        "reader",
        "不是普通文件，或指向来源文件夹之外（{detail}），未读取。",
        "Not a regular file, or a link that leaves the source folder ({detail}); it was not read.",
    ),
    FindingKind(
        "file-duplicate",
        "info",
        "reader",
        "内容与 {other} 完全相同，视为同一报告的另一处存放。",
        "The same bytes as {other}: taken as a second place of one report.",
    ),
)

# Of texts, as they are read: what they are, what could not be read and why, and our own faults.
_EXTRACT = (
    FindingKind(
        "file-changed",
        "warn",
        "reader",
        "文件在读取过程中发生变化，本次未采用；下次运行将重新读取。",
        "The file changed while it was being read and was left out; the next run reads it again.",
    ),
    FindingKind(
        "not-a-report",
        "warn",
        "reader",
        "未发现政府信息公开工作年度报告的标题、章节或表格。",
        "No title, section or table of a yearly disclosure report was found.",
    ),
    FindingKind(
        "old-form",
        "info",
        "reader",
        "{year} 年度早于 2019 年格式，没有可提取的表格。",
        "Report year {year} predates the 2019 form; there are no tables of a known form to read.",
    ),
    FindingKind(
        "website-form",
        "info",
        "reader",
        "这是政府网站工作年度报表，不是信息公开工作年度报告。",
        "This is the yearly form on government websites, not a disclosure report.",
    ),
    FindingKind(
        "old-annex",
        "info",
        "reader",
        "文中有旧格式的政府信息公开情况统计表（2014—2018 年），其数据不在提取范围内。",
        "The text holds the statistical annex of 2014-2018; its figures belong to no form that is read.",
    ),
    FindingKind(
        "several-reports",
        "info",
        "reader",
        "一个文件中有 {count} 份报告，已分别读取。",
        "The file holds {count} reports; each was read by itself.",
    ),
    FindingKind(
        "agency-unknown", "warn", "reader", "未能确定行政机关名称。", "The agency could not be determined."
    ),
    FindingKind(
        "year-unknown", "warn", "reader", "未能确定报告年度。", "The report year could not be determined."
    ),
    FindingKind(
        "year-conflict",
        "warn",
        "filer",
        "年度不一致：{evidence}；采用 {year}。",
        "The years disagree: {evidence}; {year} was taken.",
    ),
    FindingKind(
        "agency-conflict",
        "info",
        "filer",
        "标题机关为“{agency}”，落款为“{signature}”。",
        "The title names {agency}, the signature {signature}.",
    ),
    FindingKind(
        "form-not-of-year",
        "info",
        "filer",
        "{year} 年度报告使用了{form}。",
        "The report for {year} prints the tables of the {form}.",
    ),
    FindingKind(
        "form-unknown",
        "warn",
        "reader",
        "没有可辨认的表头，也无法由年度推定格式。",
        "No recognisable table headers, and no year to assume the form from.",
    ),
    # what could not be read, and why
    FindingKind(
        "table-absent",
        "warn",
        "reader",
        "文本中未找到表{table}的数据。",
        "No figures of table {table} were found in the text.",
    ),
    FindingKind(
        "table-unreadable",
        "warn",
        "reader",
        "表{table}的版面无法可靠还原（{detail}），其单元格不予采用。",
        "The layout of table {table} cannot be recovered reliably ({detail}); its cells are not given.",
    ),
    FindingKind(
        "table-repeated",
        "warn",
        "filer",
        "表{table}出现多次且数据不同，无法确定以哪一份为准。",
        "Table {table} stands in the text more than once with different figures; which one counts is unknown.",
    ),
    FindingKind(
        "table-of-another",
        "warn",
        "filer",
        "表{table}只出现在“{label}”之下，那是另一年度或另一机关的数据，未采用。",
        "Table {table} stands only under “{label}”, which names another year or agency; it was not taken.",
    ),
    FindingKind(
        "row-absent",
        "warn",
        "reader",
        "表{table}中未找到行“{row}”。",
        "Row {row} was not found in table {table}.",
    ),
    FindingKind(
        "row-repeated",
        "warn",
        "filer",
        "表{table}中行“{row}”出现多次（另见第 {other} 行），无法确定以哪一行为准。",
        "Row {row} stands more than once in table {table} (also on line {other}); which one counts is unknown.",
    ),
    FindingKind(
        "row-short",
        "warn",
        "reader",
        "表{table}行“{row}”只有 {found} 个单元格（应有 {expected} 个），无法确定各属哪一列。",
        "Row {row} of table {table} has {found} cells where the form has {expected}; their columns are unknown.",
    ),
    FindingKind(
        "row-long",
        "warn",
        "reader",
        "表{table}行“{row}”有 {found} 个单元格（应有 {expected} 个），无法确定各属哪一列。",
        "Row {row} of table {table} has {found} cells where the form has {expected}; their columns are unknown.",
    ),
    FindingKind(
        "row-unknown",
        "info",
        "filer",
        "表{table}有格式之外的行“{label}”，未采用。",
        "Table {table} has a row that the form does not have, “{label}”; it was left out.",
    ),
    FindingKind(
        "label-unclear",
        "warn",
        "filer",
        "表{table}行“{label}”包含格式中的不止一行，无法确定其数字属于哪一行。",
        "The row “{label}” of table {table} stands for more than one row of the form; whose its figures are is unknown.",
    ),
    FindingKind(
        "rows-shifted",
        "warn",
        "reader",
        "表{table}中有一行数字没有行名，又有行名没有数字；其间各行的数字可能错位，不予采用。",
        "In table {table} a row of figures has no label and a label has no figures: rows between may be shifted.",
    ),
    FindingKind(
        "header-unclear",
        "warn",
        "reader",
        "表{table}的表头不完整或与格式不符（{detail}），无法确定各列。",
        "The header of table {table} is incomplete or not that of the form ({detail}); its columns are unknown.",
    ),
    FindingKind(
        "cell-unparsed",
        "warn",
        "filer",
        "表{table}“{row}／{column}”的内容“{raw}”没有唯一的数值读法。",
        "The text “{raw}” of {row} / {column} in table {table} has no one reading as a figure.",
    ),
    FindingKind(
        "row-split",
        "warn",
        "reader",
        "表{table}行“{row}”的 {found} 个数字被不均匀地断成几行，次序不可靠，不予采用。",
        "The {found} figures of row {row} in table {table} are broken unevenly over lines; their order is unsure.",
    ),
    FindingKind(
        "digits-split",
        "warn",
        "reader",
        "表{table}“{row}／{column}”下方另有一行数字，可能是同一数字被拆开，不予采用。",
        "Digits stand on a line of their own under {row} / {column} of table {table}: they may belong to it.",
    ),
    FindingKind(
        "page-number-doubt",
        "warn",
        "reader",
        "表{table}行“{row}”中的“{raw}”可能是页码，无法确定各列。",
        "“{raw}” in row {row} of table {table} may be a page number; the columns of the row are unknown.",
    ),
    # our own faults
    FindingKind(
        "read-failed",
        "error",
        "gouji",
        "gouji 读取此文件时出错（{error}），未采用其任何数据；请报告此问题。",
        "gouji failed on this file ({error}) and took nothing from it; please report this fault.",
    ),
)

# Of what the figures say.
_CHECK = (
    FindingKind(
        "rule-broken",
        "warn",
        "filer",
        "表{table}“{place}”不符合“{rule}”：左边 {left}，右边 {right}，相差 {difference}。",
        "Table {table}, {place}: “{rule}” does not hold: left {left}, right {right}, difference {difference}.",
    ),
    FindingKind(
        "culprit",
        "warn",
        "filer",
        "表{table}“{row}／{column}”印的是“{raw}”，应为 {proposed}{several}：{slip}。如此更正，{rules} 条不成立的勾稽关系全部成立，且别无更小的更正。",
        "{row} / {column} of table {table} prints “{raw}” and should be {proposed}{several}: {slip}. So corrected, {rules} "
        "broken sums hold, and no smaller correction does it.",
    ),
    FindingKind(
        "culprit-weak",
        "warn",
        "gouji",
        "表{table}“{row}／{column}”读作“{raw}”，应为 {proposed}{several}：{slip}（涉及 {rules} 条勾稽关系）。该处版式不带分隔，也可能是 gouji 误读，请对照原文。",
        "{row} / {column} of table {table} was read as “{raw}” and should be {proposed}{several}: {slip} ({rules} sums). The "
        "text has no cell borders there, so gouji may have misread it: compare the source.",
    ),
    FindingKind(
        "not-a-count",
        "warn",
        "filer",
        "表{table}“{row}／{column}”印的是“{raw}”：此处计数，应为非负整数。",
        "{row} / {column} of table {table} prints “{raw}”: it counts something and should be whole and not negative.",
    ),
    FindingKind(
        "years-disagree",
        "warn",
        "filer",
        "表{table}“{place}”与上年报告（{other}）不衔接：“{rule}”：左边 {left}，右边 {right}，相差 {difference}。",
        "Table {table}, {place}, does not follow from the report of the year before ({other}): “{rule}”: left {left}, "
        "right {right}, difference {difference}.",
    ),
    FindingKind(
        "year-missing",
        "info",
        "reader",
        "{agency} 有 {before} 和 {after} 年度的报告，缺 {missing}。",
        "{agency} has reports for {before} and {after}, but none for {missing}.",
    ),
    FindingKind(
        "report-twice",
        "warn",
        "reader",
        "{agency} {report_year} 年度的报告另见 {other}，以后者优先；两份之间有 {differ} 个单元格不一致（{which}），另有 {one_sided} 个仅其中一份可知。",
        "{agency} has another report for {report_year} in {other}, which is preferred: {differ} cells say something else "
        "({which}), and {one_sided} more are known from only one of the two.",
    ),
    FindingKind(
        "story-contradicts",
        "warn",
        "filer",
        "正文“{sentence}”中的“{raw}”（{subject}）与表格不一致：{cells}，合 {sum}{where}。",
        "“{raw}” ({subject}) in the sentence “{sentence}” disagrees with the table: {cells}, together {sum}{where}.",
    ),
    FindingKind(
        "story-sum-broken",
        "warn",
        "filer",
        "正文“{sentence}”中的“{raw}”与其分项不符：{cells} = {sum}。",
        "“{raw}” in the sentence “{sentence}” is not the sum of its parts: {cells} = {sum}.",
    ),
)

CATALOGUE: dict[str, FindingKind] = {
    kind.code: replace(kind, stage=stage)
    for stage, kinds in (("crawl", _CRAWL), ("extract", _EXTRACT), ("check", _CHECK))
    for kind in kinds
}


def finding(  # noqa: PLR0913 - the place of a finding has this many coordinates
    code: str,
    *,
    source_file: str,
    report_id: str | None = None,
    table_no: str | None = None,
    row_key: str | None = None,
    col_key: str | None = None,
    line: int | None = None,
    **values: Any,
) -> dict[str, Any]:
    """A row of the table `findings`: the code's templates filled with `values`.

    A value that is a `Label` (a row, column or form) shows its wording in the language of the message. Raises
    KeyError for an unknown code or a value the template needs and did not get.
    """
    kind = CATALOGUE[code]

    def fill(template: str, language: str) -> str:
        shown = {k: getattr(v, language) if isinstance(v, Label) else v for k, v in values.items()}
        return template.format_map({"table": table_no, **shown})

    return {
        "code": code,
        "severity": kind.severity,
        "actor": kind.actor,
        "source_file": source_file,
        "report_id": report_id,
        "table_no": table_no,
        "row_key": row_key,
        "col_key": col_key,
        "line": line,
        "message_zh": fill(kind.zh, "zh"),
        "message_en": fill(kind.en, "en"),
    }
