"""Takes the pictures of the lineage from the real UI after a run on data/samples: `python docs/make_pictures.py`.

docs/lineage.png has forms, history and warehouse folded, so that it reads from left to right; docs/lineage-all.png has every
asset. Both are cut to the drawing, whatever its size. Needs chromium, as tests/pipelines/test_ui.py does.
"""

import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from tests.pipelines import ui  # noqa: E402 - tests are found from the project's root

# Picture -> the stages that are unfolded in it.
PICTURES = {
    "lineage.png": ("crawl", "extract", "check"),
    "lineage-all.png": ("crawl", "extract", "check", "forms", "history", "warehouse"),
}
# What the UI is told to show of each asset: its checks, not the time of its last run.
FACETS = ["checks"]
MARGIN = 24
# Everything that is drawn: groups and assets stand in foreignObjects, which have a size where they are in view.
BOXES = """() => [...document.querySelectorAll('foreignObject')]
    .map(e => e.getBoundingClientRect()).filter(r => r.width && r.height)
    .map(r => [r.left, r.top, r.right, r.bottom])"""


def take(page: Any, address: str, stages: tuple[str, ...], path: Path) -> None:
    """Open the lineage with some stages unfolded and save the part of the page that is drawn on."""
    unfolded = ",".join(f"global@global:{stage}" for stage in stages)
    page.add_init_script(f"localStorage.setItem('asset-node-facets', {json.dumps(json.dumps(FACETS))})")
    page.goto(f"{address}/asset-groups?expanded={quote(unfolded)}")
    page.get_by_text("report_files", exact=True).first.wait_for()
    page.get_by_text("Passed").first.wait_for()
    # `warehouse` has no checks of its own; all others show theirs
    while len(re.findall(r"Asset checks\s+–", page.inner_text("body"))) > 1:
        page.wait_for_timeout(200)
    # the dots behind the drawing would be most of the file
    page.add_style_tag(content="* { background-image: none !important }")
    page.wait_for_timeout(3000)
    boxes = page.evaluate(BOXES)
    left, top = (min(box[i] for box in boxes) - MARGIN for i in (0, 1))
    right, bottom = (max(box[i] for box in boxes) + MARGIN for i in (2, 3))
    page.screenshot(path=path, clip={"x": left, "y": top, "width": right - left, "height": bottom - top})


def main() -> None:
    """Run, serve, and take each picture in a fresh page that is larger than the drawing."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        ui.run(PROJECT / "data" / "samples", Path(folder) / "warehouse", home)
        with ui.server(home) as address:
            for name, stages in PICTURES.items():
                with ui.page(4000, 5400) as page:
                    take(page, address, stages, PROJECT / "docs" / name)


if __name__ == "__main__":
    main()
