"""What broke: findings by code, rules by failures, the reports and cells to look at first.

Belongs here: the queries and their wording. Does not belong here: shares and states of the whole (trust.py).
"""

from __future__ import annotations

from assets.warehouse.quality.model import Block, Column, Kind, Section

_FINDINGS = Block(
    key="findings",
    title=(
        "{findings} 条问题：{filer} 条待填报单位处理，{reader} 条待提供文本者，{gouji} 条待 gouji",
        "{findings|finding|findings}: {filer} for the agencies that filed, {reader} for who supplies the texts, {gouji} for gouji",
    ),
    totals="""
select count(*) as findings, count(*) filter (where actor = 'filer') as filer,
  count(*) filter (where actor = 'reader') as reader, count(*) filter (where actor = 'gouji') as gouji
from findings""",
    rows="""
select f.severity, f.code, regexp_replace(text_zh, '(\\{[^}]*\\})+', '…', 'g') as text_zh,
  regexp_replace(text_en, '(\\{[^}]*\\})+', '…', 'g') as text_en, f.actor, count(*) as findings, count(distinct source_file) as files
from findings as f join dim_finding as d using (code) group by f.severity, f.code, text_zh, text_en, f.actor
order by array_position(['error', 'warn', 'info'], f.severity), findings desc, f.code, f.actor""",
    columns=(
        Column("severity", ("程度", "severity"), Kind.NAME),
        Column("code", ("代码", "code"), Kind.WORD),
        Column("text", ("含义", "meaning"), Kind.BOTH),
        Column("actor", ("应由谁处理", "who is to act"), Kind.NAME),
        Column("findings", ("问题数", "findings"), Kind.COUNT, bar=True),
        Column("files", ("文件数", "files"), Kind.COUNT),
    ),
    empty=("没有问题。", "Nothing was found."),
    note=("省略号处是各条问题的具体内容。", "Where an ellipsis stands, each finding says what it is."),
)

_RULES = Block(
    key="rules",
    title=(
        "{kinds} 种勾稽关系中 {broken} 种有不成立者",
        "{broken} of {kinds|kind of rule|kinds of rule} fail somewhere",
    ),
    totals="""
select count(distinct rule_id) as kinds, count(distinct rule_id) filter (where state = 'fail') as broken
from rule_results""",
    rows="""
select rule_id, text_zh, text_en, count(*) filter (where state <> 'not_assessable') as assessed,
  count(*) filter (where state = 'fail') as failed,
  count(distinct report_id) filter (where state = 'fail') as reports, failed / nullif(assessed, 0) as failed_share
from rule_results join dim_rule using (rule_id) group by rule_id, text_zh, text_en order by failed desc, assessed desc, rule_id""",
    columns=(
        Column("rule_id", ("规则", "rule"), Kind.WORD),
        Column("text", ("含义", "meaning"), Kind.BOTH),
        Column("assessed", ("可评判", "assessed"), Kind.COUNT),
        Column("failed", ("不成立", "fail"), Kind.COUNT, bar=True),
        Column("reports", ("报告数", "reports"), Kind.COUNT),
        Column("failed_share", ("不成立比例", "share failing"), Kind.SHARE),
    ),
    empty=("没有评判勾稽关系。", "No rule was evaluated."),
)

BROKE = Section("broke", ("问题", "What broke"), (_FINDINGS, _RULES))

_PLACE = (
    """concat_ws(' › ', r.parent_{0}, r.label_{0}) || '{1}' || concat_ws(' › ', c.parent_{0}, c.label_{0})"""
)

_REPORTS = Block(
    key="worst-reports",
    title=(
        "{broken} 份报告有不成立的勾稽关系或文表矛盾",
        "{broken|report has|reports have} sums that fail, or text that contradicts a table",
    ),
    totals="""
select count(*) as broken from report_trust where rules_failed > 0 or story_contradicts > 0""",
    rows="""
with worst as (
  select * from report_trust where rules_failed > 0 or story_contradicts > 0
  order by rules_failed desc, culprits desc, story_contradicts desc, source_file, report_id limit 20
)
select agency, report_year, source_file, rules_failed, culprits, candidates, story_contradicts,
  (select array_to_string(list_sort(list(distinct line))[:8], ', ') from (
    select report_id, line from rule_results where state = 'fail'
    union all select report_id, line from narrative_figures where state = 'contradicts'
  ) as places where places.report_id = worst.report_id) as lines
from worst order by rules_failed desc, culprits desc, story_contradicts desc, source_file, report_id""",
    columns=(
        Column("agency", ("机关", "agency")),
        Column("report_year", ("年度", "year"), Kind.YEAR),
        Column("rules_failed", ("等式不成立", "sums failing"), Kind.COUNT, bar=True),
        Column("culprits", ("唯一嫌疑", "culprits"), Kind.COUNT),
        Column("candidates", ("并列嫌疑", "candidates"), Kind.COUNT),
        Column("story_contradicts", ("文表矛盾", "text against table"), Kind.COUNT),
        Column("source_file", ("来源文件", "source file")),
        Column("lines", ("行（至多八处）", "lines (eight at most)")),
    ),
    empty=("没有不成立的勾稽关系，也没有文表矛盾。", "No sum fails, and no text contradicts a table."),
    note=(
        "至多列二十份，不成立的等式多者在前。差错可能在原报告，也可能在转换成文本时产生；请按所列行号核对原文。",
        "Twenty at most, those with most failing sums first. The slip may be the report's own, or its conversion to text: look at the lines named.",
    ),
)

_CULPRITS = Block(
    key="culprits",
    title=(
        "{cells} 个单元格可能填错，求和指明了应有的数",
        "{cells|cell is|cells are} probably wrong, and the sums say what should stand there",
    ),
    totals="""
select count(*) as cells from corrections where status = 'proposed'""",
    rows=f"""
select k.source_file, k.line, {_PLACE.format("zh", "，")} as place_zh,
  {_PLACE.format("en", ", ")} as place_en,
  left(k.raw, 60) as raw, k.proposed_value, k.reason_zh, k.reason_en
from corrections as k join reports using (report_id)
left join dim_row as r on (r.form, r.table_no, r.row_key) = (reports.form, k.table_no, k.row_key)
left join dim_column as c on (c.form, c.table_no, c.col_key) = (reports.form, k.table_no, k.col_key)
where k.status = 'proposed'
order by abs(k.proposed_value - coalesce(k.value, 0)) desc, k.source_file, k.line, k.row_key, k.col_key limit 20""",  # noqa: S608
    columns=(
        Column("place", ("单元格", "cell"), Kind.BOTH),
        Column("raw", ("所印", "printed"), Kind.WORD),
        Column("proposed_value", ("应为", "should be"), Kind.FIGURE),
        Column("reason", ("理由", "reason"), Kind.BOTH),
        Column("source_file", ("来源文件", "source file")),
        Column("line", ("行", "line"), Kind.YEAR),
    ),
    empty=("没有可以指名的差错。", "No single cell can be named as wrong."),
    note=(
        "至多列二十个，差得多的在前。只有最小的更正唯一时才指名；所印的数字从不改动。",
        "Twenty at most, the largest differences first. A cell is named only where the smallest repair is unique; what was printed "
        "is never changed.",
    ),
)

WORST = Section("worst", ("最需核对", "Look here first"), (_REPORTS, _CULPRITS))
