"""Having an archive's fingerprint stamped by an authority (RFC 3161), and checking the stamp later: files in and out.

Nothing here opens a connection. The request is a file that a person sends (``curl -H "Content-Type:
application/timestamp-query" --data-binary @monday.tsq URL``), the answer a file that comes back. Anyone can check an
answer without leadup, too: ``openssl ts -verify -data monday.txt -in monday.tsr -CAfile authority.pem``, where
``monday.txt`` is what ``leadup archive fingerprint`` printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadup.archive.history import Fingerprint
from leadup.archive.store import ArticleStore
from leadup.errors import BadQuestion, MissingExtra, UnreadableInput, UnwritableOutput

_HISTORY = re.compile(r"^history sha256:([0-9a-f]{64}) of (\d+) changes$", re.M)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What became of one kept answer: how many changes its fingerprint covers, the authority's time (ISO 8601), and
    what does not hold (None: all does)."""

    changes: int
    time: str | None
    fault: str | None


def write_request(archive: ArticleStore, path: Path) -> Fingerprint:
    """Write a request for the archive as it stands to ``path``, and keep what it was made for.

    Raises :class:`MissingExtra`, and :class:`UnwritableOutput` where the file cannot be written.
    """
    client = _client()
    now = archive.fingerprint()
    request = (
        client.TimestampRequestBuilder(nonce=False)
        .data(now.text.encode())
        .hash_algorithm(client.HashAlgorithm.SHA256)
        .build()
    )
    try:
        path.write_bytes(request.as_bytes())
    except OSError as error:
        raise UnwritableOutput(f"{path}: {error.strerror}", "Name another file") from error
    archive.keep_timestamp(now.changes, now.text, b"")
    return now


def keep(archive: ArticleStore, path: Path, authority: Path | None) -> Stamp:
    """Keep the answer in the file at ``path``, checked against the request that it answers.

    Raises :class:`UnreadableInput` where it is no answer, or answers none of the archive's requests.
    """
    try:
        answer = path.read_bytes()
    except OSError as error:
        raise UnreadableInput(str(path), f"it cannot be read ({error.strerror})", "Check the path") from error
    roots = _roots(authority)
    said = "no request of this archive is kept"
    for changes, text, _ in archive.timestamps():
        time, fault = _check(answer, text, roots)
        if fault is None:
            archive.keep_timestamp(changes, text, answer)
            return Stamp(changes, time, None)
        said = fault
    raise UnreadableInput(str(path), f"no answer to a request of this archive ({said})", "Ask with --request first")


def verify(archive: ArticleStore, authority: Path | None) -> tuple[Stamp, ...]:
    """Check every kept answer: its signature up to the authority's root, and that the history still leads up to it."""
    kept = [row for row in archive.timestamps() if row[2]]
    roots = _roots(authority) if kept else []
    heads = {number: "" for number, _, _ in kept}
    heads.update((c.number, c.head.hex()) for c in archive.changes() if c.number in heads)
    stamps = []
    for number, text, answer in kept:
        time, fault = _check(answer, text, roots)
        stamped = _HISTORY.search(text)
        if fault is None and (stamped is None or heads[number] != stamped.group(1) or int(stamped.group(2)) != number):
            fault = "the history up to there is not the one that was stamped"
        stamps.append(Stamp(number, time, fault))
    return tuple(stamps)


def _check(answer: bytes, text: str, roots: list[Any]) -> tuple[str | None, str | None]:
    """The authority's time, and what is wrong with its answer for this text."""
    client = _client()
    try:
        response = client.decode_timestamp_response(answer)
        builder = client.VerifierBuilder()
        for root in roots:
            builder = builder.add_root_certificate(root)
        builder.build().verify_message(response, text.encode())
        return response.tst_info.gen_time.isoformat(), None
    except client.VerificationError as error:
        return None, f"the answer does not hold: {error}"
    except ValueError as error:
        return None, f"this is no answer of a time-stamping authority: {error}"


def _roots(authority: Path | None) -> list[Any]:
    if authority is None:
        raise BadQuestion("an answer is checked against its authority", "Name its root certificate with --authority")
    _client()
    from cryptography import x509

    try:
        return list(x509.load_pem_x509_certificates(authority.read_bytes()))
    except OSError as error:
        raise UnreadableInput(str(authority), f"it cannot be read ({error.strerror})", "Check the path") from error
    except ValueError as error:
        raise UnreadableInput(str(authority), f"no certificate in PEM form ({error})", "Ask the authority") from error


def _client() -> Any:
    try:
        import rfc3161_client
    except ImportError as error:
        raise MissingExtra("a time stamp", "timestamp") from error
    return rfc3161_client
