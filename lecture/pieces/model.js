// Points, a line and a measure: what all pieces of a page show at the same time.
//
// Whoever changes it calls `set`, and `commit` when the hand lets go; whoever shows it gives
// `watch` a function that is called at most once a frame.
"use strict";

const Model = (() => {
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const KEPT = ["name", "x", "y", "line", "measure", "xLabel", "yLabel", "title", "source"];
  // Up to which relative residual the map shows lines.
  const HORIZON = { squared: 5, absolute: 1.2, shortest: 2.4 };
  const LADDER = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

  const nextOf = (value) => {
    const size = 10 ** Math.floor(Math.log10(value));
    return size * LADDER.find((step) => step * size >= value * (1 - 1e-9));
  };
  const around = (low, high, share) => {
    const room = share * (high - low) || Math.abs(low) * share || 1;
    return [low - room, high + room];
  };

  function create(start) {
    const model = {
      name: "", xLabel: "x", yLabel: "y", title: "", source: "", measure: "squared", selected: 0,
      shownBest: new Set(), secret: false, ...start,
    };
    const watchers = new Set(), savers = new Set();
    let past = [], future = [], scheduled = false, running = null;

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
      model.perfect = !best || best.cost <= 1e-12 * (model.measure === "absolute"
        ? Line.sum(model.points.dy.map(Math.abs)) : model.points.syy);
      model.relative = model.perfect ? NaN : model.excess / best.cost;
      model.unit = model.perfect ? flatCost() / 5 || 1 : best.cost;
    }

    const flatCost = () =>
      Line.cost(model.measure, model.points, { slope: 0, height: model.points.py, at: 0 });

    // Where the views go when nothing is held: all points, the tank's brim, lines worth a look.
    function goals() {
      const { points, line, best } = model;
      const frame = points.n
        ? [...around(Math.min(...model.x), Math.max(...model.x), 0.09),
          ...around(Math.min(...model.y), Math.max(...model.y), 0.14)]
        : model.view?.frame ?? [0, 10, 0, 10];
      const goal = { frame, top: [nextOf(Math.max(4.5 * model.unit, 1.1 * model.cost))] };
      const reach = frame[1] - frame[0];
      // b far from the points would be as steep a view as none: it is measured nearer to them.
      const far = points.n && Math.abs(points.px) > 30 * reach;
      model.origin = far ? Number(points.px.toPrecision(Math.ceil(Math.log10(Math.abs(points.px) / reach)))) : 0;
      const b = (of) => Line.heightAt(of, model.origin);
      let slopes = [line.slope - 1, line.slope + 1], heights = [b(line) - 1, b(line) + 1];
      if (model.optimum) {
        const steep = 10 * ((frame[3] - frame[2]) / reach), gentle = ({ slope }) => Math.abs(slope) < steep;
        const middle = gentle(model.optimum.line) ? model.optimum : best.squared, centre = middle.line;
        const level = middle.cost + HORIZON[model.measure] * model.unit;
        const most = (which, far) => Line.reach(model.measure, points, middle, level, which, far);
        const da = most("slope", steep / 4), dh = most("height", frame[3] - frame[2]);
        const db = Math.hypot(dh, da * (points.px - model.origin));
        const seen = [line].filter(gentle);
        slopes = spread(centre.slope, da, seen.map((one) => one.slope));
        heights = spread(b(centre), db, seen.map(b));
      }
      goal.lines = [...slopes, ...heights];
      goal.equal = [model.measure === "shortest" && alike(frame) ? 1 : 0];
      // How the misses are drawn: straight up or the short way, with squares or without.
      Object.assign(goal, { slant: [model.measure === "shortest" ? 1 : 0], area: [model.measure === "absolute" ? 0 : 1], grown: [1] });
      return goal;
    }

    const spread = (centre, reach, others) => {
      const low = Math.min(centre - reach, ...others.map((v) => v - 0.15 * reach));
      const high = Math.max(centre + reach, ...others.map((v) => v + 0.15 * reach));
      return [low, high];
    };

    // Whether one x can be as long as one y on paper: else a right angle cannot be drawn.
    const alike = ([x0, x1, y0, y1]) => Math.abs(Math.log((x1 - x0) / (y1 - y0))) < Math.log(8);

    function aim(now = false) {
      model.goal = goals();
      if (now || !model.view || still()) model.view = structuredClone(model.goal);
    }

    // Views glide to where they go, at the same speed whatever the rate of frames.
    let last = 0;
    function approach(time) {
      const share = 1 - Math.exp(-Math.min(50, time - last) / 90);
      let moving = false;
      for (const [name, goal] of Object.entries(model.goal)) {
        goal.forEach((to, k) => {
          const from = model.view[name][k], pair = goal[k ^ 1] ?? 0;
          if (Math.abs(to - from) <= 1e-4 * (Math.abs(to - pair) || 1)) model.view[name][k] = to;
          else {
            model.view[name][k] = from + share * (to - from);
            moving = true;
          }
        });
      }
      return moving;
    }

    function frame(time) {
      scheduled = false;
      if (running) running(time);
      const moving = approach(time);
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
      schedule, snapshot, still,
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
