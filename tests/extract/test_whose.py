"""Each word of schemas/whose.toml is heard where such words stand: in labels, captions and the words of rows."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from assets.extract.anothers.others import is_of_subordinate
from assets.extract.anothers.severalrows import asked_for
from assets.extract.headers.otherlabels import is_anothers, is_part_sum
from schemas.characters import simplified
from schemas.form import forms
from schemas.whose import WORDS
from tests.extract.odd import LAYOUTS, PARTS, VALUES
from tests.extract.printed import HEADINGS, read, report, reported, wrong

TOTAL = forms()["2021"].table("3").columns[-1]
OTHER_YEARS = (*WORDS.last_year, *WORDS.earlier_years)


def under(caption: str) -> str:
    heading = HEADINGS["3"]
    return report(PARTS, LAYOUTS["tsv"]).replace(heading, f"{heading}\n{caption}", 1)


def test_lists_hold_words_as_texts_are_compared() -> None:
    for name, words in asdict(WORDS).items():
        assert len({*words}) == len(words) > 0, name
        assert all(word == "".join(word.split()) and not {*word} & {*simplified()} for word in words), name


@pytest.mark.parametrize(
    "caption",
    [
        *(f"{year}度申请情况" for year in OTHER_YEARS),
        *(f"2022年{half}：" for half in WORDS.half_years),
        *(f"{under}单位申请情况" for under in WORDS.under_body),
        *(f"{kind}属单位申请情况" for kind in WORDS.over_kinds),
        *(f"收到申请情况{word}" for word in (*WORDS.examples, *WORDS.made_up)),
    ],
)
def test_captions_of_others_take_the_table_away(caption: str) -> None:
    reading = read(under(caption))
    assert not wrong(reading, VALUES)
    assert not reported(reading, "3")


@pytest.mark.parametrize(
    "caption",
    [
        *(f"{year}度申请情况" for year in WORDS.this_year),
        *(f"{own}申请情况" for own in WORDS.own_body),
        *(f"本{kind}申请情况" for kind in WORDS.own_kinds),
        *WORDS.filled_in,
    ],
)
def test_captions_of_ones_own_do_not(caption: str) -> None:
    assert reported(read(under(caption))) == {*VALUES}


@pytest.mark.parametrize("kind", WORDS.bodies)
def test_names_of_bodies_in_sections_without_tables(kind: str) -> None:
    assert is_of_subordinate(f"青岚县水务{kind}收到申请情况", "青岚县林业局", 5)
    assert not is_of_subordinate(f"青岚县水务{kind}收到申请情况", f"青岚县水务{kind}", 5)


@pytest.mark.parametrize("word", [*OTHER_YEARS, *WORDS.half_years, *WORDS.undecided])
def test_labels_of_another_column(word: str) -> None:
    assert is_anothers(f"{word}总计", TOTAL)


@pytest.mark.parametrize("part", WORDS.parts)
@pytest.mark.parametrize("total", WORDS.sums)
def test_sums_of_parts(part: str, total: str) -> None:
    assert is_part_sum(f"{part}{total}")
    assert not is_part_sum(total)


@pytest.mark.parametrize("last", [*OTHER_YEARS, "上年度", "上年数"])
@pytest.mark.parametrize("this", [*WORDS.this_year, "本年度", "本年数"])
def test_rows_of_this_year_and_another(last: str, this: str) -> None:
    assert asked_for({this, last}) == this


@pytest.mark.parametrize("total", [*WORDS.sums, *WORDS.sums_of_parts, "全年", "全年合计", "年度合计"])
def test_rows_of_parts_and_their_sum(total: str) -> None:
    assert asked_for({"本级", "下属", total}) == total
