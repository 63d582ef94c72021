"""Of which year a report is: from its period, its sentences, the file's name and, last of all, the date of its signature.

Belongs here: evidence of the year beside the title's. Does not belong here: the title, the agency (identity.py).
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from assets.extract.dates import YEAR, to_year
from assets.extract.labels import ascii_width, joined
from assets.extract.whose.evidence import Evidence, Identity
from assets.extract.whose.selfnamed import year_in
from assets.extract.whose.titles import bare

_FIRST_DAY = re.compile(r"1月?1日")
# Some pages lose letters between figures: 20231月1日, 202311日.
_PERIOD = re.compile(
    rf"(?<![0-9])({YEAR})年?1月?1日起?,?(?:至|到|—|-|－|~)+({YEAR})?年?1[0-2]月?[0-9]{{1,2}}日"
)
_YEAR_TOLD = re.compile(rf"({YEAR})年")
_ONLY_YEAR = re.compile(rf"\(?({YEAR})年度?\)?")
# Lines below a title, blank ones too, where its year may stand.
_NEAR = 6
# Letters of a name that a sentence does not leave out: 云溪街道办 for 云溪街道办事处.
_LEAST_OF_NAME = 4
_LAST_MONTH_DUE = 3  # March


def read_period(identity: Identity, lines: list[str]) -> None:
    """Add the year of the first period of a whole year."""
    if period := period_in(lines):
        identity.years.append(Evidence(str(period[0]), period[1], "period"))


def period_in(lines: list[str]) -> tuple[int, int] | None:
    """The year of which the first period of a whole year is, and its line; None where none stands on the first pages."""
    text, line_at = joined(lines[:400])
    found = _PERIOD.search(text) if _FIRST_DAY.search(text) else None
    year = to_year(found[2] or found[1]) if found else None
    if found and year and (found[2] is None or to_year(found[1]) == year):
        return year, line_at(found.start())
    return None


def year_below(lines: list[str], last: int) -> tuple[str, int] | None:
    """The year that stands alone right below a title, `last` its last line, and its line; none of a list of years."""
    below = [(n, bare(line)) for n, line in enumerate(lines[last + 1 : last + 1 + _NEAR], last + 2)]
    written = [at for at in below if at[1]]
    found = _ONLY_YEAR.fullmatch(written[0][1]) if written else None
    if found is None or (len(written) > 1 and _ONLY_YEAR.fullmatch(written[1][1])):
        return None
    return str(to_year(found[1])), written[0][0]


def read_year(identity: Identity, lines: list[str], source_file: str) -> None:
    """Add the year that the body tells, else that of the file's name or its folder's, where neither title nor period has one."""
    if not identity.years:
        body, line_at = joined(lines)
        name = identity.agency.value if identity.agency and identity.agency.source == "body" else None
        beside = re.search(rf"({YEAR})年度?,?{re.escape(name)}", body) if name else None
        if told := year_in(body) or (beside and (beside.start(), beside[1])) or _year_beside(identity, body):
            identity.years.append(Evidence(str(to_year(told[1])), line_at(told[0]), "body"))
    if not identity.years:
        for part in (PurePosixPath(source_file).stem, *PurePosixPath(source_file).parts[:-1][::-1]):
            in_name = re.search(r"(?<![0-9])(20[0-9]{2})(?![0-9])", ascii_width(part))
            if in_name:
                identity.years.append(Evidence(in_name[1], None, "file_name"))
                break


def _year_beside(identity: Identity, body: str) -> tuple[int, str] | None:
    """The only year of which sentences tell, right before the name that the title says: 2020年云溪街道办…."""
    name = identity.agency.value if identity.agency and identity.agency.source == "title" else ""
    if len(name) < _LEAST_OF_NAME or len({to_year(told) for told in _YEAR_TOLD.findall(body)}) != 1:
        return None
    found = re.search(rf"({YEAR})年度?,?{re.escape(name[:_LEAST_OF_NAME])}", body)
    return (found.start(1), found[1]) if found else None


def outvote(identity: Identity, lines: list[str]) -> None:
    """Put the year of the period first, where the body tells of it, too, and only a title within a sentence of another.

    Such a title is often last year's sentence.
    """
    if len({e.value for e in identity.years}) > 1 and identity.title_in_text:
        told = year_in(joined(lines)[0])
        if told and str(to_year(told[1])) == identity.years[-1].value:
            identity.years.reverse()


def year_of_signature(identity: Identity, lines: list[str]) -> Evidence | None:
    """The year before a report was signed, if it was signed when reports are due and the text speaks of that year.

    Departments publish by the end of January of the next year, governments by the end of March (政府信息公开条例 of 2019, article 49).
    """
    signed = identity.published_on
    if signed is None or signed.month > _LAST_MONTH_DUE:
        return None
    told = {to_year(found) for line in lines if "年" in line for found in _YEAR_TOLD.findall(line)}
    if signed.year - 1 not in told or any(year > signed.year for year in told if year):
        return None
    return Evidence(str(signed.year - 1), identity.published_on_line, "signature")
