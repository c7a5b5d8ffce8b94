// The window of who speaks: it is told what happens here, and sends back what is to be done.
//
// From a disk two windows may not look into each other, but they may send messages.
"use strict";

class Presenter {
  #deck;
  #window = null;

  // press(key, shift) is called with keys of that window, act(deed) with its buttons.
  constructor(deck, press, act) {
    this.#deck = deck;
    deck.addEventListener("moved", () => this.#tell());
    addEventListener("message", ({ source, data }) => {
      if (data?.lecture === "here") {
        // It says so every second: this page finds its window again after it was loaded anew.
        const isNew = data.knowsNothing || this.#window !== source;
        this.#window = source;
        if (isNew) this.#tell();
      } else if (source === this.#window) {
        if (data?.lecture === "key") press(data.key, data.shift);
        if (data?.lecture === "deed") act(data.deed);
      }
    });
  }

  open() {
    this.#window = open("speaker.html", "speaker", "popup,width=1200,height=800");
  }

  #tell() {
    this.#window?.postMessage({ lecture: "state", ...this.#state() }, "*");
  }

  #state() {
    const { stops, at, playing, held, black } = this.#deck;
    const [stop, next] = [stops[at], stops[at + 1]];
    const seconds = ({ step, film }) => (step.last + 1 - step.first) / film.rate / this.#deck.speed;
    return {
      theme: document.documentElement.dataset.theme,
      film: stop.film.title,
      step: stop.step?.name ?? "",
      number: stop.number ?? 0,
      total: stops.filter(({ step }) => step).length,
      ground: stop.film.theme,
      still: stop.step?.still ?? null,
      card: stop.step ? null : stop.film.title,
      note: stop.step?.note || stop.film.question,
      says: stop.step?.sentences ?? [],
      next: next ? (next.step?.name ?? next.film.title) : null,
      nextStill: next?.step?.still ?? null,
      nextCard: next && !next.step ? next.film.title : null,
      nextGround: next?.film.theme,
      doing: black ? "black" : held ? "held" : playing ? "plays" : "rests",
      seconds: playing && stop.step ? seconds(stop) : 0,
    };
  }
}
