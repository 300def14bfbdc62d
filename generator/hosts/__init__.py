"""Settings for hosts, ready to use: written by ``runbook hosts``, never read by the generator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from generator import __version__
from generator.hosts.locked import locked_packages

_FOLDER = Path(__file__).parent / "files"
LOCK = "requirements.lock"


class Host(Struct, frozen=True):
    """A host: its name for the command, its title, files (source → where it goes in the plan's
    folder), and what to do next."""

    name: str
    title: str
    files: tuple[tuple[str, str], ...]
    next: str
    built_there: bool = False
    """Whether a service builds the site: then it is told which packages to install."""


_GITHUB = ".github/workflows/publish.yml"
_GITLAB = ".gitlab-ci.yml"

HOSTS: tuple[Host, ...] = (
    Host(
        "nginx",
        "nginx on a server of your own",
        (
            ("nginx/runbook.conf", "hosting/nginx/runbook.conf"),
            ("nginx/runbook-site.conf", "hosting/nginx/runbook-site.conf"),
        ),
        "read the first lines of hosting/nginx/runbook.conf.",
    ),
    Host(
        "apache",
        "Apache on a server of your own, or rented space with .htaccess",
        (
            ("apache/runbook.conf", "hosting/apache/runbook.conf"),
            ("apache/htaccess", "hosting/apache/.htaccess"),
        ),
        "own server: hosting/apache/runbook.conf; rented space: hosting/apache/.htaccess.",
    ),
    Host(
        "caddy",
        "Caddy on a server of your own; it gets its certificate by itself",
        (("caddy/Caddyfile", "hosting/caddy/Caddyfile"),),
        "read the first lines of hosting/caddy/Caddyfile.",
    ),
    Host(
        "github-pages",
        "GitHub Pages, built on every push",
        (("github-pages/publish.yml", _GITHUB),),
        f"read the first lines of {_GITHUB}.",
        built_there=True,
    ),
    Host(
        "gitlab-pages",
        "GitLab Pages, built on every push",
        (("gitlab-pages/gitlab-ci.yml", _GITLAB),),
        f"read the first lines of {_GITLAB}.",
        built_there=True,
    ),
    Host(
        "netlify",
        "Netlify, built on every push",
        (("netlify/netlify.toml", "netlify.toml"),),
        "read the first lines of netlify.toml.",
        built_there=True,
    ),
    Host(
        "cloudflare-pages",
        "Cloudflare Pages, built on every push by GitHub",
        (
            ("cloudflare-pages/headers", "hosting/cloudflare-pages/_headers"),
            ("cloudflare-pages/publish.yml", _GITHUB),
        ),
        f"read the first lines of {_GITHUB}.",
        built_there=True,
    ),
    Host(
        "s3",
        "S3 or storage like it (MinIO, Ceph, Scaleway, OVH, …), by rclone",
        (
            ("s3/bucket-policy.json", "hosting/s3/bucket-policy.json"),
            ("s3/README.md", "hosting/s3/README.md"),
            ("s3/publish.yml", _GITHUB),
        ),
        "read hosting/s3/README.md.",
        built_there=True,
    ),
    Host(
        "github-rsync",
        "a server of your own, built on every push by GitHub and sent by rsync",
        (("own-server/publish.yml", _GITHUB),),
        f"read the first lines of {_GITHUB}.",
        built_there=True,
    ),
    Host(
        "gitlab-rsync",
        "a server of your own, built on every push by GitLab and sent by rsync",
        (("own-server/gitlab-ci.yml", _GITLAB),),
        f"read the first lines of {_GITLAB}.",
        built_there=True,
    ),
)


def host_files(host: Host) -> Iterator[tuple[str, bytes]]:
    """The files of a host: path in the plan's folder, and content."""
    for source, path in host.files:
        text = (_FOLDER / source).read_text("utf-8")
        yield path, text.replace("@version@", __version__).encode()
    if host.built_there:
        yield LOCK, locked_packages()
