"""Whether the schedule and the sensor are on from the start; what somebody switched in the UI since stands above it.

On under `gouji ui`, which sets GOUJI_AUTOMATION=on unless it is set, and wherever GOUJI_SOURCE names a source folder. A
deployment that names none would read the samples night after night: there they are off. Does not belong here: what they
do.
"""

import os

VARIABLE = "GOUJI_AUTOMATION"


def starts_on() -> bool:
    """What GOUJI_AUTOMATION says (on or off), else whether a source is named."""
    said = os.environ.get(VARIABLE, "").lower()
    return said == "on" if said in ("on", "off") else bool(os.environ.get("GOUJI_SOURCE"))
