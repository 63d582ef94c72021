"""The channels: real converters that turn a rendered document into text, one small module a family.

| could not be had | why |
|---|---|
| docling | too heavy (model weights) |
"""

from __future__ import annotations

from tests.conformance.channels import damage, html_text, pandoc, pdf, rows, tika, words
from tests.conformance.channels.base import Channel

CHANNELS: dict[str, Channel] = {
    c.name: c for family in (tika, pandoc, words, rows, html_text, pdf, damage) for c in family.CHANNELS
}
