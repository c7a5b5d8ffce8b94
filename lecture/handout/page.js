// What moves: the pieces in the text, the sentences of the films, light and dark.
"use strict";

const handout = (() => {
  const PIECES = { ...Small, sheets: Sheets, again: Again };
  const models = {};

  function mountPieces() {
    for (const place of document.querySelectorAll(".mount")) {
      const { piece, points } = place.dataset;
      const live = document.createElement("div");
      place.append(live);
      place.closest("figure").classList.add("moves");
      models[piece] = PIECES[piece].mount(live, structuredClone(HANDOUT.points[points]));
    }
  }

  // On a page from a disk a browser reads no file of sentences: they stand in the page.
  function tellFilms() {
    for (const video of document.querySelectorAll("video")) {
      const { rate, shown, sentences } = HANDOUT.films[video.dataset.film];
      const track = video.addTextTrack("captions", "English", "en");
      for (const { text, first, last } of sentences)
        track.addCue(new VTTCue(first / rate, (last + 1) / rate, text));
      track.mode = shown ? "showing" : "disabled";
    }
  }

  function themes() {
    const root = document.documentElement,
      button = document.getElementById("theme"),
      system = matchMedia("(prefers-color-scheme: dark)");
    const dark = () => (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
    const show = () => (button.textContent = dark() ? "Light" : "Dark");
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      show();
    });
    system.addEventListener("change", show);
    // Paper is light.
    let chosen;
    addEventListener("beforeprint", () => {
      chosen = root.dataset.theme;
      root.dataset.theme = "light";
    });
    addEventListener("afterprint", () => {
      if (chosen) root.dataset.theme = chosen;
      else delete root.dataset.theme;
    });
    show();
  }

  mountPieces();
  tellFilms();
  themes();
  return { models };
})();
