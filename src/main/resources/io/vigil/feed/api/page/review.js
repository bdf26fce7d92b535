// The page for reviewers: one question at a time, answered by a press or a key.

import { get, post, signIn } from "./api.js";
import { aroundBand } from "./around.js";
import { element, say } from "./dom.js";
import { movement } from "./movement.js";
import { answerWord, showReviewed } from "./reviewed.js";
import { leadsElsewhere } from "./watch.js";
import { activityWord, clock, duration } from "./words.js";

const NOT_SURE = "not sure";
const NOT_WORN = "not worn";
const TAKEN_BACK = "taken back";

const byId = (id) => document.getElementById(id);

let items = [];
let shown = null;
let activities = [];
let waiting = 0;
let given = [];
let busy = false;
let keysOn = true;

async function load() {
  try {
    const queue = await get("/v1/review?limit=10");
    activities = queue.activities;
    waiting = queue.waiting;
    items = queue.items;
    show(items[0] ?? null);
    beside();
  } catch (problem) {
    await refuse(problem);
  }
}

function show(item) {
  shown = item;
  byId("none").hidden = item !== null;
  say(byId("none"), "Nothing is waiting for an answer. New questions come as the model meets what it is unsure of.");
  say(byId("count"), waiting === 0 ? "" : `${waiting} waiting`);
  byId("item").replaceChildren(...(item === null ? given.length > 0 ? [takeBack()] : [] : drawn(item)));
}

function drawn(item) {
  const span = (Date.parse(item.end) - Date.parse(item.start)) / 1000;
  const who = `${item.participantId}, ${clock(item.start)}, ${duration(span)}`;
  return [
    element("p", { class: "span" }, who),
    element("p", { class: "says" }, modelSays(item)),
    item.contested ? element("p", { class: "care" }, "Other reviewers differ about this. Your answer decides.") : null,
    aroundBand(item),
    movement(item.traces),
    choices(),
    element("p", { class: "origin" }, changes(item, span)),
  ].filter((one) => one !== null);
}

function modelSays(item) {
  const likely = Object.entries(item.probabilities)
    .filter(([, part]) => part >= 0.005)
    .sort((one, other) => other[1] - one[1])
    .slice(0, 3)
    .map(([activity, part]) => `${activityWord(activity)} ${Math.round(part * 100)} %`);
  const guesses = likely.length === 0 ? "" : ` Window by window: ${likely.join(", ")}.`;
  return `The model says: ${activityWord(item.activity)}.${guesses}`;
}

function changes(item, span) {
  const windows = item.windows === 1 ? "one window" : `${item.windows} windows`;
  return `Your answer becomes the ground truth of ${windows} within ${duration(span)}: the next model learns from it. ` +
    "It changes no alert, and nobody is called.";
}

function choices() {
  const keyed = activities.map((activity, place) => [place < 9 ? `${place + 1}` : "", activity]);
  return element(
    "fieldset",
    { class: "choices" },
    element("legend", {}, "This was"),
    ...[...keyed, ["s", NOT_SURE], ["w", NOT_WORN]].map(([key, activity]) =>
      button(key, answerWord(activity), () => answer(activity), activity)),
    ...(given.length > 0 ? [takeBack()] : []),
  );
}

const takeBack = () => button("u", "Take my last answer back", undo, TAKEN_BACK);

function button(key, words, press, answered) {
  const made = element(
    "button",
    { type: "button", "data-answer": answered },
    key === "" ? null : element("kbd", { "aria-hidden": "true" }, key),
    words,
  );
  made.addEventListener("click", press);
  return made;
}

const send = (item, activity) =>
  post("/v1/review/answers", {
    participantId: item.participantId, start: item.start, end: item.end, activity,
  });

// One at a time: a key that is held down must not answer what nobody has seen.
async function alone(work) {
  if (busy) {
    return;
  }
  busy = true;
  try {
    await work();
  } catch (problem) {
    await refuse(problem);
  } finally {
    busy = false;
  }
}

const answer = (activity) =>
  alone(async () => {
    if (shown === null) {
      return;
    }
    const item = shown;
    const answered = await send(item, activity);
    given.push(item);
    tell(`Noted: ${answerWord(activity)}. ${others(answered)}`);
    await forward(item);
  });

const undo = () =>
  alone(async () => {
    const item = given.pop();
    if (item === undefined) {
      return;
    }
    await send(item, TAKEN_BACK);
    tell("Taken back. Here it is again.");
    waiting++;
    items.unshift(item);
    show(item);
    look();
    beside();
  });

async function forward(item) {
  const before = items.length;
  items = items.filter((one) => one !== item);
  waiting = Math.max(0, waiting - (before - items.length));
  if (items.length === 0) {
    await load();
  } else {
    show(items[0]);
    beside();
  }
  look();
}

// What was answered is shown beside the question: the next answer does not wait for it.
function beside() {
  showReviewed(lookAgain).catch(refuse);
}

// The next question is where the last one was, for those who see and for those who hear.
function look() {
  byId("asked").focus({ preventScroll: true });
  byId("asked").scrollIntoView({ block: "start" });
}

function lookAgain(item) {
  show(item);
  look();
}

function others(answered) {
  if (answered.others.length === 0) {
    return "";
  }
  const said = answered.others.map((one) => `${one.reviewer} says ${answerWord(one.activity)}`).join(", ");
  return answered.standing === "CONTESTED"
    ? `${said}. Nothing is learnt from it until a third reviewer decides or one of you gives in.`
    : `${said}.`;
}

function tell(words) {
  say(byId("answer"), words);
}

async function refuse(problem) {
  if (problem.status === 404) {
    tell("This is not asked any more. Here is the next one.");
    await load();
  } else if (problem.status === 401) {
    const link = (await leadsElsewhere("/login")) ? element("a", { class: "onward", href: "/login?to=/review" }, "Sign in") : "";
    byId("none").hidden = false;
    byId("none").replaceChildren(`Nobody is signed in. ${problem.message}. `, link);
  } else if (problem.status === 403) {
    byId("none").hidden = false;
    say(byId("none"), "This page is for reviewers. Whoever runs the feed can make you one.");
  } else {
    tell(`Not done: ${problem.message}. Try again in a moment.`);
  }
}

function pressed(event) {
  const typing = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
  if (!keysOn || typing || (shown === null && event.key !== "u")) {
    return;
  }
  const place = "123456789".indexOf(event.key);
  if (place >= 0 && place < activities.length) {
    answer(activities[place]);
  } else if (event.key === "s") {
    answer(NOT_SURE);
  } else if (event.key === "w") {
    answer(NOT_WORN);
  } else if (event.key === "u") {
    undo();
  }
}

// Single keys can be switched off: somebody who speaks to their machine types letters by accident.
byId("keys").addEventListener("click", () => {
  keysOn = !keysOn;
  byId("keys").setAttribute("aria-pressed", `${keysOn}`);
  say(byId("keys"), keysOn ? "Keys are on" : "Keys are off");
  document.documentElement.classList.toggle("keys-off", !keysOn);
});
document.addEventListener("keydown", pressed);
await signIn().catch(() => {});
await load();
