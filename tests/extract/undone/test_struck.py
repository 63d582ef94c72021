"""Letters and lines that a page struck twice to make them bold."""

from __future__ import annotations

import pytest

from tests.extract.printed import HEADINGS, TITLE, aligned, figures, printed, read, report, reported, wrong

VALUES = figures("2021")
AGENCY = "青岚县林业局"


def doubled(text: str, *, letters: bool) -> str:
    """The text, its title, on three lines, and headings struck twice."""
    title = [AGENCY, "2022年度", TITLE.split("年", 1)[1]]
    bold = {*title, *HEADINGS.values(), "一、总体情况", "五、存在的主要问题及改进情况"}
    text = "\n".join([*title, *text.replace(AGENCY, "本机关").split("\n")[1:]])

    def twice(line: str) -> str:
        return "".join(c * 2 for c in line) if letters else f"{line}\n{line}"

    return "\n".join(twice(line) if line in bold else line for line in text.split("\n"))


@pytest.mark.parametrize("letters", [True, False])
def test_title_and_headings_are_known(letters: bool) -> None:
    text = doubled(report(printed(VALUES), aligned), letters=letters)
    assert text != report(printed(VALUES), aligned)
    reading = read(text)
    assert not wrong(reading, VALUES)
    assert reported(reading) == set(VALUES)
    assert [(r["agency"], r["report_year"]) for r in reading.reports] == [(AGENCY, 2022)]


def test_figures_beside_doubled_words_are_not_halved() -> None:
    text = doubled(report(printed(VALUES), aligned), letters=True)
    label = next(line for line in text.split("\n") if "属于国家秘密" in line)
    words, rest = label.split()[0], label[len(label.split()[0]) :]
    reading = read(text.replace(label, "".join(c * 2 for c in words) + rest))
    assert not wrong(reading, VALUES)
