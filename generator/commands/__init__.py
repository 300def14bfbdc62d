"""The sub-commands of ``runbook``: one file each, one explicit registry."""

from __future__ import annotations

import click

from generator.commands.build import build
from generator.commands.check import check
from generator.commands.diff import diff
from generator.commands.export import export
from generator.commands.hosts import hosts
from generator.commands.import_ import import_
from generator.commands.init import init
from generator.commands.new import new
from generator.commands.pages import pages
from generator.commands.print_ import print_
from generator.commands.publish import publish
from generator.commands.schema import schema
from generator.commands.seal import seal
from generator.commands.serve import serve
from generator.commands.verify import verify

COMMANDS: tuple[click.Command, ...] = (
    init,
    build,
    serve,
    check,
    verify,
    print_,
    publish,
    hosts,
    seal,
    new,
    diff,
    import_,
    export,
    pages,
    schema,
)
