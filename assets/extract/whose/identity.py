"""Whose report of which year a text is: from title, period, signature, body and, last of all, the file's name.

Belongs here: the order in which evidence is asked, the title, and the agency. Does not belong here: the year beside a title's
(reportyear.py), what is handed on (evidence.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice
from pathlib import PurePosixPath

from assets.extract.dates import SCHOOL_YEAR
from assets.extract.labels import joined, squash
from assets.extract.memory import remembering
from assets.extract.whose.announcedtitle import is_of_another
from assets.extract.whose.brokennames import first_letters_above
from assets.extract.whose.evidence import Evidence, Identity
from assets.extract.whose.foldedtitles import is_tail_of_name, name_over_two_lines
from assets.extract.whose.headlines import as_headlines
from assets.extract.whose.lostnames import whole_name
from assets.extract.whose.namebelow import NameBelow, name_below
from assets.extract.whose.names import (
    OTHER_NAME,
    has_place,
    in_full,
    is_in_full,
    is_own_name,
    is_same_body,
    is_zone,
)
from assets.extract.whose.navigation import not_listed
from assets.extract.whose.openingnames import who_opens
from assets.extract.whose.ownofseveral import own_of_several
from assets.extract.whose.owntitle import OwnTitle
from assets.extract.whose.reportyear import (
    outvote,
    period_in,
    read_period,
    read_year,
    year_below,
    year_of_signature,
)
from assets.extract.whose.selfnamed import (
    government_asked,
    speaks_as,
    title_in,
    who_drew_up,
    who_published,
    who_reports,
)
from assets.extract.whose.sentencebelow import drawn_up_below
from assets.extract.whose.signatures import signature_in
from assets.extract.whose.tablesfirst import first_line_below
from assets.extract.whose.titles import LINK, ORG, SHORT_TITLE, TAG, Title, agency_of_title, bare, titles
from assets.extract.whose.titlesintext import opening_title, own_in_text

_LINES_OF_TITLE = 40
_LINES_OF_SENTENCES = 60
# For whom another's desk answers questions.
_GOVERNS = re.compile(r"(?:政府|办公[室厅]|管委会|管理委员会|[省市县区州旗盟])$")
# What stands in no name, as a sentence that no break sets apart from a heading may seem to have one.
_NO_NAME = re.compile(r"报告|总结|发布|\(\)|[一二三四五六七八九]、")
# So far below the first title another may be that is the same with its agency: what stands farther off is a link.
_TITLES_APART = 6


def identify(lines: list[str], source_file: str, first_table_line: int | None) -> Identity:
    """Collect the evidence. `first_table_line` bounds where a title may stand."""
    identity, lines = Identity(), as_headlines(lines)
    _read_title(identity, lines[: first_table_line or len(lines)], lines)
    if identity.title is None and first_table_line and (start := first_line_below(lines, first_table_line)):
        return identify([""] * start + lines[start:], source_file, None)
    read_period(identity, lines)
    signed, dated = signature_in(lines)
    identity.signature = Evidence(signed[1], signed[0], "signature") if signed else None
    identity.published_on_line, identity.published_on = dated or (None, None)
    above = min(first_table_line or _LINES_OF_SENTENCES, _LINES_OF_SENTENCES)
    sentences = [_said_on(line) if line else line for line in lines[:above]]
    if identity.are_titles_of_others:
        sentences[: identity.title_line] = [""] * (identity.title_line or 0)
    _read_agency(identity, sentences, source_file)
    if identity.agency is None or identity.agency.source == "file_name":
        identity.agency = drawn_up_below(lines, first_table_line) or identity.agency
    if identity.agency and (whole := whole_name(identity.agency.value, identity.title, lines)):
        identity.agency = Evidence(whole[0], whole[1], identity.agency.source)
    if (
        (told := identity.agency)
        and told.line
        and (name := first_letters_above(told.value, told.line, lines))
    ):
        identity.agency = Evidence(name, told.line - 1, told.source)
    if identity.agency and (tail := identity.tail_of_name) and not identity.agency.value.endswith(tail):
        identity.agency = None
    if not SCHOOL_YEAR.search(identity.title or ""):
        read_year(identity, sentences, source_file)
        outvote(identity, sentences)
        identity.year = year_of_signature(identity, lines)
    identity.year = next(iter(identity.years), identity.year)
    return identity


@remembering
def _said_on(line: str) -> str:
    """What a line says without its tags; nothing where it leads elsewhere."""
    text = TAG.sub("", line) if "<" in line else line
    return "" if LINK.match(text) else text


def _read_title(identity: Identity, lines: list[str], whole: list[str]) -> None:
    """The first title on the first page that names a year, else the first: a running head may come before it.

    One that is printed twice may name the agency only once. Of titles of several reports, the one that is the text's.
    """
    page = list(islice((i for i, line in enumerate(lines) if line.strip()), _LINES_OF_TITLE))
    head = lines[: page[-1] + 1] if page else []
    every = titles(head)
    found = not_listed(every, page) or every
    if not found:
        short = not_listed(titles(head, SHORT_TITLE), page)
        found = [t for t in short if t.year and _names_body(t)]
        found = found or [t for t in short if _may_be_short_title(t, lines)]
    own = own_of_several(every or found, lines, whole)
    title = own.title if own else next((t for t in found if t.year), found[0] if found else None)
    if title and not title.agency and not (own and not own.is_its_agency):
        again = (
            t
            for t in (*found, *titles(head, SHORT_TITLE))
            if t.agency and t.year == title.year and 0 < _written_between(t, title, head) < _TITLES_APART
        )
        title = next(again, title)
    if title and not own and is_of_another(title, whole):
        identity.are_titles_of_others = True
        lines, title = [""] * (title.last + 1) + lines[title.last + 1 :], None
    if title is None:
        _read_title_in_text(identity, lines)
        return
    identity.title, identity.title_line = title.text, title.first + 1

    def line_of(words: str) -> int:
        return next((i for i, text in title.parts if words in text), title.first) + 1

    identity.years += _year_of_title(title, own, lines, line_of)
    identity.are_titles_of_others = own is not None and not (own.is_its_agency and own.is_its_year)
    if own and not own.is_its_agency:
        return
    if whole_of_two := name_over_two_lines(title, lines):
        identity.agency = Evidence(whole_of_two, title.first + 1, "title")
        return
    if is_tail_of_name(title, lines):
        identity.tail_of_name = title.agency
        return
    if title.agency and not title.year and SHORT_TITLE.search(title.text):
        identity.by_the_title = Evidence(title.agency, line_of(title.agency[:4]), "title")
    elif title.agency and (title.names_itself or _may_be_own(lines, title.agency)):
        identity.agency = Evidence(title.agency, line_of(title.agency[:4]), "title")
    elif not title.agency and (below := _agency_below(lines, title)):
        named = Evidence(below.name, below.line, "title")
        if not below.is_apart and is_own_name(OTHER_NAME.sub("", below.name)):
            identity.agency = named
        else:
            identity.by_the_title = named


def _year_of_title(
    title: Title, own: OwnTitle | None, lines: list[str], line_of: Callable[[str], int]
) -> list[Evidence]:
    """The year that a title names, or that stands alone below it; none where nothing tells which of several titles' years it is."""
    if title.year is not None:
        is_its = own is None or own.is_its_year
        return [Evidence(str(title.year), line_of(title.printed_year or ""), "title")] if is_its else []
    told = None if own else year_below(lines, title.last)
    return [Evidence(told[0], told[1], "title")] if told else []


