"""The pictures of the page in this folder: `make screenshots`.

The example articles are read and asked as in `make demo`; the page is then drawn by Debian's Chromium, without a
network, on a desk, on a phone, in the dark and for print. With a timeline's JSON as an argument, that one is drawn
instead: `python docs/screenshots.py days.json FOLDER`.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from leadup import Archive, gather, lead_up
from leadup.model import Timeline
from leadup.output import from_json, write

HERE = Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples" / "articles"
TARGET = "the killing of Qassem Soleimani"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, its window, and what is done before it is taken."""

    name: str
    width: int
    height: int
    dark: bool = False
    print: bool = False
    evidence: int | None = None


SHOTS = (
    Shot("page", 1280, 1000),
    Shot("page-evidence", 1280, 1000, evidence=1),
    Shot("page-dark", 1280, 1000, dark=True),
    Shot("page-phone", 390, 844),
    Shot("page-print", 794, 1123, print=True, evidence=2),
)


def example() -> Timeline:
    """The demo's answer."""
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "archive", create=True) as archive:
        gather(archive, [str(EXAMPLES)])
        return lead_up(TARGET, archive)


def main() -> None:
    """Draw every picture; says why not where there is no browser."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("screenshots need Debian's chromium: sh tests/page/install.sh")
    from playwright.sync_api import sync_playwright

    timeline = from_json(Path(sys.argv[1]).read_bytes(), sys.argv[1]) if len(sys.argv) > 1 else example()
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as running:
        page_file = Path(scratch) / "page.html"
        page_file.write_bytes(write(timeline, "html"))
        browser = running.chromium.launch(
            executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        for shot in SHOTS:
            context = browser.new_context(
                viewport={"width": shot.width, "height": shot.height},
                color_scheme="dark" if shot.dark else "light",
                reduced_motion="reduce",
                offline=True,
            )
            page = context.new_page()
            page.goto(page_file.as_uri())
            evidence = page.locator(".ev")
            if shot.evidence is not None and evidence.count():
                opened = evidence.nth(min(shot.evidence, evidence.count() - 1))
                opened.locator("> summary").click()
                if not shot.print:
                    opened.evaluate("node => node.closest('.day').scrollIntoView()")
            if shot.print:
                page.emulate_media(media="print")
                page.evaluate("document.body.style.margin = '12px 48px'; scrollTo(0, 0)")
            page.wait_for_timeout(200)
            page.screenshot(path=folder / f"{shot.name}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
