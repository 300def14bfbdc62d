"""What a host that isn't itself answers."""

from __future__ import annotations

from tests.offline.host import Answer

HTML = {"Content-Type": "text/html"}
SCRIPT = {"Content-Type": "text/javascript"}
LOGIN = Answer(b"<!doctype html><title>Welcome to our Wi-Fi</title>Please log in.", headers=HTML)
