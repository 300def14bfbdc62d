"""What stops a publication, said so that it can be mended."""

from __future__ import annotations


class PublishError(Exception):
    """A publication that can't go on: where, what is wrong, and the cure.

    Why not a `Problem` of a plan: these mask whatever looks like a mail address, and a target such
    as `user@host:/path` does.
    """

    def __init__(self, place: str, code: str, fault: str, cure: str):
        self.place = place
        self.code = code
        self.fault = fault
        self.cure = cure
        super().__init__(f"{place}: error[{code}] {fault}\n    help: {cure}")
