"""An edition as one file: complete, alone, and made of the same words as the site."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image

from generator.build import chosen_audiences, readings
from generator.editions import audiences, project
from generator.locales import locale
from generator.opening import open_plan
from generator.outputs.article import Setting, fragment
from generator.outputs.assets import css_string
from generator.outputs.codes import code_path
from generator.site.project import read_project
from generator.verify import Finding, SiteFiles, verify
from generator.views.page import Address
from tests.outputs.single.reading import ROOT, Tags, between, single_files, within
from tests.plan_builder import make_plan
from tests.site.organisation import write_organisation

MOST_BYTES = 5_000_000
NAMES = [f"runbook-{edition}-{tag}.html" for edition in ("public", "staff") for tag in ("en", "nl")]
STAFF = "runbook-staff-en.html"
REFERENCES = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls")


def test_one_for_each_edition_and_language(sample: Mapping[str, str]) -> None:
    assert sorted(sample) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_size(sample: Mapping[str, str], name: str) -> None:
    assert 100_000 < len(sample[name].encode()) <= MOST_BYTES


@pytest.mark.parametrize("name", NAMES)
def test_every_id_is_unique_and_every_link_leads_somewhere(
    read: Mapping[str, Tags], name: str
) -> None:
    ids = Counter(read[name].values("id"))
    assert len(ids) > 100
    assert [one for one, times in ids.items() if times > 1] == []
    named = [one for value in read[name].values(*REFERENCES) for one in value.split()]
    led = [value[1:] for value in read[name].values("href") if value.startswith("#")]
    assert len(named) > 10
    assert len(led) > 300
    assert {*named, *led} - ids.keys() == set()


@pytest.mark.parametrize("name", NAMES)
def test_it_needs_nothing_else(read: Mapping[str, Tags], name: str) -> None:
    fetched = [
        value
        for tag, attrs in read[name].tags
        for key, value in attrs.items()
        if key in ("src", "srcset", "poster", "data") or (key == "href" and tag in ("link", "use"))
    ]
    assert len(fetched) > 20
    assert {value.partition(":")[0] for value in fetched if value[0] != "#"} == {"data"}
    tapped = {value.partition(":")[0] for value in read[name].values("href") if value[0] != "#"}
    assert tapped <= {"tel", "mailto", "sms", "geo", "https", "data"}
    assert not {"link", "iframe", "object", "embed", "base"} & {tag for tag, _ in read[name].tags}


@pytest.mark.parametrize("name", NAMES)
def test_the_policy_names_its_own_style_and_script(sample: Mapping[str, str], name: str) -> None:
    (policy,) = (
        attrs["content"]
        for tag, attrs in Tags(sample[name]).tags
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert rules["img-src"] == "data:"
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        digest = sha256(between(sample[name], tag).encode()).digest()
        assert rules[f"{tag}-src"] == f"'sha256-{b64encode(digest).decode()}'"


@pytest.mark.parametrize("name", NAMES)
def test_nothing_would_break_the_policy(read: Mapping[str, Tags], name: str) -> None:
    names = {key for _, attrs in read[name].tags for key in attrs}
    assert not [key for key in names if key == "style" or key.startswith("on")]


def test_it_has_every_page_in_the_order_of_the_navigation(read: Mapping[str, Tags]) -> None:
    project = read_project(ROOT / "mkdocs.yml")
    opened = open_plan(project.plan, project.as_of)
    staff = chosen_audiences(opened.plan, ("staff",), project.plan)[0]
    reading = readings(opened.plan, staff, as_of=project.as_of)[0]
    found = [
        attrs["id"]
        for tag, attrs in read[STAFF].tags
        if tag == "section" and "data-rb-page" in attrs
    ]
    pages = {page.address for page in reading.pages}
    assert len(pages) > 300
    wanted = {f"{page.kind}/{page.id}" for page in pages if page.kind != "save"}
    assert {_address(one) for one in found} >= wanted
    kinds = list(dict.fromkeys(one.partition(".")[0] for one in found))
    assert kinds[:5] == ["start", "scenarios", "roles", "calls", "contacts"]
    assert "save" not in kinds
    assert kinds[-2:] == ["pages", "all"]


def _address(anchor: str) -> str:
    kind, _, page = anchor.partition(".")
    return f"{'' if kind == 'start' else kind}/{page or 'index'}"


def test_it_says_which_copy_it_is(read: Mapping[str, Tags]) -> None:
    text = read[STAFF].text
    for words in (
        "This file is a copy of the whole plan",
        "Revision 2026.4",
        "issued 2 November 2026",
        "review by 1 November 2027",
        "Edition: All staff",
        "Language: English",
        "https://plan.scheldenet.example/staff/en/",
    ):
        assert words in text


def test_its_codes_are_those_of_the_site(read: Mapping[str, Tags]) -> None:
    built = {value for _, value in _codes(read[STAFF])}
    assert len(built) > 300
    assert any(value.startswith("tel:+") for value in built)
    assert any(value.startswith("BEGIN:VCARD") for value in built)
    assert any(value.startswith("https://plan.scheldenet.example/staff/en/") for value in built)


def _codes(tags: Tags) -> list[tuple[str, str]]:
    found = []
    for tag, attrs in tags.tags:
        if tag == "img" and attrs.get("class") == "rb-qr":
            picture = Image.open(BytesIO(within(attrs["src"]))).convert("L")
            side = picture.width * 3
            # Chance finds a bar code of another kind in some of them, too.
            (code,) = (
                one
                for one in zxingcpp.read_barcodes(
                    picture.resize((side, side), Image.Resampling.NEAREST)
                )
                if one.format == zxingcpp.BarcodeFormat.QRCode
            )
            found.append((attrs["alt"], code.text))
    return found


def test_cards_and_calendars_are_in_it(read: Mapping[str, Tags]) -> None:
    links = [attrs for tag, attrs in read[STAFF].tags if "download" in attrs]
    held = {attrs["download"]: within(attrs["href"]) for attrs in links}
    assert held["contacts-index.vcf"].count(b"BEGIN:VCARD") > 10
    assert held["calendar.ics"].startswith(b"BEGIN:VCALENDAR")


def test_words_stay_words(small: Mapping[str, str]) -> None:
    html = small[STAFF]
    text = Tags(html).text
    assert "Bakery <b>Zon</b> & Co" in text
    assert "Lead <script>alert(1)</script>" in text
    assert "Lead & decide @@rb:title@@" in text
    assert html.count("<script>") == html.count("</script>") == 1
    assert "</style" not in between(html, "style")


def test_pages_written_by_hand_join(small: Mapping[str, str]) -> None:
    tags = Tags(small[STAFF])
    assert "pages.shelter..way-there" in tags.values("id")
    assert "#roles.lead" in tags.values("href")
    assert any(value.startswith("data:image/svg+xml;") for value in tags.values("src"))
    assert "Where the safe is" not in tags.text


def test_the_same_plan_gives_the_same_bytes(small: Mapping[str, str], tmp_path: Path) -> None:
    assert single_files(write_organisation(tmp_path / "again")) == small


def test_verify_wants_it_to_stand_alone(small: Mapping[str, str]) -> None:
    path = f"staff/en/{STAFF}"
    assert [one for one in _found(path, small[STAFF]) if one.code != "no-search-index"] == []
    for spoilt, said in (
        (small[STAFF].replace("</main>", '<img src="../x.png"></main>'), "../x.png"),
        (small[STAFF].replace("</main>", '<a href="index.html">x</a></main>'), "index.html"),
    ):
        codes = {one.code for one in _found(path, spoilt) if f"`{said}`" in one.message}
        assert "single-file-not-alone" in codes


def _found(path: str, html: str) -> list[Finding]:
    files = SiteFiles()
    files.add(path, html.encode)
    return verify(files, None)


@pytest.mark.parametrize("words", ['"', "\\", "</style>", "\n", "112 · Feuer & Rettung", "{}"])
def test_words_in_a_style_stay_words(words: str) -> None:
    written = css_string(words)
    assert not re.search(r'["<>\n{}&]', written)
    undone = re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), written)
    assert undone == words


def test_a_page_leads_to_it_where_it_is_made() -> None:
    edition = project(make_plan(), audiences(make_plan())[0], "en")
    setting = Setting(edition, locale("en"), code_path, None, STAFF)
    here = Address("save")
    assert f'href="../{STAFF}" download' in fragment("parts/single_file", here, setting)
    without = replace(setting, single_file=None)
    assert fragment("parts/single_file", here, without).strip() == ""
