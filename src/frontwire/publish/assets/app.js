/* Time slider, search, keyboard (j and k walk the list) and the ties between list and map. */
(function () {
  "use strict";
  const data = window.FRONTWIRE;
  const byId = (id) => document.getElementById(id);
  const dates = [...new Set([...data.incidents.flatMap((i) => [i.earliest, i.latest]), ...data.control.flatMap((s) => [s.from_earliest, s.from_latest])].filter((d) => d && d.length >= 10).map((d) => d.slice(0, 10)))].sort();
  // Background recaps may lie years back: the slider covers the busiest stretch, from the first tenth of the dates on.
  const shift = (day, n) => new Date(Date.parse(day + "T00:00:00Z") + n * 864e5).toISOString().slice(0, 10);
  const last = dates.length ? dates[dates.length - 1] : new Date().toISOString().slice(0, 10);
  const start = dates.find((d) => d >= shift(last, -120)) || last;
  const days = [];
  for (let d = start; d <= last; d = shift(d, 1)) days.push(d);

  const slider = byId("day"), only = byId("only"), search = byId("search"), kind = byId("kind");
  slider.max = String(Math.max(0, days.length - 1));
  slider.value = slider.max;
  const rows = [...document.querySelectorAll(".incident")];
  const shown = () => rows.filter((r) => !r.hidden);

  function choose(id) {
    const row = byId(id);
    if (!row) return;
    row.hidden = false;
    const details = row.querySelector("details");
    if (details) details.open = true;
    mark(row);
    row.scrollIntoView({ block: "center", behavior: "smooth" });
    history.replaceState(null, "", "#" + id);
  }
  function mark(row) {
    rows.forEach((r) => r.classList.toggle("chosen", r === row));
  }
  const map = window.frontwireMap(byId("map"), data, choose);

  function update() {
    const day = days[Number(slider.value)] || last;
    byId("day-text").textContent = day;
    slider.setAttribute("aria-valuetext", day);
    const words = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    for (const r of rows) {
      const text = r.querySelector("summary").textContent.toLowerCase();
      const first = (r.dataset.earliest || r.dataset.latest || "").slice(0, 10), end = (r.dataset.latest || "9").slice(0, 10);
      r.hidden = !words.every((w) => text.includes(w)) || (kind.value && r.dataset.kind !== kind.value) || (only.checked && !(first <= day && end >= day));
    }
    byId("count").textContent = shown().length === rows.length ? rows.length : shown().length + " of " + rows.length;
    map.draw(day, only.checked);
  }

  const legend = byId("legend");
  function entry(label, style) {
    const li = document.createElement("li"), dot = document.createElement("i");
    Object.assign(dot.style, style);
    li.append(dot, label);
    legend.append(li);
  }
  data.holders.forEach((h) => entry(h, { background: window.frontwireColour(data, h) }));
  if (data.control.some((s) => s.state === "contested")) entry("contested", { borderColor: "var(--contested)" });
  if (data.control.some((s) => s.state === "vacated")) entry("left by its holder", { borderColor: "var(--nobody)" });
  entry("incident", { background: "var(--event)", transform: "scale(.7)" });

  [slider, only, search, kind].forEach((e) => e.addEventListener("input", update));
  byId("back").addEventListener("click", () => { slider.stepDown(); update(); });
  byId("forth").addEventListener("click", () => { slider.stepUp(); update(); });
  rows.forEach((r) => r.querySelector("details")?.addEventListener("toggle", (e) => {
    if (!e.target.open) return;
    mark(r);
    const i = data.incidents.find((x) => x.id === r.id);
    if (i && !i.coarse) map.show(i.lon, i.lat);
  }));
  document.addEventListener("keydown", (e) => {
    if (e.target.matches("input, textarea") || e.ctrlKey || e.metaKey || e.altKey || (e.key !== "j" && e.key !== "k")) return;
    const list = shown(), at = list.findIndex((r) => r.classList.contains("chosen"));
    const next = list[Math.min(list.length - 1, Math.max(0, at + (e.key === "j" ? 1 : -1)))];
    if (next) { mark(next); next.querySelector("summary").focus(); next.scrollIntoView({ block: "nearest" }); }
  });
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
  update();
  if (location.hash) choose(location.hash.slice(1));
})();
