// What can be done to a model: the same for hands, keys and buttons.
"use strict";

const Moves = (() => {
  const replaced = (values, k, value) => values.map((old, i) => (i === k ? value : old));
  const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

  function movePoint(model, k, x, y) {
    model.settle();
    const [x0, x1, y0, y1] = model.view.frame;
    // Numbers that a hand can give: no more digits than can be seen.
    const round = (value, span) => Number((Math.round(value / span) * span).toPrecision(15));
    const [u, v] = [Axis.niceStep(x1 - x0, 5000), Axis.niceStep(y1 - y0, 5000)];
    const at = [round(clamp(x, x0, x1), u), round(clamp(y, y0, y1), v)];
    model.set({ x: replaced(model.x, k, at[0]), y: replaced(model.y, k, at[1]), selected: k });
  }

  function addPoint(model, x, y) {
    model.settle();
    model.set({ x: [...model.x, x], y: [...model.y, y], selected: model.x.length });
    model.commit();
  }

  function removePoint(model, k) {
    if (!(k in model.x)) return;
    model.settle();
    const without = (values) => values.filter((_, i) => i !== k);
    model.set({
      x: without(model.x),
      y: without(model.y),
      selected: Math.max(0, Math.min(k, model.x.length - 2)),
    });
    model.commit();
  }

  const setLine = (model, line) => {
    model.settle();
    model.set({ line });
  };

  const shiftLine = (model, by) =>
    setLine(model, { ...model.line, height: model.line.height + by });

  // The line through a fixed place and another one.
  function turnLine(model, [fixedX, fixedY], [x, y]) {
    if (Math.abs(x - fixedX) < 1e-9 * (model.view.frame[1] - model.view.frame[0])) return;
    setLine(model, { slope: (y - fixedY) / (x - fixedX), height: fixedY, at: fixedX });
  }

  // a changes and b stays, or b changes and a stays; b is the height at the model's origin.
  function setSlope(model, slope) {
    setLine(model, { slope, height: Line.heightAt(model.line, model.origin), at: model.origin });
  }
  const setHeight = (model, height) =>
    setLine(model, { slope: model.line.slope, height, at: model.origin });

  // The line rolls to the lowest place as a ball in a bowl does, and swings out.
  function roll(model, measure = model.measure) {
    const best = model.best[measure];
    if (!best) return;
    model.settle();
    const at = model.points.px,
      to = best.line;
    const slope = Number.isFinite(to.slope) ? to.slope : 1e6;
    const end = { slope, height: to.height + (at === to.at ? 0 : slope * (at - to.at)), at };
    const turn = model.line.slope - end.slope,
      lift = Line.heightAt(model.line, at) - end.height;
    model.animate(
      1900,
      (share) => {
        const left =
          share === 1 ? 0 : Math.exp(-5.2 * share) * Math.cos(3.2 * Math.PI * share) * (1 - share);
        model.set({
          line: left
            ? { slope: end.slope + left * turn, height: end.height + left * lift, at }
            : to.at === at
              ? to
              : end,
        });
      },
      model.commit,
    );
  }

  // Other points: those that are there glide to their new places, the line with them.
  function load(model, set) {
    model.settle();
    const { frame } = model.view,
      old = model.snapshot();
    const start = set.line;
    model.set({ ...set, selected: 0 });
    model.commit();
    model.view.frame = [...model.goal.frame];
    const to = model.goal.frame;
    const moved = (value, axis) => {
      const [low, high] = frame.slice(2 * axis),
        [newLow, newHigh] = to.slice(2 * axis);
      return newLow + ((value - low) / (high - low)) * (newHigh - newLow);
    };
    const from = (k) => [
      moved(old.x[k] ?? old.x.at(-1) ?? 0, 0),
      moved(old.y[k] ?? old.y.at(-1) ?? 0, 1),
    ];
    const froms = set.x.map((_, k) => (old.x.length ? from(k) : [set.x[k], set.y[k]]));
    const ends = to
      .slice(0, 2)
      .map((x, side) => [moved(Line.heightAt(old.line, frame[side]), 1), Line.heightAt(start, x)]);
    model.animate(
      650,
      (share) => {
        const s = share * share * (3 - 2 * share),
          mix = (one, other) => (share === 1 ? other : one + s * (other - one));
        const heights = ends.map(([one, other]) => mix(one, other));
        model.set({
          x: set.x.map((x, k) => mix(froms[k][0], x)),
          y: set.y.map((y, k) => mix(froms[k][1], y)),
          line:
            share === 1
              ? start
              : {
                  slope: (heights[1] - heights[0]) / (to[1] - to[0]),
                  height: heights[0],
                  at: to[0],
                },
        });
      },
      model.commit,
    );
  }

  return {
    movePoint,
    addPoint,
    removePoint,
    setLine,
    shiftLine,
    turnLine,
    setSlope,
    setHeight,
    roll,
    load,
  };
})();
