"""The API as it is described: whatever is asked, it answers in its own shapes, and never breaks."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadup.desk.openapi import description
from tests.desk.conftest import Opens, csrf

schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis (pip install 'leadup[dev]')")
OPERATIONS = [(path, method) for path, said in description()["paths"].items() for method in said]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_whatever_is_asked(kept: Path, desk: Opens, path: str, method: str) -> None:
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

    address, _ = desk(kept)
    with httpx.Client(base_url=address) as client:
        token, cookie = csrf(client), client.cookies["leadup_desk"]
    headers = {"x-csrf-token": token, "cookie": f"leadup_desk={cookie}"}
    schema = schemathesis.openapi.from_url(f"{address}/api/openapi.json")
    operation = schema[path][method.upper()]
    checks = [
        schemathesis.checks.not_a_server_error, status_code_conformance, content_type_conformance,
        response_schema_conformance,
    ]  # fmt: skip

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy() | operation.as_strategy(generation_mode=_negative()))
    def ask(case: object) -> None:
        case.call_and_validate(checks=checks, headers=headers, timeout=60)  # type: ignore[attr-defined]

    ask()


def _negative() -> object:
    return schemathesis.GenerationMode.NEGATIVE


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
@given(words=st.text(max_size=60), page=st.text(max_size=4))
def test_whatever_is_searched(client: httpx.Client, words: str, page: str) -> None:
    reply = client.get("/api/search", params={"q": words.encode("utf-8", "replace").decode(), "page": page})
    assert reply.status_code in (200, 422)
    assert client.get("/search", params={"q": words.encode("utf-8", "replace").decode()}).status_code == 200
