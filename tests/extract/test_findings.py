"""Every code of the catalogue, raised by the real code on a small text or file."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest

from assets.check.findings import collect
from assets.check.narrative import narrative_figures
from assets.check.narrative_findings import story_findings
from assets.crawl import walk
from assets.crawl.changes import file_findings, homes
from assets.crawl.walk import MAX_BYTES, scan
from assets.extract.reading import Reading, read_text
from schemas.findings import ACTORS, CATALOGUE, SEVERITIES
from schemas.form import CellKey
from schemas.tables import Cells, Findings, Reports, frame
from tests.check.test_findings import CASES
from tests.extract.printed import (
    GRIDS,
    HEADINGS,
    PLAIN,
    TITLE,
    aligned,
    change,
    codes,
    figures,
    printed,
    read,
    report,
    row_of,
)
from tests.reports import claimed, judge, read_folder

VALUES = figures()
PARTS = printed(VALUES)
ROW = "denied_third_party"
LABEL, *CELLS = row_of(PARTS, ROW)
TSV, RUNNING = report(PARTS, GRIDS["tsv"]), report(PARTS, PLAIN["running"])
ONE_A_LINE = report(PARTS, PLAIN["one_a_line"])


def tsv_with(row: list[str], key: str = ROW) -> str:
    return report(change(PARTS, key, row), GRIDS["tsv"])


def third(**parts: object) -> str:
    return report([replace(p, **parts) if p.table_no == "3" else p for p in PARTS], GRIDS["tsv"])  # type: ignore[arg-type]


def header_of_third(change_to: Callable[[list[str]], list[str]]) -> str:
    (part,) = [p for p in PARTS if p.table_no == "3"]
    return third(header=[change_to(part.header[0])])


def without_table(no: str) -> str:
    return report([p for p in PARTS if p.table_no != no], GRIDS["tsv"])


def without_row(key: str) -> str:
    (part,) = [p for p in PARTS if p.table_no == "3"]
    return third(
        rows=[r for k, r in zip(part.keys, part.rows, strict=True) if k != key],
        keys=tuple(k for k in part.keys if k != key),
    )


def twice() -> str:
    (part,) = [p for p in PARTS if p.table_no == "4"]
    again = "\n".join(GRIDS["tsv"](part.header + part.rows)).replace(part.rows[0][3], "7")
    return TSV.replace("五、存在", f"{again}\n\n五、存在")


def digits_under_a_row() -> str:
    text = report(PARTS, aligned)
    line = next(x for x in text.split("\n") if LABEL in x)
    return text.replace(line, f"{line}\n{' ' * line.index(CELLS[2])}7")


def pages_with_a_gap() -> str:
    """Bare page numbers 3, 4, 6; 5 is a figure of a row that one could take for the page number."""
    row = row_of(change(PARTS, ROW, [LABEL, "5", *CELLS[1:]]), ROW)
    lines = report(change(PARTS, ROW, row), PLAIN["running"]).split("\n")
    for page, key in (("3", "regulations"), ("4", "new_received"), ("6", "carried_forward")):
        lines.insert(lines.index(" ".join(row_of(PARTS, key, "2" if key == "regulations" else "3"))), page)
    return "\n".join(lines)


def suits_in_one_row() -> str:
    rows = [
        "类别\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计",
        "行政复议\t1\t0\t2\t1\t4",
        "行政诉讼\t3\t0\t1\t1\t5",
    ]
    return without_table("4").replace("五、存在", "\n".join([HEADINGS["4"], *rows, "", "五、存在"]))


def first_label_lost() -> str:
    """The labels of table 3 stand one row below their figures."""
    (part,) = [p for p in PARTS if p.table_no == "3"]
    labels, rows = [r[0] for r in part.rows], [r[1:] for r in part.rows]
    moved = zip(["", *labels], [*rows, [""] * len(rows[0])], strict=True)
    return third(rows=[[label, *row] for label, row in moved], keys=())


WEBSITE = "政府网站工作年度报表\n（2022年度）\n填报单位：青岚县林业局\n网站名称\t青岚林业\n"
OLD = "青岚县林业局2016年政府信息公开工作年度报告\n\n一、概述\n全年平稳。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n主动公开12条。\n"
NO_YEAR = TSV.replace(TITLE, "青岚县林业局政府信息公开工作年度报告")
NO_FORM = (
    "青岚县林业局政府信息公开工作年度报告\n\n一、总体情况\n全年平稳。\n\n二、主动公开政府信息情况\n见附件。\n"
)
TWO = TSV + TSV.replace("青岚县林业局", "云溪市水务局")

ANNEX = "政府信息公开情况统计表\n（2017年度）\n统计指标\t单位\t统计数\n（一）主动公开政府信息数\t条\t302\n"
OF_LAST_YEAR = TSV.replace(
    f"{HEADINGS['3']}\n", f"{HEADINGS['3']}\n\n附：2021年度政府信息公开申请情况（上年度）\n"
)

TEXTS: dict[str, str] = {
    "old-annex": f"{TSV}\n{ANNEX}",
    "table-of-another": OF_LAST_YEAR,
    "heading-year": TSV.replace(HEADINGS["3"], HEADINGS["3"].replace("三、", "三、2021年")),
    "not-a-report": "今天开会。\n",
    "old-form": OLD,
    "website-form": WEBSITE,
    "part-of-year": TSV.replace("2022年政府", "2022年上半年政府"),
    "several-reports": TWO,
    "agency-unknown": TSV.replace(TITLE, "2022年政府信息公开工作年度报告").replace("青岚县林业局\n", ""),
    "year-unknown": NO_YEAR,
    "year-inferred": NO_YEAR.replace("全年工作平稳", "2022年工作平稳"),
    "year-conflict": TSV.replace("全年工作平稳", "统计期限自2021年1月1日起至2021年12月31日止"),
    "agency-conflict": TSV.replace("青岚县林业局\n2023年", "青岚县林草事务中心\n2023年"),
    "agency-disputed": TSV.replace("全年工作平稳", "本报告由石泷镇人民政府编制"),
    "form-not-of-year": TSV.replace("2022年", "2020年"),
    "form-unknown": NO_FORM,
    "table-absent": without_table("4"),
    "table-unreadable": RUNNING.replace(VALUES[CellKey("4", "review", "other")] + " ", ""),
    "table-repeated": twice(),
    "row-absent": without_row(ROW),
    "row-repeated": tsv_with([LABEL, *row_of(PARTS, "granted")[1:]], "granted"),
    "label-unclear": suits_in_one_row(),
    "rows-shifted": first_label_lost(),
    "row-corrected": TSV + f"\n更正：表三“{LABEL}”一行自然人数应为3。\n",
    "figures-qualified": TSV.replace(HEADINGS["4"], "上表只统计了来信方面的申请。\n" + HEADINGS["4"]),
    "row-short": tsv_with([LABEL, *CELLS[1:]]),
    "row-long": tsv_with([LABEL, "9", *CELLS]),
    "row-unknown": third(
        rows=[["9.凭空添出的一类", *["9"] * 7] if i == 5 else r for i, r in enumerate([*PARTS[-2].rows])]
        + [PARTS[-2].rows[5]],
        keys=(),
    ),
    "header-unclear": header_of_third(lambda h: [h[0], h[2], h[1], *h[3:5], h[7]]),
    "cell-unparsed": tsv_with([LABEL, "若干", *CELLS[1:]]),
    "row-split": RUNNING.replace(" ".join(CELLS), " ".join(CELLS[:3]) + "\n" + " ".join(CELLS[3:])),
    "digits-split": digits_under_a_row(),
    "page-number-doubt": pages_with_a_gap(),
}


def of_text(text: str) -> set[str]:
    return codes(read_text(text, "1.txt", "0" * 32))


def test_a_row_of_fewer_figures_and_more_cells_is_no_long_one() -> None:
    """Blank cells of a merged label stand before six figures, and one behind: the row does not have too many figures."""
    found = of_text(tsv_with([LABEL, "", "", *CELLS[:6], ""]))
    assert "row-short" in found
    assert "row-long" not in found


def folder_codes(source: Path, **how: object) -> set[str]:
    report_files = scan(source)
    if "after" in how:
        how.pop("after")(source)  # type: ignore[operator]
    made = read_folder(source, report_files, **how)  # type: ignore[arg-type]
    results = judge(made.cells, made.reports)
    told = story_findings(narrative_figures(made.report_sections, made.cells, made.reports))
    figures = collect(told, results, made.cells, made.reports, claimed(made.reports))
    found = pl.concat([file_findings(report_files, homes(report_files)), made.findings, figures])
    Findings.validate(found)
    return set(found["code"])


def _file(name: str, data: bytes) -> Callable[[Path], None]:
    return lambda source: (source / name).write_bytes(data) and None


def _twice(source: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (source / name).write_text(TSV, encoding="utf-8")


def _with_prose(sentence: str) -> bytes:
    return TSV.replace("全年工作平稳，", sentence).encode()


FILES: dict[str, Callable[[Path], None]] = {
    "file-empty": _file("a.txt", b" \n"),
    "file-binary": _file("a.pdf", b"%PDF-1.7\n"),
    "file-undecodable": _file("a.txt", "Обычный русский текст".encode("cp1251") + b"\xff\xfe\x81"),
    "file-special": lambda source: os.mkfifo(source / "pipe"),
    "file-duplicate": _twice,
    "story-contradicts": _file("a.txt", _with_prose("全年收到政府信息公开申请7件。")),
    "story-sum-broken": _file("a.txt", _with_prose("发布信息9条，分别为动态4条、公告6条。")),
}


def test_every_code_has_a_case() -> None:
    here = {*TEXTS, *FILES, *CASES, "file-too-large", "file-unreadable", "file-changed", "read-failed"}
    assert here == set(CATALOGUE)


@pytest.mark.parametrize("code", TEXTS)
def test_texts(code: str) -> None:
    assert code in of_text(TEXTS[code])


def test_a_plain_report_raises_nothing() -> None:
    for text in (TSV, RUNNING, ONE_A_LINE):
        assert of_text(text) == set()


@pytest.mark.parametrize("code", FILES)
def test_files(code: str, tmp_path: Path) -> None:
    FILES[code](tmp_path)
    assert code in folder_codes(tmp_path)


def test_a_file_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    assert "file-too-large" in folder_codes(tmp_path)


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions do not stop every user, so the system's refusal is played."""

    really = os.open

    def refuse(path: str, *how: int) -> int:
        if str(path).endswith("a.txt"):
            raise PermissionError(13, "Permission denied")
        return really(path, *how)

    (tmp_path / "a.txt").write_text(TSV, encoding="utf-8")
    monkeypatch.setattr(walk.os, "open", refuse)
    assert "file-unreadable" in folder_codes(tmp_path)


