"""What `gouji check` prints, in plain Chinese or English.

Does not belong here: what there is to say (verdict.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pipelines.verdict import Broken, Checked, Term
from schemas.findings import CATALOGUE
from schemas.form import Label

# Of cells that are not understood for one reason, so many are named.
_NAMED = 5

_WORDS = {
    "zh": {
        "of_year": "{agency} {year} 年度，{form}",
        "unknown_agency": "（机关不明）",
        "unknown_year": "？",
        "no_form": "未见官方格式的表格",
        "broken": "不成立的勾稽关系（{n}）",
        "left": "左边",
        "right": "右边",
        "line": "第 {line} 行",
        "off": "相差 {n}",
        "blank": "空白",
        "culprits": "可能填错的单元格",
        "tied": "可能是下列各处之一，算不出是哪一处：",
        "should": "表{table}“{place}”印的是“{raw}”，应为 {value}（{why}）",
        "story": "正文与表格",
        "other": "其他应当处理的",
        "unknown": "未能识读的单元格（{n}）",
        "and_more": "等",
        "known": "识读：{known}/{cells} 个单元格；勾稽关系成立 {passed} 条，不成立 {failed} 条，无法评判 {rest} 条",
        "clean": "结论：未发现问题。",
        "faulty": "结论：有 {n} 处需要核对。",
        "partly": "结论：所见各处均成立，但有 {n} 个单元格未能识读，无法全部核对。",
        "nothing": "结论：无从核对，{n} 个单元格未能识读；请换一种方式把原文转成文本。",
        "notes": "另请留意",
    },
    "en": {
        "of_year": "{agency} {year}, {form}",
        "unknown_agency": "(agency unknown)",
        "unknown_year": "?",
        "no_form": "no tables of an official form",
        "broken": "Sums that do not hold ({n})",
        "left": "left",
        "right": "right",
        "line": "line {line}",
        "off": "off by {n}",
        "blank": "blank",
        "culprits": "Cells that are probably wrong",
        "tied": "one of these, and the sums cannot tell which:",
        "should": "table {table}, {place} prints “{raw}” and should be {value} ({why})",
        "story": "The text against the tables",
        "other": "Also to be mended",
        "unknown": "Cells that could not be understood ({n})",
        "and_more": "and more",
        "known": "Read: {known} of {cells} cells; {passed} sums hold, {failed} do not, {rest} cannot be assessed",
        "clean": "Verdict: nothing to mend was found.",
        "faulty": "Verdict: {n} places to look at.",
        "partly": "Verdict: what can be seen holds, but {n} cells could not be understood, so not all could be checked.",
        "nothing": "Verdict: nothing could be checked: {n} cells could not be understood. Convert the report to text another way.",
        "notes": "Please note",
    },
}


def lines(one: Checked, language: str) -> Iterator[tuple[str, str]]:
    """(style, line) of a report: `head`, `bad`, `warn`, `good` or plain."""
    words = _WORDS[language]
    form = getattr(one.form, language) if one.form else words["no_form"]
    yield (
        "head",
        words["of_year"].format(
            agency=one.report["agency"] or words["unknown_agency"],
            year=one.report["report_year"] or words["unknown_year"],
            form=form,
        ),
    )
    if one.broken:
        yield "", ""
        yield "bad", words["broken"].format(n=len(one.broken))
        for broken in one.broken:
            yield from _broken(broken, words, language)
    yield from _corrections(one, words, language)
    story = [row for row in one.faults if row["code"].startswith("story-")]
    rest = [row for row in one.faults if row["code"] in ("not-a-count", "years-disagree")]
    for title, rows in ((words["story"], story), (words["other"], rest)):
        yield from _messages(title, rows, words, language, "bad")
    yield from _unknown(one, words, language)
    told = {row["code"] for row in one.faults} | {"culprit-weak", *(row["reason"] for row in one.unknown)}
    notes = [row for row in one.findings if row["code"] not in told]
    yield from _messages(words["notes"], notes, words, language, "warn")
    yield "", ""
    yield from _verdict(one, words)


def _broken(broken: Broken, words: dict[str, str], language: str) -> Iterator[tuple[str, str]]:
    off = words["off"].format(n=_figure(broken.left_sum - broken.right_sum))
    at = f"  {words['line'].format(line=broken.line)}" if broken.line else ""
    yield (
        "",
        f"  {_label(broken.table, language)} {_label(broken.place, language)}：{_label(broken.rule, language)}",
    )
    for side, terms, total in (
        (words["left"], broken.left, broken.left_sum),
        (words["right"], broken.right, broken.right_sum),
    ):
        yield "", f"    {side} {_figure(total)} = {_sum(terms, words, language)}"
    yield "", f"    {off}{at}"


def _sum(terms: list[Term], words: dict[str, str], language: str) -> str:
    told = [t for t in terms if (t.raw or "").strip() not in ("0", "")] or terms[:1]
    text = ""
    for number, term in enumerate(told):
        sign = "- " if term.sign < 0 else "+ " if number else ""
        raw = " ".join((term.raw or "").split()) or words["blank"]
        text += f"{' ' if number else ''}{sign}{_label(term.label, language)} {raw}"
    return text


def _corrections(one: Checked, words: dict[str, str], language: str) -> Iterator[tuple[str, str]]:
    rows = [row for row in one.corrections if row["status"] in ("proposed", "candidate")]
    if not rows:
        return
    yield "", ""
    yield "bad", words["culprits"]
    tied = False
    for row in rows:
        if row["status"] == "candidate" and not tied:
            tied = True
            yield "", f"  {words['tied']}"
        indent = "    " if row["status"] == "candidate" else "  "
        why = row[f"reason_{language}"]
        at = f"{words['line'].format(line=row['line'])} " if row["line"] else ""
        told = words["should"].format(
            table=row["table_no"],
            place=_place(one, row, language),
            raw=" ".join((row["raw"] or "").split()) or words["blank"],
            value=_figure(row["proposed_value"]),
            why=why,
        )
        yield "", f"{indent}{at}{told}"


def _unknown(one: Checked, words: dict[str, str], language: str) -> Iterator[tuple[str, str]]:
    if not one.unknown:
        return
    yield "", ""
    yield "warn", words["unknown"].format(n=len(one.unknown))
    reasons = Counter(row["reason"] for row in one.unknown)
    for reason, count in reasons.most_common():
        said = [row for row in one.findings if row["code"] == reason]
        for row in said[:_NAMED]:
            yield "", f"  {_at(row, words)}{row[f'message_{language}']}"
        if len(said) > _NAMED:
            yield "", f"  … {words['and_more']} ({len(said) - _NAMED})"
        if not said:
            kind = CATALOGUE[reason]
            yield "", f"  {reason}: {count} ({getattr(kind, language).split('（')[0]})"


def _messages(
    title: str, rows: list[dict[str, Any]], words: dict[str, str], language: str, style: str
) -> Iterator[tuple[str, str]]:
    if rows:
        yield "", ""
        yield style, title
        for row in rows:
            yield "", f"  {_at(row, words)}{row[f'message_{language}']}"


def _verdict(one: Checked, words: dict[str, str]) -> Iterator[tuple[str, str]]:
    if one.form is None:
        yield "bad", words["no_form"]
        return
    yield (
        "",
        words["known"].format(
            known=one.report["cells"] - len(one.unknown),
            cells=one.report["cells"],
            passed=one.trust["rules_passed"],
            failed=one.trust["rules_failed"],
            rest=one.trust["rules_not_assessable"],
        ),
    )
    if one.is_clean:
        yield "good", words["clean"]
    elif one.broken or one.faults:
        yield "bad", words["faulty"].format(n=len(one.faults) or len(one.broken))
    else:
        kind = "partly" if one.trust["rules_passed"] else "nothing"
        yield "warn", words[kind].format(n=len(one.unknown))


def _place(one: Checked, row: dict[str, Any], language: str) -> str:
    assert one.form is not None  # noqa: S101 - corrections exist on a form only
    table = one.form.table(row["table_no"])
    line = next(r for r in table.rows if r.key == row["row_key"])
    column = next(c for c in table.columns if c.key == row["col_key"])
    return f"{_label(line, language)}／{_label(column, language)}"


def _at(row: dict[str, Any], words: dict[str, str]) -> str:
    return f"{words['line'].format(line=row['line'])}  " if row["line"] else ""


def _label(label: Label, language: str) -> str:
    return str(getattr(label, language))


def _figure(value: float | None) -> str:
    return "?" if value is None else f"{value:.10g}"
