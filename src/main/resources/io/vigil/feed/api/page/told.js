// What the stream has told since the page was opened, each transition once.

import { element, say } from "./dom.js";
import { actionWord, actorWord, clock, isActive, isTaken, typeWord } from "./words.js";

const MOST = 50;

export class Told {
  #numbers = new Set();

  // Whether this was not told before.
  isNew(number) {
    const before = this.#numbers.size;
    return this.#numbers.add(number).size > before;
  }

  show({ alert, transition }, name) {
    const list = document.getElementById("told");
    document.getElementById("nothing-told").hidden = true;
    list.prepend(
      element(
        "li",
        { "data-line": `${alert.id}#${transition.index}` },
        `${clock(transition.ts)} ${name}, ${typeWord(alert.type)}: ${actionWord(transition.action)} (${actorWord(transition.actor)})`,
      ));
    while (list.children.length > MOST) {
      list.lastElementChild.remove();
    }
  }
}

// The one thing that is said aloud: that somebody needs help, and that it is taken.
export function announce({ alert, transition }, name) {
  const words = {
    raised: `New alert. ${name}: ${alert.evidence.sentence}`,
    acknowledged: `${transition.actor} takes care of ${name}.`,
  };
  if (words[transition.action] !== undefined) {
    say(document.getElementById("news"), words[transition.action]);
  }
}

// Whether somebody who sleeps must wake up.
export function callsOut(before, { alert }) {
  const calls = (one) =>
    one !== undefined && one.severity === "CRITICAL" && isActive(one) && !isTaken(one);
  return calls(alert) && !alert.replay && !calls(before);
}
