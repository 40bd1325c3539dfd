"""The pictures of the desk in this folder: `make screenshots`.

The example articles are read as in `make demo` and a desk is opened on them; Debian's Chromium draws its views.
"""

from __future__ import annotations

import datetime as dt
import shutil
import socket
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples" / "articles"
TARGET = "the killing of Qassem Soleimani"


def main() -> None:
    """Draw each view."""
    import uvicorn
    from playwright.sync_api import sync_playwright

    from leadup import Archive, Question, gather, lead_up
    from leadup.desk.access import Access
    from leadup.desk.app import make_app
    from leadup.desk.questions import place_words, query_of
    from leadup.dossiers import Dossiers
    from leadup.intake.polling import FeedState, dump
    from leadup.watching import FILE

    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("needs Debian's chromium (tests/page/install.sh)")
    query = query_of(Question(TARGET))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        with Archive(Path(folder) / "archive", create=True) as archive:
            gather(archive, [str(EXAMPLES)])
            timeline = lead_up(TARGET, archive)
            yesterday = dt.datetime.now(dt.UTC) - dt.timedelta(1)
            fewer = replace(timeline, entries=timeline.entries[3:])
            Dossiers(archive.path).save("Soleimani, for Sunday", fewer, by="Ada", at=yesterday)
            Dossiers(archive.path).save("The embassy", lead_up("the attack on the embassy", archive), by="Bo")
            now = time.time()
            (archive.path / FILE).write_bytes(dump([
                FeedState("https://news.example/world.rss", due=now + 600, seen=now - 300, added=4, brought=212),
                FeedState("/newsroom/inbox", due=now + 720, seen=now - 180, added=0, brought=31),
                FeedState("https://wire.example/latest.atom", due=now + 3_000, seen=now - 900, failures=2, brought=87,
                          trouble="https://wire.example/latest.atom: the server answered 503. Try again later"),
            ]))  # fmt: skip
            entry = max(timeline.entries, key=lambda e: e.support.independent)
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(Path(folder) / "archive", Access("e", "r")), log_level="error"))
        threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
        while not server.started:
            time.sleep(0.05)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        browser = running.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox"])
        place = place_words(entry.wording)

        def draw(
            name: str, view: str, width: int = 1280, height: int = 900, click: str = "", wait: int = 300, **more: Any
        ) -> None:
            context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **more)
            page = context.new_page()
            page.goto(address + view)
            if click:
                page.click(click)
            page.wait_for_timeout(wait)
            page.screenshot(path=HERE / f"desk-{name}.png")
            context.close()
            print(f"wrote desk-{name}.png")

        draw("home", "/")
        draw("answer", f"/ask?{query}")
        draw("entry", f"/entry?{query}&place={place}", height=1200)
        draw("article", f"/article/{entry.wording.article}?place={place}&{query}")
        draw("dark", f"/entry?{query}&place={place}", color_scheme="dark")
        draw("search", "/search?q=embassy+baghdad")
        draw("watch", "/watch")
        draw("dossiers", "/dossiers", height=600, wait=9_000)
        draw("days", f"/ask?{query}", click="summary >> text=Move the days")
        draw("phone", f"/ask?{query}", 320, 700)
        browser.close()
        server.should_exit = True


if __name__ == "__main__":
    main()
