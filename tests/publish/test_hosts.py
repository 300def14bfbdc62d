"""The ready-made settings, in the real servers: headers, types, packs, and what isn't there."""

from __future__ import annotations

import gzip
import json
import os
import re
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

import pytest
import yaml
from click.testing import CliRunner

from generator import __version__
from generator.cli import main
from generator.hosts import HOSTS, host_files
from generator.publish import Source, publish
from generator.publish.folder import FolderStore
from generator.verify.served import verify_served
from tests.publish.sealed_site import packs_of, program_at, write_site
from tests.servers_setup import program

WEB_SERVERS = ("nginx", "apache", "htaccess", "caddy")
PROGRAMS = {"nginx": "nginx", "apache": "apache2", "htaccess": "apache2", "caddy": "caddy"}
FOREVER = "public, max-age=31536000, immutable"


@dataclass
class Place:
    """Folders and ports of a server under test."""

    folder: Path
    site: Path
    certificate: Path
    key: Path
    https: int
    http: int

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.https}/"

    def settings(self, host: str, changes: dict[str, str]) -> dict[str, Path]:
        """Write a host's settings with these changes, each of which has to apply."""
        written, left = {}, set(changes)
        for path, content in host_files(next(one for one in HOSTS if one.name == host)):
            text = content.decode()
            for old, new in changes.items():
                left -= {old} if old in text else set()
                text = text.replace(old, new)
            file = self.folder / Path(path).name
            file.write_text(text)
            written[Path(path).name] = file
        assert not left
        return written


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@dataclass
class Asked:
    """An answer, as bytes came."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Running:
    """A running server with a site."""

    place: Place
    kind: str

    def ask(self, path: str, *, packed: bool = False, url: str = "") -> Asked:
        context = ssl.create_default_context(cafile=str(self.place.certificate))
        opener = build_opener(HTTPSHandler(context=context), _NoRedirects())
        encoding = "gzip" if packed else "identity"
        request = Request((url or self.place.url) + path, headers={"Accept-Encoding": encoding})
        try:
            with opener.open(request, timeout=20) as answer:
                return Asked(answer.status, _small(answer.headers.items()), answer.read())
        except HTTPError as error:
            with error:
                return Asked(error.code, _small(error.headers.items()), error.read())


def _small(headers: list[tuple[str, str]]) -> dict[str, str]:
    names = [name.lower() for name, _ in headers]
    assert len(names) == len(set(names)), "no header is sent twice"
    return {name.lower(): value for name, value in headers}


def _nginx(place: Place) -> list[str]:
    files = place.settings(
        "nginx",
        {
            "    listen 80;": f"    listen 127.0.0.1:{place.http};",
            "    listen [::]:80;\n": "",
            "    listen 443 ssl;": f"    listen 127.0.0.1:{place.https} ssl;",
            "    listen [::]:443 ssl;\n": "",
            "/etc/letsencrypt/live/plan.example.org/fullchain.pem": str(place.certificate),
            "/etc/letsencrypt/live/plan.example.org/privkey.pem": str(place.key),
            "/srv/runbook/site": str(place.site),
            "/etc/nginx/snippets/": f"{place.folder}/",
        },
    )
    temporary = "".join(
        f"  {name}_temp_path {place.folder}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = place.folder / "nginx.conf"
    user = "user root;\n" if os.geteuid() == 0 else ""
    whole.write_text(
        f"{user}daemon off;\nworker_processes 1;\npid {place.folder}/pid;\n"
        f"events {{}}\nhttp {{\n  access_log off;\n{temporary}"
        f"  include {files['runbook.conf']};\n}}\n"
    )
    return [str(program("nginx")), "-e", "stderr", "-p", str(place.folder), "-c", str(whole)]


_MODULES = (
    "mpm_event authz_core alias deflate dir filter headers mime setenvif ssl socache_shmcb "
    "autoindex negotiation rewrite"
)


def _apache(place: Place, sites: str) -> list[str]:
    modules = "".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
        for name in _MODULES.split()
    )
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    (place.folder / "mime.types").write_text("text/html html\ntext/x-vcard vcf\n")
    whole = place.folder / "apache2.conf"
    whole.write_text(
        f"ServerRoot {place.folder}\nServerName 127.0.0.1\n"
        f"PidFile {place.folder}/pid\n{modules}{user}"
        f"ErrorLog /dev/stderr\nMutex file:{place.folder}\nTypesConfig {place.folder}/mime.types\n"
        f"Listen 127.0.0.1:{place.https}\nListen 127.0.0.1:{place.http}\n"
        f"DefaultRuntimeDir {place.folder}\n{sites}\n"
    )
    return [str(program("apache2")), "-f", str(whole), "-D", "FOREGROUND"]


def _apache_vhost(place: Place) -> list[str]:
    files = place.settings(
        "apache",
        {
            "*:80>": f"127.0.0.1:{place.http}>",
            "*:443>": f"127.0.0.1:{place.https}>",
            "/etc/letsencrypt/live/plan.example.org/fullchain.pem": str(place.certificate),
            "/etc/letsencrypt/live/plan.example.org/privkey.pem": str(place.key),
            "/srv/runbook/site": str(place.site),
            "/etc/apache2/runbook-site.conf": str(place.folder / "runbook-site.conf"),
        },
    )
    files[".htaccess"].rename(place.folder / "runbook-site.conf")
    return _apache(place, f"Include {files['runbook.conf']}")


def _rented_space(place: Place) -> list[str]:
    """A host that we can't set up but for .htaccess: it lists folders and guesses names."""
    place.settings("apache", {})[".htaccess"].rename(place.site / ".htaccess")
    return _apache(
        place,
        f"""<VirtualHost 127.0.0.1:{place.https}>
        SSLEngine on
        SSLCertificateFile {place.certificate}
        SSLCertificateKeyFile {place.key}
        DocumentRoot {place.site}
        <Directory {place.site}>
        Require all granted
        Options Indexes MultiViews FollowSymLinks
        AllowOverride FileInfo Indexes
        </Directory>
        </VirtualHost>""",
    )


