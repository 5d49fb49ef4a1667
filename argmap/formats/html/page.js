// The page of `argmap export -f html`: the article, the tree and the map show each other.
"use strict";
(() => {
  const root = document.documentElement;
  const body = document.body;
  const byId = (id) => document.getElementById(id);
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const on = (what, event, then) => what?.addEventListener(event, then);
  const narrow = matchMedia("(max-width: 899px)");
  root.classList.add("scripted");

  // All places of each claim, by its number: marks and links, rows, the box of the map.
  const places = new Map();
  for (const one of all("[data-c]")) {
    const found = places.get(one.dataset.c);
    if (found) found.push(one);
    else places.set(one.dataset.c, [one]);
  }
  const placesOf = (claim) => places.get(claim) ?? [];

  // ---- The tree: one list of rows with levels, of which some are folded.
  const list = all(".rows")[0];
  const rows = all(".rows .r");
  const level = rows.map((row) => Number(row.dataset.l));
  const number = new Map(rows.map((row, at) => [row, at]));
  const open = rows.map(() => true);
  const above = []; // the row that each stands below
  const first = []; // the first of the premises that each is linked with
  let wanted = null; // rows that the filter leaves, or null for all
  let current = 0;

  const last = (some) => some[some.length - 1];

  function begin() {
    const path = [];
    const groups = [];
    rows.forEach((row, at) => {
      while (path.length && level[last(path)] >= level[at]) path.pop();
      above[at] = last(path) ?? -1;
      path.push(at);
      const group = groups[above[at] + 1] ?? (groups[above[at] + 1] = []);
      first[at] = row.matches(".x-middle, .x-last") ? first[number.get(last(group))] : at;
      group.push(row);
      row.setAttribute("role", "treeitem");
      row.setAttribute("aria-level", level[at] + 1);
      row.setAttribute("aria-selected", "false");
      row.tabIndex = at ? -1 : 0;
      for (const link of all("a", row)) link.tabIndex = -1;
      if (parent(at)) row.setAttribute("aria-expanded", "true");
    });
    for (const group of groups) {
      group?.forEach((row, at) => {
        row.setAttribute("aria-setsize", group.length);
        row.setAttribute("aria-posinset", at + 1);
      });
    }
    list?.setAttribute("role", "tree");
    for (const one of all(".rows ol")) one.setAttribute("role", "presentation");
    if (rows.length > 400) rows.forEach((_, at) => setOpen(at, level[at] < 1));
    refresh();
  }

  const parent = (at) => at + 1 < rows.length && level[at + 1] > level[at];

  function setOpen(at, value) {
    if (!parent(at)) return;
    open[at] = value;
    rows[at].setAttribute("aria-expanded", value);
  }

  function refresh() {
    let folded = Infinity;
    rows.forEach((row, at) => {
      if (level[at] <= folded) folded = Infinity;
      const out = wanted !== null && !wanted[at];
      const hide = out || level[at] > folded;
      if (row.hidden !== hide) row.hidden = hide;
      row.classList.toggle("out-of-filter", out);
      if (!open[at] && folded === Infinity) folded = level[at];
    });
    if (rows[current]?.hidden) {
      let at = current;
      while (at >= 0 && rows[at].hidden) at = above[at];
      stand(at >= 0 ? at : Math.max(0, rows.findIndex((row) => !row.hidden)));
    }
  }

  function toggle(at, value = !open[at]) {
    setOpen(at, value);
    refresh();
  }

  function stand(at) {
    if (rows[current]) rows[current].tabIndex = -1;
    current = at;
    rows[at].tabIndex = 0;
  }

  function go(at) {
    if (at < 0 || at >= rows.length) return;
    stand(at);
    rows[at].focus({ preventScroll: true });
    rows[at].scrollIntoView({ block: "nearest" });
  }

  function unfoldTo(at) {
    for (let up = above[at]; up >= 0; up = above[up]) setOpen(up, true);
    refresh();
  }

  const next = (at, by) => {
    for (at += by; at >= 0 && at < rows.length && rows[at].hidden; ) at += by;
    return at;
  };

  let typed = "";
  let typedAt = 0;
  function find(letter) {
    const now = Date.now();
    typed = now - typedAt > 900 ? letter : typed + letter;
    typedAt = now;
    for (let step = typed.length > 1 ? 0 : 1; step < rows.length; step++) {
      const at = (current + step) % rows.length;
      const words = rows[at].querySelector(".w").textContent.trim().toLowerCase();
      if (!rows[at].hidden && (words.startsWith(typed) || rows[at].dataset.c === typed)) return go(at);
    }
  }

  on(list, "keydown", (event) => {
    const at = number.get(event.target.closest(".r"));
    if (at === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const keys = {
      ArrowDown: () => go(next(at, 1)),
      ArrowUp: () => go(next(at, -1)),
      ArrowRight: () => (parent(at) && !open[at] ? toggle(at, true) : parent(at) && go(next(at, 1))),
      ArrowLeft: () => (parent(at) && open[at] ? toggle(at, false) : go(above[at])),
      Home: () => go(next(-1, 1)),
      End: () => go(next(rows.length, -1)),
      Enter: () => choose(rows[at].dataset.c, "tree"),
      " ": () => choose(rows[at].dataset.c, "tree"),
      "*": () => {
        rows.forEach((_, other) => above[other] === above[at] && setOpen(other, true));
        refresh();
      },
    };
    if (event.target.matches("a") && event.key === "Enter") return;
    if (keys[event.key]) keys[event.key]();
    else if (event.key.length === 1) find(event.key.toLowerCase());
    else return;
    event.preventDefault();
  });
  on(byId("unfold"), "click", () => (rows.forEach((_, at) => setOpen(at, true)), refresh()));
  on(byId("fold"), "click", () => (rows.forEach((_, at) => setOpen(at, false)), refresh()));

  // ---- What is looked at, and what is chosen.
  let hot = null;
  let chosen = null;
  let turn = 0; // which passage of the chosen claim is shown

  function mark(claim, name, value) {
    for (const one of placesOf(claim)) one.classList.toggle(name, value);
  }

  function look(claim) {
    if (claim === hot) return;
    if (hot) mark(hot, "hot", false);
    hot = claim;
    if (hot) mark(hot, "hot", true);
  }

  const claimAt = (target) => target.closest?.("[data-c]")?.dataset.c ?? null;
  on(document, "mouseover", (event) => look(claimAt(event.target)));
  on(document, "focusin", (event) => look(claimAt(event.target)));

  function passages(claim) {
    const found = [];
    for (let at = 1; byId(`p${claim}-${at}`); at++) found.push(byId(`p${claim}-${at}`));
    return found;
  }

  const rowOf = (claim) => number.get(byId(`t${claim}`));

  // `from` is where it was chosen; that place does not move.
  function choose(claim, from, passage = null) {
    const found = passages(claim);
    turn = passage ?? (claim === chosen && from === "tree" ? (turn + 1) % (found.length || 1) : 0);
    if (claim !== chosen) {
      letGo();
      chosen = claim;
      mark(claim, "on", true);
      for (const one of placesOf(claim)) if (one.matches(".r")) one.setAttribute("aria-selected", "true");
    }
    const at = rowOf(claim);
    if (at !== undefined && from !== "tree") {
      unfoldTo(at);
      stand(at);
      within(byId("tree"), rows[at]);
    }
    if (from !== "article" && found[turn]) found[turn].scrollIntoView({ block: "center" });
    if (from !== "map") centre(claim);
    tell(claim, at, found);
  }

  function letGo() {
    if (!chosen) return;
    mark(chosen, "on", false);
    for (const one of placesOf(chosen)) if (one.matches(".r")) one.setAttribute("aria-selected", "false");
    chosen = null;
    byId("card")?.remove();
  }

  // Scrolls the panel alone, not the page that the reader reads in.
  function within(panel, row) {
    const [outer, inner] = [panel.getBoundingClientRect(), row.getBoundingClientRect()];
    if (panel.scrollHeight <= panel.clientHeight + 1) return;
    if (inner.top < outer.top || inner.bottom > outer.bottom)
      panel.scrollTop += inner.top - outer.top - panel.clientHeight / 3;
  }

  function tell(claim, at, found) {
    const row = rows[at];
    const words = row?.querySelector(".w").textContent ?? "";
    const by = row?.querySelector(".by").textContent ?? "";
    const which = found.length > 1 ? `, passage ${turn + 1} of ${found.length}` : found.length ? "" : ", not in the article";
    byId("say").textContent = `Claim ${claim}, ${by}${which}: ${words}`;
    if (narrow.matches && row) card(claim, words, by, found);
  }

  // On a narrow screen one view is seen at a time: a card tells of the claim, and leads to the others.
  function card(claim, words, by, found) {
    byId("card")?.remove();
    const made = document.createElement("aside");
    made.id = "card";
    made.setAttribute("aria-label", "The chosen claim");
    const text = document.createElement("p");
    text.dir = "auto";
    text.textContent = `${claim}. ${words} — ${by}`;
    const bar = document.createElement("div");
    bar.className = "bar";
    const button = (label, then) => {
      const one = document.createElement("button");
      one.type = "button";
      one.textContent = label;
      on(one, "click", then);
      bar.append(one);
    };
    const to = (view) => () => {
      show(view);
      choose(claim, view === "article" ? "card" : "article", turn);
      if (view === "tree") rows[rowOf(claim)].scrollIntoView({ block: "center" });
    };
    if (found.length && body.dataset.view !== "article") button("In the article", to("article"));
    if (found.length > 1)
      button(`Passage ${turn + 1} of ${found.length} ›`, () => {
        show("article");
        choose(claim, "card", (turn + 1) % found.length);
      });
    if (body.dataset.view !== "tree") button("In the tree", to("tree"));
    if (svg && body.dataset.view !== "map") button("In the map", to("map"));
    button("Close", letGo);
    made.append(text, bar);
    body.append(made);
  }

  on(document, "click", (event) => {
    const target = event.target;
    const link = target.closest("a");
    const row = target.closest(".r");
    if (row && target.matches(".f")) return toggle(number.get(row));
    const to = link?.hash.match(/^#([pt])(\d+)(?:-(\d+))?$/);
    if (link?.matches(".skip")) {
      event.preventDefault();
      show("tree");
      return go(current);
    }
    if (to) event.preventDefault();
    if (to && to[1] === "p") return choose(to[2], "link", Number(to[3]) - 1);
    if (to && row) {
      const at = rowOf(to[2]);
      unfoldTo(at);
      go(at);
      return choose(to[2], "tree", 0);
    }
    const claim = claimAt(target);
    if (!claim || moved) return;
    if (row) {
      go(number.get(row));
      choose(claim, "tree");
    } else if (target.closest("#map")) choose(claim, "map");
    else if (link || getSelection().isCollapsed) choose(claim, "article");
  });
  on(document, "keydown", (event) => {
    if (event.key === "Escape") letGo();
  });

  // ---- Only what some speakers hold.
  const chips = all("[data-s]");
  const held = rows.map((row) => (row.dataset.h ? row.dataset.h.split(" ") : ["own"]));
  for (const chip of chips) {
    chip.disabled = false;
    on(chip, "click", () => {
      chip.setAttribute("aria-pressed", chip.getAttribute("aria-pressed") !== "true");
      filter();
    });
  }
  on(byId("everyone"), "click", () => {
    for (const chip of chips) chip.setAttribute("aria-pressed", "false");
    filter();
  });

  function filter() {
    const asked = new Set(chips.filter((one) => one.getAttribute("aria-pressed") === "true").map((one) => one.dataset.s));
    const fits = held.map((some) => !asked.size || some.some((one) => asked.has(one)));
    const steps = new Set(first.filter((_, at) => fits[at])); // what is linked is seen together
    wanted = asked.size ? first.map((one) => steps.has(one)) : null;
    for (let at = rows.length - 1; wanted && at >= 0; at--)
      if (wanted[at] && above[at] >= 0) {
        wanted[above[at]] = true;
        setOpen(above[at], true);
      }
    const count = new Set();
    rows.forEach((row, at) => {
      row.classList.toggle("rest", !fits[at]);
      if (fits[at]) count.add(row.dataset.c);
    });
    for (const [claim, some] of places)
      for (const one of some) if (!one.matches(".r")) one.classList.toggle("off", !count.has(claim));
    refresh();
    byId("say").textContent = asked.size ? `${count.size} of ${places.size} claims` : "all claims";
  }

  // ---- The map: a part of the drawing is seen.
  const canvas = byId("canvas");
  const svg = canvas?.querySelector("svg");
  const whole = svg && { ...box(svg.viewBox.baseVal) };
  let seen = whole && { ...whole };
  let moved = false;

  function box({ x, y, width, height }) {
    return { x, y, width, height };
  }

  function view({ x, y, width, height }) {
    seen = { x, y, width, height };
    svg.setAttribute("viewBox", `${x} ${y} ${width} ${height}`);
  }

  // The part that fills the canvas at a scale, in pixels to units of the drawing.
  function at(scale, x, y) {
    view({ x, y, width: canvas.clientWidth / scale, height: canvas.clientHeight / scale });
  }

  const fitting = () => Math.min(canvas.clientWidth / whole.width, canvas.clientHeight / whole.height);
  const scale = () => Math.min(canvas.clientWidth / seen.width, canvas.clientHeight / seen.height);

  function wholeMap() {
    const one = Math.min(fitting(), 1.2);
    const room = (size, all) => Math.min(0, (all - size / one) / 2);
    at(one, room(canvas.clientWidth, whole.width), room(canvas.clientHeight, whole.height) / 4);
  }

  // By a factor, while the point of the screen stays where it is.
  function zoom(by, pageX, pageY) {
    const frame = canvas.getBoundingClientRect();
    const [left, top] = [(pageX ?? frame.left + frame.width / 2) - frame.left, (pageY ?? frame.top + frame.height / 2) - frame.top];
    const before = scale();
    const after = Math.max(Math.min(fitting(), 1) / 2, Math.min(4, before * by));
    at(after, seen.x + left / before - left / after, seen.y + top / before - top / after);
  }

  function pan(right, down) {
    view({ ...seen, x: seen.x + right / scale(), y: seen.y + down / scale() });
  }

  function centre(claim) {
    const found = svg && placesOf(claim).find((one) => one.matches(".b"));
    if (!found || !canvas.clientWidth) return;
    const { x, y, width, height } = placeOf(found);
    const one = Math.max(scale(), 0.75);
    at(one, x + (width - canvas.clientWidth / one) / 2, y + (height - canvas.clientHeight / one) / 2);
  }

  // Where a box of the map stands in the drawing.
  function placeOf(one) {
    const { width, height } = one.getBBox();
    const [own, shift] = [one, one.parentNode].map((part) => part.transform.baseVal.consolidate().matrix);
    return { x: own.e + shift.e, y: own.f + shift.f, width, height };
  }

  if (svg) {
    on(window, "beforeprint", () => svg.setAttribute("viewBox", Object.values(whole).join(" ")));
    on(window, "afterprint", () => view(seen));
    let started = false;
    new ResizeObserver(() => {
      if (!canvas.clientWidth || !canvas.clientHeight) return;
      const one = scale();
      if (started) at(one, seen.x, seen.y);
      else {
        started = true;
        wholeMap();
        if (fitting() < 0.5) {
          const { x, y } = placeOf(svg.querySelector(".b"));
          at(0.7, x - 30, Math.max(0, y - canvas.clientHeight / 1.4));
        }
        if (chosen) centre(chosen);
      }
    }).observe(canvas);
    on(canvas, "wheel", (event) => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.clientX, event.clientY);
    });
    on(canvas, "keydown", (event) => {
      const keys = {
        ArrowLeft: () => pan(-60, 0),
        ArrowRight: () => pan(60, 0),
        ArrowUp: () => pan(0, -60),
        ArrowDown: () => pan(0, 60),
        "+": () => zoom(1.25),
        "=": () => zoom(1.25),
        "-": () => zoom(0.8),
        0: wholeMap,
      };
      if (!keys[event.key] || event.ctrlKey || event.altKey || event.metaKey) return;
      keys[event.key]();
      event.preventDefault();
    });
    on(byId("larger"), "click", () => zoom(1.25));
    on(byId("smaller"), "click", () => zoom(0.8));
    on(byId("whole"), "click", wholeMap);

    // One pointer drags, two zoom.
    const held = new Map();
    const apart = () => {
      const [one, two] = [...held.values()];
      return Math.hypot(one.x - two.x, one.y - two.y);
    };
    on(canvas, "pointerdown", (event) => {
      held.set(event.pointerId, { x: event.clientX, y: event.clientY });
      moved = false;
    });
    on(canvas, "pointermove", (event) => {
      const last = held.get(event.pointerId);
      if (!last) return;
      const [right, down] = [event.clientX - last.x, event.clientY - last.y];
      if (!moved && Math.hypot(right, down) < 4) return;
      moved = true;
      canvas.setPointerCapture(event.pointerId);
      canvas.classList.add("held");
      const before = held.size > 1 ? apart() : 0;
      held.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (before) zoom(apart() / before, event.clientX, event.clientY);
      else pan(-right, -down);
    });
    for (const end of ["pointerup", "pointercancel"])
      on(canvas, end, (event) => {
        held.delete(event.pointerId);
        canvas.classList.remove("held");
        setTimeout(() => (moved = false), 0); // after the click that a drag ends with
      });
  }

  // ---- Views and colours.
  const views = all("button[data-view]");
  function show(name) {
    body.dataset.view = name;
    for (const one of views) one.setAttribute("aria-pressed", one.dataset.view === name);
  }
  for (const one of views) on(one, "click", () => show(one.dataset.view));
  // Panels that stay in view begin below the bar.
  const bar = all(".top")[0];
  new ResizeObserver(() => root.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);
  show(narrow.matches && byId("article") ? "article" : "tree");

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
  const name = () => (byId("theme").textContent = isDark() ? "Light" : "Dark");
  on(byId("theme"), "click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    name();
  });
  on(dark, "change", name);
  name();
  begin();
  const asked = location.hash.match(/^#[pt](\d+)/);
  if (asked) choose(asked[1], "link");
})();
