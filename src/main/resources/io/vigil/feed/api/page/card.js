// An alert on the page: what happened, who has it, what can be done.

import { get } from "./api.js";
import { command } from "./commands.js";
import { arrange, element, say } from "./dom.js";
import { Deliveries } from "./deliveries.js";
import { tracePlot } from "./trace.js";
import {
  actionWord, actorWord, ago, clock, duration, isActive, isTaken, secondsSince, severityWord, typeWord,
} from "./words.js";

const SNOOZE_MILLIS = 30 * 60 * 1000;
const CONFIRM_MILLIS = 6000;
const FRESH_MILLIS = 10000;

let cards = 0;

export class Card {
  #alert;
  #name;
  #parts;
  #looked = 0;
  #lookedAt = 0;
  #plotted = false;
  #confirming = 0;

  constructor(alert) {
    this.#alert = alert;
    this.#parts = parts();
    this.element = this.#assemble();
    this.#bind();
  }

  update(alert, name) {
    const changed = alert.revision !== this.#alert.revision;
    this.#alert = alert;
    this.#name = name;
    const p = this.#parts;
    this.element.className = `card ${alert.severity.toLowerCase()}`;
    this.element.classList.toggle("waiting", !isTaken(alert) && isActive(alert));
    say(p.severity, severityWord(alert.severity));
    say(p.title, `${name}: ${typeWord(alert.type)}`);
    say(p.sentence, alert.evidence.sentence);
    say(p.origin, origin(alert));
    const taken = isTaken(alert);
    say(p.take, taken ? "I cannot after all" : "I take care");
    p.take.className = taken ? "plain" : "main";
    p.snooze.hidden = !isActive(alert);
    const group = `Answer: ${name}, ${typeWord(alert.type)}`;
    p.buttons.setAttribute("aria-label", group);
    arrange(p.history, alert.history.map((line, i) => p.history.children[i] ?? element("li")));
    alert.history.forEach((line, i) => say(p.history.children[i], historyLine(line)));
    this.tick();
    if (changed) {
      this.#look();
    }
  }

  open() {
    this.#parts.details.open = true;
    this.element.scrollIntoView();
    this.#parts.title.focus({ preventScroll: true });
  }

  // What changes by the clock alone.
  tick() {
    if (Date.now() - this.#lookedAt > FRESH_MILLIS) {
      this.#look();
    }
    say(this.#parts.age, `${ago(this.#alert.startTs)}, at ${clock(this.#alert.startTs)}`);
    say(this.#parts.care, careLine(this.#alert));
  }

  #assemble() {
    const p = this.#parts;
    const id = `alert-${++cards}`;
    p.title.id = id;
    p.details.append(
      p.summary, p.plot, p.deliveries.element, p.comment.form, p.assign.form, p.historyTitle, p.history);
    p.buttons.append(p.take, p.over, p.snooze);
    return element(
      "li",
      { "data-alert": this.#alert.id },
      element(
        "article",
        { "aria-labelledby": id },
        element("p", { class: "head" }, p.severity, p.age),
        p.title, p.sentence, p.origin, p.care, p.buttons, p.answer, p.details,
      ),
    );
  }

  #bind() {
    const p = this.#parts;
    p.take.addEventListener("click", () =>
      this.#ask({ command: isTaken(this.#alert) ? "unack" : "ack" }));
    p.snooze.addEventListener("click", () =>
      this.#ask({ command: "snooze", until: new Date(Date.now() + SNOOZE_MILLIS).toISOString() }));
    p.over.addEventListener("click", () => this.#over());
    p.details.addEventListener("toggle", () => this.#look());
    for (const [form, asked] of [[p.comment, "comment"], [p.assign, "assign"]]) {
      form.form.addEventListener("submit", async (event) => {
        event.preventDefault();
        if (await this.#ask({ command: asked, text: form.input.value })) {
          form.input.value = "";
        }
      });
    }
  }

  // What is over cannot be taken back: a slip of the thumb must not do it.
  #over() {
    const button = this.#parts.over;
    clearTimeout(this.#confirming);
    if (button.dataset.sure) {
      delete button.dataset.sure;
      say(button, "It is over");
      this.#ask({ command: "resolve" });
      return;
    }
    button.dataset.sure = "asked";
    say(button, "Press again: it is over");
    this.#confirming = setTimeout(() => {
      delete button.dataset.sure;
      say(button, "It is over");
    }, CONFIRM_MILLIS);
  }

  #ask(asked) {
    return command(this.#alert.id, asked, (words) => say(this.#parts.answer, words));
  }

  // What only the alert itself has, while it is open: the movement, which stays as it is, and how
  // far messages have come, which changes without the alert.
  async #look() {
    if (!this.#parts.details.open) {
      return;
    }
    this.#lookedAt = Date.now();
    const look = ++this.#looked;
    try {
      const { trace, deliveries } = await get(`/v1/alerts/${encodeURIComponent(this.#alert.id)}`);
      if (look === this.#looked) {
        this.#parts.deliveries.show(deliveries);
      }
      this.#plot(trace);
    } catch (problem) {
      this.#parts.deliveries.show(null);
      if (!this.#plotted) {
        this.#parts.plot.replaceChildren(`The movement cannot be shown: ${problem.message}.`);
      }
    }
  }

  #plot(trace) {
    if (this.#plotted) {
      return;
    }
    this.#plotted = true;
    const what = `${this.#name}, ${typeWord(this.#alert.type)}`;
    this.#parts.plot.replaceChildren(
      trace ? tracePlot(trace, what) : "There is no movement trace for this alert.");
  }
}

