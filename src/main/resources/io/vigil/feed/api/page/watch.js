// Watches the watching: says by itself when it is not working, and takes that back.

import { get } from "./api.js";
import { element, say } from "./dom.js";
import { clock, duration } from "./words.js";

const ASK_MILLIS = 5000;
const LOOK_MILLIS = 500;
const LONGEST_BREAK_MILLIS = 4000;
const OLDEST_STATUS_MILLIS = 20000;

export class Watch {
  #stream;
  #tell;
  #status = null;
  #refused = null;
  #signIn = null;
  #statusAt = Date.now();
  #reason = "";
  #asking = false;

  // tell: called with each status that the feed gives, with null where it gives none.
  constructor(stream, tell) {
    this.#stream = stream;
    this.#tell = tell;
  }

  begin() {
    this.ask();
    setInterval(() => this.ask(), ASK_MILLIS);
    setInterval(() => this.#look(), LOOK_MILLIS);
    // A phone that slept: what is on the screen is old until it is asked.
    document.addEventListener("visibilitychange", () => document.hidden || this.ask());
  }

  async ask() {
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    try {
      this.#status = await get("/v1/status");
      this.#statusAt = Date.now();
      this.#refused = null;
      this.#tell(this.#status);
    } catch (problem) {
      this.#refused = problem;
      this.#signIn ??= problem.status === 401 ? await leadsElsewhere("/login") : null;
      this.#tell(null);
    } finally {
      this.#asking = false;
      this.#look();
    }
  }

  #look() {
    const reason = this.#whyNot(Date.now());
    const banner = document.getElementById("banner");
    if (reason !== this.#reason) {
      this.#reason = reason;
      banner.replaceChildren(
        ...(reason === ""
          ? []
          : [
              element("strong", {}, "Monitoring is not working"),
              element("span", {}, `${reason} What is shown below may be old. Look after people in another way until this message is gone.`),
              ...(this.#refused?.status === 401 && this.#signIn
                ? [element("a", { href: `/login?to=${encodeURIComponent(`/${location.hash}`)}` }, "Sign in")]
                : []),
            ]),
      );
    }
    document.documentElement.classList.toggle("not-working", reason !== "");
    const live = document.getElementById("live");
    say(live, reason !== "" ? "Not live" : this.#status === null ? "Connecting" : "Live");
    live.classList.toggle("broken", reason !== "");
  }

  #whyNot(now) {
    if (this.#refused?.status === 401) {
      return `Nobody is signed in on this page. ${this.#refused.message}.`;
    }
    const broken = this.#stream.brokenSince;
    if (broken !== null && now - broken > LONGEST_BREAK_MILLIS) {
      return `This page has had no connection to the feed since ${clock(broken)}.`;
    }
    if (now - this.#statusAt > OLDEST_STATUS_MILLIS) {
      return `The feed has not answered since ${clock(this.#statusAt)}.`;
    }
    if (this.#status === null || this.#status.working) {
      return "";
    }
    return this.#status.store.reachable ? notAlive(this.#status.job) : "The feed cannot read the store.";
  }
}

// Where people sign in at a provider, that address sends them there; on one machine there is none.
export async function leadsElsewhere(address) {
  const answer = await fetch(address, { redirect: "manual" }).catch(() => null);
  return answer !== null && answer.type === "opaqueredirect";
}

function notAlive(job) {
  return job.heartbeat === null
    ? "The job that watches has given no sign of life."
    : `The job that watches gave its last sign of life at ${clock(job.heartbeat.ts)}.`;
}

// How things are, as a list of what and how; what was known is not shown as if it still held.
export function showState(status) {
  const list = document.getElementById("state");
  if (status === null) {
    [...list.children].forEach((row) => say(row.lastChild, "not known: the feed does not answer"));
    return;
  }
  const beat = status.job.heartbeat;
  const since = (iso) => `${duration((Date.parse(status.now) - Date.parse(iso)) / 1000)} ago`;
  const rows = [
    ["Job", status.job.alive ? "alive" : "gives no sign of life"],
    ["Last sign of life", beat === null ? "none" : since(beat.ts)],
    ["Newest data", beat?.newestSampleTs ? `from ${since(beat.newestSampleTs)}` : "not known"],
    ["Store", status.store.reachable ? "answers" : "cannot be read"],
    ["Silent sensors", status.silent.length === 0
      ? "none"
      : status.silent.map((one) => `${one.name} (since ${clock(one.since)})`).join(", ")],
  ];
  rows.forEach(([what, how], place) => {
    list.children[place] ?? list.append(element("div", {}, element("dt"), element("dd")));
    say(list.children[place].firstChild, what);
    say(list.children[place].lastChild, how);
  });
}
