"""Makes a finished site survive: policies, packs for phones, manifest and worker.

It works on files and knows neither the plan nor the renderer.
"""

from __future__ import annotations

from generator.seal.fault import Fault, SealError
from generator.seal.manifest import About
from generator.seal.reading import Fact, Lot, Reading, lots_of, read
from generator.seal.seal import Sealed, seal, seal_read
from generator.seal.worker import Scripts

__all__ = [
    "About",
    "Fact",
    "Fault",
    "Lot",
    "Reading",
    "Scripts",
    "SealError",
    "Sealed",
    "lots_of",
    "read",
    "seal",
    "seal_read",
]
