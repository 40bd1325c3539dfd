"""The exports open in the real TimelineJS3 and the real vis-timeline, from local files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leadup.output import write
from leadup.output.phrases import opening_words
from tests.output.stories import crisis, hostile, story
from tests.page.conftest import NPM

TIMELINEJS = """<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="{dist}/css/timeline.css">
<script src="{dist}/js/timeline.js"></script></head><body><div id="t" style="width:1000px;height:600px"></div>
<script>window.timeline = new TL.Timeline("t", {data}, {{ font: null, dragging: false }});</script></body></html>"""


VIS = """<!doctype html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="{root}/styles/vis-timeline-graph2d.min.css">
<script src="{root}/standalone/umd/vis-timeline-graph2d.min.js"></script></head><body><div id="t"></div>
<script>const data = {data};
window.timeline = new vis.Timeline(document.getElementById("t"), new vis.DataSet(data.items),
  new vis.DataSet(data.groups));</script></body></html>"""


@pytest.mark.parametrize("timeline", [story(5), crisis(60), hostile()], ids=["5", "60", "hostile"])
def test_timelinejs_shows_every_entry(browser: Any, tmp_path: Path, timeline: Any) -> None:
    dist = NPM / "@knight-lab" / "timelinejs" / "dist"
    if not (dist / "js" / "timeline.js").is_file():
        pytest.skip("needs TimelineJS3 from npm (tests/page/install.sh)")
    data = write(timeline, "timelinejs").decode().replace("</", "<\\/")
    path = tmp_path / "timeline.html"
    path.write_text(TIMELINEJS.format(dist=dist.as_uri(), data=data), "utf-8")
    errors: list[str] = []
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector(".tl-slide h2", timeout=30_000, state="attached")
    assert page.evaluate("timeline.config.events.length") == len(timeline.entries)
    assert page.locator(".tl-timemarker").count() == len(timeline.entries)
    assert page.locator(".tl-message-full:visible").count() == 0
    assert page.evaluate("document.title") != "owned" and errors == []
    heads = page.evaluate("timeline.config.events.map((event) => event.text.headline)")
    assert len(heads) == len(timeline.entries)
    context.close()


@pytest.mark.parametrize("timeline", [crisis(60), hostile()], ids=["60", "hostile"])
def test_vis_timeline_shows_every_entry(browser: Any, tmp_path: Path, timeline: Any) -> None:
    root = NPM / "vis-timeline"
    if not (root / "standalone" / "umd" / "vis-timeline-graph2d.min.js").is_file():
        pytest.skip("needs vis-timeline from npm (tests/page/install.sh)")
    data = write(timeline, "vis-timeline").decode().replace("</", "<\\/")
    path = tmp_path / "vis.html"
    path.write_text(VIS.format(root=root.as_uri(), data=data), "utf-8")
    errors: list[str] = []
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector(".vis-item.vis-box", timeout=30_000, state="attached")
    assert page.locator(".vis-item.vis-box").count() == len(timeline.entries)
    shown = set(page.locator(".vis-item-content").all_inner_texts())
    assert opening_words(timeline.entries[0].wording.exact, 80) in shown
    assert page.evaluate("document.title") != "owned" and errors == []
    context.close()
