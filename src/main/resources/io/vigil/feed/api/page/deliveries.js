// How far the messages about an alert have come: whether somebody who was called can know of it.

import { arrange, element, say } from "./dom.js";
import { clock, messageWord } from "./words.js";

export class Deliveries {
  #list = element("ul", { class: "deliveries" });
  #note = element("p", {}, "Loading the messages");

  constructor() {
    this.element = element("div", {}, element("h4", {}, "Messages"), this.#note, this.#list);
  }

  // known: what the feed says of each; null where it does not know.
  show(known) {
    const all = known ?? [];
    say(this.#note, note(known));
    this.#note.hidden = all.length > 0;
    this.#list.hidden = all.length === 0;
    arrange(this.#list, all.map((one, place) => this.#list.children[place] ?? element("li")));
    all.forEach((one, place) => say(this.#list.children[place], line(one)));
  }
}

const note = (known) =>
  known === null
    ? "It is not known how far messages have come."
    : "No message is sent about this alert.";

const line = (one) => `${one.hook}, ${messageWord(one.type).toLowerCase()}: ${state(one)}`;

function state({ state, attempts, lastTs, nextTs, settledTs }) {
  const tries = attempts === 1 ? "once" : `${attempts} times`;
  const last = lastTs === null ? "" : `, last at ${clock(lastTs)}`;
  switch (state) {
    case "DELIVERED":
      return `delivered at ${clock(settledTs)}${attempts > 1 ? `, after ${attempts} tries` : ""}`;
    case "DROPPED":
      return "not sent, because nobody need come any more";
    case "DEAD":
      return `not delivered: given up at ${clock(settledTs)}, tried ${tries}${last}`;
    default:
      return attempts === 0
        ? "is about to be sent"
        : `not delivered yet, tried ${tries}${last}; next try at ${clock(nextTs)}`;
  }
}
