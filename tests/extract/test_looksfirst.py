"""A look that spares a step its work may never rule out what the step would have found."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from assets.extract.anothers import partedrows, unexplained
from assets.extract.anothers.spokenof import MARK
from assets.extract.byname import quotedrows
from assets.extract.labels import ascii_width
from assets.extract.places import firstdigits
from assets.extract.readers.bars import unbar
from assets.extract.undone.bars import brokenbarrows
from assets.extract.undone.bars.barstream import streams
from assets.extract.undone.lines import joinedrows, unfold

_PIECES = [
    *[
        "0",
        "12",
        "3,000",
        "２０",
        "规章",
        "行政许可",
        "其他",
        "总计",
        "第二十条第（一）项",
        "第二十条第（五）项",
        "信息内容",
        "本年制发件数",
        "本年处理决定数量",
    ],
    *[
        "“1.属于国家秘密”",
        "”一行",
        "一行：",
        "一栏,",
        "的",
        "结果维持：",
        "自然人3，",
        "中，",
        "，",
        "、",
        "；",
        "：",
        "/",
        "→",
        "=",
        ">",
        "-",
        "—",
        "──",
        "*",
        "※",
        "①",
        "#",
        "〔1〕",
        "(1)",
        "（",
        "2）",
        "[3]",
        "<",
        "b>",
        "。",
    ],
    *(
        "\t",
        " ",
        "  ",
        "\u3000",
        "|",
        "｜",
        "||",
        " | ",
        "||| ",
        "\u200b",
        "<br>",
        "- +",
        "{|",
        "第五行",
        "是",
        "数",
    ),
]
_SENTENCES = [
    "“规章”一行：本年制发件数3，本年废止件数4",
    "“规章”这一行中，本年制发件数为3",
    "第二十条第（一）项中，规章的本年制发件数为0，本年废止件数为1",
    "第二十条第（五）项，行政许可本年处理决定数量为5",
    "第二十条第（一）项  规章（含修订）本年制发件数 5",
]
_LINE = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)
_LINES = st.lists(
    st.one_of(_LINE, st.sampled_from(["", "|", "||", "12", "规章 |", "0 |", "| 0", "---|---"])), max_size=40
)
_MANY = settings(max_examples=120, deadline=None)


@_MANY
@given(_LINE)
def test_a_row_of_few_cells_is_not_unfolded(line: str) -> None:
    if unfold._ONE_ROW.fullmatch(line):
        assert unfold._pieces(line) == [line]


@_MANY
@given(_LINE)
def test_a_line_that_opens_with_a_mark_has_what_is_looked_for(line: str) -> None:
    if MARK.match(unexplained._plain(line)):
        assert unexplained._OF_MARK.search(line)


@_MANY
@given(st.lists(st.sampled_from(_PIECES + _SENTENCES), max_size=6).map("".join))
def test_a_sentence_of_a_row_has_what_is_looked_for(line: str) -> None:
    if quotedrows._alone(line):
        assert quotedrows._SIGN.search(f"\n{line}\n")


@_MANY
@given(_LINE)
def test_digits_alone_have_no_letters(line: str) -> None:
    if firstdigits._HEADS.fullmatch(ascii_width(line)):
        assert firstdigits._NO_LETTERS.fullmatch(line)
        assert firstdigits._LINE_OF_NO_LETTERS.search(f"规章\n{line}\n规章")


@_MANY
@given(_LINE)
def test_a_word_behind_a_dash_has_what_is_looked_for(line: str) -> None:
    if partedrows._DASH.search(line):
        assert partedrows._DASH_BETWEEN.search(line)


@_MANY
@given(_LINES)
def test_bars_that_part_nothing_are_looked_for(lines: list[str]) -> None:
    barred = [n for n, line in enumerate(lines) if "|" in line or "｜" in line]
    shapes = {n: unbar._shape(lines[n]) for n in barred}
    merged = [n for n, shape in shapes.items() if shape and unbar._is_merged(shape)]
    heads = [n for n, shape in shapes.items() if shape and unbar._heads_a_table(lines, n)]
    if len(merged) >= unbar._LEAST_ROWS or len(heads) >= unbar._LEAST_HEADS:
        assert unbar._may_part_nothing(lines, barred)


@_MANY
@given(_LINES)
def test_rows_that_bars_fill_up_are_looked_for(lines: list[str]) -> None:
    found = streams(lines)
    is_set_so = (
        any(map(brokenbarrows._are_opened, found))
        or sum(map(brokenbarrows._below_labels, found)) >= brokenbarrows._LEAST_BELOW
        or any(map(brokenbarrows._stand_above_bars, found))
    )
    tables = [table for stream in found for table in brokenbarrows._tables(stream)]
    if is_set_so or any(map(brokenbarrows._is_a_cell_a_line, tables)):
        looked = brokenbarrows._OF_ONE_CELL.findall("\n".join(lines))
        assert len(looked) >= brokenbarrows._LEAST_OF_ONE_CELL


@_MANY
@given(_LINE, st.sampled_from("|\t"))
def test_cells_of_two_rows_are_looked_for(line: str, mark: str) -> None:
    texts = line.split(mark)
    spaced = sum(text != text.strip() for text in texts)
    at_edges = spaced <= joinedrows._MOST_SPACED * len(texts)
    joints = [text for text in texts if len(joinedrows._pieces(text, at_edges=at_edges)) > 1]
    looked = len(joinedrows._WORDS_IN_CELL[mark].findall(line)) + (spaced if at_edges else 0)
    assert looked >= len(joints)
