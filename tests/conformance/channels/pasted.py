"""The pages of pasted.py through programs that read pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.conformance.channels import html_text, pandoc, tika
from tests.conformance.channels.base import Channel

_SAME = (
    "trafilatura-txt", "trafilatura-markdown", "html2text", "inscriptis", "markdownify", "resiliparse", "raw-html",
    "soup-lines", "soup-spaces", "tika-html", "pandoc-html-gfm", "w3m",
)  # fmt: skip


def _trafilatura_xml(path: Path) -> str:
    import trafilatura

    page = path.read_text(encoding="utf-8")
    return str(trafilatura.extract(page, include_tables=True, favor_recall=True, output_format="xml") or "")


CHANNELS = [
    *(
        replace(channel, name=f"pasted-{channel.name}", source="pasted.html")
        for channel in (*html_text.CHANNELS, *pandoc.CHANNELS, *tika.CHANNELS)
        if channel.name in _SAME
    ),
    Channel("pasted-trafilatura-xml", "B", "pasted.html", _trafilatura_xml, ("trafilatura",)),
]