def _written_between(one: Title, other: Title, lines: list[str]) -> int:
    """How many lines that are not blank two titles stand apart."""
    first, last = sorted((one.first, other.first))
    return sum(1 for line in lines[first:last] if line.strip())


def _names_body(title: Title) -> bool:
    return bool(title.agency and ORG.search(OTHER_NAME.sub("", title.agency)))


def _may_be_short_title(title: Title, lines: list[str]) -> bool:
    """Whether a line like 某局政府信息公开年报 or 2023年政府信息公开年报 is the title, and not the name of a site's column.

    It is if the text says a whole year as its period, that of the title, or the agency stands below.
    """
    period = period_in(lines)
    if title.year:
        below = not title.agency and _agency_below(lines, title)
        return bool(below or (not title.agency and period and period[0] == title.year))
    return bool(period and _names_body(title) and has_place(title.agency or ""))


def _agency_below(lines: list[str], title: Title) -> NameBelow | None:
    """The name under a title that names no agency, where the text does not speak as another."""
    below = name_below(lines, title)
    return below if below and _may_be_own(lines, below.name) else None


def _may_be_own(lines: list[str], agency: str) -> bool:
    """Whether a name by a title is the reporter's, not the site's: a text does not say 我局 again and again for 某县."""
    return speaks_as(joined(lines[:_LINES_OF_SENTENCES])[0], agency) > -2


