// Some windows of movement side by side: the three axes in g, all to one scale.

import { hours } from "./around.js";
import { element, svg } from "./dom.js";

const WIDTH = 160;
const HEIGHT = 110;
const LEFT = 30;
const TOP = 8;
const AXES = [
  ["x", "sideways"],
  ["y", "along the body"],
  ["z", "forward"],
];

let panels = 0;

// traces: [{start, trace: {seconds, x, y, z} or null}].
export function movement(traces) {
  const drawn = traces.filter((one) => one.trace !== null);
  if (drawn.length === 0) {
    return element("p", { class: "calm" }, "The samples of these windows are gone.");
  }
  const all = drawn.flatMap((one) => AXES.flatMap(([axis]) => one.trace[axis]));
  const scale = { low: Math.min(-0.5, ...all), high: Math.max(1.5, ...all) };
  return element(
    "div",
    { class: "movement" },
    element("div", { class: "panels" }, ...drawn.map((one) => panel(one, scale))),
    element("ul", { class: "legend" }, ...AXES.map(([axis, words]) =>
      element(
        "li",
        {},
        svg(
          "svg",
          { class: "axis-swatch", viewBox: "0 0 28 12", "aria-hidden": "true" },
          svg("path", { class: `axis axis-${axis}`, d: "M0 6H28" }),
        ),
        element("span", {}, words),
      ))),
  );
}

function panel({ start, trace }, { low, high }) {
  const id = `movement-${++panels}`;
  const end = Math.max(trace.seconds.at(-1), 0.001);
  const across = (seconds) => LEFT + (seconds / end) * (WIDTH - LEFT - 4);
  const up = (g) => TOP + ((high - g) / (high - low)) * (HEIGHT - 2 * TOP);
  const words =
    `${hours(Date.parse(start))}, ${end.toFixed(0)} s: ` +
    AXES.map(([axis, name]) => `${name} ${range(trace[axis])}`).join(", ");
  return element(
    "figure",
    {},
    svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-labelledby": id },
      svg("title", { id }, words),
      ...[0, 1].map((g) => svg("line", { class: "grid", x1: LEFT, x2: WIDTH, y1: up(g), y2: up(g) })),
      ...[0, 1].map((g) => svg("text", { x: LEFT - 4, y: up(g) + 4, "text-anchor": "end" }, `${g} g`)),
      ...AXES.map(([axis]) =>
        svg("path", { class: `axis axis-${axis}`, d: path(trace.seconds, trace[axis], across, up) })),
    ),
    element("figcaption", {}, hours(Date.parse(start))),
  );
}

const range = (values) => `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)} g`;

const path = (seconds, values, across, up) =>
  seconds
    .map((at, i) => `${i === 0 ? "M" : "L"}${across(at).toFixed(1)} ${up(values[i]).toFixed(1)}`)
    .join("");
