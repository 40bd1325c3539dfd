"""A draft pasted on the desk: its statements come back with the sources beside them, and nothing changes."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from leadup.output.report import report_policy
from tests.desk.conftest import Opens, csrf

DRAFT = """\
# The sinking of the Marisol
On **March 3, 2021**, the ferry Marisol took on water off Port Ansel.
March 6, 2021: The ferry Marisol sank off Port Ansel.
March 6: Odo Brandt sold <b>forty</b> lighthouses to a bank in Kell.
"""


def _sent(client: httpx.Client, **more: str) -> httpx.Response:
    return client.post("/check", data={"csrf": csrf(client), "draft": DRAFT, **more})


def test_a_pasted_draft_comes_back_with_its_sources(client: httpx.Client) -> None:
    assert '<a href="/check">Check</a>' in client.get("/").text
    assert '<textarea id="draft"' in client.get("/check").text
    made = _sent(client)
    assert made.status_code == 200
    assert "<h1>The sinking of the Marisol</h1>" in made.text
    assert "On March 3, 2021, the ferry Marisol took on water" in made.text
    assert made.text.count('class="verdict"') == 3
    assert "<b>forty" not in made.text


def test_its_style_may_be_shown_and_nothing_be_run(client: httpx.Client) -> None:
    said = _sent(client).headers["content-security-policy"]
    assert said == f"{report_policy()}; frame-ancestors 'none'"
    assert re.match(r"default-src 'none'; style-src 'sha256-[^']+'; ", said)


@pytest.mark.parametrize(
    ("more", "status"), [({"draft": " \n"}, 422), ({"date": "tomorrow"}, 422), ({"csrf": ""}, 403)]
)
def test_what_is_no_draft_says_so(client: httpx.Client, more: dict[str, str], status: int) -> None:
    assert _sent(client, **more).status_code == status


def test_who_may_only_read_may_check_too(kept: Path, desk: Opens) -> None:
    address, _ = desk(kept, asks=True)
    reading = {"authorization": "Bearer let-me-read"}
    with httpx.Client(base_url=address, headers=reading, timeout=60) as reader:
        assert reader.post("/check", data={"draft": DRAFT}).status_code == 200
        assert reader.post("/dossiers", data={"name": "a"}).status_code == 403
