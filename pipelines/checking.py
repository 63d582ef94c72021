"""What `gouji check` does with its files: read, tell, and say by the exit code how it went.

Does not belong here: the command line's options (commands/check.py), what there is to say (verdict.py) and how (verdict_text.py).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from assets.crawl.paths import show
from assets.crawl.walk import MAX_BYTES
from pipelines.verdict import UnreadableError, inspect
from pipelines.verdict import as_json as to_json
from pipelines.verdict_html import page as to_page
from pipelines.verdict_text import lines

CLEAN, FINDINGS, UNREADABLE = 0, 1, 2

_COLOURS = {
    "head": {"bold": True},
    "bad": {"fg": "red", "bold": True},
    "warn": {"fg": "yellow", "bold": True},
    "good": {"fg": "green", "bold": True},
}
_NO_REPORT = {
    "zh": "没有认出政府信息公开工作年度报告。",
    "en": "No government information disclosure report was recognised.",
}
_CANNOT = {"zh": "无法读取：{why}", "en": "cannot be read: {why}"}


def check_files(files: tuple[str, ...], language: str, *, as_json: bool, page: Path | None) -> int:
    """Check each file and print what is to be said; the worst exit code of all."""
    return max(_check(name, language, as_json, page, headed=len(files) > 1) for name in files)


def _check(name: str, language: str, as_json: bool, page: Path | None, *, headed: bool) -> int:
    shown = "-" if name == "-" else show(Path(name).name)
    try:
        checked, findings = inspect(_bytes(name), shown)
    except (OSError, UnreadableError) as error:
        why = getattr(error, language, None) or getattr(error, "strerror", None) or str(error)
        if as_json:
            click.echo(json.dumps({"source_file": shown, "clean": False, "error": why}, ensure_ascii=False))
        else:
            click.echo(f"{shown}: {_CANNOT[language].format(why=why)}", err=True)
        return UNREADABLE
    if as_json:
        click.echo(json.dumps(to_json(checked, findings, shown), ensure_ascii=False, default=str))
    else:
        if headed:
            click.secho(f"== {shown}", bold=True)
        for row in findings:
            click.echo(row[f"message_{language}"])
        for one in checked:
            for style, line in lines(one, language):
                click.echo(click.style(line, **_COLOURS[style]) if style and not _plain() else line)  # type: ignore[arg-type]
        if not checked:
            click.echo(_NO_REPORT[language], err=True)
    if page is not None:
        page.write_text(to_page(checked, shown, language), encoding="utf-8")
        click.echo(f"{page}", err=True)
    if not checked:
        return UNREADABLE
    return CLEAN if all(one.is_clean for one in checked) else FINDINGS


def _bytes(name: str) -> bytes:
    """No more than is looked at: what is larger is refused anyway."""
    if name == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with Path(name).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _plain() -> bool:
    return bool(os.environ.get("NO_COLOR")) or not sys.stdout.isatty()