function parts() {
  const button = (text, kind) => element("button", { type: "button", class: kind }, text);
  return {
    severity: element("strong", { class: "severity" }),
    age: element("span", { class: "age" }),
    title: element("h3", { tabindex: "-1" }),
    sentence: element("p", { class: "sentence" }),
    origin: element("p", { class: "origin" }),
    care: element("p", { class: "care" }),
    buttons: element("p", { class: "row", role: "group" }),
    take: button("I take care", "main"),
    over: button("It is over", "plain"),
    snooze: button("Remind me in 30 min", "plain"),
    answer: element("p", { class: "answer", role: "status" }),
    details: element("details"),
    summary: element("summary", {}, "Movement, messages and history"),
    plot: element("div", {}, "Loading the movement"),
    deliveries: new Deliveries(),
    comment: form("Comment", "Add comment"),
    assign: form("Who takes care", "Assign"),
    historyTitle: element("h4", {}, "History"),
    history: element("ol", { class: "history" }),
  };
}

function form(label, action) {
  const input = element("input", { type: "text", maxlength: "500", required: true, autocomplete: "off" });
  const made = element(
    "form",
    { class: "row" },
    element("label", {}, element("span", {}, label), input),
    element("button", { type: "submit", class: "plain" }, action),
  );
  return { form: made, input };
}

function careLine(alert) {
  const who = alert.assignee === "" ? "" : ` Assigned to ${alert.assignee}.`;
  if (!isActive(alert)) {
    return `It ended by itself at ${clock(alert.clearTs)}; nobody has looked at it yet.${who}`;
  }
  if (isTaken(alert)) {
    return `${alert.ackBy} takes care, since ${clock(alert.ackTs)}.${who}`;
  }
  if (alert.snoozedUntil !== null) {
    return `Nobody has taken it. Reminder at ${clock(alert.snoozedUntil)}; nobody is called until then.${who}`;
  }
  return `Nobody has taken it yet. ${escalation(alert.escalation)}${who}`;
}

function escalation({ level, calls, nextTs, nextCalls }) {
  const called = level === 0 ? "" : `Called so far, last: ${calls}. `;
  if (nextTs === null) {
    return level === 0 ? "Nobody is called for this." : `${called}Nobody else is called.`;
  }
  const left = -secondsSince(nextTs);
  // Documents that an older job wrote do not say whom.
  const whom = nextCalls ? ` to ${nextCalls}` : "";
  return left > 0
    ? `${called}At ${clock(nextTs)}, in ${duration(left)}, a call goes out${whom}.`
    : `${called}A call${whom} is due now.`;
}

function origin(alert) {
  return [
    alert.replay ? "From a replay; nobody is called." : "",
    alert.delayed ? `Found late, ${duration(alert.ageMicros / 1e6)} after it happened.` : "",
  ].filter(Boolean).join(" ");
}

const historyLine = ({ ts, actor, action, reason }) =>
  `${clock(ts)} ${actionWord(action)}, by ${actorWord(actor)}${reason === "" ? "" : `: ${reason}`}`;