def test_a_file_that_changes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TSV, encoding="utf-8")
    after = _file("a.txt", b"other")
    assert "file-changed" in folder_codes(tmp_path, after=after)


def test_our_own_fault(tmp_path: Path) -> None:
    def fail(text: str, source_file: str, content_hash: str) -> Reading:
        raise RuntimeError("planted")

    (tmp_path / "a.txt").write_text(TSV, encoding="utf-8")
    assert "read-failed" in folder_codes(tmp_path, read=fail)


@pytest.mark.parametrize("code", TEXTS)
def test_what_a_finding_says(code: str) -> None:
    """Both messages are filled, name no key of ours, and stand on a line of the file."""
    text = TEXTS[code]
    reading = read(text)
    last = text.count("\n") + 1
    frame(reading.findings, Findings)
    Cells.validate(frame(reading.cells, Cells))
    Reports.validate(frame(reading.reports, Reports))
    for found in reading.findings:
        kind = CATALOGUE[found["code"]]
        assert kind.severity in SEVERITIES and kind.actor in ACTORS
        for message in (found["message_zh"], found["message_en"]):
            assert "{" not in message and "None" not in message
            assert not found["row_key"] or found["row_key"] not in message or found["row_key"] == "other"
        assert found["line"] is None or 1 <= found["line"] <= last
