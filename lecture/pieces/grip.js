// What can be taken hold of: with a mouse, a finger or the arrow keys.
"use strict";

const Grip = (() => {
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

  // `drag(place)` gets places in `svg`, `push([right, up])` steps of 1, of 10 with Shift and of 0.1
  // with Alt; `done()` ends either. `key(event)` sees all other keys and says whether it took one.
  function make(element, svg, { take = () => {}, drag, push, key = () => false, done }) {
    let held = null;
    const place = (event) => {
      const box = svg.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    element.classList.add("grip");
    element.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      held = event.pointerId;
      element.setPointerCapture(held);
      element.classList.add("held");
      if (element.tabIndex >= 0) element.focus({ preventScroll: true });
      take(place(event));
      event.preventDefault();
      event.stopPropagation();
    });
    element.addEventListener("pointermove", (event) => {
      if (event.pointerId === held) drag(place(event));
    });
    const release = (event) => {
      if (event.pointerId !== held) return;
      held = null;
      element.classList.remove("held");
      done();
    };
    element.addEventListener("pointerup", release);
    element.addEventListener("pointercancel", release);
    element.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey) return;
      const arrow = ARROWS[event.key];
      if (arrow) {
        const size = event.shiftKey ? 10 : event.altKey ? 0.1 : 1;
        push(arrow.map((step) => step * size));
        done();
      } else if (!key(event)) return;
      event.preventDefault();
    });
    return element;
  }

  // A thing for readers of the screen: it has a value, said in words.
  function speak(element, label, text, now, [low, high] = [0, 0]) {
    Svg.set(element, {
      role: "slider",
      "aria-label": label,
      "aria-valuetext": Words.spoken(text),
      "aria-valuenow": Number.isFinite(now) ? Number(now.toPrecision(12)) : 0,
      "aria-valuemin": low,
      "aria-valuemax": high,
    });
  }

  return { make, speak };
})();
