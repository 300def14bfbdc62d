"""`runbook verify URL`: packs."""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path

import pytest

from generator.verify.served import verify_served
from generator.verify.unpacking import LARGEST, inflated, unpacked
from tests.publish.sealed_site import packs_of
from tests.publish.served.faulty_host import (
    Answer,
    FaultyHost,
    codes,
    worker_for,
)


def test_a_pack_is_damaged_or_missing(host: FaultyHost, site: Path) -> None:
    right = dict(host.files)
    for name in packs_of(site):
        path = f"offline/{name}.pack"
        host.files = {
            **right,
            path: right[path][:-5] + bytes([right[path][-5] ^ 1]) + right[path][-4:],
        }
        assert codes(verify_served(host.url).findings) == {(path, "changed")}
        host.files = {key: value for key, value in right.items() if key != path}
        assert codes(verify_served(host.url).findings) == {(path, "missing")}


def test_packs_unpacked_on_the_way_are_right(host: FaultyHost) -> None:
    for path in [path for path in host.files if path.endswith(".pack")]:
        host.files[path] = gzip.decompress(host.files[path])
    assert verify_served(host.url).findings == []


def test_packs_packed_twice_are_noted(host: FaultyHost) -> None:
    def fault(path: str, answer: Answer) -> None:
        if path.endswith(".pack") and answer.status == 200:
            answer.body, answer.headers["Content-Encoding"] = gzip.compress(answer.body), "gzip"

    host.fault = fault
    assert codes(verify_served(host.url).findings) == {("offline/site.json", "packed-twice")}


def test_a_pack_that_bursts_is_refused(host: FaultyHost, site: Path) -> None:
    path = f"offline/{min(packs_of(site))}.pack"
    host.files[path] = gzip.compress(bytes(64 * 2**20), 1)
    assert codes(verify_served(host.url).findings) == {(path, "changed")}


def test_a_manifest_that_promises_too_much_is_not_believed(host: FaultyHost) -> None:
    """A host that says of a unit that it has more bytes than there are in the world."""
    site = json.loads(host.files["offline/site.json"])
    (entry,) = (part for part in site["parts"] if part["path"] == "staff/en")
    path = f"offline/{entry['manifest']}.pack"
    part = json.loads(gzip.decompress(host.files[path]))
    part["sizes"] = [10**30 for _ in part["sizes"]]
    content = json.dumps(part).encode()
    entry["manifest"] = sha256(content).hexdigest()
    host.files[f"offline/{entry['manifest']}.pack"] = gzip.compress(content)
    manifest = json.dumps(site).encode()
    host.files["sw.js"] = worker_for(host, manifest)
    host.files["offline/site.json"] = manifest
    assert verify_served(host.url).findings == []


def test_nothing_is_unpacked_without_a_limit() -> None:
    assert inflated(gzip.compress(bytes(1000)), 1000) == bytes(1000)
    assert unpacked(b"unpacked on the way") == b"unpacked on the way"
    bomb = gzip.compress(bytes(LARGEST + 1), 1)
    for most in (999, LARGEST, 10**30):
        with pytest.raises(ValueError, match="too large"):
            inflated(bomb, most)
