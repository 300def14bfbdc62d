"""`runbook verify URL`: files that a host doesn't serve as they are."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.verify.served import verify_served
from tests.publish.served.faulty_host import (
    LOGIN,
    P1,
    WRONG,
    Answer,
    Fault,
    FaultyHost,
    codes,
)


def _missing(path: str, answer: Answer) -> None:
    if path == "staff/en/people/p1.html":
        answer.status = 404


def _flipped(path: str, answer: Answer) -> None:
    if path == "staff/en/people/p1.html":
        answer.body = answer.body[:50] + bytes([answer.body[50] ^ 1]) + answer.body[51:]


def _script_put_in(path: str, answer: Answer) -> None:
    if path.endswith(".html"):
        script = b'<script src="https://stats.example/a.js"></script></body>'
        answer.body = answer.body.replace(b"</body>", script)


def _cut_off(path: str, answer: Answer) -> None:
    if path == "staff/en/people/p1.html":
        answer.length = len(answer.body)
        answer.body = answer.body[:100]


def _cut_off_quietly(path: str, answer: Answer) -> None:
    if path == "staff/en/people/p1.html":
        answer.body = answer.body[:100]


def _sent_away(path: str, answer: Answer) -> None:
    if path == "staff/en/people/p1.html":
        answer.status, answer.headers["Location"] = 302, "https://login.example/?next=p1"


def _login(path: str, answer: Answer) -> None:
    if path.endswith("p1.html"):
        answer.body, answer.headers["Content-Type"] = LOGIN, "text/html"


def _locked(path: str, answer: Answer) -> None:
    if path.endswith("p1.html"):
        answer.status = 401


def _broken(path: str, answer: Answer) -> None:
    if path.endswith("p1.html"):
        answer.status = 503


def _start_page_for_pictures(path: str, answer: Answer) -> None:
    if path.endswith(".svg"):
        answer.body, answer.headers["Content-Type"] = WRONG, "text/html"


def _dropped(path: str, answer: Answer) -> None:
    answer.drop = path == "staff/en/people/p1.html"


def _wipes_phones(path: str, answer: Answer) -> None:
    if path == "staff/nl/calendar.ics":
        answer.headers["Clear-Site-Data"] = '"*"'


def _plain_styles(path: str, answer: Answer) -> None:
    if path.endswith("en/assets/style.css"):
        answer.headers["Content-Type"] = "text/plain"


@pytest.mark.parametrize(
    ("fault", "file", "code"),
    [
        (_missing, P1, "missing"),
        (_flipped, P1, "changed"),
        (_script_put_in, P1, "rewritten"),
        (_script_put_in, "index.html", "rewritten"),
        (_cut_off, P1, "truncated"),
        (_cut_off_quietly, P1, "truncated"),
        (_sent_away, P1, "redirected"),
        (_login, P1, "login-page"),
        (_locked, P1, "locked"),
        (_broken, P1, "wrong-status"),
        (_start_page_for_pictures, "staff/en/pictures/plan.svg", "another-page"),
        (_dropped, P1, "no-answer"),
        (_wipes_phones, "staff/nl/calendar.ics", "clear-site-data"),
        (_plain_styles, "staff/en/assets/style.css", "wrong-type"),
    ],
)
def test_faults_of_files(host: FaultyHost, fault: Fault, file: str, code: str) -> None:
    host.fault = fault
    found = [one for one in verify_served(host.url).findings if one.stops]
    assert (file, code) in codes(found)
    assert {one.code for one in found} == {code}
    done = CliRunner().invoke(main, ["verify", host.url])
    assert done.exit_code == 1
    assert f"{file}: error[{code}]" in done.output


def test_what_a_host_puts_in_is_shown(host: FaultyHost) -> None:
    host.fault = _script_put_in
    found = verify_served(host.url).findings
    assert all('it puts in: <script src="https://stats.example' in one.message for one in found)
    done = CliRunner().invoke(main, ["verify", host.url])
    assert "… and" in done.output
