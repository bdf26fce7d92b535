// Open alerts: the worst first, then those that wait longest.

import { get } from "./api.js";
import { Card } from "./card.js";
import { arrange } from "./dom.js";
import { isActive, isTaken, isTechnical, severityRank } from "./words.js";

const TICK_MILLIS = 1000;

export class Alerts {
  #alerts = new Map();
  // The revisions by which alerts were dealt with: an older list would bring them back.
  #done = new Map();
  #cards = new Map();
  #names;
  #loaded = false;

  constructor(names) {
    this.#names = names;
    setInterval(() => this.#cards.forEach((card) => card.tick()), TICK_MILLIS);
  }

  // All that is open: what a break may have hidden is looked up, not guessed. What the stream tells
  // while the answer is on its way is newer than the answer, and stays.
  async load() {
    const before = [...this.#alerts.keys()];
    const lists = await Promise.all(
      ["ACTIVE", "UNACK"].map((status) => get(`/v1/alerts?limit=1000&status=${status}`)));
    const open = lists.flatMap((list) => list.alerts);
    const ids = new Set(open.map((alert) => alert.id));
    before.filter((id) => !ids.has(id)).forEach((id) => this.#alerts.delete(id));
    open.forEach((alert) => this.#keep(alert));
    this.#loaded = true;
    this.show();
  }

  // The newest form of one. Answers with what was known before.
  take(alert) {
    const before = this.#alerts.get(alert.id);
    this.#keep(alert);
    this.show();
    return before;
  }

  #keep(alert) {
    const known = this.#alerts.get(alert.id)?.revision ?? this.#done.get(alert.id) ?? -1;
    if (known > alert.revision) {
      return;
    }
    if (alert.status === "CLEARED_ACK") {
      this.#done.set(alert.id, alert.revision);
      this.#alerts.delete(alert.id);
    } else {
      this.#alerts.set(alert.id, alert);
    }
  }

  show() {
    const open = [...this.#alerts.values()].sort(
      (one, other) =>
        isActive(other) - isActive(one) ||
        severityRank(one.severity) - severityRank(other.severity) ||
        one.startTs.localeCompare(other.startTs));
    const calling = open.filter((alert) => !isTechnical(alert));
    arrange(document.getElementById("alerts"), calling.map((alert) => this.#card(alert)));
    arrange(
      document.getElementById("technical"),
      open.filter(isTechnical).map((alert) => this.#card(alert)));
    [...this.#cards.keys()]
      .filter((id) => !this.#alerts.has(id))
      .forEach((id) => this.#cards.delete(id));
    this.#count(calling);
  }

  // Opens one for who comes by a link to it; answers whether it is there.
  open(id) {
    this.#cards.get(id)?.open();
    return this.#cards.has(id);
  }

  #card(alert) {
    if (!this.#cards.has(alert.id)) {
      this.#cards.set(alert.id, new Card(alert));
    }
    const card = this.#cards.get(alert.id);
    card.update(alert, this.#names.of(alert.participantId));
    return card.element;
  }

  #count(calling) {
    const none = document.getElementById("no-alerts");
    none.hidden = !this.#loaded || calling.length > 0;
    none.textContent = "Nobody needs help as far as the sensors tell.";
    const waiting = calling.filter((alert) => isActive(alert) && !isTaken(alert));
    const critical = waiting.find((alert) => alert.severity === "CRITICAL");
    const first = critical === undefined ? "" : `CRITICAL: ${this.#names.of(critical.participantId)} - `;
    document.title = `${waiting.length > 0 ? `(${waiting.length}) ` : ""}${first}Vigil`;
  }
}
