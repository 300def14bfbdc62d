"""Real web servers with our settings, changed only in addresses and folders."""

from __future__ import annotations

import os
from collections.abc import Callable

from tests.publish.hosts.place import Place
from tests.servers_setup import program

PROGRAMS = {"nginx": "nginx", "apache": "apache2", "htaccess": "apache2", "caddy": "caddy"}


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
