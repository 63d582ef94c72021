"""What stands in the corner of a table, over the labels of its rows: no column of figures is named by it.

Does not belong here: what else stands beside the labels of columns (columnnames.py).
"""

from __future__ import annotations

from schemas.form import forms

# What filers write over the column of units, which holds no figures either.
UNIT_HEADERS = frozenset({"单位", "计量单位"})
# What the forms print, and what filers write in its place.
CORNERS = (
    UNIT_HEADERS
    | {table.header for form in forms().values() for table in form.tables if not table.one_row}
    | {
        "项目",
        "类别",
        "类型",
        "种类",
        "内容",
        "事项",
        "指标",
        "名称",
        "情况",
        "案件类型",
        "案件类别",
        "办理结果",
    }
)
# What stands over a column of remarks.
REMARKS = frozenset(("备注", "说明", "备注说明", "备注(说明)"))


def says_unit(text: str) -> bool:
    """Whether a squashed text is a caption that says what figures count (单位：件), in brackets or not."""
    return text.lstrip("(").startswith("单位")
