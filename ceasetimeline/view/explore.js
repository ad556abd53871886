"use strict";
// The page works without this script as a list; the script adds chart, filters and details. Source text enters the
// document as text nodes or as clones of markup that was escaped when the page was written, never as HTML.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const byKey = new Map(data.events.map((event) => [event.key, event]));
  const groupClass = new Map(data.groups.map(([name], number) => [name, `group-${number}`]));
  const groupWords = new Map(data.groups.map(([name, words]) => [name, words]));
  const chartBox = document.getElementById("chart");
  const form = document.querySelector(".filters");
  const aside = document.querySelector("aside");
  const details = document.getElementById("details");
  const DAY = 86400000;
  const MOST_LINKS = 150;
  const ITEM_HEIGHT = 17;
  const time = (day) => Date.parse(day + "T00:00:00Z");

  const dated = data.events.filter((event) => event.days.some(Boolean));
  const known = dated.flatMap((event) => event.days.filter(Boolean).map(time));
  const [first, last] = data.axis.length ? [time(data.axis[0]), time(data.axis[1]) + DAY] : [0, DAY];
  // An open side is drawn as a fading end of a fortieth of the whole span: its length means nothing.
  const fade = Math.max((last - first) / 40, DAY);
  const whole = [first - 2 * fade, last + 2 * fade];

  function item(event) {
    const days = event.days.map((day) => day && time(day));
    const inner = days.filter((day) => day !== null);
    const openLeft = days[0] === null;
    const openRight = days[3] === null;
    const start = openLeft ? Math.min(...inner) - fade : days[0];
    const end = openRight ? Math.max(...inner) + DAY + fade : days[3] + DAY;
    const classes = [groupClass.get(event.group)];
    if (openLeft) classes.push("open-left");
    if (openRight) classes.push("open-right");
    if (event.realis !== "actual") classes.push("unmade");
    if (event.disputed) classes.push("disputed-item");
    return { id: event.key, start, end, type: "range", className: classes.join(" "), event, key: event.key, title: " " };
  }

  function content(shown) {
    if (!shown || !shown.event) return "";
    const event = shown.event;
    const holder = document.createElement("div");
    if (event.sure && event.realis === "actual") {
      const sure = document.createElement("div");
      sure.className = "sure";
      const span = shown.end - shown.start;
      sure.style.left = (100 * (time(event.sure[0]) - shown.start)) / span + "%";
      sure.style.width = (100 * (time(event.sure[1]) + DAY - time(event.sure[0]))) / span + "%";
      holder.append(sure);
    }
    const label = document.createElement("span");
    label.className = "label";
    label.textContent = event.label;
    holder.append(label);
    return holder;
  }

  function tip(shown) {
    const holder = document.createElement("div");
    const when = document.createElement("strong");
    when.textContent = shown.event.when;
    holder.append(when, document.createElement("br"), shown.event.label);
    return holder;
  }

  let chart = null;
  let items = null;
  let current = null;
  const lanes = document.getElementById("lanes");
  const MOST_LANES = 12;
  function laneNames() {
    const field = lanes.value;
    const counts = new Map();
    for (const event of dated) counts.set(event[field], (counts.get(event[field]) || 0) + 1);
    if (field === "group") return data.groups.map(([name]) => name).filter((name) => counts.has(name));
    const names = [...counts.keys()].filter(Boolean);
    return names.sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1)).slice(0, MOST_LANES);
  }

  function rowsOf(shown) {
    const names = laneNames();
    const field = lanes.value;
    const other = "\u0000other";
    const laneOf = (event) => (names.includes(event[field]) ? event[field] : other);
    const rows = shown.filter((event) => event.days.some(Boolean)).map((event) => ({ ...item(event), group: laneOf(event) }));
    const used = new Set(rows.map((row) => row.group));
    const labels = [...names, other].filter((name) => used.has(name)).map((name, order) => {
      const label = document.createElement("span");
      label.textContent = name === other ? "others" : (field === "group" ? groupWords.get(name) : name) || name;
      return { id: name, order, content: label };
    });
    return { items: new vis.DataSet(rows), groups: new vis.DataSet(labels) };
  }
  function show(shown) {
    if (!chart) return;
    const rows = rowsOf(shown);
    items = rows.items;
    chart.setData(rows);
    if (current && items.get(current)) chart.setSelection(current);
  }

  // vis-timeline measures every item by itself, which takes seconds for thousands; ours all have the height that the
  // style sheet gives them.
  const RangeItem = window.vis?.timeline?.components?.items?.RangeItem;
  if (RangeItem) {
    RangeItem.prototype._getDomComponentsSizes = function sizes() {
      this.overflow = false;
      this.whiteSpace = false;
      return { content: { width: 0 }, box: { height: ITEM_HEIGHT } };
    };
  }

  if (dated.length && window.vis) {
    const all = rowsOf(data.events);
    items = all.items;
    chart = new vis.Timeline(chartBox, items, all.groups, {
      stack: true,
      showCurrentTime: false,
      orientation: "top",
      verticalScroll: true,
      zoomKey: "ctrlKey",
      maxHeight: Math.max(260, Math.round(window.innerHeight * 0.55)),
      margin: { item: { horizontal: 1, vertical: 3 }, axis: 6 },
      min: Math.min(...known) - 6 * fade,
      max: Math.max(...known) + 6 * fade,
      zoomMin: 3 * DAY,
      moment: (date) => vis.moment(date).utc(),
      template: content,
      tooltip: { template: tip, delay: 150 },
      dataAttributes: ["key"],
    });
    // The list is not scrolled to the row: that would take the chart away from under the pointer.
    chart.on("select", ({ items: chosen }) => (chosen.length ? choose(chosen[0]) : drawLinks()));
    // vis-timeline fits everything once when it is first drawn; the axis of the picture leaves outliers out. (With its
    // options start and end it would show nothing for a second.)
    let fitted = false;
    chart.on("changed", () => {
      if (!fitted) {
        fitted = true;
        moves.fit();
      }
      requestAnimationFrame(drawLinks);
    });
    const names = chartBox.querySelector(".vis-panel.vis-left");
    names.tabIndex = 0;
    names.setAttribute("role", "group");
    names.setAttribute("aria-label", "Lanes");
  } else {
    chartBox.hidden = true;
  }

  // Filters ------------------------------------------------------------------------------------------------------
  const texts = new Map();
  function textOf(key) {
    if (!texts.has(key)) texts.set(key, document.getElementById(key).textContent.toLowerCase());
    return texts.get(key);
  }
  function fits(event) {
    const ask = Object.fromEntries(new FormData(form));
    const [start, , , end] = event.days;
    return (
      (!ask.actor || event.actors.includes(ask.actor)) &&
      (!ask.type || event.type === ask.type) &&
      (!ask.realis || event.realis === ask.realis) &&
      (!ask.source || event.sources.includes(ask.source)) &&
      (!ask.since || end === null || end >= ask.since) &&
      (!ask.until || start === null || start <= ask.until) &&
      (!ask.disputed || event.disputed) &&
      (!ask.words || textOf(event.key).includes(ask.words.toLowerCase()))
    );
  }
  function apply() {
    const shown = data.events.filter(fits);
    const keys = new Set(shown.map((event) => event.key));
    for (const event of data.events) document.getElementById(event.key).hidden = !keys.has(event.key);
    form.querySelector("output").textContent =
      shown.length === data.events.length ? `${shown.length} events` : `${shown.length} of ${data.events.length} events`;
    show(shown);
  }
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (submitted) => submitted.preventDefault());
  lanes.addEventListener("change", apply);

  // Details ------------------------------------------------------------------------------------------------------
  function choose(key, { scroll = false, focus = false } = {}) {
    if (!byKey.has(key)) return;
    const row = document.getElementById(key);
    document.querySelector("li.chosen")?.classList.remove("chosen");
    row.classList.add("chosen");
    current = key;
    details.replaceChildren(document.getElementById(key + "-details").content.cloneNode(true));
    for (const fold of details.querySelectorAll("details")) fold.open = true;
    aside.classList.add("open");
    aside.scrollTop = 0;
    if (scroll && !row.hidden) row.scrollIntoView({ block: "nearest" });
    if (focus) aside.focus();
    if (chart && items.get(key)) {
      chart.setSelection(key);
      const range = chart.getWindow();
      const { start, end } = items.get(key);
      if (end < range.start || start > range.end) chart.moveTo((start + end) / 2, { animation: false });
    }
    history.replaceState(null, "", "#" + encodeURIComponent(key));
    drawLinks();
  }
  document.getElementById("list").addEventListener("click", (click) => {
    const row = click.target.closest("li");
    if (row && !click.target.closest("a, summary")) choose(row.id, { focus: Boolean(click.target.closest("button")) });
  });
  details.addEventListener("click", (click) => {
    const goal = click.target.closest("[data-goto]");
    if (goal) choose(goal.dataset.goto, { scroll: true, focus: true });
  });
  function close() {
    aside.classList.remove("open");
    if (current) document.querySelector("#list li.chosen button")?.focus();
  }
  document.querySelector(".close").addEventListener("click", close);
  document.addEventListener("keydown", (key) => {
    if (key.key === "Escape" && aside.classList.contains("open")) close();
  });
  document.getElementById("list").addEventListener("keydown", (key) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key.key];
    const row = key.target.closest("li");
    if (!step || !row) return;
    let next = row;
    do next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
    while (next && next.hidden);
    if (next) {
      key.preventDefault();
      next.querySelector("button").focus();
    }
  });

  // Chart by buttons and keys --------------------------------------------------------------------------------------
  function move(by) {
    const { start, end } = chart.getWindow();
    const shift = (end - start) * by;
    chart.setWindow(+start + shift, +end + shift, { animation: false });
  }
  const moves = {
    in: () => chart.zoomIn(0.5, { animation: false }),
    out: () => chart.zoomOut(0.5, { animation: false }),
    left: () => move(-0.25),
    right: () => move(0.25),
    fit: () => chart.setWindow(...whole, { animation: false }),
  };
  for (const button of document.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => chart && moves[button.dataset.do]());
  }
  chartBox.addEventListener("keydown", (key) => {
    const name = { ArrowLeft: "left", ArrowRight: "right", "+": "in", "=": "in", "-": "out", 0: "fit" }[key.key];
    if (chart && name) {
      key.preventDefault();
      moves[name]();
    }
  });

  // Links: those of the chosen event, or all on demand ---------------------------------------------------------------
  const NS = "http://www.w3.org/2000/svg";
  const overlay = document.createElementNS(NS, "svg");
  overlay.classList.add("links");
  overlay.setAttribute("aria-hidden", "true");
  const allLinks = document.getElementById("links");
  allLinks.addEventListener("change", drawLinks);
  function drawLinks() {
    if (!chart) return;
    overlay.replaceChildren();
    const wanted = data.links.filter(([from, to]) => allLinks.checked || from === current || to === current);
    const middle = chartBox.querySelector(".vis-panel.vis-center");
    if (overlay.parentNode !== middle) middle.append(overlay);
    const base = middle.getBoundingClientRect();
    const drawn = new Map([...chartBox.querySelectorAll(".vis-item.vis-range")].map((box) => [box.dataset.key, box]));
    for (const [from, to, kind] of wanted.slice(0, MOST_LINKS)) {
      const [one, two] = [drawn.get(from), drawn.get(to)];
      if (!one || !two) continue;
      const [a, b] = [one.getBoundingClientRect(), two.getBoundingClientRect()];
      const [x1, y1] = [a.left - base.left, a.top + a.height / 2 - base.top];
      const [x2, y2] = [b.right - base.left, b.top + b.height / 2 - base.top];
      const bend = Math.max(20, Math.abs(x1 - x2) / 3);
      const line = document.createElementNS(NS, "path");
      line.setAttribute("d", `M${x1},${y1} C${x1 - bend},${y1} ${x2 + bend},${y2} ${x2 + 5},${y2}`);
      const name = document.createElementNS(NS, "title");
      name.textContent = kind;
      line.append(name);
      const tipEnd = document.createElementNS(NS, "path");
      tipEnd.classList.add("tip");
      tipEnd.setAttribute("d", `M${x2},${y2} l8,-4 v8 z`);
      overlay.append(line, tipEnd);
    }
  }

  const asked = decodeURIComponent(location.hash.slice(1));
  if (asked) choose(asked, { scroll: true });
})();
