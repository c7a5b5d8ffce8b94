// One film, in one video element that stands on a frame or plays a step, exactly.
//
// A browser pauses where it happens to be when it hears of it. So playing ends a little before
// the last frame of a step, and a seek into the middle of that frame goes the rest of the way:
// the first frame of the next step is never shown for it. What is under way ends as soon as
// something else is asked for; each command then returns false instead of true.
"use strict";

// How long before the last frame a step is paused, in seconds: a busy machine tells late.
const LEAD = 0.04;

class Player {
  #current = new AbortController();
  #standing = null;
  #speed = 1;
  #show;

  // show(frame) is called with every frame that is known to be shown; fail() when there is no film.
  constructor(film, show, fail) {
    this.film = film;
    this.#show = show;
    this.video = Object.assign(document.createElement("video"), {
      muted: true, playsInline: true, preload: "auto", disablePictureInPicture: true, tabIndex: -1,
    });
    this.video.dataset.ground = film.theme;
    this.video.setAttribute("aria-hidden", "true");
    this.video.addEventListener("error", fail);
    sourceOf(film.video).then((source) => { this.video.src = source; }, fail);
  }

  remove() {
    this.#current.abort();
    if (this.video.src.startsWith("blob:")) URL.revokeObjectURL(this.video.src);
    // Without a source the browser gives the memory back now, not when it tidies up.
    this.video.removeAttribute("src");
    this.video.load();
    this.video.remove();
  }

  // Whether `step` can be played from here without a jump.
  isBefore(step) {
    return this.#standing === step.first || this.#standing === step.first - 1;
  }

  async rest(frame) {
    const { signal } = this.#begin();
    this.video.pause();
    return this.#stand(frame, signal);
  }

  async play(step) {
    const { signal } = this.#begin();
    if (!this.isBefore(step) && !(await this.#stand(step.first, signal))) return false;
    this.#standing = null;
    await this.#runTo(step.last, signal);
    return this.#stand(step.last, signal);
  }

  // Pause within a step, and go on.
  hold() { this.video.pause(); }
  resume() { this.video.play().catch(() => {}); }

  set speed(speed) {
    this.#speed = speed;
    this.video.playbackRate = speed;
  }

  #begin() {
    this.#current.abort();
    this.#current = new AbortController();
    return this.#current;
  }

  async #stand(frame, signal) {
    const { video } = this;
    if (signal.aborted) return false;
    if (video.readyState < HTMLMediaElement.HAVE_METADATA) await happens(video, "loadedmetadata", signal);
    if (signal.aborted) return false;
    this.#standing = null;
    const arrived = happens(video, "seeked", signal);
    video.currentTime = (frame + 0.5) / this.film.rate;
    await arrived;
    if (signal.aborted) return false;
    this.#standing = frame;
    this.#show(frame);
    return true;
  }

  #runTo(last, signal) {
    const { video, film } = this;
    const enough = last - Math.ceil(LEAD * film.rate * this.#speed);
    const { promise, resolve } = Promise.withResolvers();
    let alarm = 0;
    const stop = () => {
      clearTimeout(alarm);
      if (!signal.aborted) video.pause();
      resolve();
    };
    // A browser that paints late tells late of its frames; a clock does not wait for paint.
    const setAlarm = () => {
      const seconds = (enough / film.rate - video.currentTime) / this.#speed;
      alarm = setTimeout(() => {
        if (video.paused) return;
        if (video.currentTime < enough / film.rate) setAlarm();
        else stop();
      }, seconds * 1000);
    };
    const watch = (now, { mediaTime }) => {
      if (signal.aborted) return;
      const frame = Math.round(mediaTime * film.rate);
      this.#show(Math.min(frame, last));
      if (frame >= enough) return void stop();
      clearTimeout(alarm);
      setAlarm();
      video.requestVideoFrameCallback(watch);
    };
    signal.addEventListener("abort", stop);
    video.addEventListener("ended", stop, { once: true, signal });
    video.requestVideoFrameCallback(watch);
    video.playbackRate = this.#speed;
    video.play().catch(resolve);
    return promise;
  }
}

// Resolves when `name` happens to `target`, or when `signal` says that nobody waits any more.
function happens(target, name, signal) {
  return new Promise((resolve) => {
    target.addEventListener(name, resolve, { once: true, signal });
    signal.addEventListener("abort", resolve, { once: true });
  });
}

// A small server may not be able to send a part of a file, and nobody can seek then. From a disk
// a browser reads parts, and refuses to fetch.
async function sourceOf(address) {
  if (location.protocol === "file:") return address;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return URL.createObjectURL(await answer.blob());
}
