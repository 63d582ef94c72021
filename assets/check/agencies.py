"""Which reports are of one agency, however its name is worded: by name, region, signature and renaming, with a confidence.

Belongs here: joining names across reports. Does not belong here: what one name says (agency_names.py), which of several
reports of one agency and year is preferred (claims.py).

The method: each report's name and signature give a key (region, body in full words). Keys are joined only on evidence:
a short for a long wording (`abbreviation`), with and without province or city (`region`), a report's own signature
(`signature`), a name that takes up where another ends (`renamed`). What the evidence leaves open stays apart.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl

from assets.check.agency_names import Name, may_abbreviate, parse
from schemas.agency import wording
from schemas.tables import AgencyNames, DimAgency, frame

Key = tuple[str, str]  # region, body

# How sure each kind of evidence makes it that a report is of the agency it is given to.
CONFIDENCE = {"name": 1.0, "abbreviation": 0.95, "region": 0.9, "signature": 0.9, "renamed": 0.8}
# The same words may mean agencies of several regions: of the same ambiguous county, and of no region at all.
AMBIGUOUS_REGION, NO_REGION = 0.7, 0.4


@dataclass
class _Agency:
    """One agency in the making: its reports as (report_id, year, name, evidence)."""

    reports: list[tuple[str, int | None, Name, str]] = field(default_factory=list)

    @property
    def years(self) -> set[int]:
        return {year for _, year, _, _ in self.reports if year is not None}


def agencies(reports: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """(agency_names, dim_agency), see schemas.tables: each report's agency with evidence, and the agencies."""
    gathered: dict[Key, _Agency] = defaultdict(_Agency)
    columns = ("report_id", "agency", "signature", "report_year")
    for report_id, agency, signature, year in reports.drop_nulls("agency").select(columns).iter_rows():
        name, evidence = _placed(parse(agency), parse(signature) if signature else None)
        gathered[_key(name)].reports.append((report_id, year, name, evidence))
    for step in (_without_upper_regions, _by_signature(reports), _renamed):
        for key, into, evidence in step(gathered):
            if key not in gathered or into not in gathered or key == into:
                continue
            moved = gathered.pop(key)
            gathered[into].reports += [(r, year, name, evidence) for r, year, name, _ in moved.reports]
    return _frames(gathered)


def _placed(name: Name, signature: Name | None) -> tuple[Name, str]:
    """A name that lacks its region, or whose region is ambiguous, takes that of the signature if it fits."""
    if signature is not None and len(signature.divisions) == 1 and len(name.divisions) != 1:
        fits = (
            signature.divisions[0] in name.divisions
            if name.divisions
            else not name.region and (name.town is None or name.town == signature.town)
        )
        if fits and (name.body == signature.body or may_abbreviate(name.body, signature.body)):
            region, town = signature.region, name.town or signature.town
            return replace(name, region=region, divisions=signature.divisions, town=town), "signature"
    return name, "abbreviation" if name.abbreviated else "name"


def _key(name: Name) -> Key:
    return (name.place or "", name.body)


def _without_upper_regions(gathered: dict[Key, _Agency]) -> list[tuple[Key, Key, str]]:
    """Regions in no table of codes: 云溪市水务局 is the same as 某省云溪市水务局 where only one longer name ends so."""
    unlisted = sorted(key for key, of in gathered.items() if not of.reports[0][2].divisions and key[0])
    ending: dict[Key, list[Key]] = defaultdict(list)  # the end of a place, and a body -> the longer places
    for place, body in unlisted:
        for start in range(1, len(place)):
            ending[place[start:], body].append((place, body))
    joined = []
    for key in unlisted:
        longer = ending.get(key, ())
        if len(longer) == 1:
            joined.append((key, longer[0], "region"))
    return joined


def _by_signature(reports: pl.DataFrame) -> Any:
    """A report whose signature words its name otherwise: short for it, or with a body of which the name is the end."""

    def step(gathered: dict[Key, _Agency]) -> list[tuple[Key, Key, str]]:
        joined: dict[tuple[Key, Key], None] = {}
        signed = (
            reports.drop_nulls(["agency", "signature"])
            .select("agency", "signature")
            .unique()
            .sort("agency", "signature")
        )
        for agency, signature in signed.iter_rows():
            name, other = _placed(parse(agency), parse(signature))[0], parse(signature)
            key, into = _key(name), _key(other)
            if key == into or key not in gathered or into not in gathered or not key[0]:
                continue
            same_region = key[0] == into[0]
            alike = _alike(key[1], into[1])
            # two agencies that both report for one year are two
            if same_region and alike and not gathered[key].years & gathered[into].years:
                joined[key, into] = None
        return [(key, into, "signature") for key, into in joined]

    return step


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return may_abbreviate(short, long) or (len(short) >= 4 and long.endswith(short))


def _renamed(gathered: dict[Key, _Agency]) -> list[tuple[Key, Key, str]]:
    """The one agency of the region whose name may follow, and whose reports begin after the earlier name's end."""
    joined = []
    for key in sorted(gathered):
        region, body = key
        if not region:
            continue
        later = [(region, new) for new in wording().renamed.get(body, ()) if (region, new) in gathered]
        earlier_years = gathered[key].years
        if len(later) == 1 and earlier_years:
            later_years = gathered[later[0]].years
            if later_years and max(earlier_years) < min(later_years):
                joined.append((key, later[0], "renamed"))
    return joined


def _frames(gathered: dict[Key, _Agency]) -> tuple[pl.DataFrame, pl.DataFrame]:
    names: list[dict[str, Any]] = []
    rows: list[dict[str, Any]] = []
    for key in sorted(gathered):
        of = gathered[key]
        agency_id = hashlib.blake2b("\n".join(key).encode(), digest_size=6).hexdigest()
        known = _best(name for _, _, name, _ in of.reports)
        for report_id, _, name, evidence in of.reports:
            names.append(
                {
                    "report_id": report_id,
                    "agency": name.printed,
                    "agency_id": agency_id,
                    "evidence": evidence,
                    "confidence": min(CONFIDENCE[evidence], _certainty(name)),
                }
            )
        years = of.years
        latest = max(of.reports, key=lambda r: (r[1] or 0, len(r[2].printed), r[2].printed))[2]
        chain = {d.rank: d.name for d in known.divisions[0].chain} if len(known.divisions) == 1 else {}
        rows.append(
            {
                "agency_id": agency_id,
                "agency": latest.printed,
                "body": key[1],
                "region": "".join(chain.values()) or "".join(known.region) or None,
                "province": chain.get("province"),
                "city": chain.get("city"),
                "county": chain.get("county"),
                "township": known.town,
                "division_code": known.divisions[0].code if len(known.divisions) == 1 else None,
                "level": known.level,
                "kind": known.kind,
                "names": len({name.printed for _, _, name, _ in of.reports}),
                "reports": len(of.reports),
                "first_year": min(years, default=None),
                "last_year": max(years, default=None),
            }
        )
    return frame(sorted(names, key=lambda n: n["report_id"]), AgencyNames), frame(rows, DimAgency)


def _best(names: Iterable[Name]) -> Name:
    """The name that tells most of its region."""
    return max(names, key=lambda n: (len(n.divisions) == 1, len("".join(n.region)), n.printed))


def _certainty(name: Name) -> float:
    if len(name.divisions) > 1:
        return AMBIGUOUS_REGION
    return 1.0 if name.region or name.body.startswith("国家") else NO_REGION
