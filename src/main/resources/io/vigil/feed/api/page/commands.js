// Answers of caregivers to the job, and what the job says to them.

import { post } from "./api.js";

const ASK_AGAIN_MILLIS = 1500;
const MOST_ASKED = 6;

const DONE_WORDS = {
  ack: "You have taken it over. Nobody else is called.",
  unack: "You have handed it back. Others are called again.",
  resolve: "It is marked as over.",
  snooze: "You are reminded in 30 minutes. Nobody else is called until then.",
  comment: "Your comment is noted.",
  assign: "It is assigned.",
};

// Sends a command until the job has answered; the same id asks and changes nothing twice.
// say: called with words about how it stands. Answers whether it was followed.
export async function command(alertId, asked, say) {
  const body = { id: crypto.randomUUID(), ...asked };
  const path = `/v1/alerts/${encodeURIComponent(alertId)}/commands`;
  say("Sending");
  try {
    for (let i = 0; i < MOST_ASKED; i++) {
      const answer = await post(path, body);
      if (answer.status === 200) {
        say(DONE_WORDS[asked.command]);
        return true;
      }
      say("Sent. The job has not answered yet; asking again.");
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLIS));
    }
    say("Sent, but the job has not answered. Do not rely on it: press again or call somebody.");
  } catch (problem) {
    say(refusal(problem));
  }
  return false;
}

function refusal(problem) {
  switch (problem.status) {
    case 0:
      return "This did not reach the feed. Check your connection and press again.";
    case 401:
      return `You are not signed in any more. ${problem.message}.`;
    case 404:
      return "This alert is gone: somebody has dealt with it, or it is not yours.";
    case 409:
      return `Not done: ${problem.message}.`;
    default:
      return `Not done: ${problem.message}. Press again in a moment.`;
  }
}
