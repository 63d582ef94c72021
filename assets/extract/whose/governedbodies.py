"""A government's name above, or in front of, that of a body that it governs: 济宁市人民政府 above 鱼台县水利局.

Belongs here: that both are no one name. Does not belong here: what else stands above a title (titles.py), and a name said twice.
"""

from __future__ import annotations

import re

from assets.extract.whose.names import has_place, is_government, is_own_name

# Who has a government's name in front of its own: a street's office, a zone's committee.
_OF_GOVERNMENT = ("办事处", "街道", "管委会", "委员会")
_IN_FRONT = re.compile(
    r"^[\u3400-\u9fff]{2,12}[省市县区州旗盟]人民政府(?=[\u3400-\u9fff]{2,14}[市县区旗镇乡](?:人民)?政府(?:办公[室厅])?$)"
)


def is_governed(name: str, above: str) -> bool:
    """Whether the line above a name is a government's, and the name another body's, whole with its place."""
    if not above.endswith("人民政府") or not is_government(above) or name.endswith(_OF_GOVERNMENT):
        return False
    return has_place(name) and (is_own_name(name) or is_government(name))


def without_government(name: str) -> str:
    """The name of a government without that of the one above it, which stands in front."""
    return _IN_FRONT.sub("", name)
