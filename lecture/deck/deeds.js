// What can be done with a lecture, and the keys for it.
"use strict";

const data = JSON.parse(document.getElementById("lecture").textContent);
document.documentElement.dataset.theme = data.films[0].theme;
document.title = data.films.length === 1 ? data.films[0].title : "Least squares, a lecture";

const deck = new Deck(data.films);
const overview = new Overview(deck);
const presenter = new Presenter(deck, press, act);

// Each deed: its keys as KeyboardEvent.key names them (letters in lower case) and as a list for
// people does, what it is, what the bar writes on its button (nothing: no button), and how.
const DEEDS = {
  back: {
    keys: ["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "p"], named: "← ↑ Page up, P",
    what: "back: to the end of the step before", button: "Back", how: () => deck.back(),
  },
  on: {
    keys: ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter", "n"], named: "→ ↓ Page down, space, N",
    what: "on: play the next step, or go to the end of the one that plays", button: "On", how: () => deck.on(),
  },
  replay: { keys: ["r"], named: "R", what: "play this step again", button: "Again", how: () => deck.replay() },
  loop: { keys: ["l"], named: "L", what: "play this step again and again", how: () => deck.loop() },
  hold: { keys: ["k"], named: "K", what: "stop within a step, and go on", how: () => deck.hold() },
  slow: { keys: ["h"], named: "H", what: "half speed, full speed", how: () => deck.slow() },
  words: { keys: ["c"], named: "C", what: "words on, words off", button: "Words", how: () => deck.switchWords() },
  black: { keys: ["b", "."], named: "B or .", what: "black, and back", how: () => deck.blackOut() },
  overview: { keys: ["o"], named: "O", what: "all steps", button: "Steps", how: () => overview.open() },
  speaker: {
    keys: ["s"], named: "S", what: "the window of who speaks: note, next step, clock",
    button: "Speaker", how: () => presenter.open(),
  },
  screen: { keys: ["f", "F5"], named: "F", what: "full screen", button: "Full", how: fillScreen },
  theme: { keys: ["t"], named: "T", what: "light or dark", button: "Light", how: () => deck.switchTheme() },
  first: { keys: ["Home"], named: "Home", what: "to the first title", how: () => deck.jump(0) },
  last: { keys: ["End"], named: "End", what: "to the last picture", how: () => deck.jump(deck.stops.length - 1) },
  help: { keys: ["?"], named: "?", what: "this list", button: "Keys", how: () => document.getElementById("help").showModal() },
};
const DEED_OF = new Map(Object.entries(DEEDS).flatMap(([deed, { keys }]) => keys.map((key) => [key, deed])));

// On a black screen the first thing that happens is that the picture is back.
function act(deed) {
  if (deck.black && deed !== "speaker") deck.blackOut();
  else DEEDS[deed]?.how();
}

// Do what `key` is for; tells whether it is for anything. Digits gather until Enter.
let digits = "";
function press(key, shift = false) {
  const dialog = document.querySelector("dialog[open]");
  if (dialog) dialog.close();
  else if (/^\d$/.test(key)) say((digits = (digits + key).slice(-3)));
  else if (key === "Enter" && digits) jumpTo(Number(digits));
  else {
    digits = "";
    const deed = key === " " && shift ? "back" : DEED_OF.get(key.length === 1 ? key.toLowerCase() : key);
    if (!deed) return false;
    act(deed);
  }
  return true;
}

function jumpTo(number) {
  digits = "";
  const at = deck.stops.findIndex((stop) => stop.number === number);
  if (at < 0) say(`There is no step ${number}`);
  else {
    say("");
    deck.jump(at);
  }
}

function fillScreen() {
  const done = document.fullscreenElement
    ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => say("Full screen is for the keys of this window"));
}

let forgetting;
function say(text) {
  const line = document.getElementById("status");
  line.textContent = text;
  clearTimeout(forgetting);
  forgetting = setTimeout(() => { line.textContent = digits = ""; }, 2500);
}
