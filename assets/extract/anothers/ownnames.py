"""What words mean the body whose report it is: 我街道, 本关, 街道, 镇政府, 白石镇, 县政府办公室.

A body calls itself by 我 or 本 and the word for its kind, by that word alone if it has two letters, by its name, by the end of
it, and by its name as it is shortened. Belongs here: these words, for a report's agency. Does not belong here: what a sentence says with
them (ownwords.py, saysnothing.py), and which of two names are one body's (whose/names.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from assets.extract.whose.names import is_government
from schemas.whose import WORDS, any_of

# 我局, 全局, 局机关, 县局; of all of a street or of a place its government's report says so, not an office of it.
SELF = re.compile(
    rf"(?:我|本)(?:{any_of(WORDS.own_kinds, WORDS.self_kinds)}|处(?=[0-9]{{4}}年|数据|情况|收|作|的)|关(?![键于联系注心])|所(?![列示填述属]))(?:各?(?:机关|本级))?(?![市县区局])"
    rf"|全(?:{any_of(WORDS.own_kinds)}(?!道)|单位|机关|部门|中心|站|所|队)(?:各?(?:机关|本级))?(?![市县区局])|(?:我|本)[市县区](?![市县区局])"
    rf"|{any_of(WORDS.own_kinds)}(?:机关|本级)(?:本级)?|机关本级|本级机关"
)
# How names are shortened, and the place that stands for its government.
_SHORTER = (
    ("人民政府办公室", ("政府办公室", "政府办")),
    ("人民政府办公厅", ("政府办公厅",)),
    ("人民政府", ("政府",)),
    ("街道办事处", ("街道办", "街道")),
    ("委员会", ("委",)),
)
_OF_PLACE = re.compile("(.{2,}[省市县区州盟旗镇乡])(?:人民)?政府")
# Kinds of which a body of the kind says the word alone, by how its name ends.
_KINDS_ALONE = (
    *((kind, (kind,)) for kind in ("海关", "支队", "总队", "大队", "中心", "公司", "医院", "监狱")),
    *((kind, (kind, "学校")) for kind in ("学院", "大学", "中学", "学校")),
    *((kind, ("街道",)) for kind in ("街道办事处", "街道")),
)
# Letters of a name that is cut at its front: 林业局.
_LEAST_NAME = 3
# Before a name that is cut: a word begins there.
_BEGINS = r"(?:(?<![\u4e00-\u9fff])|(?<=[由为是系和与及对以含括])|(?<=反映)|(?<=即为))"
# Behind the name of a government: an office of it, or what is under it.
_NOT_OF_OFFICE = "(?!办|各|所|直|部门|工作部门|组成)"
# What a word that others bear, too, is followed by where it is who speaks: what the figures are of.
_DOES = r"(?=[0-9]{4}年|本年|全年|的|数据|数字|情况|收到|作出|受理|主动|制发|制定|办理|填报)"


@cache
def own_names(bodies: frozenset[str]) -> re.Pattern[str] | None:
    """The names of a report's body, whole and shortened, the ends of them where a word begins, and the place for its government."""
    named = {body for body in bodies if len(body) > 1}
    if not named:
        return None
    shorter = {
        f"{body.removesuffix(end)}{to}"
        for body in named
        for end, ends in _SHORTER
        for to in ends
        if body.endswith(end)
    }
    places = {found[1] for body in named if (found := _OF_PLACE.fullmatch(body))}
    alone = {word for body in named for end, words in _KINDS_ALONE if body.endswith(end) for word in words}
    parts = [any_of(named)]
    parts += [f"{any_of(shorter)}{_NOT_OF_OFFICE}"] if shorter else []
    parts += [f"{_BEGINS}全?{any_of(cut)}"] if (cut := _ends(named)) else []
    parts += [f"{_BEGINS}{any_of(cut)}{_NOT_OF_OFFICE}"] if (cut := _ends(shorter)) else []
    if places:
        parts.append(f"{any_of(places)}{_DOES}")
    if alone:
        parts.append(f"{_BEGINS}{any_of(alone)}{_DOES}")
    if all_ := all_of_place(bodies):
        parts.append(any_of(sorted(all_)))
    return re.compile("|".join(parts))


def _ends(names: Iterable[str]) -> set[str]:
    return {name[at:] for name in names for at in range(1, len(name) - _LEAST_NAME + 1)}


_SEAT = re.compile(".[省市县区州旗盟镇乡]")


def all_of_place(bodies: frozenset[str]) -> set[str]:
    """What stands for all of a place (全县) in the report of its government."""
    if not any(map(is_government, bodies)):
        return set()
    return {f"全{name[-1]}" for body in bodies for name in _SEAT.findall(body)}
