"""The dimensions: forms, rows, columns, agencies, rules, finding codes."""

from __future__ import annotations

from schemas.agency import KINDS, LEVELS
from schemas.findings import ACTORS, SEVERITIES
from schemas.rules import COMPARISONS, SCOPES, SOURCES
from schemas.tables.columns import TABLE_NOS, TableModel, column


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
    stage: str = column("发现的阶段", "stage that raises it", isin=("crawl", "extract", "check"))
    severity: str = column("严重程度", "error, warn or info", isin=SEVERITIES)
    actor: str = column("应由谁处理", "who can act", isin=ACTORS)
    text_zh: str = column("说明模板（中文）", "message template in Chinese")
    text_en: str = column("说明模板（英文）", "message template in English")
