/* The map: MapLibre where WebGL2 is there, a plain SVG where it is not. Both draw the same records. */
(function () {
  "use strict";
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const holderColour = (data, holder) => {
    const n = data.holders.indexOf(holder);
    return n < 0 ? css("--nobody") : css("--h" + Math.min(n, 5));
  };
  // A span holds on a day from the last day the change can have come to the first day the next can have come.
  const holdsOn = (span, day) =>
    (!span.from_earliest && !span.from_latest ? true : (span.from_earliest || span.from_latest) <= day) && (!span.to_latest || span.to_latest > day || (span.to_earliest || span.to_latest) >= day);
  const controlOn = (data, day) => {
    const latest = new Map();
    for (const s of data.control) {
      const key = s.place + "|" + s.facility;
      const known = latest.get(key);
      if (holdsOn(s, day) && (!known || (s.from_latest || "") >= (known.from_latest || ""))) latest.set(key, s);
    }
    return [...latest.values()];
  };
  const incidentsOn = (data, day, only) =>
    data.incidents.filter((i) => !only || ((i.earliest || i.latest || "") <= day && (i.latest || "9") >= day));

  function points(data, day, only) {
    const control = controlOn(data, day).map((s) => ({
      type: "Feature", geometry: { type: "Point", coordinates: [s.lon, s.lat] },
      properties: { id: s.id, kind: "control", colour: holderColour(data, s.holder), solid: s.state === "held" ? 1 : 0,
        ring: s.state === "contested" ? css("--contested") : s.state === "besieged" ? css("--weak") : holderColour(data, s.holder),
        text: s.place + ": " + s.state + (s.holder ? ", " + s.holder : "") },
    }));
    const incidents = incidentsOn(data, day, only).map((i) => ({
      type: "Feature", geometry: { type: "Point", coordinates: [i.lon, i.lat] },
      properties: { id: i.id, kind: "incident", coarse: i.coarse ? 1 : 0, size: i.killed ? 6 : 4,
        text: i.type + ", " + i.place + (i.killed ? ", killed " + i.killed : "") },
    }));
    const collection = (features) => ({ type: "FeatureCollection", features });
    return { control: collection(control), incidents: collection(incidents) };
  }

  function fit(box) { return [[box[0] + 5, box[1] + 5], [box[2] - 5, box[3] - 5]]; }

  function mapLibre(element, data, choose) {
    const none = { type: "FeatureCollection", features: [] };
    const map = new maplibregl.Map({
      container: element, attributionControl: false, bounds: fit(data.base.box), fitBoundsOptions: { padding: 20 }, maxZoom: 11, dragRotate: false,
      style: { version: 8, sources: {
        countries: { type: "geojson", data: data.base.countries }, admin1: { type: "geojson", data: data.base.admin1 },
        labels: { type: "geojson", data: data.base.labels }, control: { type: "geojson", data: none }, incidents: { type: "geojson", data: none } },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": css("--sea") } },
        { id: "land", type: "fill", source: "countries", paint: { "fill-color": css("--land") } },
        { id: "inner", type: "line", source: "admin1", paint: { "line-color": css("--inner"), "line-width": 1 } },
        { id: "border", type: "line", source: "countries", paint: { "line-color": css("--border"), "line-width": 1.2, "line-dasharray": [4, 1.5] } },
        { id: "labels", type: "symbol", source: "labels", layout: { "text-field": ["get", "name"], "text-size": 12, "text-letter-spacing": 0.12, "text-transform": "uppercase" }, paint: { "text-color": css("--soft"), "text-halo-color": css("--land"), "text-halo-width": 1.2, "text-opacity": 0.8 } },
        { id: "control", type: "circle", source: "control", paint: { "circle-radius": 10, "circle-color": ["get", "colour"], "circle-opacity": ["case", ["==", ["get", "solid"], 1], 0.85, 0.2], "circle-stroke-color": ["get", "ring"], "circle-stroke-width": 2.5 } },
        { id: "incidents", type: "circle", source: "incidents", paint: { "circle-radius": ["get", "size"], "circle-color": css("--event"), "circle-opacity": ["case", ["==", ["get", "coarse"], 1], 0.25, 0.8], "circle-stroke-color": css("--card"), "circle-stroke-width": 1 } },
        { id: "names", type: "symbol", source: "control", layout: { "text-field": ["slice", ["get", "text"], 0, ["index-of", ":", ["get", "text"]]], "text-size": 12, "text-offset": [0, 1.3], "text-anchor": "top", "text-optional": true }, paint: { "text-color": css("--ink"), "text-halo-color": css("--land"), "text-halo-width": 1.5 } },
      ] },
    });
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }));
    const popup = new maplibregl.Popup({ closeButton: false, offset: 12 });
    for (const layer of ["control", "incidents"]) {
      map.on("mouseenter", layer, (e) => { map.getCanvas().style.cursor = "pointer"; popup.setLngLat(e.features[0].geometry.coordinates).setText(e.features[0].properties.text).addTo(map); });
      map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; popup.remove(); });
      map.on("click", layer, (e) => choose(e.features[0].properties.id));
    }
    let wanted = null, ready = false;
    map.on("load", () => { ready = true; if (wanted) draw(...wanted); });
    function draw(day, only) {
      wanted = [day, only];
      if (!ready) return;
      const p = points(data, day, only);
      map.getSource("control").setData(p.control);
      map.getSource("incidents").setData(p.incidents);
    }
    return { draw, show: (lon, lat) => map.easeTo({ center: [lon, lat], zoom: Math.max(map.getZoom(), 6) }) };
  }

  function svgMap(element, data, choose) {
    const [w, s, e, n] = data.base.box;
    const k = Math.cos(((s + n) / 2) * Math.PI / 180);
    const x = (lon) => ((lon - w) * k).toFixed(2), y = (lat) => (n - lat).toFixed(2);
    const path = (ring, close) => "M" + ring.map((p) => x(p[0]) + "," + y(p[1])).join("L") + (close ? "Z" : "");
    const land = data.base.countries.features.map((f) => f.geometry.coordinates.map((p) => p.map((r) => path(r, true)).join("")).join("")).join("");
    const inner = data.base.admin1.geometry.coordinates.map((l) => path(l, false)).join("");
    const unit = ((e - w) * k) / 100;
    element.innerHTML = '<svg viewBox="0 0 ' + ((e - w) * k).toFixed(2) + " " + (n - s).toFixed(2) + '" preserveAspectRatio="xMidYMid slice" role="img" aria-label="Map">' +
      '<path d="' + land + '" fill="var(--land)" stroke="var(--border)" stroke-width="' + unit * .2 + '"/><path d="' + inner + '" fill="none" stroke="var(--inner)" stroke-width="' + unit * .12 + '"/><g></g></svg>';
    const layer = element.querySelector("g");
    function dot(f, r, fill, opacity, stroke) {
      const c = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      c.setAttribute("cx", x(f.geometry.coordinates[0])); c.setAttribute("cy", y(f.geometry.coordinates[1])); c.setAttribute("r", r * unit);
      c.setAttribute("fill", fill); c.setAttribute("fill-opacity", opacity); c.setAttribute("stroke", stroke); c.setAttribute("stroke-width", unit * .3);
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = f.properties.text; c.appendChild(title); c.addEventListener("click", () => choose(f.properties.id)); layer.appendChild(c);
    }
    return {
      draw(day, only) {
        layer.replaceChildren();
        const p = points(data, day, only);
        p.control.features.forEach((f) => dot(f, 1.3, f.properties.colour, f.properties.solid ? .85 : .2, f.properties.ring));
        p.incidents.features.forEach((f) => dot(f, f.properties.size / 8, css("--event"), f.properties.coarse ? .25 : .8, css("--card")));
      },
      show() {},
    };
  }

  function webgl() {
    try { return Boolean(document.createElement("canvas").getContext("webgl2")); } catch { return false; }
  }

  window.frontwireMap = (element, data, choose) => {
    if (window.maplibregl && webgl()) {
      try { return mapLibre(element, data, choose); } catch (error) { console.warn("MapLibre could not start, drawing a plain map:", error); element.replaceChildren(); }
    }
    return svgMap(element, data, choose);
  };
  window.frontwireColour = holderColour;
})();
