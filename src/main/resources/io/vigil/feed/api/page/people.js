// People, and each one's day as a band of activities. Days are those of who looks at the page.

import { get } from "./api.js";
import { band, legend } from "./band.js";
import { arrange, element, say } from "./dom.js";
import { activityWord, ago } from "./words.js";

const DAY_NAMES = ["today", "yesterday"];
const FRESH_MILLIS = 10000;

export class People {
  #people = new Map();
  #cards = new Map();
  #changed = new Set();
  #daysBack = 0;
  #meeting = null;

  constructor() {
    const step = (by) => () => {
      this.#daysBack = Math.max(0, this.#daysBack + by);
      this.#showDays();
    };
    document.getElementById("day-before").addEventListener("click", step(1));
    document.getElementById("day-after").addEventListener("click", step(-1));
    setInterval(() => this.#refresh(), FRESH_MILLIS);
  }

  // What somebody is called; the feed alone knows names.
  of(id) {
    return this.#people.get(id)?.name ?? (id === "" ? "The system" : id);
  }

  // Learns who somebody is, where that is not known; without the feed they are called by their id.
  async meet(id) {
    if (id !== "" && !this.#people.has(id)) {
      this.#meeting ??= this.load().catch(() => {}).finally(() => (this.#meeting = null));
      await this.#meeting;
    }
  }

  async load() {
    await this.#list();
    await this.#showDays();
  }

  async #list() {
    const { people } = await get("/v1/people");
    this.#people = new Map(people.map((person) => [person.id, person]));
    document.getElementById("no-people").hidden = people.length > 0;
    arrange(document.getElementById("people"), people.map((person) => this.#card(person).element));
  }

  // Somebody does something: shown soon, once for many changes.
  take(episode) {
    this.#changed.add(episode.participantId);
    this.meet(episode.participantId);
  }

  #card(person) {
    if (!this.#cards.has(person.id)) {
      const made = {
        name: element("h3"),
        now: element("p", { class: "now" }),
        day: element("div", { class: "day" }),
      };
      made.element = element("li", { class: "card", "data-person": person.id }, made.name, made.now, made.day);
      this.#cards.set(person.id, made);
    }
    const card = this.#cards.get(person.id);
    say(card.name, person.name);
    say(card.now, now(person));
    return card;
  }

  async #refresh() {
    if (this.#changed.size === 0) {
      return;
    }
    const changed = [...this.#changed];
    this.#changed.clear();
    try {
      await this.#list();
      await (this.#daysBack === 0 ? this.#draw(changed) : null);
    } catch {
      changed.forEach((id) => this.#changed.add(id));
    }
  }

  async #showDays() {
    say(document.getElementById("day-name"), DAY_NAMES[this.#daysBack] ?? this.#start().toLocaleDateString());
    document.getElementById("day-after").disabled = this.#daysBack === 0;
    await this.#draw([...this.#people.keys()]);
  }

  #start(back = this.#daysBack) {
    const today = new Date();
    return new Date(today.getFullYear(), today.getMonth(), today.getDate() - back);
  }

  async #draw(ids) {
    const back = this.#daysBack;
    for (const id of ids.filter((one) => this.#people.has(one))) {
      const day = this.#cards.get(id).day;
      try {
        const spans = await this.#spans(id, back);
        if (back === this.#daysBack) {
          day.replaceChildren(...drawn(this.of(id), spans, this.#start(back)));
        }
      } catch (problem) {
        day.replaceChildren(element("p", {}, `The day cannot be shown: ${problem.message}.`));
      }
    }
  }

  // The feed's days are those of UTC: one of ours touches two of them.
  async #spans(id, back) {
    const [start, end] = [this.#start(back), this.#start(back - 1)];
    const utc = (time) => time.toISOString().slice(0, 10);
    const days = new Set([utc(start), utc(new Date(end - 1))]);
    const told = await Promise.all(
      [...days].map((day) => get(`/v1/people/${encodeURIComponent(id)}/days/${day}`)));
    const episodes = new Map(told.flatMap((day) => day.episodes).map((one) => [one.id, one]));
    return [...episodes.values()]
      .map((one) => ({
        activity: one.activity,
        from: (Math.max(Date.parse(one.start), start) - start) / 1000,
        to: (Math.min(Date.parse(one.end), end) - start) / 1000,
      }))
      .filter((span) => span.from < span.to);
  }
}

function now(person) {
  const silent = person.silent ? "The sensor is silent. " : "";
  return person.activity === null
    ? `${silent}No activity is known.`
    : `${silent}${person.activity.open ? "Now" : `Until ${ago(person.activity.end)}`}: ${activityWord(person.activity.activity)}`;
}

function drawn(name, spans, start) {
  return spans.length === 0
    ? [element("p", { class: "calm" }, "Nothing was seen on this day.")]
    : [band(name, spans, start), legend(spans)];
}
