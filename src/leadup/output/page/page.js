"use strict";
(() => {
  const one = (query, from = document) => from.querySelector(query);
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const column = one(".column"), tools = one(".tools"), form = one(".tools form");
  const cards = all(".card"), days = all(".day"), folds = all(".folds");
  const within = (element) => element.closest(".folds:not([open])");
  const narrow = matchMedia("(max-width: 60rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  tools.hidden = false;
  tools.open = !narrow.matches;

  // Filters.
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map(cards.map((card) => [card, fold(card.textContent)]));
  const control = (name) => form.elements.namedItem(name);
  const value = (name) => (control(name) ? control(name).value : "");
  const held = (list, key) => !key || list.split(" ").includes(key);
  let pair = "";

  const filter = () => {
    const words = fold(value("q")).split(/\s+/).filter(Boolean);
    const kind = value("k"), actor = value("a"), outlet = value("o"), support = Number(value("s") || 0);
    let shown = 0;
    for (const card of cards) {
      const { k, a, o, p, s } = card.dataset;
      const fits = (!kind || k === kind) && held(a, actor) && held(o, outlet) && held(p, pair) &&
        Number(s) >= support && words.every((word) => texts.get(card).includes(word));
      card.hidden = !fits;
      shown += fits;
    }
    for (const day of days) {
      day.hidden = !all(".card", day).some((card) => !card.hidden);
      const bar = one(`.bar a[href="#${day.id}"]`);
      if (bar) bar.parentElement.classList.toggle("dim", day.hidden);
    }
    const narrowed = shown < cards.length;
    for (const folded of folds) {
      // What is looked for is not to be hidden in a fold; a fold that this opened closes again after.
      folded.hidden = !all(".card", folded).some((card) => !card.hidden);
      if (narrowed && !folded.hidden && !folded.open) folded.open = folded.dataset.opened = true;
      if (!narrowed && folded.dataset.opened) { folded.open = false; delete folded.dataset.opened; }
    }
    for (const gap of all(".gap, .after")) gap.hidden = narrowed;
    one(".nofit").hidden = shown > 0 || !cards.length;
    const of = cards.length === 1 ? "entry" : "entries";
    one(".count").textContent = narrowed ? `${shown} of ${cards.length} ${of}` : `${cards.length} ${of}`;
    for (const button of all("[data-actor]")) button.setAttribute("aria-pressed", String(button.dataset.actor === actor));
    for (const button of all("[data-pair]")) button.setAttribute("aria-pressed", String(button.dataset.pair === pair));
    one(".pairing").hidden = !pair;
    highlight(words);
    draw();
  };

  const highlight = (words) => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (!words.length) return;
    const ranges = [];
    for (const card of cards) {
      if (card.hidden) continue;
      const walk = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const text = node.data.toLowerCase();
        if (text.length !== node.data.length) continue;
        for (const word of words) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            const range = new Range();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            ranges.push(range);
          }
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges.slice(0, 2000)));
  };

  const clear = () => { pair = ""; form.reset(); filter(); };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => { pair = ""; setTimeout(filter); });
  one(".clear").addEventListener("click", () => { clear(); control("q").focus(); });
  one(".unpair").addEventListener("click", () => { pair = ""; filter(); control("q").focus(); });
  for (const button of all("[data-actor]")) {
    button.addEventListener("click", () => {
      control("a").value = button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.actor;
      filter();
    });
  }
  for (const button of all("[data-pair]")) {
    button.addEventListener("click", () => {
      const again = pair === button.dataset.pair;
      clear();
      pair = again ? "" : button.dataset.pair;
      one(".pairing span").textContent = `Only: ${button.title}.`;
      filter();
      const first = cards.find((card) => !card.hidden);
      if (pair && first) go(first, false);
    });
  }

  // Evidence and times.
  const openall = one(".openall");
  openall.addEventListener("click", () => {
    const open = openall.getAttribute("aria-pressed") !== "true";
    openall.setAttribute("aria-pressed", String(open));
    for (const evidence of all(".ev, .folded, .folds")) evidence.open = open;
  });
  const zone = one(".zone"), times = all("time[datetime*=T]"), own = new Map(times.map((time) => [time, time.textContent]));
  zone.hidden = !times.length;
  zone.addEventListener("click", () => {
    const mine = zone.getAttribute("aria-pressed") !== "true";
    zone.setAttribute("aria-pressed", String(mine));
    const form = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" });
    for (const time of times) time.textContent = mine ? form.format(new Date(time.dateTime)) : own.get(time);
  });

  // Going to an entry.
  const reveal = (element) => {
    if (element.hidden) clear();
    for (let fold = within(element); fold; fold = within(element)) { fold.open = true; delete fold.dataset.opened; }
    const own = element.matches(".card") && one(".folded", element);
    if (own) own.open = true;
  };
  const go = (card, opening) => {
    if (opening) reveal(card);
    if (card.hidden) clear();
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
  };
  const follow = () => {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const goal = id && document.getElementById(id);
    if (goal && goal.matches(".card, .day")) {
      reveal(goal);
      (goal.matches(".card") ? goal : one(".card", goal)).focus({ preventScroll: true });
      goal.scrollIntoView({ block: "start" });
    }
  };
  addEventListener("hashchange", follow);
  // A link to where the page is already changes no address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.getAttribute("href") === location.hash) setTimeout(follow);
  });

  // Keys, only while the focus is in the timeline.
  let last = cards[0];
  const answersOf = (card) => all(".answer a", card).map((link) => document.getElementById(link.hash.slice(1))).filter(Boolean);
  const answeredBy = (card) => all(`.answer a[href="#${CSS.escape(card.id)}"]`).map((link) => link.closest(".card"));
  column.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const here = event.target.closest(".card") || last;
    const open = cards.filter((card) => !card.hidden && !within(card)), at = open.indexOf(here);
    const step = {
      j: () => open[at + 1] && go(open[at + 1], false),
      k: () => open[at - 1] && go(open[at - 1], false),
      o: () => { const fold = one(".folded:not([open])", here), evidence = fold || one(".ev", here); if (evidence) evidence.open = !evidence.open; },
      b: () => answersOf(here)[0] && go(answersOf(here)[0], true),
      f: () => answeredBy(here)[0] && go(answeredBy(here)[0], true),
      "/": () => { tools.open = true; control("q").focus(); control("q").scrollIntoView({ block: "nearest" }); },
    }[event.key];
    if (!step) return;
    event.preventDefault();
    last = here;
    step();
  });

  // The chain: brackets in the gutter, from an entry to the one it answers.
  const SVG = "http://www.w3.org/2000/svg";
  const make = (name, attributes, parent) => {
    const node = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    if (parent) parent.append(node);
    return node;
  };
  const links = all(".answer a");
  const drawing = make("svg", { class: "arcs", role: "group", "aria-label": "Chain of answers" });
  const tip = document.createElement("div");
  tip.className = "tip"; tip.hidden = true; tip.setAttribute("aria-hidden", "true");
  if (links.length) column.append(drawing, tip);
  let arcs = [], roving = 0;

  const show = (arc, on) => {
    arc.node.classList.toggle("on", on);
    tip.hidden = !on;
    if (!on) return;
    const q = document.createElement("bdi");
    q.textContent = `“${arc.link.dataset.words}”`;
    tip.replaceChildren(one(".verb", arc.link).textContent.replace("↰", "").trim() + ": ", q);
    tip.style.left = `${column.clientWidth > 640 ? parseFloat(getComputedStyle(column).paddingLeft) + 18 : 12}px`;
    tip.style.top = `${(arc.from + arc.to) / 2}px`;
  };

  const draw = () => {
    if (!links.length) return;
    const gutter = parseFloat(getComputedStyle(column).paddingLeft);
    const focused = arcs.findIndex((arc) => arc.node === document.activeElement);
    drawing.replaceChildren();
    arcs = [];
    tip.hidden = true;
    if (gutter < 20) return;
    const top = column.getBoundingClientRect().top;
    const middle = (card) => {
      const line = one(".folded:not([open]) > summary", card) || one(".dot", card), box = line.getBoundingClientRect();
      return box.top + box.height / 2 - top;
    };
    drawing.setAttribute("height", column.clientHeight);
    for (const link of links) {
      const card = link.closest(".card"), other = document.getElementById(link.hash.slice(1));
      if (!other || card.hidden || other.hidden || within(card) || within(other)) continue;
      arcs.push({ link, from: middle(card), to: middle(other), lane: 0 });
    }
    const lanes = [];
    for (const arc of [...arcs].sort((a, b) => Math.abs(a.from - a.to) - Math.abs(b.from - b.to))) {
      const low = Math.min(arc.from, arc.to), high = Math.max(arc.from, arc.to);
      arc.lane = lanes.findIndex((taken) => taken.every(([a, b]) => high <= a + 2 || low >= b - 2));
      if (arc.lane < 0) arc.lane = lanes.push([]) - 1;
      lanes[arc.lane].push([low, high]);
    }
    const gap = Math.min(11, (gutter - 22) / Math.max(lanes.length, 1));
    arcs.forEach((arc, at) => {
      const right = gutter - 10, x = right - 10 - arc.lane * gap;
      const turn = Math.min(10, Math.abs(arc.from - arc.to) / 2, right - x), sign = arc.from > arc.to ? -1 : 1;
      const y1 = arc.from + 3 * sign, y2 = arc.to - 3 * sign;
      const d = `M${right} ${y1}H${x + turn}Q${x} ${y1} ${x} ${y1 + sign * turn}V${y2 - sign * turn}Q${x} ${y2} ${x + turn} ${y2}H${right - 4}`;
      const label = `${one(".verb", arc.link).textContent.replace("↰", "").trim()}: ${arc.link.dataset.words}`;
      arc.node = make("a", { href: arc.link.hash, "aria-label": label, tabindex: at === Math.min(roving, arcs.length - 1) ? 0 : -1 }, drawing);
      make("path", { d, class: "ink" }, arc.node);
      make("path", { d, class: "hit" }, arc.node);
      make("polygon", { points: `${right + 1},${y2} ${right - 6},${y2 - 3.5} ${right - 6},${y2 + 3.5}` }, arc.node);
      for (const [on, off] of [["mouseenter", "mouseleave"], ["focus", "blur"]]) {
        arc.node.addEventListener(on, () => show(arc, true));
        arc.node.addEventListener(off, () => show(arc, false));
      }
      arc.node.addEventListener("keydown", (event) => {
        const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
        if (event.key === "Escape") tip.hidden = true;
        if (!by || !arcs[at + by]) return;
        event.preventDefault();
        arc.node.setAttribute("tabindex", "-1");
        roving = at + by;
        arcs[roving].node.setAttribute("tabindex", "0");
        arcs[roving].node.focus();
      });
    });
    if (focused >= 0 && arcs[focused]) arcs[focused].node.focus();
  };
  for (const link of links) {
    const arc = () => arcs.find((arc) => arc.link === link);
    for (const [name, on] of [["mouseenter", true], ["focus", true], ["mouseleave", false], ["blur", false]]) {
      link.addEventListener(name, () => { const found = arc(); if (found) found.node.classList.toggle("on", on); });
    }
  }
  addEventListener("keydown", (event) => { if (event.key === "Escape") tip.hidden = true; });

  // The strip follows the reader.
  const bars = new Map(all(".bar a").map((bar) => [bar.hash.slice(1), bar]));
  const strip = one(".strip ol");
  let current = null;
  const mark = () => {
    const line = one(".strip").getBoundingClientRect().bottom + 40;
    const open = days.filter((day) => !day.hidden && !within(day));
    const day = open.filter((day) => day.getBoundingClientRect().top <= line).at(-1) || open[0];
    const bar = day && bars.get(day.id);
    if (bar === current) return;
    if (current) current.removeAttribute("aria-current");
    current = bar;
    if (!bar) return;
    bar.setAttribute("aria-current", "date");
    const box = bar.getBoundingClientRect(), room = strip.getBoundingClientRect();
    if (box.left < room.left || box.right > room.right) strip.scrollLeft += box.left - room.left - room.width / 2;
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  }, { passive: true });
  const measure = () => document.documentElement.style.setProperty("--strip", `${one(".strip").offsetHeight}px`);
  new ResizeObserver(() => { measure(); draw(); }).observe(column);
  narrow.addEventListener("change", () => { tools.open = !narrow.matches; });
  measure();
  filter();
  follow();
  mark();
})();
