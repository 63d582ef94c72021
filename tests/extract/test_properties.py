"""Whatever the text: the reader never raises, and the account of cells always holds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandera.errors import SchemaError, SchemaErrors

from assets.crawl.decode import decode
from assets.extract.batch import unaccounted
from assets.extract.reading import Reading, read_text
from schemas.form import forms
from schemas.tables import CELL_STATUSES, Cells, Findings, Reports, ReportSections, frame
from tests.extract.printed import GRIDS, HASH, PLAIN, aligned, figures, printed, report, wrong

SAMPLES = Path(__file__).parents[2] / "data" / "samples"
REAL = [
    decoded.text
    for path in sorted(p for p in SAMPLES.rglob("*") if p.is_file())
    if (decoded := decode(path.read_bytes())).status == "text"
]
RENDERERS = {**GRIDS, **PLAIN, "aligned": aligned}
MADE = [
    report(printed(figures(form), form), RENDERERS[layout])
    for form, layout in (
        ("2021", "tsv"),
        ("2021", "html"),
        ("2019", "box"),
        ("2021", "one_a_line"),
        ("2019", "aligned"),
    )
]
TEXTS = [*REAL[:6], *MADE]
NUMBER = count(1)
bounded = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


# What the tests read, each as a report of its own: the frames of all are judged together, which costs what those of one do.
READINGS: list[tuple[str, Reading]] = []


@pytest.fixture(autouse=True, scope="module")
def _frames() -> Iterator[None]:
    READINGS.clear()
    yield
    try:
        assert_valid([reading for _, reading in READINGS])
    except (AssertionError, SchemaError, SchemaErrors):
        for text, reading in READINGS:
            print("the frames of what was read of:", repr(text))
            assert_valid([reading])
        raise


def assert_valid(readings: list[Reading]) -> None:
    cells = frame([row for reading in readings for row in reading.cells], Cells)
    reports = frame([row for reading in readings for row in reading.reports], Reports)
    Cells.validate(cells)
    Reports.validate(reports)
    ReportSections.validate(frame([row for reading in readings for row in reading.sections], ReportSections))
    Findings.validate(frame([row for reading in readings for row in reading.findings], Findings))
    assert unaccounted(reports, cells).is_empty()


def assert_accounted(reading: Reading, text: str) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found in reading.reports:
        own = [c for c in reading.cells if c["report_id"] == found["report_id"]]
        form = forms().get(found["form"])
        keys = [(c["table_no"], c["row_key"], c["col_key"]) for c in own]
        assert keys == ([tuple(k) for k in form.cells] if form else [])
        assert sum(found[status] for status in CELL_STATUSES) == len(own) == found["cells"]
        assert found["line_start"] <= found["line_end"] <= len(lines)
    for cell in reading.cells:
        assert (cell["value"] is not None) == (cell["status"] == "reported")
        assert (cell["reason"] is not None) == (cell["status"] in ("uncertain", "absent", "unparsed"))
        if cell["line_start"] is not None:
            assert 1 <= cell["line_start"] <= cell["line_end"] <= len(lines)
        if cell["status"] == "reported":
            stretch = "".join(lines[cell["line_start"] - 1 : cell["line_end"]])
            assert "".join(cell["raw"].split())[:1] in stretch
    reasons = {(f["code"], f["table_no"]) for f in reading.findings}
    for cell in reading.cells:
        assert cell["reason"] is None or (cell["reason"], cell["table_no"]) in reasons


def read(text: str) -> Reading:
    reading = read_text(text, "a.txt", f"{next(NUMBER):016x}{HASH[16:]}")
    assert_accounted(reading, text)
    READINGS.append((text, reading))
    return reading


@pytest.mark.parametrize("text", [*REAL, *MADE], ids=range(len(REAL) + len(MADE)))
def test_samples(text: str) -> None:
    read(text)


WORDS = st.sampled_from(
    [
        "青岚县林业局2022年政府信息公开工作年度报告",
        "二、主动公开政府信息情况",
        "一、本年新收政府信息公开申请数量",
        "（七）总计",
        "自然人",
        "总计",
        "行政许可",
        "结果维持",
        "|",
        "\t",
        "\n",
        "\n\n",
        " ",
        "0",
        "12",
        "1,113",
        "—",
        "+---+",
        "┌──┬──┐",
        "<table>",
        "<td>",
        "</table>",
        ",",
        ";",
        '"',
        "\f",
        "\x00",
        "\ud7ff",
        "²",
    ]
)


@bounded
@given(st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=60))
def test_any_text(pieces: list[str]) -> None:
    read("".join(pieces))


# What XML forbids, and what tags, spans and entities may be that no page should have.
CONTROLS = st.sampled_from([*map(chr, range(32)), "\x7f", "\x85", "\ud800", "\udfff", "\ufffe", "\uffff"])
MARKUP = st.sampled_from(
    [
        "<table>",
        "<table><tr><td>" * 40,
        "</table>",
        "<tr>",
        "<td>",
        '<td colspan="99999999999999" rowspan="-3">',
        "</td>",
        "<br>",
        '<div style="display:none">',
        "<td style='visibility:hidden'>",
        "</div>",
        '<a href="#f1">[8]</a>',
        "<!-- 25 -->",
        "<sup>1</sup>",
        "<s>",
        "<input value='3'>",
        "<select><option selected>",
        "<msup>",
        "<!--",
        "<![CDATA[",
        "<?xml version='1.0' encoding='gbk'?>",
        "<table</",
        "&#0;",
        "&#1;",
        "&#xD800;",
        "&#xFFFE;",
        "&#x110000;",
        "&#99999999999;",
        "&unknown;",
        "['\\ud800', '\\u0001'],",
        "| '\\ud800' |",
        "<row><cell>",
        "[table][tr][td]",
        "\\multicolumn{99}{c}{",
        "#table(columns: 99999,",
        "99999999+|",
        "0",
        "规章",
        "（七）总计",
        "自然人",
        "\n",
        "\t",
    ]
)


@bounded
@given(st.lists(st.one_of(MARKUP, CONTROLS), max_size=60))
def test_tags_and_controls(pieces: list[str]) -> None:
    read("".join(pieces))


@bounded
@given(st.lists(st.tuples(st.floats(0, 1), st.one_of(MARKUP, CONTROLS)), min_size=1, max_size=8))
def test_tags_and_controls_within_a_page(put: list[tuple[float, str]]) -> None:
    text = MADE[1]
    for where, piece in put:
        at = int(where * len(text))
        text = text[:at] + piece + text[at:]
    read(text)


@pytest.mark.parametrize("code", [*range(32), 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_a_character_that_xml_forbids_beside_what_is_not_shown(code: int) -> None:
    """It is in the cell that is cut at a comment, at a line break, at the mark of a note: no tree takes the rest of its text."""
    form, mark = figures("2021"), chr(code)
    text = MADE[1]
    for n, hidden in zip((120, 121, 122), ("<!-- 25 -->", '<a href="#f1">[8]</a>', "<br>"), strict=True):
        text = text.replace(f"<td>{n}</td>", f"<td>{mark}{n}{hidden}{mark}</td>")
    assert not wrong(read(text), form)


@bounded
@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False), st.integers(1, 8))
def test_lines_lost_doubled_and_moved(text: str, random: Any, times: int) -> None:
    lines = text.split("\n")
    for _ in range(times):
        at, to = random.randrange(len(lines)), random.randrange(len(lines))
        kind = random.choice(["lose", "double", "move", "blank", "join", "break"])
        if kind == "lose" and len(lines) > 1:
            del lines[at]
        elif kind == "double":
            lines.insert(at, lines[at])
        elif kind == "move":
            lines.insert(to, lines.pop(at))
        elif kind == "blank":
            lines.insert(at, "")
        elif kind == "join" and at + 1 < len(lines):
            lines[at : at + 2] = [lines[at] + lines[at + 1]]
        else:
            cut = random.randrange(len(lines[at]) + 1)
            lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
    read("\n".join(lines))


@bounded
@given(st.sampled_from(TEXTS), st.floats(0, 1), st.booleans())
def test_cut_in_the_middle(text: str, where: float, tail: bool) -> None:
    at = int(where * len(text))
    read(text[at:] if tail else text[:at])


@bounded
@given(st.sampled_from(MADE), st.floats(0, 1))
def test_a_cut_text_gives_no_wrong_figure(text: str, where: float) -> None:
    """At the end of a line: a figure cut in its middle is a figure."""
    form = "2019" if "对外公开总数量" in text else "2021"
    lines = text.split("\n")
    reading = read("\n".join(lines[: int(where * len(lines))]))
    if reading.reports and reading.reports[0]["form"] == form:
        assert not wrong(reading, figures(form))


@bounded
@given(
    st.sampled_from(TEXTS),
    st.sampled_from(["\t", "|", "\n", " ", "0", "、", "。", "，", "1"]),
    st.sampled_from(["\t", "|", "\n", " ", "  ", ",", "", "｜", "<td>", "\u3000"]),
)
def test_other_delimiters(text: str, old: str, new: str) -> None:
    read(text.replace(old, new))


@bounded
@given(st.sampled_from(MADE), st.randoms(use_true_random=False))
def test_a_lost_line_gives_no_wrong_figure(text: str, random: Any) -> None:
    """A line without digits, or a whole printed row: what is left stands where it stood."""
    form = "2019" if "对外公开总数量" in text else "2021"
    lines = text.split("\n")
    if len([x for x in lines if x.strip().isdigit()]) > 20:
        return
    del lines[random.randrange(len(lines))]
    reading = read("\n".join(lines))
    if reading.reports and reading.reports[0]["form"] == form:
        assert not wrong(reading, figures(form))


def test_very_long_lines_and_many_lines() -> None:
    read("0 " * 50_000)
    read("|" * 50_000)
    read("政府信息公开" * 10_000)
    read("\n".join(["\t0"] * 5_000))
    read("\n".join(["行政许可"] * 3_000))
