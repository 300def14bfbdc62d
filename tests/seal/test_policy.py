"""Policies name exactly what stands in a page, and what they would stop is said."""

from __future__ import annotations

import pytest

from generator.seal.markup import digest, inline
from generator.seal.policy import policy_of, with_policy

PAGE = b'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>x</title>\n'


def test_only_scripts_that_run_are_named() -> None:
    found = inline(
        b'<script>one()</script><SCRIPT type="module">two()</SCRIPT><script src="a.js">no</script>'
        b'<script type="application/json">{"no": 1}</script>'
        b"<!-- <script>no()</script> --><title><script>no()</script></title>"
        b"<p title='<script>no()</script>'>&lt;script&gt;no()</p>"
        b"<textarea><script>no()</script></textarea>"
    )
    assert set(found.scripts) == {digest("one()"), digest("two()")}
    assert found.faults == ()


def test_a_browser_reads_line_ends_and_bad_bytes_in_its_own_way() -> None:
    found = inline(b"<script>a\r\nb\rc\xff\0</script>")
    assert found.scripts == (digest("a\nb\nc\ufffd\ufffd"),)


def test_styles_and_style_attributes_are_named() -> None:
    text = policy_of("a.html", b"<style>b{}</style><i style='color:&quot;red'>x</i>").text
    block, attribute = digest("b{}"), digest('color:"red')
    assert f"style-src 'self' {block} 'unsafe-hashes' {attribute};" in text
    assert "unsafe-inline" not in text


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (b"<p onclick='a()'>", "event-handler"),
        (b"<svg/onload=a()>", "event-handler"),
        (b'<a href=" java\tscript:a()">', "script-link"),
        (b"<a href=&#106;avascript:a()>", "script-link"),
        (b'<iframe src="a.html">', "blocked-element"),
        (b'<base href="/">', "blocked-element"),
        (b'<form action="send">', "blocked-element"),
        (b"<script>a = '<!-- <script>'</script>", "unclear-script"),
    ],
)
def test_what_a_policy_stops_is_said_with_its_page(html: bytes, code: str) -> None:
    faults = policy_of("roles/a.html", PAGE + html).faults
    assert [(fault.path, fault.code) for fault in faults] == [("roles/a.html", code)]


@pytest.mark.parametrize(
    "html",
    [
        b"<p>onclick='a()' javascript:a()</p>",
        b"<p title='onclick=a()'>",
        b'<a href="#onclick=a()">',
        b'<form name="search">',
        b"<pre>&lt;iframe src&gt;</pre>",
    ],
)
def test_what_only_looks_like_it_is_no_fault(html: bytes) -> None:
    assert policy_of("a.html", PAGE + html).faults == ()


@pytest.mark.parametrize(
    ("head", "before"),
    [
        (PAGE, PAGE.partition(b"<title>")[0]),
        (b'<html><head><meta name="a"><meta charset="utf-8">', b"<html><head>"),
        (b"<!-- old --><!DOCTYPE html>\n<p>", b"<!-- old --><!DOCTYPE html>\n"),
        (b"<p>No head at all", b""),
        (b"", b""),
    ],
)
def test_the_policy_stands_before_all_that_it_governs(head: bytes, before: bytes) -> None:
    done = with_policy(head, policy_of("a.html", head))
    assert done.startswith(before + b"<meta http-equiv=")
    assert done.count(b"Content-Security-Policy") == 1
    assert with_policy(done, policy_of("a.html", done)) == done


def test_drawings_have_a_header_and_stay_as_they_are() -> None:
    policy = policy_of("a.svg", b'<svg><g style="fill:red"/></svg>')
    assert policy.header.startswith("default-src 'none'; style-src 'unsafe-hashes' 'sha256-")
    assert with_policy(b"<svg/>", policy) == b"<svg/>"
    assert policy_of("a.pdf", b"%PDF").header == ""
