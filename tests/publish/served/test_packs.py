"""`runbook verify URL`: packs."""

from __future__ import annotations

import gzip
from pathlib import Path

from generator.verify.served import verify_served
from tests.publish.sealed_site import packs_of
from tests.publish.served.faulty_host import (
    Answer,
    FaultyHost,
    codes,
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
