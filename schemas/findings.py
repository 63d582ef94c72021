"""The catalogue of findings as data (findings.toml): every code gouji can raise, and how a row of the table is made of one.

A finding names a place (file, line, report, cell); its text is the template filled with what was found there. Does not belong
here: wording (findings.toml), and deciding when a code is raised (the stages).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schemas.form import Label

SEVERITIES = ("error", "warn", "info")
ACTORS = ("filer", "reader", "gouji")


@dataclass(frozen=True)
class FindingKind:
    """One code; the fields are explained in findings.toml."""

    code: str
    stage: str
    severity: str
    actor: str
    zh: str
    en: str


def _read() -> dict[str, FindingKind]:
    stages = tomllib.loads(Path(__file__).with_name("findings.toml").read_text(encoding="utf-8"))
    return {
        code: FindingKind(code, stage, **said)
        for stage, kinds in stages.items()
        for code, said in kinds.items()
    }


CATALOGUE = _read()


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
