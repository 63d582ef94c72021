"""What converters, terminals and hands do to a text that is read right: the figures it moves are in doubt, not another's."""

from assets.extract.formats.everyline import without_additions
from assets.extract.numbers import parse_figure
from assets.extract.places.cutlines import cut_width
from assets.extract.readers.bars import pipes
from assets.extract.readers.drawn import boxblocks, boxes
from assets.extract.readers.plain import pages

_BOX = [
    "┌──────┬────┬────┐",
    "│规章  │1   │2   │",
    "├──────┼────┼────┤",
    "│行政  │3   │4   │",
    "└──────┴────┴────┘",
]


def _texts(lines: list[str]) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in boxes.read(lines, 1, 0)]


def test_a_wall_too_many_is_one_of_its_row_alone() -> None:
    lines = [line.replace("3   │", "3   │    │") for line in _BOX]
    assert _texts(lines) == [["规章", "1", "2"], ["行政", "3", "", "4"]]


def test_walls_that_wider_digits_moved_are_those_of_the_border_above() -> None:
    lines = [line.replace("3   ", "３３  ") for line in _BOX]
    assert _texts(lines)[1] == ["行政", "３３", "4"]


def test_a_wall_alone_opens_no_table() -> None:
    assert not boxblocks.starts(["       │", "├──────┼────┼────┤"], 0)


def test_of_two_figures_below_a_row_of_bars_none_is_its_last_cell() -> None:
    one = ["规章 | 1 | 5", "行政许可 | 1 | 5", "行政处罚 | 2 | ", "3"]
    assert pipes.end(one, 0) == 4
    assert pipes.end([*one, "312"], 0) == 3


def test_a_figure_before_a_form_feed_and_figures_is_no_page() -> None:
    assert pages.bare_pages(["规章", "515", "\f12", "193"]).lines == frozenset()
    assert pages.bare_pages(["规章", "5", "\f行政处罚", "193"]).lines == {2}


def test_a_dash_on_the_line_above_is_no_sign() -> None:
    assert parse_figure("-\n6", signed=True).status == "unparsed"
    assert parse_figure("-6", signed=True).value == -6


def test_numbers_of_a_stretch_of_lines_are_taken_off() -> None:
    own = ["一、本年新收 3 4", "二、上年结转 0 0", "（一）予以公开 1 2", *["政府信", "息 5 6"] * 10]
    numbered = [f"{n:4}  {line}" for n, line in enumerate(own, 1)]
    others = ["标题"] * 9
    assert without_additions([*others, *numbered, "结尾"]) == [*others, *own, "结尾"]
    without_own = [f"{n} 项目 5 6" for n in range(1, 30)]
    assert without_additions(["标题", *without_own, *["结尾"] * 9])[1] == without_own[0]


def test_lines_cut_at_a_width_show_it() -> None:
    prose = [
        "本单位全年共发布各类政府信息三千余条，较上年增加",
        "一年来，组织学习培训若干次，参训人员共计五百余人",
    ]
    cut = [text[:22] for text in prose]
    assert cut_width([cut[0], "一、总体情况", cut[1], "二、主动公开", "| 规章 | 1 |"]) == 22
    # a page's lines go on below
    wrapped = [cut[0], "九十条。", cut[1], "次。", "二、主动公开"]
    assert cut_width(wrapped) is None
