"""Brings a sealed site to where people read it, so that at no moment a phone can get half of it.

What is new is written first, then the site's manifest, then the worker that holds the manifest's
hash; what is old goes last. Targets are folders, and hosts that the user's own rsync or rclone
reaches; each is a `Store`.
"""

from __future__ import annotations

from generator.publish.fault import PublishError
from generator.publish.publishing import Done, Preview, preview, publish
from generator.publish.source import Source
from generator.publish.store import Store
from generator.publish.target import store_of

__all__ = [
    "Done",
    "Preview",
    "PublishError",
    "Source",
    "Store",
    "preview",
    "publish",
    "store_of",
]
