"""The ports that tests get."""

from __future__ import annotations

import pytest

from tests import ports


def test_no_port_is_given_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    port = ports.free_port()
    monkeypatch.setattr(ports, "_PLACES", [port])
    with pytest.raises(AssertionError, match="no free port"):
        ports.free_port()
