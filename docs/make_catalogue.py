"""Writes the pages that tell what code and data say of themselves: `python docs/make_catalogue.py`.

- catalogue.md: every rule and every finding, from schemas/
- dictionary.md: every table, view and column, and the keys of the forms, from schemas/ and assets/warehouse/views.py
- readers.md: the modules that read, in the words of their docstrings
- measured.md: from docs/accuracy.md and tests/conformance/known_failures.toml, what reading is known not to do
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from assets.extract.readers import _READERS
from assets.extract.readers.plain import running
from assets.warehouse.views import views
from schemas.findings import CATALOGUE
from schemas.form import forms
from schemas.rules import rule_kinds
from schemas.tables import TABLES, dtypes, meaning

HERE = Path(__file__).parent
PROJECT = HERE.parent
WRITTEN = "Written by `python docs/make_catalogue.py` / 本页由程序生成。"

_SEVERITY = {"error": "错误 error", "warn": "警告 warn", "info": "提示 info"}
_ACTOR = {"filer": "填报机关 filer", "reader": "文本提供者 reader", "gouji": "gouji"}
# Below this recall a channel is listed by itself.
_GOOD = 99.0


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """A Markdown table, and a blank line behind it."""
    head = tuple(head)
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    return [*lines, *(f"| {' | '.join(_cell(text) for text in row)} |" for row in rows), ""]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def catalogue() -> str:
    """Rules and findings."""
    lines = [
        "# Rules and findings 规则与问题",
        "",
        f"{WRITTEN} From `schemas/rules.toml` and `schemas/findings.toml`; the same is in the warehouse as `dim_rule` and `dim_finding`.",
        "Words in braces are filled in with what was found. 花括号内为所见内容；库内 `dim_rule`、`dim_finding` 两表内容相同。",
        "",
        "## Rules 规则",
        "",
    ]
    rules = []
    for kind in rule_kinds().values():
        sides = (" + ".join(f"`{term}`" for term in side) or "each cell" for side in (kind.left, kind.right))
        stated = f"each {kind.scope} of table {', '.join(kind.tables)}"
        rules.append((f"`{kind.id}`", stated, f"{kind.zh}<br>{kind.en}", *sides, kind.source))
    lines += table(("id", "stated for", "rule", "left", "right", "authority"), rules)
    lines += ["## Findings 问题", ""]
    lines += table(
        ("code", "severity", "who acts", "message"),
        (
            (f"`{f.code}`", _SEVERITY[f.severity], _ACTOR[f.actor], f"{f.zh}<br>{f.en}")
            for f in CATALOGUE.values()
        ),
    )
    return "\n".join(lines)


def dictionary() -> str:
    """Tables, views, columns, and the keys of rows and columns of the forms."""
    lines = [
        "# Dictionary 数据字典",
        "",
        f"{WRITTEN} Tables come from `schemas/tables/`, views from `assets/warehouse/views.py`; the warehouse carries the same as",
        "comments, and `describe cells` shows the columns of `cells`. A column may be null where that is said by ○. ○ 表示可为空。",
        "",
    ]
    seen: dict[tuple[str, ...], str] = {}
    for spec in TABLES.values():
        lines += [f"## `{spec.name}`", "", f"{spec.zh}<br>{spec.en}", ""]
        columns = spec.model.to_schema().columns
        if (same := seen.setdefault(tuple(columns), spec.name)) != spec.name:
            lines += [f"Columns as in [`{same}`](#{same}). 各列同上表。", ""]
            continue
        types = dtypes(spec.model)
        lines += table(
            ("column", "type", "meaning"),
            (
                (f"`{name}`", _type(str(types[name]), columns[name].nullable), f"{zh}<br>{en}")
                for name, (zh, en) in meaning(spec.model).items()
            ),
        )
    for view in views():
        lines += [f"## `{view.name}` (view 视图)", "", "<br>".join(view.about), ""]
        # The cells of a wide view are those of the form, listed below.
        told = {name: said for name, said in view.columns.items() if "__" not in name}
        lines += table(("column", "meaning"), ((f"`{n}`", "<br>".join(said)) for n, said in told.items()))
        if len(told) < len(view.columns):
            lines += [
                f"and {len(view.columns) - len(told)} columns `row__column`, one for each cell of the form. 另有每个单元格一列。",
                "",
            ]
    return "\n".join([*lines, *_keys()])


def _type(polars: str, nullable: bool) -> str:
    return re.sub(r"\(.*", "", polars).lower() + (" ○" if nullable else "")


def _keys() -> list[str]:
    lines = ["## Keys of rows and columns 行与列的键", ""]
    for number in sorted({t.no for form in forms().values() for t in form.tables}):
        lines += [f"### Table 表{number}", ""]
        for what in ("rows", "columns"):
            labels: dict[str, tuple[str, str, list[str]]] = {}
            for form in forms().values():
                for label in getattr(form.table(number), what):
                    labels.setdefault(label.key, (label.zh, label.en, []))[2].append(form.id)
            lines += table(
                (what[:-1], "label", "form"),
                ((f"`{key}`", f"{zh}<br>{en}", ", ".join(of)) for key, (zh, en, of) in labels.items()),
            )
    return lines


def _docstring(path: Path) -> str:
    return ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""


def readers() -> str:
    """The modules of assets/extract in their own words; readers of layouts in the order in which they are asked."""
    folder = PROJECT / "assets" / "extract"
    asked = list(dict.fromkeys(starts.__module__ for _, starts, _, _ in _READERS))
    layouts = [PROJECT / f"{name.replace('.', '/')}.py" for name in (*asked, running.__name__)]
    lines = [
        "# Readers, module by module 识读模块",
        "",
        f"{WRITTEN} It is the docstrings of `assets/extract/`, in English; [how extraction decides](extraction.md) is the way through them.",
        "",
        "## Layouts",
        "",
        f"A block of lines is offered to the first {len(asked)} in this order (one that is asked twice stands where it is asked first); what none takes is running text. What they share is below, folder by folder.",
        "",
    ]
    for path in layouts:
        lines += [f"### `{path.relative_to(folder).as_posix()}`", "", _docstring(path), ""]
    lines += ["## From texts to cells", ""]
    for path in sorted(folder.glob("*.py")):
        if path.stem not in ("__init__", "assets"):
            lines += [f"### `{path.name}`", "", _docstring(path), ""]
    for within in sorted(path.parent.relative_to(folder) for path in folder.glob("*/**/__init__.py")):
        package = folder / within / "__init__.py"
        lines += [f"## `{within.as_posix()}/`", "", _docstring(package), ""]
        for path in sorted(package.parent.glob("*.py")):
            if path != package and path not in layouts:
                lines += [f"### `{(within / path.name).as_posix()}`", "", _docstring(path), ""]
    return "\n".join(lines)


def measured() -> str:
    """Converters after which figures are missing, and texts that are known to fail."""
    rows = [
        [part.strip(" *") for part in line.strip("|").split("|")]
        for line in (HERE / "accuracy.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("|") and "%" in line
    ]
    head = ("channel", "tier", "texts", "cells asked", "recall", "silent wrong", "missing")
    poor = sorted(
        (row for row in rows if row[0] != "all" and float(row[4].split()[0]) < _GOOD),
        key=lambda row: float(row[4].split()[0]),
    )
    known = tomllib.loads(
        (PROJECT / "tests" / "conformance" / "known_failures.toml").read_text(encoding="utf-8")
    )
    lines = [
        "# Measured limits 实测的限度",
        "",
        f"{WRITTEN} From [the page on accuracy](accuracy.md) (`make conformance`), which explains the columns, and",
        "`tests/conformance/known_failures.toml`. 选择转换软件时可参考；英文。",
        "",
        "## In all",
        "",
        *table(head, (row[:7] for row in rows if row[0] == "all")),
        f"## Converters after which less than {_GOOD:g} % is found",
        "",
        "What is not found is said to be unknown. If you can choose, choose a converter that is not in this list.",
        "",
        *table(head, (row[:7] for row in poor)),
        "## Texts that are known to fail",
        "",
        "Each is a text of the conformance corpus; the tests fail when one of them passes and is still listed.",
        "",
        *table(("channel", "case", "why"), ((k["channel"], k["case"], k["reason"]) for k in known["known"])),
    ]
    return "\n".join(lines)


PAGES = {
    "catalogue.md": catalogue,
    "dictionary.md": dictionary,
    "readers.md": readers,
    "measured.md": measured,
}


def main() -> None:
    """Write them all."""
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
