"""Where people gather who leave a site."""

from __future__ import annotations

from generator.model.site import AssemblyPoint, Site


def main_point(site: Site) -> AssemblyPoint | None:
    """The assembly point that people go to first: the first that isn't an alternate, if there is
    such a one; None for a site without any."""
    points = site.assembly_points
    return next((one for one in points if not one.alternate), points[0] if points else None)
