"""Takes docs/lineage.png from the real UI after a run on data/samples: `python docs/make_pictures.py`."""

import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from tests.pipelines import ui  # noqa: E402 - tests are found from the project's root

# Assets at the edges of the drawing: the picture is cut to them.
CORNERS = ("report_files", "dim_agency", "warehouse", "findings")


def main() -> None:
    """Run, serve, open the lineage, take the picture of the drawing."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        ui.run(PROJECT / "data" / "samples", Path(folder) / "warehouse", home)
        with ui.server(home) as address, ui.page() as page:
            ui.open_lineage(page, address)
            page.wait_for_function("!document.body.innerText.includes('Loading')")
            corners = [page.get_by_text(name, exact=True).last.bounding_box() for name in CORNERS]
            left, right = (f(box["x"] for box in corners) for f in (min, max))
            top, bottom = (f(box["y"] for box in corners) for f in (min, max))
            page.screenshot(
                path=PROJECT / "docs" / "lineage.png",
                clip={
                    "x": left - 50,
                    "y": top - 120,
                    "width": right - left + 350,
                    "height": bottom - top + 280,
                },
            )


if __name__ == "__main__":
    main()