def _read_title_in_text(identity: Identity, lines: list[str]) -> None:
    """A title that no line break sets apart from the text around it."""
    text, line_at = joined(lines[:_LINES_OF_TITLE])
    several = own_in_text(text, lines[_LINES_OF_TITLE:])
    found = (several[0], several[1].title.text) if several else title_in(text) or opening_title(text)
    if found is None:
        return
    at, name = found
    title = Title(name, ((line_at(at) - 1, name),))
    identity.title, identity.title_line, identity.title_in_text = title.text, title.first + 1, True
    if title.year is not None and not (several and not several[1].is_its_year):
        identity.years.append(Evidence(str(title.year), title.first + 1, "title"))
    if several and not several[1].is_its_agency:
        return
    if title.agency and not _NO_NAME.search(title.agency):
        identity.agency = Evidence(title.agency, title.first + 1, "title")


def _read_agency(identity: Identity, lines: list[str], source_file: str) -> None:
    said, below = identity.agency, 0 if identity.title_in_text else (identity.title_line or 0)
    if said:
        lines = [""] * below + lines[below:]
    body, line_at = joined(lines)
    drew_up, opens, reports, governs = (
        found and Evidence(found[1], line_at(found[0]), "body")
        for found in (who_drew_up(body), who_opens(body), who_reports(body), government_asked(body))
    )
    if said and has_place(said.value):
        tellers = [drew_up] if _GOVERNS.search(said.value) else [drew_up, reports]
        others = (e for e in tellers if e and not is_same_body(e.value, said.value))
        identity.other_agency = next(others, None)
        return
    titled = _titled_below(identity, lines[below:])
    told = [
        e for e in (titled, drew_up, opens, identity.signature, identity.by_the_title, reports, governs) if e
    ]
    if said:  # a title's 县林业局 is one of hundreds
        first = ((bare(line), n) for n, line in enumerate(lines, 1) if line.strip())
        told += [Evidence(*at, "title") for at in islice(first, 1) if is_own_name(at[0])]
        whole = (e for e in told if is_in_full(e.value, said.value))
        named = in_full(said.value, body)
        own = Evidence(named, line_at(body.index(named)), "body") if named != said.value else said
        identity.agency = next(whole, own)
        return
    head = agency_of_title(squash(PurePosixPath(source_file).stem))
    if told:
        identity.agency = told[0]
    elif (opens_with := opening_title(body)) and (name := agency_of_title(opens_with[1])):
        identity.agency = Evidence(name, line_at(opens_with[0]), "title")
    elif head and ORG.search(head):
        identity.agency = Evidence(head, None, "file_name")
    elif published := who_published(body, lines):
        identity.agency = Evidence(published[1], published[0], "body")
    elif zone := who_reports(body, is_zone):
        identity.agency = Evidence(zone[1], line_at(zone[0]), "body")


def _titled_below(identity: Identity, lines: list[str]) -> Evidence | None:
    """The agency of the title that a sentence says again below one that names none: 现公布《云溪市林业局2025年…年度报告》."""
    if identity.title is None or identity.title_in_text:
        return None
    text, line_at = joined(lines)
    found = title_in(text)
    title = Title(found[1], ((0, found[1]),)) if found else None
    if not found or not title or not title.agency or not is_own_name(title.agency):
        return None
    if title.year and identity.years and str(title.year) != identity.years[0].value:
        return None
    return Evidence(title.agency, (identity.title_line or 0) + line_at(found[0]), "body")
