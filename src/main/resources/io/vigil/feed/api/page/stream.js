// The stream. A browser comes back by itself after a break, with the number of the last event; not
// after an answer that is no stream (the feed starts, the session is over): then this does.

const AGAIN_MILLIS = 2000;

export class Stream {
  #source = null;
  #last = "";
  #hearers;

  // hearers: by name of the event, called with what it says and its number.
  constructor(hearers) {
    this.#hearers = hearers;
    // Broken until it is open.
    this.brokenSince = Date.now();
  }

  open() {
    const after = this.#last === "" ? "" : `?after=${this.#last}`;
    this.#source?.close();
    this.#source = new EventSource(`/v1/stream${after}`);
    for (const name of Object.keys(this.#hearers)) {
      this.#source.addEventListener(name, (event) => this.#hear(name, event));
    }
    this.#source.addEventListener("error", () => this.#broken());
  }

  #hear(name, event) {
    this.brokenSince = null;
    if (event.lastEventId !== "") {
      this.#last = event.lastEventId;
    }
    this.#hearers[name](JSON.parse(event.data), event.lastEventId);
  }

  #broken() {
    this.brokenSince ??= Date.now();
    if (this.#source.readyState === EventSource.CLOSED) {
      const closed = this.#source;
      setTimeout(() => this.#source === closed && this.open(), AGAIN_MILLIS);
    }
  }
}
