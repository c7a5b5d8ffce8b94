// Every step as a picture: one is chosen by a click, or by arrow keys and Enter.
"use strict";

class Overview {
  #deck;
  #dialog = document.getElementById("overview");
  #buttons;

  constructor(deck) {
    this.#deck = deck;
    this.#buttons = deck.stops.map((stop, at) => this.#button(stop, at));
    for (const film of deck.films) {
      const list = document.createElement("ol");
      list.setAttribute("aria-label", film.title);
      list.append(...deck.stops.flatMap((stop, at) => stop.film === film ? [item(this.#buttons[at])] : []));
      document.getElementById("steps").append(list);
    }
    this.#dialog.addEventListener("keydown", (event) => this.#walk(event));
  }

  open() {
    this.#buttons.forEach((button, at) => {
      if (at === this.#deck.at) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    });
    this.#dialog.showModal();
    this.#buttons[this.#deck.at].focus();
    this.#buttons[this.#deck.at].scrollIntoView({ block: "center" });
  }

  #button(stop, at) {
    const button = document.createElement("button");
    button.type = "button";
    if (stop.step) {
      const still = Object.assign(document.createElement("img"),
        { src: stop.step.still, alt: "", loading: "lazy", width: 960, height: 540 });
      still.dataset.ground = stop.film.theme;
      button.append(still, `${stop.number}  ${stop.step.name}`);
    } else {
      button.className = "film";
      button.append(stop.film.title);
    }
    button.addEventListener("click", () => {
      this.#dialog.close();
      this.#deck.jump(at);
    });
    return button;
  }

  #walk(event) {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const here = this.#buttons.indexOf(document.activeElement);
    if (!by || here < 0) return;
    event.preventDefault();
    this.#buttons.at((here + by) % this.#buttons.length).focus();
  }
}

function item(content) {
  const line = document.createElement("li");
  line.append(content);
  return line;
}
