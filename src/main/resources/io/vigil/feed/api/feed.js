"use strict";

const state = document.getElementById("state");
const alerts = document.getElementById("alerts");

function say(text) {
  state.textContent = text;
}

// The token stands behind #, where it reaches no server; it is good once, and gone from the address.
async function signIn() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (!token) {
    return;
  }
  history.replaceState(null, "", location.pathname);
  await fetch("/session", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
  });
}

async function show() {
  const answer = await fetch("/v1/alerts?status=ACTIVE");
  const told = await answer.json();
  if (!answer.ok) {
    say(told.detail);
    return false;
  }
  alerts.replaceChildren(
    ...told.alerts.map((alert) => {
      const line = document.createElement("li");
      line.textContent = `${alert.severity} ${alert.participantId}: ${alert.evidence.sentence}`;
      return line;
    }),
  );
  return true;
}

async function begin() {
  await signIn();
  if (!(await show())) {
    return;
  }
  const stream = new EventSource("/v1/stream");
  stream.addEventListener("begun", () => { say("Live"); show(); });
  stream.addEventListener("transition", () => show());
  stream.addEventListener("error", () => say("Monitoring is not working: the feed does not answer"));
}

begin();
