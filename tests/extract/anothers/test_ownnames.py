"""What words mean the filer itself, in sentences about its tables; words for others keep their doubt."""

from __future__ import annotations

import pytest

from tests.extract.anothers.test_unexplained import VALUES, of, with_note
from tests.extract.printed import read, reported

OWN = "青岚县林业局"
BODIES = {
    "柳荫街道办事处": ["我街道", "本街道", "街道", "柳荫街道", "街道办事处", "街道办"],
    "青岚县石桥镇人民政府": ["我镇", "镇政府", "石桥镇政府", "本镇"],
    "青岚县人民政府": ["县政府", "我县", "青岚县", "县人民政府"],
    "青岚县人民政府办公室": ["县政府办公室", "我办", "县政府办"],
    "青岚海关": ["我关", "本关", "海关"],
    "青岚县城市管理综合行政执法大队": ["我大队", "大队"],
    "青岚县公共资源交易中心": ["中心", "我中心", "本中心"],
    "青岚师范学院": ["学校", "我校", "学院"],
}
SAID = [
    ("以上数据为{}数据。", True),
    ("以上为{}2022年情况。", True),
    ("下表为{}收到和处理政府信息公开申请情况：", False),
    ("注：表中为{}受理的申请数据。", True),
]


def note_of(body: str, said: str, *, below: bool = True) -> str:
    return with_note("tsv", "3", said, below=below).replace(OWN, body)


@pytest.mark.parametrize(("said", "below"), SAID)
@pytest.mark.parametrize(("body", "word"), [(b, w) for b, words in BODIES.items() for w in words])
def test_words_for_the_filer(body: str, word: str, said: str, *, below: bool) -> None:
    assert reported(read(note_of(body, said.format(word), below=below))) == set(VALUES)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("柳荫街道办事处", "区政府"),
        ("柳荫街道办事处", "学校"),
        ("柳荫街道办事处", "街道下属中心"),
        ("柳荫街道办事处", "杨庄街道"),
        ("青岚县人民政府", "县政府办公室"),
        ("青岚县人民政府", "省政府"),
        ("青岚县林业局", "县政府"),
        ("青岚县林业局", "中心"),
        ("青岚县林业局", "海关"),
        ("青岚海关", "海关总署"),
        ("青岚县公共资源交易中心", "中心城区"),
    ],
)
def test_words_for_others(body: str, word: str) -> None:
    reading = read(note_of(body, f"以上数据为{word}数据。"))
    assert reported(reading) == set(VALUES) - of("3")


@pytest.mark.parametrize("body", ["云溪县公安局", "云溪县水务局"])
def test_a_lead_in_that_names_another(body: str) -> None:
    said = f"下表为{body}收到和处理政府信息公开申请情况："
    assert reported(read(note_of(OWN, said, below=False))) == set(VALUES) - of("3")
