// Questions to the feed. Every failure becomes a Problem with words that can be shown.

const LONGEST_WAIT_MILLIS = 8000;

export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

export const get = (path) => ask(path, { method: "GET" });

export const post = (path, body) =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...proof() },
    body: JSON.stringify(body),
  });

async function ask(path, request) {
  let answer;
  try {
    answer = await fetch(path, {
      ...request,
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(LONGEST_WAIT_MILLIS),
    });
  } catch {
    throw new Problem(0, "The feed does not answer");
  }
  const told = answer.status === 204 ? {} : await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const detail = told.detail ?? `The feed answers ${answer.status}`;
    throw new Problem(answer.status, detail.replace(/\.$/, ""));
  }
  return { status: answer.status, ...told };
}

// What shows the feed that a request comes from its own page, where its session asks for that.
function proof() {
  const found = document.cookie.match(/(?:^|; )(?:__Host-)?vigil-csrf=([^;]+)/);
  return found === null ? {} : { "X-CSRF-Token": decodeURIComponent(found[1]) };
}

// The token stands behind #, where it reaches no server; it is good once, and gone from the address.
export async function signIn() {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  if (token) {
    history.replaceState(null, "", location.pathname);
    await post("/session", { token });
  }
}
