// The movement around an event, as a plot: how strong it was in g over seconds.

import { drawingWidth, element, svg } from "./dom.js";

const HEIGHT = 220;
const LEFT = 44;
const RIGHT = 12;
const TOP = 34;
const BOTTOM = 42;

let plots = 0;

// trace: {seconds, x, y, z}, accelerations in g. Answers with a figure.
export function tracePlot(trace, what) {
  const g = trace.seconds.map((_, i) => Math.hypot(trace.x[i], trace.y[i], trace.z[i]));
  const peak = g.reduce((best, value, i) => (value > g[best] ? i : best), 0);
  const end = Math.max(trace.seconds.at(-1), 0.001);
  const top = Math.max(2, Math.ceil(g[peak]));
  const width = drawingWidth();
  const across = (seconds) => LEFT + (seconds / end) * (width - LEFT - RIGHT);
  const up = (value) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
  const id = `trace-${++plots}`;
  const words =
    `Movement over ${end.toFixed(1)} seconds. Hardest jolt ${g[peak].toFixed(1)} g after ` +
    `${trace.seconds[peak].toFixed(1)} s; at the end ${g.at(-1).toFixed(1)} g. At rest it is 1 g.`;
  return element(
    "figure",
    { class: "trace" },
    svg(
      "svg",
      { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-labelledby": `${id}-title ${id}-words` },
      svg("title", { id: `${id}-title` }, `Movement around: ${what}`),
      svg("desc", { id: `${id}-words` }, words),
      ...grid(top, end, across, up, width),
      svg("path", { class: "line", d: path(trace.seconds, g, across, up) }),
      ...mark(across(trace.seconds[peak]), up(g[peak]), width, `${g[peak].toFixed(1)} g`),
    ),
    element("figcaption", {}, words),
  );
}

function path(seconds, g, across, up) {
  return seconds
    .map((at, i) => `${i === 0 ? "M" : "L"}${across(at).toFixed(1)} ${up(g[i]).toFixed(1)}`)
    .join("");
}

function grid(top, end, across, up, width) {
  const drawn = [];
  const step = Math.max(1, Math.ceil(top / 4));
  for (let value = 0; value <= top; value += step) {
    drawn.push(
      svg("line", { class: "grid", x1: LEFT, x2: width - RIGHT, y1: up(value), y2: up(value) }),
      svg("text", { x: LEFT - 8, y: up(value) + 5, "text-anchor": "end" }, `${value} g`),
    );
  }
  const every = [0.5, 1, 2, 5, 10, 30, 60].find((seconds) => (end / seconds) * 60 <= width) ?? 120;
  for (let at = 0; at <= end; at += every) {
    drawn.push(
      svg("text", { x: across(at), y: HEIGHT - BOTTOM + 22, "text-anchor": "middle" }, `${at} s`),
    );
  }
  return drawn;
}

function mark(x, y, width, said) {
  const left = x > width / 2;
  return [
    svg("line", { class: "impact", x1: x, x2: x, y1: TOP - 10, y2: HEIGHT - BOTTOM }),
    svg("circle", { class: "impact-point", cx: x, cy: y, r: 5 }),
    svg(
      "text",
      { class: "impact-word", x: left ? x - 10 : x + 10, y: TOP - 14, "text-anchor": left ? "end" : "start" },
      `hardest jolt, ${said}`,
    ),
  ];
}
