"""Labels with a slash of which each piece stands on a line of its own."""

from __future__ import annotations

import pytest

from assets.extract.undone.words.splitatslash import with_labels_over_slash
from tests.extract.printed import figures, one_a_line, printed, read, report, reported, wrong

VALUES = figures("2019")


@pytest.mark.parametrize("slash", ["/", "／"])
def test_pieces_about_a_slash_of_its_own(slash: str) -> None:
    text = report(printed(VALUES, "2019"), one_a_line).replace("2022年", "2019年")
    assert "\n本年增/减\n" in text
    reading = read(text.replace("\n本年增/减\n", f"\n本年增\n{slash}\n减\n"))
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)


def test_a_slash_for_no_figure_stays() -> None:
    for lines in (["行政许可", "1", "/", "3"], ["本年增", "/", "3"], ["1", "/", "减"], ["/", "减"]):
        assert with_labels_over_slash(lines) is lines
