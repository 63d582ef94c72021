"""Pages and mails as programs save them: MHT, articles held in a script, texts escaped twice, source indented with tabs."""

from __future__ import annotations

import base64
import json
import quopri
from email.message import EmailMessage

import pytest

from assets.extract.formats.escapes import unescape
from assets.extract.formats.mime import decoded
from assets.extract.formats.scripts import out_of_scripts
from assets.extract.undone.spaces.spacing import without_tabs_of_source
from tests.extract.printed import GRIDS, PLAIN, cells_of, figures, printed, read, report, reported, wrong

VALUES = figures()
PAGE = "<html><body>\n" + report(printed(VALUES), GRIDS["html"]) + "</body></html>\n"
HEAD = 'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html";\n\tboundary="--a--b"\n\n'


def part(kind: str, encoding: str, body: str) -> str:
    return f"----a--b\nContent-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n{body}\n"


def quoted(text: str, charset: str = "utf-8") -> str:
    return quopri.encodestring(text.encode(charset)).decode()


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_a_saved_page(encoding: str, charset: str) -> None:
    raw = PAGE.encode(charset)
    body = quoted(PAGE, charset) if encoding == "quoted-printable" else base64.encodebytes(raw).decode()
    style = part("text/css", "quoted-printable", "td { width: 3=\n0px }")
    picture = part("image/png", "base64", base64.encodebytes(b"9" * 90).decode())
    text = HEAD + style + part("text/html", encoding, body) + picture + "----a--b--\n"
    reading = read(text)
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)
    lines = text.split("\n")
    for key, cell in cells_of(reading).items() if encoding == "quoted-printable" else ():
        at = cell["line_start"] - 1  # the row is wrapped: its first letter is on this line
        assert VALUES[key] in "".join(line.removesuffix("=") for line in lines[at : at + 12])


def test_a_mail_says_it_once() -> None:
    mail = EmailMessage()
    mail["Subject"] = "2019年度报告"
    mail.set_content(report(printed(VALUES), PLAIN["running"]))
    mail.add_alternative(PAGE, subtype="html")
    reading = read(mail.as_string())
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)
    assert [r["report_year"] for r in reading.reports] == [2022]
    assert "several-reports" not in {f["code"] for f in reading.findings}


def test_a_text_beside_a_page_stays() -> None:
    plain = part("text/plain", "8bit", report(printed(VALUES), PLAIN["running"]))
    page = part("text/html", "quoted-printable", quoted("<p>请查收附件。</p>"))
    assert reported(read(HEAD + page + plain)) == set(VALUES)


@pytest.mark.parametrize(
    "text",
    [
        "年报\n编码：Content-Transfer-Encoding: base64\n正文\n",
        "Content-Transfer-Encoding: base64",
        HEAD + "没有边界",
        report(printed(VALUES), PLAIN["running"]),
    ],
)
def test_other_texts_stay(text: str) -> None:
    assert decoded(text) == (text, None)


def test_broken_encodings_do_no_harm() -> None:
    for body in ("====", "=ZZ=", "%%%", "A", "\udcff", "=E5=AE"):
        for encoding in ("quoted-printable", "base64", "x-uuencode", "punycode"):
            text, numbers = decoded(HEAD + part("text/html; charset=undefined", encoding, body))
            assert numbers is None or len(numbers) == text.count("\n") + 1


def state(escaped: str) -> str:
    page = report(printed(VALUES), GRIDS["html"])
    held = json.dumps({"id": 7, "title": "x", "content": page}, ensure_ascii=escaped == "ascii")
    if escaped == "tags":
        held = held.replace("<", "\\u003C").replace("/", "\\/")
    return f'<html><body><div id="app"></div>\n<script>window.__STATE__={held};var a="it\'s";</script>\n</body></html>'


@pytest.mark.parametrize("escaped", ["no", "ascii", "tags"])
def test_an_article_in_a_script(escaped: str) -> None:
    reading = read(state(escaped))
    assert reported(reading) == set(VALUES)
    assert not wrong(reading, VALUES)
    assert {c["line_start"] for c in reading.cells} == {2}


def test_a_script_beside_a_table_is_none_of_the_page() -> None:
    other = figures(first=1501)
    held = json.dumps({"content": report(printed(other), GRIDS["html"])})
    lines = (PAGE + f"<script>var old={held}</script>").split("\n")
    assert out_of_scripts(lines) == (lines, None)
    assert not wrong(read("\n".join(lines)), VALUES)


def test_half_characters_can_be_stored() -> None:
    text = state("ascii").replace("\\u4e00\\u3001", "\\ud83d\\ude00\\ud83d\\u4e00\\u3001", 1)
    reading = read(text)
    for row in [*reading.reports, *reading.sections, *reading.cells, *reading.findings]:
        assert all(value.encode() is not None for value in row.values() if isinstance(value, str))


@pytest.mark.parametrize("gap", ["&amp;nbsp;", "&amp;amp;#12288;&amp;nbsp;", "%20", "%E3%80%80%20"])
def test_spaces_written_out(gap: str) -> None:
    lines = [line.replace(" ", gap) for line in report(printed(VALUES), PLAIN["running"]).split("\n")]
    assert reported(read("\n".join(lines))) == set(VALUES)


def test_percents_of_a_text_stay() -> None:
    lines = ["满意率100%20件"] * 30
    assert unescape([*lines, "办结率 98%20"])[0][:30] == lines
    assert unescape(["a%20b%0Ac"] * 30)[0] == ["a b c"] * 30


def test_source_indented_with_tabs() -> None:
    title, *plain = report(printed(VALUES), PLAIN["one_a_line"]).split("\n")
    indented = read("\n".join([title, *(f"\t\t\t{line}\n\t\t" if line else "" for line in plain)]))
    without = read("\n".join([title, *(f"{line}\n" if line else "" for line in plain)]))
    assert len(reported(indented, "3")) == len(reported(indented, "4")) + 160 == 175
    assert [c["value"] for c in indented.cells] == [c["value"] for c in without.cells]
    assert not wrong(indented, VALUES)


def test_tabs_that_part_cells_stay() -> None:
    rows = [["", "", "规章", "3", "4", "5"]] * 25
    assert without_tabs_of_source(GRIDS["tsv"](rows)) == GRIDS["tsv"](rows)
    cells = GRIDS["tab_cells"](rows)
    assert without_tabs_of_source(cells) == cells
