// Points, a line and a measure: what all pieces of a page show at the same time.
//
// Whoever changes it calls `set`, and `commit` when the hand lets go; whoever shows it gives
// `watch` a function that is called at most once a frame.
"use strict";

const Model = (() => {
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const KEPT = ["name", "x", "y", "line", "measure", "xLabel", "yLabel", "title", "source"];

  function create(start) {
    const model = {
      name: "",
      xLabel: "x",
      yLabel: "y",
      title: "",
      source: "",
      measure: "squared",
      selected: 0,
      shownBest: new Set(),
      secret: false,
      bare: false, // how far the line misses is not drawn
      ...start,
    };
    const watchers = new Set(),
      savers = new Set();
    let past = [],
      future = [],
      scheduled = false,
      running = null;

    const snapshot = () => Object.fromEntries(KEPT.map((name) => [name, model[name]]));
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

    function derive() {
      model.points = Line.cloud(model.x, model.y);
      model.best = {};
      if (Line.hasLine(model.points)) {
        for (const measure of Line.MEASURES) model.best[measure] = Line.best(measure, model.points);
      }
      const best = model.best[model.measure];
      model.optimum = best ?? null;
      model.parts = Line.parts(model.measure, model.points, model.line);
      model.cost = Line.sum(model.parts);
      model.excess = best ? Line.excess(model.measure, model.points, model.line, best) : 0;
      // Points that lie on a line leave rounding, to which nothing can be relative.
      model.perfect =
        !best ||
        best.cost <=
          1e-12 *
            (model.measure === "absolute"
              ? Line.sum(model.points.dy.map(Math.abs))
              : model.points.syy);
      model.relative = model.perfect ? NaN : model.excess / best.cost;
      model.unit = model.perfect ? flatCost() / 5 || 1 : best.cost;
    }

    const flatCost = () =>
      Line.cost(model.measure, model.points, { slope: 0, height: model.points.py, at: 0 });

    function aim(now = false) {
      Object.assign(model, Views.goals(model));
      if (now || !model.view || still()) model.view = structuredClone(model.goal);
    }

    let last = 0;
    function frame(time) {
      scheduled = false;
      if (running) running(time);
      const moving = Views.approach(model.view, model.goal, time - last);
      last = time;
      watchers.forEach((show) => show(model));
      if (moving || running) schedule(false);
    }

    function schedule(first = true) {
      if (scheduled) return;
      scheduled = true;
      requestAnimationFrame((time) => {
        if (first) last = time - 16;
        frame(time);
      });
    }

    Object.assign(model, {
      schedule,
      snapshot,
      still,
      set(changes) {
        Object.assign(model, changes);
        derive();
        schedule();
      },
      commit() {
        const now = snapshot();
        if (past.length && same(past.at(-1), now)) return aimed();
        past.push(now);
        if (past.length > 200) past.shift();
        future = [];
        return aimed();
      },
      // `step(share)` from 0 to 1 over `ms`; then whatever `end` does.
      animate(ms, step, end) {
        model.settle();
        let begun = null;
        const finish = () => {
          running = null;
          model.settle = () => {};
          step(1);
          end();
        };
        model.settle = finish;
        if (still()) return finish();
        running = (time) => {
          begun ??= time;
          const share = (time - begun) / ms;
          if (share >= 1) finish();
          else step(share);
        };
        return schedule();
      },
      settle() {},
      undo: () => travel(past, future),
      redo: () => travel(future, past),
      canUndo: () => past.length > 1,
      canRedo: () => future.length > 0,
      watch(show) {
        watchers.add(show);
        schedule();
      },
      saved: (save) => savers.add(save),
    });

    function travel(from, to) {
      model.settle();
      if (from === past && past.length < 2) return;
      if (!from.length) return;
      to.push(from.pop());
      model.set((from === past ? past : to).at(-1));
      aimed();
    }

    function aimed() {
      aim();
      savers.forEach((save) => save(model));
      schedule();
    }

    derive();
    aim(true);
    if (!still()) model.view.grown = [0];
    past.push(snapshot());
    return model;
  }

  return { create, still };
})();
