// Whoever shows a model is told of changes, at most once a frame.
"use strict";

const Watched = (() => {
  // Gives `model` its `watch(show)` and returns what says that it has changed.
  function make(model) {
    const watchers = new Set();
    let scheduled = false;
    const changed = () => {
      if (scheduled) return;
      scheduled = true;
      requestAnimationFrame(() => {
        scheduled = false;
        watchers.forEach((show) => show(model));
      });
    };
    model.watch = (show) => {
      watchers.add(show);
      changed();
    };
    return changed;
  }

  return { make };
})();
