"use strict";
// Comforts only: every view reads, and every form sends, without this file.
(() => {
  const list = document.getElementById("ask-list");
  let waiting = 0;
  const complete = async (field) => {
    if (!list || field.value.trim().length < 3) return;
    const reply = await fetch(`/api/complete?q=${encodeURIComponent(field.value)}`);
    if (!reply.ok) return;
    const found = await reply.json();
    list.replaceChildren(...found.suggestions.map((words) => Object.assign(document.createElement("option"), { value: words })));
  };
  for (const field of document.querySelectorAll("input[list=ask-list]")) {
    field.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => complete(field), 200); });
  }

  // One name for all forms of a browser.
  for (const field of document.querySelectorAll("input[name=by]")) {
    try {
      if (!field.value) field.value = localStorage.getItem("leadup-name") || "";
      field.form.addEventListener("submit", () => localStorage.setItem("leadup-name", field.value));
    } catch { break; }
  }

  // Words chosen with the mouse in a source go into the form that is being filled in.
  let wanted = null;
  for (const area of document.querySelectorAll("textarea[name=words]")) area.addEventListener("focus", () => { wanted = area; });
  for (const source of document.querySelectorAll(".source blockquote")) {
    source.addEventListener("mouseup", () => {
      const words = String(getSelection()).trim();
      if (words && wanted) wanted.value = words;
    });
  }

  for (const area of document.querySelectorAll("textarea[readonly]")) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Copy" });
    button.addEventListener("click", async () => {
      area.select();
      try { await navigator.clipboard.writeText(area.value); button.textContent = "Copied"; } catch { document.execCommand("copy"); }
    });
    area.after(button);
  }

  // Days drawn over with the mouse are asked for: counted from the event's day where that is among or beside them.
  for (const bars of document.querySelectorAll(".daybars")) {
    const days = [...bars.children], goal = days.findIndex((day) => day.dataset.day === bars.dataset.goal);
    let from = -1, to = -1;
    bars.closest("details").addEventListener("toggle", () => {
      const middle = bars.querySelector(".in");
      if (middle) bars.parentElement.scrollLeft = middle.offsetLeft - bars.offsetLeft - 120;
    });
    const at = (event) => days.indexOf(document.elementFromPoint(event.clientX, event.clientY)?.closest(".daybars > li"));
    const show = () => days.forEach((day, n) => day.classList.toggle("drawn", from >= 0 && from !== to && n >= Math.min(from, to) && n <= Math.max(from, to)));
    bars.addEventListener("pointerdown", (event) => { if (event.pointerType === "mouse" && !event.button) { from = to = at(event); } });
    addEventListener("pointermove", (event) => { if (from >= 0 && at(event) >= 0) { to = at(event); show(); } });
    addEventListener("pointerup", () => {
      if (from < 0 || from === to) { from = -1; return; }
      const first = Math.min(from, to), last = Math.max(from, to), asked = new URLSearchParams(location.search);
      for (const name of ["days", "after", "from", "until"]) asked.delete(name);
      if (goal >= 0 && first <= goal && last >= goal) {
        asked.set("days", goal - first);
        if (last > goal) asked.set("after", last - goal);
      } else {
        asked.set("from", days[first].dataset.day);
        asked.set("until", days[last].dataset.day);
      }
      from = -1;
      bars.addEventListener("click", (event) => event.preventDefault(), { once: true, capture: true });
      location.assign(`/ask?${asked}`);
    });
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    const words = button.textContent;
    button.addEventListener("click", async () => {
      const reply = await fetch(button.dataset.copy);
      try { await navigator.clipboard.writeText(await reply.text()); button.textContent = reply.ok ? "Copied" : "No answer"; } catch { button.textContent = "Not allowed: save it"; }
      setTimeout(() => { button.textContent = words; }, 4000);
    });
  }

  // A list of which something is still being worked out is asked for again until it is whole.
  const again = async (list, turn) => {
    const reply = await fetch(location.href);
    if (!reply.ok) return;
    const found = new DOMParser().parseFromString(await reply.text(), "text/html").getElementById(list.id);
    if (!found) return;
    list.replaceChildren(...found.childNodes);
    if ("pending" in found.dataset && turn < 60) setTimeout(again, Math.min(1000 * turn, 8000), list, turn + 1);
  };
  for (const list of document.querySelectorAll("[data-pending]")) setTimeout(again, 1200, list, 2);

  // What comes in while a page is open is said; the page stays as it is being read.
  const news = document.getElementById("news");
  let held = null;
  const look = async () => {
    try {
      const reply = document.hidden ? null : await fetch("/api/extent");
      if (reply && reply.ok) {
        const { articles } = await reply.json();
        if (held === null || articles < held) held = articles;
        const more = articles - held;
        if (more && news.dataset.more !== String(more)) {
          news.dataset.more = more;
          const again = Object.assign(document.createElement("a"), { href: location.href, textContent: "Load this page again" });
          again.addEventListener("click", (event) => { event.preventDefault(); location.reload(); });
          news.replaceChildren(`${more} new article${more > 1 ? "s" : ""} came in. `, again);
        }
      }
    } catch { /* The desk was closed: there is nothing to say. */ }
    setTimeout(look, 20000);
  };
  if (news) look();

  const adding = document.querySelector(".adding"), drop = document.querySelector(".drop");
  if (adding && drop) {
    const files = adding.querySelector("input[type=file]");
    const over = (on) => (event) => { event.preventDefault(); drop.classList.toggle("over", on); };
    addEventListener("dragover", over(true));
    addEventListener("dragleave", over(false));
    addEventListener("drop", (event) => {
      over(false)(event);
      if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
    });
    adding.addEventListener("submit", () => {
      adding.querySelector(".progress").textContent = files.files.length ? `Reading ${files.files.length} files …` : "Reading …";
    });
  }
})();
