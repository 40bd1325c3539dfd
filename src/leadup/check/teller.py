"""A program of the user's that writes a paragraph from entries: a command, or an address that speaks OpenAI's form."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import shlex
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import IO, Any, Final

from leadup.address import split_address
from leadup.errors import TellerError

SECONDS: Final = 120.0
"""What a teller may take before it is ended."""
LARGEST: Final = 20_000
"""Bytes that it may write: ten times a long paragraph."""
LARGEST_ANSWER: Final = 1_000_000
"""Bytes of an address's whole answer, which wraps the paragraph."""
KEY: Final = "LEADUP_RETELL_KEY"
"""Environment variable of the key that an address wants, where it wants one."""
_THOUGHTS: Final = re.compile(r"\s*<(think(?:ing)?)>(?:(?!<\1>).)*?</\1>", re.DOTALL)
_OPENED_BEFORE: Final = re.compile(r"\A.*</think(?:ing)?>", re.DOTALL)
_LEFT_OPEN: Final = re.compile(r"<think(?:ing)?>.*", re.DOTALL)
"""What a model writes for itself before it answers, where a server does not take it out: whole, opened by the server's
own template, or cut off."""
_EVENT_LINES: Final = re.compile(r"\r\n|\r|\n")
"""What parts the lines of a stream of events: no other sign does."""
_CHUNK: Final = 8192
_SAID: Final = 400


