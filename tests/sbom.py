"""Writes what an installation of leadup consists of: a software bill of materials, CycloneDX 1.5 in JSON.

    python tests/sbom.py > leadup.cdx.json

Run by the Python of an environment that holds a plain installation (``tests/release.sh``). Every installed package is a
component, with its version, licence and package URL, and what it needs in turn; so are the trained weights and tables
of data that come from elsewhere, with their hashes. Nothing is looked up; the same installation gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import uuid
from importlib import metadata
from importlib.resources import files
from typing import Any

ROOT = "leadup"
TOOLS = frozenset(("pip", "setuptools", "wheel"))
"""What an environment holds before anything is installed."""
DATA = (
    ("leadup_en", "model.npz", "machine-learning-model", "CC-BY-SA-4.0", "weights of the parser"),
    ("leadup", "reading/names/data/given.txt", "data", "MIT", "given names, from Faker"),
    ("leadup", "reading/names/data/family.txt", "data", "MIT", "family names, from Faker"),
    ("leadup", "reading/names/data/places.tsv", "data", "CC-BY-4.0", "names of places, from GeoNames"),
    ("leadup", "reading/names/data/weights.tsv", "data", "CC-BY-4.0", "weights of names, learnt from UD English GUM"),
    ("leadup", "lang/en/lower_case_words.txt", "data", "LicenseRef-SCOWL", "English words, from SCOWL"),
)
"""Files of others, or learnt from others' texts: their package and place in it, kind, licence and what they are."""

_NAME = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*")


def bill() -> dict[str, Any]:
    """The bill of materials of this environment."""
    held = {_plain(d.metadata["Name"]): d for d in metadata.distributions()}
    held = {name: held[name] for name in sorted(held) if name not in TOOLS}
    own = held.pop(ROOT)
    components = [_component(d) for d in held.values()] + [_data(*entry) for entry in DATA]
    edges = [
        {"ref": _url(d), "dependsOn": sorted(_url(held[n]) for n in _needed(d) if n in held)}
        for d in (own, *held.values())
    ]
    edges[0]["dependsOn"] += [_ref(package, place) for package, place, *_ in DATA]
    made: dict[str, Any] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {**_component(own), "type": "application"}},
        "components": components,
        "dependencies": edges,
    }
    # Its number follows from what it says, so that two builds of one release name the same bill.
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(made, sort_keys=True))
    return {
        "bomFormat": made["bomFormat"],
        "specVersion": made["specVersion"],
        "serialNumber": f"urn:uuid:{number}",
    } | made


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _url(distribution: metadata.Distribution) -> str:
    return f"pkg:pypi/{_plain(distribution.metadata['Name'])}@{distribution.version}"


def _needed(distribution: metadata.Distribution) -> set[str]:
    """What a package needs in a plain installation; whether a condition on the system holds, its presence tells."""
    needed = set()
    for line in distribution.requires or ():
        name = _NAME.match(line)
        if name is not None and not re.search(r"\bextra\s*==", line):
            needed.add(_plain(name.group()))
    return needed


def _component(distribution: metadata.Distribution) -> dict[str, Any]:
    said = distribution.metadata
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _url(distribution),
        "name": said["Name"],
        "version": distribution.version,
        "purl": _url(distribution),
    }
    if said.get("License-Expression"):
        component["licenses"] = [{"expression": said["License-Expression"]}]
    else:
        named = [c.split(" :: ")[-1] for c in said.get_all("Classifier") or () if c.startswith("License :: ")]
        written = (said.get("License") or "").strip()
        names = named or ([written] if written and "\n" not in written else [])
        component["licenses"] = [{"license": {"name": name}} for name in names]
    return component


def _ref(package: str, place: str) -> str:
    return f"file:{place if package == ROOT else f'{package}/{place}'}"


def _data(package: str, place: str, kind: str, licence: str, what: str) -> dict[str, Any]:
    content = files(package).joinpath(place).read_bytes()
    return {
        "type": kind,
        "bom-ref": _ref(package, place),
        "name": place,
        "description": what,
        "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}],
        "licenses": [{"license": {"name" if licence.startswith("LicenseRef") else "id": licence}}],
    }


if __name__ == "__main__":
    json.dump(bill(), sys.stdout, indent=2)
    sys.stdout.write("\n")
