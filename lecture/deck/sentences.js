// What stands in the band: the sentence of the moment, and where a step rests all of it.
"use strict";

// Whether a sentence goes on in the next caption.
const goesOn = (text) => /(\.\.\.|[,:;])$/.test(text);

// The caption at `frame` of `film`, or nothing.
function saidAt(film, frame) {
  const now = film.sentences.find(({ first, last }) => first <= frame && frame <= last);
  return now ? now.text : "";
}

// The same with the captions before it that it ends the sentence of: "...so it turns." alone says
// little to who looks up only when the film rests.
function wholeAt(film, frame) {
  const { sentences } = film;
  let at = sentences.findIndex(({ first, last }) => first <= frame && frame <= last);
  if (at < 0) return "";
  let text = sentences[at].text;
  while (at > 0 && goesOn(sentences[at - 1].text)) {
    at -= 1;
    text = joined(sentences[at].text, text);
  }
  return text;
}

// Dots at the end of one caption and at the beginning of the next only say that it goes on.
function joined(before, text) {
  return text.startsWith("...") ? `${before.replace(/\.\.\.$/, "")} ${text.slice(3)}` : `${before} ${text}`;
}
