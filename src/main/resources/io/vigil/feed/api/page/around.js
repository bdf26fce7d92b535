// What the model says of the time around a question, as a band with the question marked in it.

import { kind, patterns } from "./band.js";
import { drawingWidth, element, svg } from "./dom.js";
import { activityWord, clock, duration } from "./words.js";

const HEIGHT = 36;
const MARGIN_MILLIS = 15 * 60 * 1000;

let drawn = 0;

// item: {start, end, around: [{activity, start, end}]}. Answers with a figure.
export function aroundBand(item) {
  const id = `around-${++drawn}`;
  const [start, end] = [Date.parse(item.start), Date.parse(item.end)];
  const [from, to] = [start - MARGIN_MILLIS, end + MARGIN_MILLIS];
  const width = drawingWidth();
  const across = (millis) => (Math.max(0, Math.min(1, (millis - from) / (to - from))) * width);
  const kinds = [...new Set(item.around.map((one) => kind(one.activity)))];
  const here = Math.max(4, across(end) - across(start));
  return element(
    "figure",
    { class: "around" },
    svg(
      "svg",
      { class: "band", viewBox: `0 0 ${width} ${HEIGHT + 22}`, role: "img", "aria-labelledby": id },
      svg("title", { id }, "What the model says of the quarter of an hour before and after"),
      patterns(id, kinds),
      svg("rect", { class: "unknown", x: 0, y: 0, width, height: HEIGHT }),
      ...item.around.map((one) =>
        svg("rect", {
          x: across(Date.parse(one.start)).toFixed(2),
          y: 0,
          width: Math.max(1, across(Date.parse(one.end)) - across(Date.parse(one.start))).toFixed(2),
          height: HEIGHT,
          fill: `url(#${id}-${kind(one.activity)})`,
        })),
      svg("rect", { class: "here", x: across(start).toFixed(2), y: 2, width: here.toFixed(2), height: HEIGHT - 4 }),
      ...[[0, "start", from], [width / 2, "middle", (start + end) / 2], [width, "end", to]].map(
        ([x, anchor, at]) => svg("text", { x, y: HEIGHT + 18, "text-anchor": anchor }, hours(at))),
    ),
    element("figcaption", {}, words(item, start, end)),
  );
}

// The same in words, for those who do not see the band.
function words(item, start, end) {
  const begins = (one) => Date.parse(one.start);
  const ends = (one) => Date.parse(one.end);
  const before = item.around.filter((one) => ends(one) <= start).at(-1);
  const here = item.around.filter((one) => begins(one) < end && ends(one) > start);
  const after = item.around.find((one) => begins(one) >= end);
  const said = (one) =>
    one === undefined ? "nothing known" : `${activityWord(one.activity)} for ${duration((ends(one) - begins(one)) / 1000)}`;
  return `The model says, before: ${said(before)}; here, in the frame: ` +
    `${here.length === 0 ? said(undefined) : here.map(said).join(", ")}; after: ${said(after)}.`;
}

// The time of day alone.
export const hours = (millis) => clock(new Date(millis).toISOString()).split(", ").at(-1);
