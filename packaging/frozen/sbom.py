"""Writes the bill of materials of the packaged program (CycloneDX 1.6, JSON) to standard output.

Run with the Python of the environment that travels: it lists what is there, as About does, with
the hash that the lock file demanded of what was downloaded.
"""

from __future__ import annotations

import json
import os
import re
import sys
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from appealdesk.workbench import parts
from appealdesk.workbench.parts import Part

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"


def main() -> int:
    """Print it; return the exit status."""
    sys.frozen = True  # type: ignore[attr-defined]  # the parts of the packaged program
    program, *others = parts.parts()
    libraries = [part for part in others if not part.within]
    loose = [part for part in others if part.within and not part.distribution]
    made = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    components = [
        *(_component(part, others) for part in libraries),
        *(_component(part, []) for part in loose),
    ]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": made.isoformat().replace("+00:00", "Z"),
            "component": _component(program, []) | {"type": "application"},
        },
        "components": components,
    }
    # The number of the bill follows from what it says, so that the same contents give the same.
    number = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(bill, sort_keys=True))
    print(json.dumps({**bill, "serialNumber": f"urn:uuid:{number}"}, indent=1, sort_keys=True))
    return 0


def _component(part: Part, others: list[Part]) -> dict[str, Any]:
    """Return one component; what stands within a library is nested in it."""
    reference = part.distribution if not part.within else f"{part.distribution}/{part.name}"
    found: dict[str, Any] = {
        "type": "library",
        "bom-ref": reference,
        "name": part.name,
        "licenses": [{"expression": part.licence}],
    }
    if part.version:
        found["version"] = part.version
    if not part.within and part.distribution != parts.PROGRAM:
        found["purl"] = f"pkg:pypi/{part.distribution}@{part.version}"
        found["hashes"] = _hashes(part.distribution)
    inside = (
        [one for one in others if one.within and one.distribution == part.distribution]
        if not part.within
        else []
    )
    if inside:
        found["components"] = [_component(one, []) for one in inside]
    return found


def _hashes(distribution: str) -> list[dict[str, str]]:
    """Return the hashes that the lock file allows: one of them is that of the wheel used."""
    lock = LOCK.read_text(encoding="utf-8")
    (entry,) = re.findall(rf"^{re.escape(distribution)}==.*(?:\n    .*)*", lock, re.MULTILINE)
    return [{"alg": "SHA-256", "content": one} for one in re.findall(r"sha256:(\w+)", entry)]


if __name__ == "__main__":
    sys.exit(main())
