"""The page that `gouji check --html` writes: the report's tables as on the form, the cells in question marked.

One file, nothing loaded from elsewhere; everything that comes from the report is escaped. Does not belong here: what
there is to say (verdict.py), the tables (form_html.py).
"""

from __future__ import annotations

from pipelines.form_html import key, tables, template
from pipelines.verdict import Checked
from pipelines.verdict_text import lines


def page(checked: list[Checked], name: str, language: str) -> str:
    """The whole page as HTML."""
    reports = []
    for one in checked:
        drawn = tables(one, language)
        reports.append({"lines": list(lines(one, language)), "tables": drawn, "key": key(drawn, language)})
    return template("verdict.html.j2").render(name=name, language=language, reports=reports)
