// A day as a band. Each activity has a colour and a pattern, so that nobody needs the colour.

import { drawingWidth, element, svg } from "./dom.js";
import { activityWord, duration } from "./words.js";

const DAY_SECONDS = 86400;
const HEIGHT = 36;
const KINDS = 8;
const KNOWN = ["Walking", "Stairs", "Standing", "TalkingWhileStanding", "WorkingAtComputer", "Lying"];

// Marks over a colour, as a path in a square of 8.
const MARKS = ["M0 8L8 0", "M0 2H8M0 6H8", "", "M4 0V8", "M2 2h2v2h-2z", "M0 4H8", "M0 0L8 8M0 8L8 0", "M0 0L8 8"];

let bands = 0;

export function band(name, spans, start) {
  const id = `band-${++bands}`;
  const kinds = [...new Set(spans.map((span) => kind(span.activity)))];
  const width = drawingWidth();
  const across = (seconds) => (seconds / DAY_SECONDS) * width;
  return svg(
    "svg",
    { class: "band", viewBox: `0 0 ${width} ${HEIGHT + 22}`, role: "img", "aria-labelledby": id },
    svg("title", { id }, `The day of ${name}, ${start.toLocaleDateString()}, from 0 to 24 h. ${totalWords(spans)}`),
    patterns(id, kinds),
    svg("rect", { class: "unknown", x: 0, y: 0, width, height: HEIGHT }),
    ...spans.map((span) =>
      svg("rect", {
        x: across(span.from).toFixed(2),
        y: 0,
        width: Math.max(1, across(span.to - span.from)).toFixed(2),
        height: HEIGHT,
        fill: `url(#${id}-${kind(span.activity)})`,
      })),
    ...[0, 6, 12, 18, 24].map((hour) =>
      svg(
        "text",
        { x: across(hour * 3600), y: HEIGHT + 18, "text-anchor": hour === 0 ? "start" : hour === 24 ? "end" : "middle" },
        `${hour} h`,
      )),
  );
}

// How long each took, the longest first.
export function legend(spans) {
  const id = `legend-${++bands}`;
  return element(
    "ul",
    { class: "legend" },
    ...totals(spans).map(([activity, seconds], place) =>
      element(
        "li",
        {},
        svg(
          "svg",
          { class: "swatch", viewBox: "0 0 20 20", "aria-hidden": "true" },
          patterns(`${id}-${place}`, [kind(activity)]),
          svg("rect", { width: 20, height: 20, fill: `url(#${id}-${place}-${kind(activity)})` }),
        ),
        element("span", {}, `${activityWord(activity)} ${duration(seconds)}`),
      )),
  );
}

export function patterns(id, kinds) {
  return svg(
    "defs",
    {},
    ...kinds.map((one) =>
      svg(
        "pattern",
        { id: `${id}-${one}`, width: 8, height: 8, patternUnits: "userSpaceOnUse" },
        svg("rect", { class: `kind-${one}`, width: 8, height: 8 }),
        svg("path", { class: "mark", d: MARKS[one] }),
      )),
  );
}

function totals(spans) {
  const seconds = new Map();
  spans.forEach((span) =>
    seconds.set(span.activity, (seconds.get(span.activity) ?? 0) + span.to - span.from));
  return [...seconds].sort((one, other) => other[1] - one[1]);
}

const totalWords = (spans) =>
  totals(spans).map(([activity, seconds]) => `${activityWord(activity)} ${duration(seconds)}`).join(", ");

// Those that are known have a place each; a new one has the same place each time.
export function kind(activity) {
  const known = KNOWN.indexOf(activity);
  return known >= 0 ? known : 6 + ([...activity].reduce((sum, c) => sum + c.codePointAt(0), 0) % (KINDS - 6));
}
