"""A small sealed site, and what has to be true of every target that is published to."""

from __future__ import annotations

import random
from hashlib import sha256
from pathlib import Path

from generator.seal import About, Scripts, lots_of, seal
from generator.seal.worker import imported
from generator.verify.sealed import read_sealed
from generator.verify.unpacking import unpacked

WORKER = (
    b'const site = "@@SITE_SHA256@@";\n'
    b'importScripts("offline/@@PROGRAM_SHA256@@.js"); // @@PROGRAM@@\n'
)
PROGRAM = b'"the program @@PROGRAM@@";\n' + b"document.title;\n" * 200
PARTS = ("staff/en", "staff/nl")


def write_site(folder: Path, revision: str, pages: int = 12, program: bytes = PROGRAM) -> Path:
    """Write a sealed site; another ``revision`` changes one number on each third page, has another
    page, and lacks one; another ``program`` is what another generator has."""
    before = folder / "offline/site.json"
    files = _files(revision, pages)
    about = About("Plan", revision, sequence=1_700_000_000 + sum(map(ord, revision)))
    scripts = Scripts(WORKER, program, b"/* ends the worker */\n")
    sealed = seal(
        list(lots_of(files)),
        about,
        scripts,
        before=before.read_bytes() if before.exists() else None,
    )
    done = {**dict(sealed.files(files.items())), **sealed.added}
    for old in files_below(folder) if folder.is_dir() else ():
        (folder / old).unlink()
    for path, content in done.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    (folder / ".runbook-site").write_text("\n".join(["written by a build:", *sorted(done), ""]))
    return folder


def _files(revision: str, pages: int) -> dict[str, bytes]:
    files = {
        "index.html": _page("en", "Start", "Choose a language."),
        "404.html": _page("en", "Not here", "This page isn't there."),
    }
    for part in PARTS:
        language = part[-2:]
        files[f"{part}/index.html"] = _page(language, "Start", f"Revision {revision}")
        files[f"{part}/assets/style.css"] = b"body { color: black }\n"
        files[f"{part}/assets/start.js"] = b"document.title;\n"
        files[f"{part}/manifest.webmanifest"] = b'{"name":"Plan"}'
        files[f"{part}/calendar.ics"] = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
        files[f"{part}/pictures/plan.svg"] = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
        files[f"{part}/pictures/tower.jpg"] = random.Random(part).randbytes(40_000)
        for number in range(pages):
            # Numbers that look alike: a changed file may have the size of the old one.
            said = f"Call 555-{len(revision)}{revision[-1]}" if number % 3 == 0 else "Call 112"
            card = "BEGIN:VCARD\r\nFN:Ada Å\r\nEND:VCARD\r\n".encode()
            files[f"{part}/people/p{number}.html"] = _page(language, f"Person {number}", said)
            files[f"{part}/people/p{number}.vcf"] = card
        files[f"{part}/only in {revision} & é.html"] = _page(language, "Only", revision)
    return files


def _page(language: str, title: str, text: str) -> bytes:
    lines = "\n".join(f"<p>{title}, line {line} of a page.</p>" for line in range(40))
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        f"<title>{title}</title></head>\n<body>\n{lines}\n<p>{text}</p>\n</body>\n</html>\n"
    ).encode()


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def published_files(folder: Path) -> dict[str, bytes]:
    """The same without what a target isn't given or has for itself."""
    return {
        path: content
        for path, content in files_below(folder).items()
        if path not in (".runbook-site", ".runbook-published")
    }


def worker_site(folder: Path) -> str:
    """The SHA-256 of the manifest that the worker at a target keeps."""
    return (folder / "sw.js").read_text().split('"')[1]


def program_at(folder: Path) -> str:
    """The path of the program that the worker at a target imports."""
    found, _ = imported((folder / "sw.js").read_bytes()) or ("", "")
    return found


def assert_phones_can_save(folder: Path) -> str:
    """Worker, program, manifest and packs are of one revision and whole; returns that revision."""
    assert sha256((folder / "offline/site.json").read_bytes()).hexdigest() == worker_site(folder)
    site = read_sealed(lambda path: (folder / path).read_bytes())
    assert len(site.packs) > 4
    assert_packs_there(folder, set(site.packs))
    return site.name


def assert_packs_there(folder: Path, names: set[str]) -> None:
    """Each of these packs is there, with the content that its name says."""
    for name in names:
        content = unpacked((folder / f"offline/{name}.pack").read_bytes())
        assert sha256(content).hexdigest() == name


def packs_of(folder: Path) -> set[str]:
    """The names of the packs that a site's manifests name."""
    return set(read_sealed(lambda path: (folder / path).read_bytes()).packs)