def _caddy(place: Place) -> list[str]:
    files = place.settings(
        "caddy",
        {
            "plan.example.org {": "{\n\tadmin off\n\tauto_https disable_redirects\n}\n"
            f"https://127.0.0.1:{place.https} {{\n\ttls {place.certificate} {place.key}",
            "/srv/runbook/site": str(place.site),
        },
    )
    config = str(files["Caddyfile"])
    return [str(program("caddy")), "run", "--adapter", "caddyfile", "--config", config]


SERVERS: dict[str, Callable[[Place], list[str]]] = {
    "nginx": _nginx,
    "apache": _apache_vhost,
    "htaccess": _rented_space,
    "caddy": _caddy,
}


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module", params=WEB_SERVERS)
def server(request: pytest.FixtureRequest) -> Iterator[Running]:
    """A real server with our settings and a published site."""
    kind = request.param
    if program(PROGRAMS[kind]) is None:
        pytest.skip(f"{PROGRAMS[kind]} isn't installed; `make test` gets it on Debian")
    # Why not pytest's own folder: nobody but its owner may read it, and a server is somebody else.
    with tempfile.TemporaryDirectory(prefix="runbook-host-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        place = Place(
            folder, folder / "www", folder / "c.pem", folder / "k.pem", _free_port(), _free_port()
        )
        _certificate(place)
        _published(place)
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                SERVERS[kind](place),
                stdout=log,
                stderr=log,
                env={**os.environ, "HOME": name, "XDG_DATA_HOME": name, "XDG_CONFIG_HOME": name},
            )
        try:
            _wait(place, process)
            yield Running(place, kind)
        finally:
            process.terminate()
            process.wait(20)


