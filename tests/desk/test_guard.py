"""What a desk lets in: hosts, tokens, origins, forms, sizes."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from leadup.desk.access import Access, is_loopback
from tests.desk.conftest import Opens, csrf


@pytest.mark.parametrize(
    ("host", "asks", "known"),
    [
        ("127.0.0.1:8642", False, True),
        ("localhost:8642", False, True),
        ("[::1]:8642", False, True),
        ("evil.example", False, False),
        ("evil.example:8642", True, False),
        ("192.168.1.5:8642", False, False),
        ("192.168.1.5:8642", True, True),
        ("", False, False),
        ("127.0.0.1.evil.example", False, False),
    ],
)
def test_a_desk_answers_to_its_own_names(host: str, asks: bool, known: bool) -> None:
    assert Access("e", "r", asks).knows_host(host) is known


@pytest.mark.parametrize(
    ("host", "loopback"), [("127.0.0.1", True), ("::1", True), ("0.0.0.0", False), ("desk.example", False)]
)
def test_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_a_cookie_that_was_changed_is_none() -> None:
    access = Access("e", "r")
    cookie = access.cookie_of(access.new_session("read"))
    assert access.session_of(cookie) is not None
    assert access.session_of(cookie.replace(".read.", ".edit.")) is None
    assert access.session_of(cookie[:-1]) is None
    assert Access("e", "r").session_of(cookie) is None


def test_every_answer_carries_the_headers(client: httpx.Client) -> None:
    for address in ("/", "/nothing", "/static/desk.css", "/api/about"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
    cookie = client.get("/", headers={"cookie": ""}).headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie


def test_no_page_holds_a_script_or_a_style_of_its_own(client: httpx.Client) -> None:
    for address in ("/", "/ask?q=the+sinking+of+the+Marisol", "/search?q=ferry", "/corrections", "/add"):
        page = client.get(address).text
        assert "<style" not in page and "style=" not in page.replace("&#34;", "").split("<textarea")[0]
        assert "<script>" not in page and " onclick" not in page


def test_another_host_is_refused(client: httpx.Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
    ids=str,
)
def test_a_change_from_elsewhere_is_refused(client: httpx.Client, headers: dict[str, str]) -> None:
    form = {"csrf": csrf(client), "name": "x", "ask": "q=the+sinking+of+the+Marisol"}
    assert client.post("/dossiers", data=form, headers=headers).status_code == 403
    assert client.post("/dossiers", data=form).status_code == 200
    own = str(client.base_url).rstrip("/")
    for origin in (own, own.replace("http://", "https://")):
        assert client.post("/dossiers", data=form, headers={"origin": origin}).status_code == 200


@pytest.mark.parametrize("address", ["/corrections", "/corrections/undo", "/corrections/import", "/dossiers", "/add"])
def test_a_form_without_its_token_is_refused(client: httpx.Client, address: str) -> None:
    assert client.post(address, data={"name": "x"}).status_code == 403
    assert client.post(address, data={"name": "x", "csrf": "0" * 40}).status_code == 403


def test_a_program_needs_the_header(client: httpx.Client) -> None:
    body = {"q": "the sinking of the Marisol", "name": "kept"}
    assert client.post("/api/dossiers", json=body).status_code == 403
    assert client.post("/api/dossiers", json=body, headers={"x-csrf-token": csrf(client)}).status_code == 201


def test_too_much_is_refused(client: httpx.Client) -> None:
    assert client.get("/search?q=" + "x" * 9_000).status_code == 414
    assert client.post("/corrections", content=b"x" * (2**20 + 1)).status_code == 413

    def parts() -> object:
        yield from (b"x" * 2**16 for _ in range(20))

    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/corrections", content=parts(), headers=headers).status_code == 413  # type: ignore[arg-type]


def test_tokens_give_roles(kept: Path, desk: Opens) -> None:
    address, _ = desk(kept, asks=True)
    with httpx.Client(base_url=address, follow_redirects=True, timeout=60) as reader:
        assert "A token opens this desk" in reader.get("/").text
        assert reader.get("/api/about").status_code == 401
        assert reader.post("/enter", data={"token": "guess"}).status_code == 403
        assert "Latest in these articles" in reader.post("/enter", data={"token": "let-me-read"}).text
        form = {"csrf": csrf(reader), "name": "x", "ask": "q=the+sinking+of+the+Marisol"}
        assert reader.post("/dossiers", data=form).status_code == 403
    bearer = {"authorization": "Bearer let-me-edit"}
    body = {"q": "the sinking of the Marisol", "name": "kept"}
    assert httpx.post(f"{address}/api/dossiers", json=body, headers=bearer, timeout=60).status_code == 201
    wrong = {"authorization": "Bearer no"}
    assert [httpx.get(f"{address}/api/about", headers=wrong).status_code for _ in range(12)] == [401] * 12
    # After so many wrong ones a right one is not looked at either, for a minute.
    assert httpx.get(f"{address}/api/about", headers=bearer).status_code == 401


@pytest.mark.parametrize(
    ("site", "mode", "status"),
    [("cross-site", "no-cors", 403), ("cross-site", "cors", 403), ("cross-site", "navigate", 200),
     ("same-origin", "cors", 200), ("none", "navigate", 200)],
)  # fmt: skip
def test_another_page_may_lead_here_and_pull_nothing_in(
    client: httpx.Client, site: str, mode: str, status: int
) -> None:
    headers = {"sec-fetch-site": site, "sec-fetch-mode": mode}
    assert client.get("/ask?q=the+sinking+of+the+Marisol", headers=headers).status_code == status


def test_odd_bytes_in_a_form_break_nothing(client: httpx.Client) -> None:
    for body in (b"csrf=\xff\xed\xa0\x80", b"csrf=%ED%A0%80%FF", b"&=&csrf", b"csrf=%"):
        headers = {"content-type": "application/x-www-form-urlencoded"}
        assert client.post("/corrections", content=body, headers=headers).status_code in (400, 403)
    headers = {"content-type": "multipart/form-data; boundary=x"}
    broken = b'--x\r\nContent-Disposition: form-data; name="csrf\xff"\r\n\r\n\xff\xfe\r\n--x--\r\n'
    for body in (b"", b"--x", broken, broken[:-9]):
        assert client.post("/add", content=body, headers=headers).status_code in (400, 403)


def test_too_many_questions_are_refused_and_told_so(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get("/api/answer", params={"q": "the sinking of the Marisol"}).status_code == 200
    monkeypatch.setattr("leadup.desk.desk_archive.MOST_WAITING", 0)
    assert client.get("/api/answer", params={"q": "the sinking of the Marisol"}).status_code == 200, "it is kept"
    reply = client.get("/api/answer", params={"q": "the inquiry into the Marisol"})
    assert reply.status_code == 503 and "too many" in reply.json()["error"]


def test_who_edits_from_afar_cannot_have_a_folder_of_this_machine_read(kept: Path, desk: Opens) -> None:
    address, _ = desk(kept, asks=True)
    bearer = {"authorization": "Bearer let-me-edit"}
    for source in ("/etc", str(kept), "file:///etc", ""):
        body = {"do": "add", "source": source}
        assert httpx.post(f"{address}/api/watch", json=body, headers=bearer).status_code == 422
    reading = {"authorization": "Bearer let-me-read"}
    body = {"do": "add", "source": "https://news.invalid/rss"}
    assert httpx.post(f"{address}/api/watch", json=body, headers=reading).status_code == 403
    assert httpx.get(f"{address}/api/watch", headers=reading).json() == {"watched": []}
