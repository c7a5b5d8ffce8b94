// The lecture: moves from stop to stop, forwards by playing, otherwise by a jump.
"use strict";

const PAUSE_IN_A_LOOP = 1000; // milliseconds between the end of a step and its beginning
const COMING = 120; // milliseconds in which a video that was covered is drawn again

class Deck extends EventTarget {
  #players = new Map();
  #turn = 0;
  #shown = null;
  #ready = null;
  #said = "";
  at = 0;
  playing = false;
  held = false;
  looping = false;
  speed = 1;
  words = true;

  constructor(films) {
    super();
    this.films = films;
    this.stops = stopsOf(films);
    this.page = Object.fromEntries(
      ["film", "sentence", "title", "place", "name", "question", "black"]
        .map((id) => [id, document.getElementById(id)]));
  }

  get stop() { return this.stops[this.at]; }
  get player() { return this.#players.get(this.stop.film); }
  get black() { return !this.page.black.hidden; }

  on() {
    if (this.playing) return this.jump(this.at);
    if (this.at + 1 === this.stops.length) return this.#say("This was the last step");
    return this.stops[this.at + 1].step ? this.#play(this.at + 1) : this.jump(this.at + 1);
  }

  back() { return this.jump(Math.max(this.at - 1, 0)); }
  replay() { return this.stop.step ? this.#play(this.at) : undefined; }

  // Rest at the stop `at`, at once.
  async jump(at) {
    const turn = this.#move(at, false);
    const { film, step } = this.stop;
    if (!(await this.#isReady(turn))) return;
    if ((await this.player.rest(step ? step.last : 0)) && step) await this.#show(film, turn);
  }

  async #play(at, looping = false) {
    const turn = this.#move(at, true);
    this.looping = looping;
    const { film, step } = this.stop;
    if (!(await this.#isReady(turn))) return;
    if (!this.player.isBefore(step) && !(await this.player.rest(step.first))) return;
    if (!(await this.#show(film, turn)) || !(await this.player.play(step))) return;
    if (this.looping) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_IN_A_LOOP));
      if (turn === this.#turn && this.looping) return this.#play(at, true);
    }
    if (turn !== this.#turn) return;
    this.playing = false;
    this.#tell();
  }

  loop() {
    if (!this.stop.step) return;
    const looping = !this.looping;
    this.#say(looping ? "Again and again" : "Once more, and no more");
    if (looping && !this.playing) this.#play(this.at, true);
    this.looping = looping;
  }

  hold() {
    if (!this.playing) return;
    this.held = !this.held;
    if (this.held) this.player.hold();
    else this.player.resume();
    this.#tell();
  }

  slow() {
    this.speed = this.speed === 1 ? 0.5 : 1;
    for (const player of this.#players.values()) player.speed = this.speed;
    this.#say(this.speed === 1 ? "Full speed" : "Half speed");
  }

  // Black out what is seen, or end that; a step that plays waits meanwhile.
  blackOut() {
    this.page.black.hidden = !this.page.black.hidden;
    if (this.held !== this.black) this.hold();
    this.#tell();
  }

  switchWords() {
    this.words = !this.words;
    this.page.sentence.hidden = !this.words;
    this.#say(this.stop.film.hasWords ? "These films have their words in the picture"
      : this.words ? "With words" : "Without words");
  }

  // Dark on light or light on dark; ground.css turns the lightness of films of the other kind.
  switchTheme() {
    const { dataset } = document.documentElement;
    dataset.theme = dataset.theme === "dark" ? "light" : "dark";
    this.#tell();
  }

  #move(at, playing) {
    this.at = at;
    this.playing = playing;
    this.held = false;
    this.looping = false;
    this.page.black.hidden = true;
    this.#keepNeighbours();
    // A film that goes back to its first frame behind its title does so when that is seen.
    if (!this.stop.step) this.#showTitle();
    this.#bringOn();
    history.replaceState(null, "", addressOf(this.stop));
    this.#tell();
    return ++this.#turn;
  }

  // This film and those beside it stay loaded, all of them would take more than a gigabyte; and
  // the one in front, until another is.
  #keepNeighbours() {
    const { place } = this.stop;
    const near = new Set(this.films.filter((film, k) => Math.abs(k - place) < 2 || film === this.#shown));
    for (const [film, player] of this.#players) {
      if (near.has(film)) continue;
      player.remove();
      this.#players.delete(film);
    }
    for (const film of near) {
      if (this.#players.has(film)) continue;
      const player = new Player(film, (frame) => this.#showFrame(film, frame), () => this.#miss(film));
      player.speed = this.speed;
      this.#players.set(film, player);
      this.page.film.prepend(player.video);
    }
  }

  // A browser draws nothing that is covered, loses what a covered film would show next, and would
  // uncover it with an old picture or none. So the film that comes lies over everything before it
  // moves, too thin to be seen.
  #bringOn() {
    const { video } = this.player;
    for (const other of this.#players.values()) {
      if (other.video !== video) other.video.classList.remove("coming");
    }
    const isSeen = this.#shown === this.stop.film && this.page.title.hidden;
    if (isSeen || video.classList.contains("coming")) return;
    video.classList.add("coming");
    this.#ready = new Promise((resolve) => setTimeout(resolve, COMING));
  }

  async #isReady(turn) {
    await this.#ready;
    return turn === this.#turn;
  }

  // Uncover the film; tells whether it is still wanted.
  async #show(film, turn) {
    await painted();
    if (turn !== this.#turn) return false;
    if (this.#shown !== film || !this.page.title.hidden) {
      for (const [other, { video }] of this.#players) {
        video.classList.toggle("shown", other === film);
        video.classList.remove("coming");
      }
      this.page.title.hidden = true;
      this.#shown = film;
      this.#keepNeighbours();
    }
    return true;
  }

  #showTitle() {
    const { page, stop: { film, place } } = this;
    page.place.textContent = this.films.length > 1 ? `${place + 1} of ${this.films.length}` : "";
    page.name.textContent = film.title;
    page.question.textContent = film.question;
    page.title.hidden = false;
    this.#writeSentence("");
  }

  #showFrame(film, frame) {
    if (film !== this.stop.film || !this.stop.step || film.hasWords) return;
    const text = saidAt(film, frame);
    this.#writeSentence(frame === this.stop.step.last ? wholeAt(film, frame) : text, text);
  }

  // `text` is longer than the `moment` says where a step rests: smaller letters then.
  #writeSentence(text, moment = text) {
    const { sentence } = this.page;
    if (this.#said === text) return;
    this.#said = text;
    sentence.classList.toggle("whole", text !== moment);
    const line = document.createElement("span");
    line.append(...withIndices(text));
    sentence.replaceChildren(line);
  }

  #miss(film) { this.#say(`${film.video} is not there or cannot be played`); }
  #say(text) { this.dispatchEvent(new CustomEvent("said", { detail: text })); }
  #tell() { this.dispatchEvent(new Event("moved")); }
}

// Resolves when what was changed has been painted.
function painted() {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
