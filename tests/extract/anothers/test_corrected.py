"""A row that the text corrects below its table is in doubt, all others are read."""

from __future__ import annotations

import pytest

from schemas.form import CellKey
from tests.extract.printed import GRIDS, codes, figures, printed, read, report, reported, row_of, status_of
from tests.turns import in_turn

VALUES = figures()
PARTS = printed(VALUES)
TEXT = report(PARTS, GRIDS["tsv"])
LABEL, *CELLS = row_of(PARTS, "granted")
OWN = {key for key in VALUES if key.row_key == "granted"}


@in_turn
@pytest.mark.parametrize(
    "said",
    [
        f"更正：表三“{LABEL}”一行自然人数应为3，特此更正。",
        f"注：更正：{LABEL}总计为9。",
        f"勘误：{LABEL}一行自然人应为12",
        f"六、更正：“{LABEL}”数据有误，应为3",
    ],
)
@pytest.mark.parametrize("layout", ["tsv", "closed", "html"])
def test_a_corrected_row_is_in_doubt(said: str, layout: str) -> None:
    reading = read(f"{report(PARTS, GRIDS[layout])}\n{said}\n")
    assert "row-corrected" in codes(reading)
    assert reported(reading) == set(VALUES) - OWN


def test_a_correction_printed_as_a_row() -> None:
    row = "\t".join([f"更正：{LABEL}", *(str(int(cell) + 1) for cell in CELLS)])
    last = "\t".join(row_of(PARTS, "carried_forward"))
    reading = read(TEXT.replace(last, f"{last}\n{row}"))
    assert not reported(reading, "3") & OWN
    assert set(status_of(reading, "3", "granted")) <= {"uncertain"}


@pytest.mark.parametrize(
    "said",
    [
        "全年更正公开信息3条，更正、补充后予以公开12件。",
        "更正信息3条。",
        "更正、补充后予以公开12件。",
        "（三）政府信息更正情况。本年未收到更正申请，予以公开的信息均准确。",
        "公民认为信息不准确的，可以要求更正。",
    ],
)
def test_what_was_corrected_in_the_year_is_no_correction(said: str) -> None:
    assert reported(read(f"{TEXT}\n{said}\n")) == set(VALUES)
    assert CellKey("3", "granted", "total") in reported(read(f"{TEXT}\n{said}\n"))


@pytest.mark.parametrize(
    "said",
    [
        f"本报告表三“{LABEL}”一行“总计”栏“35”应为“53”。",
        f"第三部分表格中，“{LABEL}”（自然人）误填为0，现更正为3。特此说明。",
        f"表三“{LABEL}”一行自然人应为“3”，原为“5”，5应为3",
    ],
)
def test_a_sentence_says_what_a_figure_should_be(said: str) -> None:
    """The heading 勘误 stands on a line above it."""
    assert reported(read(f"{TEXT}\n勘误：\n{said}\n")) == set(VALUES) - OWN


@pytest.mark.parametrize(
    "said",
    [
        "“一件事”事项由35项应为53项，现更正为53项。",
        f"“{LABEL}”一栏应为必填。",
        "误填3处，均已更正为准确数据。",
    ],
)
def test_a_sentence_about_other_things(said: str) -> None:
    assert reported(read(f"{TEXT}\n{said}\n")) == set(VALUES)


@pytest.mark.parametrize("layout", ["tsv", "csv_rows", "html", "pipe_cells", "closed"])
def test_rows_that_stand_again_below_their_correction(layout: str) -> None:
    table = next(part for part in PARTS if part.table_no == "3")
    again = [*table.header, [LABEL, *(str(int(cell) + 1) for cell in CELLS)]]
    said = "更正：上表中下列数据有误，现更正为："
    reading = read("\n".join([report(PARTS, GRIDS[layout]), said, *GRIDS[layout](again)]) + "\n")
    assert not reported(reading, "3") & OWN
    assert reported(reading) >= {key for key in VALUES if key.table_no == "2"}
    assert reported(read(f"{TEXT}\n{said}\n")) == set(VALUES)
