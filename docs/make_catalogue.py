"""Writes docs/catalogue.md: every rule and every finding, as schemas tell them. `python docs/make_catalogue.py`."""

from __future__ import annotations

from pathlib import Path

from schemas.findings import CATALOGUE
from schemas.rules import rule_kinds

PAGE = Path(__file__).with_name("catalogue.md")

_SEVERITY = {"error": "错误 error", "warn": "警告 warn", "info": "提示 info"}
_ACTOR = {"filer": "填报机关 filer", "reader": "文本提供者 reader", "gouji": "gouji"}
_HEAD = """# Rules and findings / 规则与问题目录

Written by `python docs/make_catalogue.py` from `schemas/rules.toml` and `schemas/findings.py`; the same is in the warehouse
as `dim_rule` and `dim_finding`. Words in braces are filled in with what was found.
本页由程序生成；库内 `dim_rule`、`dim_finding` 两表内容相同。花括号内为所见内容。
"""


def page() -> str:
    """The page, in Markdown."""
    lines = [
        _HEAD,
        "## Rules / 规则",
        "",
        "| id | stated for | rule | left | right | authority |",
        "|---|---|---|---|---|---|",
    ]
    for kind in rule_kinds().values():
        left, right = (
            " + ".join(f"`{term}`" for term in side) or "each cell" for side in (kind.left, kind.right)
        )
        stated = f"each {kind.scope} of table {', '.join(kind.tables)}"
        lines.append(
            f"| `{kind.id}` | {stated} | {kind.zh}<br>{kind.en} | {left} | {right} | {kind.source} |"
        )
    lines += ["", "## Findings / 问题", "", "| code | severity | who acts | message |", "|---|---|---|---|"]
    for finding in CATALOGUE.values():
        said = f"{finding.zh}<br>{finding.en}".replace("|", "\\|")
        lines.append(
            f"| `{finding.code}` | {_SEVERITY[finding.severity]} | {_ACTOR[finding.actor]} | {said} |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