@dataclass(frozen=True, slots=True)
class Teller:
    """``by`` is a command line (run without a shell) or ``http(s)://HOST/v1#MODEL``.

    ``seconds`` and ``largest`` (bytes) are its limits.
    ``name`` is what may be shown of it: the program's name, or the model and the host.
    """

    by: str
    seconds: float = SECONDS
    largest: int = LARGEST

    @property
    def is_address(self) -> bool:
        """Whether it is asked over HTTP."""
        return self.by.lower().startswith(("http://", "https://"))

    @property
    def name(self) -> str:
        """The program without its arguments, or the model and its host: neither holds a secret."""
        if self.is_address:
            place = split_address(self.by)
            return f"{place.fragment or 'default'} at {place.hostname or 'an address'}"
        return Path(self._words()[0]).name

    def tell(self, given: dict[str, Any]) -> str:
        """What it writes of what it is given (JSON). Raises :class:`~leadup.errors.TellerError` where it does not."""
        said = self._asked(given) if self.is_address else self._run(given)
        try:
            text = said.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise TellerError(self.name, f"what it wrote is not UTF-8 ({error.reason} at byte {error.start})") from None
        text = _LEFT_OPEN.sub("", _OPENED_BEFORE.sub("", _THOUGHTS.sub("", text)))
        if not text.strip():
            raise TellerError(self.name, "it wrote nothing")
        return text

    def _words(self) -> list[str]:
        try:
            words = shlex.split(self.by)
        except ValueError as error:
            raise TellerError("the command", f"it cannot be taken apart ({error})") from None
        if not words:
            raise TellerError("the command", "it is empty")
        return words

    def _run(self, given: dict[str, Any]) -> bytes:
        try:
            # A session of its own, so that what it starts ends with it.
            running = subprocess.Popen(
                self._words(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise TellerError(self.name, f"it cannot be started ({why})") from error
        wrote, moaned = bytearray(), bytearray()
        assert running.stdin and running.stdout and running.stderr
        threads = [
            threading.Thread(target=_feed, args=(running.stdin, json.dumps(given, ensure_ascii=False).encode())),
            threading.Thread(target=_gather, args=(running.stdout, wrote, self.largest, running)),
            threading.Thread(target=_gather, args=(running.stderr, moaned, None, running)),
        ]
        until = time.monotonic() + self.seconds
        for thread in threads:
            thread.daemon = True
            thread.start()
        try:
            for thread in threads[1:]:
                thread.join(max(0.0, until - time.monotonic()))
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.wait(max(0.0, until - time.monotonic()))
            in_time = running.poll() is not None and not any(t.is_alive() for t in threads[1:])
        finally:
            _end(running)
        for thread in threads:
            thread.join(1.0)
        if len(wrote) > self.largest:
            raise TellerError(self.name, f"it wrote more than {self.largest:,} bytes")
        if not in_time:
            raise TellerError(self.name, f"it took longer than {self.seconds:g} seconds")
        if running.returncode:
            said = _printable(moaned.decode("utf-8", "replace").strip().rsplit("\n", 1)[-1][:_SAID])
            raise TellerError(self.name, f"it ended with {running.returncode}{': ' if said else ''}{said}")
        return bytes(wrote)

    def _asked(self, given: dict[str, Any]) -> bytes:
        place = split_address(self.by)
        near = _is_near(place.hostname or "")
        key = os.environ.get(KEY)
        if key and place.scheme == "http" and not near:
            raise TellerError(self.name, f"{KEY} would be sent unencrypted")
        address = place._replace(fragment="").geturl().rstrip("/")
        address += "" if address.endswith("/chat/completions") else "/chat/completions"
        instructions = str(given["instructions"])
        entries = json.dumps({k: v for k, v in given.items() if k != "instructions"}, ensure_ascii=False)
        messages = [{"role": "system", "content": instructions}, {"role": "user", "content": entries}]
        body = {"model": place.fragment or "default", "messages": messages, "temperature": 0, "stream": False}
        head = {"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})}
        try:
            request = urllib.request.Request(address, json.dumps(body).encode(), head, method="POST")
            handlers: list[urllib.request.BaseHandler] = [_Stay()]
            if near:
                handlers.append(urllib.request.ProxyHandler({}))
            until = time.monotonic() + self.seconds
            with urllib.request.build_opener(*handlers).open(request, timeout=self.seconds) as answer:
                raw = self._within(answer, until)
        except TimeoutError:
            raise TellerError(self.name, f"it took longer than {self.seconds:g} seconds") from None
        except urllib.error.HTTPError as error:
            said = _reason_in(error)
            error.close()
            raise TellerError(self.name, _printable(f"it answered {error.code} {error.reason}{said}")) from None
        except (OSError, ValueError, http.client.HTTPException) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise TellerError(self.name, f"it took longer than {self.seconds:g} seconds") from None
            why = str(getattr(error, "reason", error)) or type(error).__name__
            raise TellerError(self.name, _printable(f"it cannot be asked ({why})"[:_SAID])) from None
        try:
            wrote = _content(raw).encode()
        except (ValueError, LookupError, TypeError, RecursionError):
            raise TellerError(self.name, "its answer is not of the form of chat completions") from None
        if len(wrote) > self.largest:
            raise TellerError(self.name, f"it wrote more than {self.largest:,} bytes")
        return wrote

    def _within(self, answer: Any, until: float) -> bytes:
        raw = bytearray()
        while part := answer.read1(_CHUNK):
            raw += part
            if len(raw) > LARGEST_ANSWER:
                raise TellerError(self.name, f"it wrote more than {LARGEST_ANSWER:,} bytes")
            if time.monotonic() > until:
                raise TimeoutError
        return bytes(raw)


def _content(raw: bytes) -> str:
    """What the model says in an answer of chat completions: whole, in parts, or as events though none were asked for.

    Raises ValueError, LookupError, TypeError or RecursionError where it is of another form."""
    raw = raw.removeprefix(b"\xef\xbb\xbf").lstrip()
    if raw[:1] in (b"{", b"["):
        return _words_of(json.loads(raw)["choices"][0]["message"]["content"])
    events = [
        line.removeprefix("data:").strip()
        for line in _EVENT_LINES.split(raw.decode("utf-8"))
        if line.startswith("data:")
    ]
    if not events:
        raise ValueError
    said = ""
    for event in events:
        if event and event != "[DONE]":
            for choice in json.loads(event)["choices"][:1]:
                # The last one may have nothing to add.
                said += _words_of(_delta(choice).get("content"))
    return said


def _delta(choice: Any) -> dict[str, Any]:
    """What an event adds, which may be nothing; raises TypeError or LookupError for what is no such event."""
    delta = choice["delta"] or {}
    if not isinstance(delta, dict):
        raise TypeError
    return delta


def _words_of(content: Any) -> str:
    """The words of a message's content: text, parts of it, or nothing; raises TypeError for what is none of these."""
    if content is None or isinstance(content, str):
        return content or ""
    if not isinstance(content, list) or not all(isinstance(part, dict) for part in content):
        raise TypeError
    return "".join(_words_of(part.get("text")) for part in content if part.get("type") == "text")


def _reason_in(error: urllib.error.HTTPError) -> str:
    """What a server says of why it refuses, in OpenAI's form: ": model not found"."""
    try:
        told = json.loads(error.read(_CHUNK))["error"]
        told = told["message"] if isinstance(told, dict) else told
        said = told.strip() if isinstance(told, str) else ""
    except (OSError, ValueError, LookupError, TypeError, RecursionError, http.client.HTTPException):
        return ""
    return f": {said.splitlines()[0][:_SAID]}" if said else ""


class _Stay(urllib.request.HTTPRedirectHandler):
    """What was named is asked, and nobody else: a key must not travel on."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _is_near(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _printable(said: str) -> str:
    """What a program says of itself, as signs only: a terminal must not obey it."""
    return "".join(c if c.isprintable() else "\ufffd" for c in said)


def _feed(into: IO[bytes], data: bytes) -> None:
    # A program may well write without reading all of it.
    with contextlib.suppress(OSError, ValueError), into:
        into.write(data)


def _gather(out_of: IO[bytes], into: bytearray, largest: int | None, running: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError, ValueError), out_of:
        while part := os.read(out_of.fileno(), _CHUNK):
            into += part
            if largest is None:
                del into[:-_CHUNK]
            elif len(into) > largest:
                _end(running)
                return


def _end(running: subprocess.Popen[bytes]) -> None:
    """End it and all that it started; one that has ended already may have left others behind."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        running.wait(5)
