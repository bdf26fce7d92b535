// How far reviewers are, and where they differ.

import { get } from "./api.js";
import { arrange, element, say } from "./dom.js";
import { activityWord, clock } from "./words.js";

const WORDS = { "not sure": "Not sure", "not worn": "Not worn" };

export const answerWord = (answer) => WORDS[answer] ?? activityWord(answer);

let asked = 0;

// look: called with an item that somebody wants to see again. Of several at once the last is shown.
export async function showReviewed(look) {
  const mine = ++asked;
  const [progress, differ] = await Promise.all([
    get("/v1/review/progress"),
    get("/v1/review/disagreements?limit=5"),
  ]);
  if (mine === asked) {
    showProgress(progress);
    showContested(differ, look);
  }
}

function showProgress(progress) {
  const windows = progress.windows;
  const rows = [
    ["Your answers today", `${progress.answersToday}; 20 to 50 a day are enough`],
    ["Windows settled", `${windows.SETTLED}`],
    ["Not asked yet", `${windows.OPEN}`],
    ["Nobody is sure", `${windows.NOT_SURE}`],
    ["Reviewers differ", `${windows.CONTESTED}`],
    ...progress.agreements.map((one) => [
      `${one.first} and ${one.second}`,
      `the same in ${one.same} of ${one.both} windows${one.kappa === null ? "" : `, kappa ${one.kappa.toFixed(2)}`}`,
    ]),
  ];
  document.getElementById("progress").replaceChildren(
    ...rows.map(([what, how]) => element("div", {}, element("dt", {}, what), element("dd", {}, how))));
}

function showContested(differ, look) {
  const none = document.getElementById("no-contested");
  say(none, "They agree wherever two have answered.");
  none.hidden = differ.items.length > 0;
  arrange(document.getElementById("contested"), differ.items.map((item) => card(item, look)));
}

function card(item, look) {
  const again = element("button", { type: "button" }, item.answered ? "Look again" : "Answer this");
  again.addEventListener("click", () => look(item));
  return element(
    "li",
    { class: "card" },
    element("h3", {}, `${item.participantId}, ${clock(item.start)}`),
    item.answered
      ? element(
          "ul",
          { class: "differ" },
          ...item.answers.map((one) => element("li", {}, `${one.reviewer}: ${answerWord(one.activity)}`)))
      : element("p", {}, `${item.reviewers} reviewers differ. You see how when you have answered.`),
    element("p", { class: "row" }, again),
  );
}