def _certificate(place: Place) -> None:
    wanted = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=test"
    subject = ["-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(place.key), "-out", str(place.certificate)]
    subprocess.run(["openssl", *wanted.split(), *subject, *files], check=True, capture_output=True)


def _published(place: Place) -> None:
    source = Source.read(write_site(place.folder / "built", "2026.1"))
    publish(source, FolderStore(source, place.site))


def _wait(place: Place, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        if process.poll() is not None:
            break
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", place.https)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"the server didn't start: {(place.folder / 'log').read_text()}")


def test_everything_is_served_as_published(
    server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(server.place.certificate))
    source = Source.read(server.place.folder / "built")
    found = verify_served(server.place.url, source.files)
    assert found.files > 60
    assert [str(one) for one in found.findings] == [
        "index.html: note[missing-headers] The host doesn't send: Strict-Transport-Security (when "
        "https works for good). `runbook hosts` has the settings."
    ]


@pytest.mark.parametrize(
    ("path", "kind", "caching"),
    [
        ("index.html", "text/html; charset=utf-8", "no-cache"),
        ("", "text/html; charset=utf-8", "no-cache"),
        ("staff/en/", "text/html; charset=utf-8", "no-cache"),
        ("sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ("offline/site.json", "application/json", "no-cache"),
        ("offline/kill-switch.js", "text/javascript; charset=utf-8", "no-cache"),
        ("staff/en/assets/style.css", "text/css; charset=utf-8", "no-cache"),
        ("staff/en/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("staff/en/calendar.ics", "text/calendar; charset=utf-8", "no-cache"),
        ("staff/en/people/p1.vcf", "text/vcard; charset=utf-8", "no-cache"),
        ("staff/en/pictures/plan.svg", "image/svg+xml", "no-cache"),
        ("staff/en/pictures/tower.jpg", "image/jpeg", "no-cache"),
        ("@pack", "application/octet-stream", FOREVER),
        ("@program", "text/javascript; charset=utf-8", FOREVER),
    ],
)
def test_headers(server: Running, path: str, kind: str, caching: str) -> None:
    path = {"@pack": _pack, "@program": _program}.get(path, lambda _: path)(server)
    for packed in (False, True):
        answer = server.ask(path, packed=packed)
        assert answer.status == 200
        assert answer.headers["content-type"].lower() == kind
        assert answer.headers["cache-control"] == caching
        _assert_protected(answer)


def _assert_protected(answer: Asked) -> None:
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-robots-tag"] == "noindex, nofollow"
    assert answer.headers["x-frame-options"] == "DENY"
    assert answer.headers["content-security-policy"] == "frame-ancestors 'none'"
    assert "camera" not in answer.headers["permissions-policy"]
    assert not {"clear-site-data", "strict-transport-security", "set-cookie"} & set(answer.headers)


def _pack(server: Running) -> str:
    return f"offline/{min(packs_of(server.place.site))}.pack"


def _program(server: Running) -> str:
    return program_at(server.place.site)


def test_text_is_packed_on_the_way_and_packs_are_not(server: Running) -> None:
    for path in ("index.html", "staff/nl/people/p1.html"):
        answer = server.ask(path, packed=True)
        assert answer.headers["content-encoding"] == "gzip"
        assert gzip.decompress(answer.body) == (server.place.site / path).read_bytes()
    for name in sorted(packs_of(server.place.site)):
        path = f"offline/{name}.pack"
        answer = server.ask(path, packed=True)
        assert "content-encoding" not in answer.headers
        assert answer.body == (server.place.site / path).read_bytes()
        assert answer.body.startswith(b"\x1f\x8b")


@pytest.mark.parametrize(
    "path",
    [
        "nothing.html",
        "staff/en/people/nobody",
        "staff/en/people/p1",
        f"offline/{'0' * 64}.pack",
        ".runbook-published",
        ".htaccess",
        ".git/config",
        "staff/en/.hidden",
    ],
)
def test_what_isnt_there_is_a_404_with_our_page(server: Running, path: str) -> None:
    if server.kind == "htaccess" and path == "staff/en/people/p1":
        pytest.skip("this host guesses names, and settings in .htaccess can't forbid it")
    if path.endswith("/.hidden"):
        (server.place.site / path).write_text("secret")
    answer = server.ask(path)
    assert answer.status in ((403, 404) if path == ".htaccess" else (404,))
    assert b"secret" not in answer.body
    assert "immutable" not in answer.headers.get("cache-control", "")
    assert answer.headers["content-type"].lower().startswith("text/html")
    if answer.status == 404:
        assert b"This page isn't there." in answer.body
        _assert_protected(answer)


def test_a_folder_without_its_slash_leads_to_it(server: Running) -> None:
    answer = server.ask("staff/en")
    assert answer.status in (301, 302, 308)
    location = answer.headers["location"]
    assert location.removeprefix(server.place.url.rstrip("/")) == "/staff/en/"


def test_a_folder_without_a_start_page_lists_nothing(server: Running) -> None:
    answer = server.ask("staff/en/people/")
    if server.kind == "htaccess":
        assert b"p1.vcf" not in answer.body
        return
    assert answer.status in (403, 404)


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
@pytest.mark.parametrize("name", ["sw.js", "@program"])
def test_an_unchanged_file_isnt_sent_again(server: Running, name: str, packed: bool) -> None:
    path = _program(server) if name == "@program" else name
    first = server.ask(path, packed=packed)
    context = ssl.create_default_context(cafile=str(server.place.certificate))
    opener = build_opener(HTTPSHandler(context=context))
    encoding = {"Accept-Encoding": "gzip"} if packed else {}
    said = {"If-None-Match": first.headers["etag"], **encoding}
    request = Request(server.place.url + path, headers=said)
    with pytest.raises(HTTPError) as again:
        opener.open(request, timeout=20)
    assert again.value.code == 304


def test_http_leads_to_https(server: Running) -> None:
    if server.kind not in ("nginx", "apache"):
        pytest.skip("Caddy does it by itself; in .htaccess it is switched on by hand")
    answer = server.ask("staff/en/index.html", url=f"http://127.0.0.1:{server.place.http}/")
    assert answer.status == 301
    assert re.fullmatch(r"https://[^/]+/staff/en/index\.html", answer.headers["location"])


def test_pythons_own_server(tmp_path: Path) -> None:
    source = Source.read(write_site(tmp_path / "built", "2026.1"))
    publish(source, FolderStore(source, tmp_path / "www"))
    port = _free_port()
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "http.server",
            str(port),
            "--bind",
            "127.0.0.1",
            "-d",
            tmp_path / "www",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(100):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        done = CliRunner().invoke(main, ["verify", f"http://127.0.0.1:{port}/"])
    finally:
        process.terminate()
        process.wait(20)
    assert done.exit_code == 0, done.output
    assert "Plan 2026.1" in done.output
    assert "note[missing-headers]" in done.output
    assert "no fault" in done.output


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.name)
def test_settings_are_written_and_never_overwritten(host: object, tmp_path: Path) -> None:
    name = host.name  # type: ignore[attr-defined]
    done = CliRunner().invoke(main, ["hosts", name, str(tmp_path)])
    assert done.exit_code == 0, done.output
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    for file in files:
        text = file.read_text("utf-8")
        assert "@version@" not in text
        if file.suffix in (".yml", ".yaml"):
            assert yaml.safe_load(text)
        elif file.suffix == ".toml":
            assert tomllib.loads(text)["build"]["publish"] == "site"
        elif file.suffix == ".json":
            assert json.loads(text)["Statement"]
        file.write_text("mine")
    again = CliRunner().invoke(main, ["hosts", name, str(tmp_path)])
    assert again.exit_code == 0
    assert again.output.count("kept") == len(files)
    assert {file.read_text() for file in files} == {"mine"}


def test_services_install_what_works_here(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["hosts", "github-pages", str(tmp_path)])
    lock = (tmp_path / "requirements.lock").read_text()
    assert re.search(r"^mkdocs==1\.6\.1$", lock, re.MULTILINE)
    assert re.search(r"^mkdocs-material==9\.8\.1$", lock, re.MULTILINE)
    assert re.search(r"^pyyaml==", lock, re.MULTILINE)
    assert "runbook-generator" not in lock
    workflow = (tmp_path / ".github/workflows/publish.yml").read_text()
    wheel = f"wheels/runbook_generator-{__version__}-py3-none-any.whl"
    assert f"pip install -c requirements.lock {wheel}" in workflow
    order = [
        workflow.index(step)
        for step in ("check plans", "runbook build", "verify site", "deploy-pages")
    ]
    assert order == sorted(order)


def test_every_host_that_sets_headers_sets_the_same() -> None:
    lines = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, nofollow",
        "X-Frame-Options": "DENY",
        "Permissions-Policy": "geolocation=(), microphone=(), payment=(), usb=()",
    }
    seen = 0
    for host in HOSTS:
        for path, content in host_files(host):
            text = content.decode()
            if "X-Frame-Options" not in text:
                continue
            seen += 1
            for name, value in lines.items():
                assert re.search(f"{name}[\"':=| `]+{re.escape(value)}", text), (path, name)
            assert not re.search(
                r"^[^#\n]*Clear-Site-Data", text.replace("Never add", "#"), re.MULTILINE
            )
    assert seen == 6


def test_the_list_names_every_host() -> None:
    done = CliRunner().invoke(main, ["hosts"])
    assert done.exit_code == 0
    assert len(done.output.splitlines()) == len(HOSTS) == 10
    wrong = CliRunner().invoke(main, ["hosts", "geocities"])
    assert wrong.exit_code == 2
