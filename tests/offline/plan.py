"""Small plans for the worker's tests, in several revisions."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from tests.offline.packer import Part, Sizes, pack

OWN = "staff/en"
OTHER = "staff/nl"
ALBUM = "staff/en/sheets"

REGISTER = b"""\
window.heard = [];
navigator.serviceWorker.addEventListener("message", ({ data }) => heard.push(data));
window.registered = navigator.serviceWorker
  .register("/sw.js", { scope: "/", updateViaCache: "none" })
  .then(() => "", (error) => String(error));
window.ask = (type, more = {}, waiting = false) => new Promise(async (resolve, reject) => {
  const registration = await navigator.serviceWorker.getRegistration("/");
  const worker = waiting ? registration.waiting : registration.active;
  const { port1, port2 } = new MessageChannel();
  const replies = [];
  setTimeout(() => reject(new Error("no answer to " + type)), 120000);
  port1.onmessage = ({ data }) => {
    if (data.type === "tested") return replies.push(data);
    resolve({ ...data, replies });
  };
  worker.postMessage({ type, ...more }, [port2]);
});
"""


class Plan(Struct, frozen=True):
    """A sealed site and what has to open in it."""

    files: Mapping[str, bytes]
    revision: str

    def of(self, part: str) -> dict[str, bytes]:
        """The pages and scripts of a part, by their path in the site."""
        own = {path: content for path, content in self.files.items() if _part_of(path) == part}
        return {path: own[path] for path in sorted(own) if not path.endswith(".bin")}


def make_plan(
    number: int = 1,
    *,
    sequence: int | None = None,
    pages: int = 3,
    changed: Mapping[str, str] | None = None,
    gone: frozenset[str] = frozenset(),
    sizes: Sizes | None = None,
    album: Mapping[str, bytes] | None = None,
) -> Plan:
    """Revision `number`; `changed` gives pages of the part `OWN` another fact; `album` are files
    of a part `ALBUM` inside it."""
    revision = f"2026.{number}"
    parts = [
        _part(OWN, "en", revision, pages, changed or {}, gone),
        _part(OTHER, "nl", revision, pages, {}, frozenset()),
        Part("", {"index.html": _page("Start", revision, "root"), "register.js": REGISTER}),
    ]
    if album:
        parts.append(Part(ALBUM, album))
    files = pack(parts, revision, number if sequence is None else sequence, sizes)
    return Plan(files, revision)


def _part(
    path: str,
    language: str,
    revision: str,
    pages: int,
    changed: Mapping[str, str],
    gone: frozenset[str],
) -> Part:
    names = ["index.html", "roles/index.html", *(f"roles/r{n}.html" for n in range(pages))]
    names = [name for name in {**dict.fromkeys(names), **changed} if name not in gone]
    facts = {name: changed.get(name, f"what {name} says") for name in names}
    titles = {name: f"Page {name}" for name in names}
    files = {name: _page(titles[name], revision, facts[name]) for name in names}
    files["register.js"] = REGISTER
    extras = {"pictures/tower one.bin": bytes(range(256))}
    beside = {"whole.bin": b"Only on the host."}
    return Part(path, files, language, titles, facts, extras, beside)


def _page(title: str, revision: str, fact: str) -> bytes:
    own = "".join(f"<p>{fact}, line {line} of {title}</p>\n" for line in range(12))
    frame = "".join(
        f"<li>Entry {line} of the menu that every page has</li>\n" for line in range(20)
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<link rel="icon" href="data:,">\n<ul>\n{frame}</ul>\n<h1>{title}</h1>\n{own}'
        f'<footer>Revision <b id="revision">{revision}</b></footer>\n'
        '<script src="/register.js"></script>\n</html>\n'
    ).encode()


def _part_of(path: str) -> str | None:
    if path.startswith("offline/") or path == "sw.js":
        return None
    return next((part for part in (OWN, OTHER) if path.startswith(f"{part}/")), "")
