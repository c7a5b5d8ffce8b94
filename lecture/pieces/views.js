// What part of the plane and of the plane of lines is shown, how full the tank can be, how misses
// are drawn; and how one such view glides into the next.
"use strict";

const Views = (() => {
  // Up to which relative residual the map shows lines.
  const HORIZON = { squared: 5, absolute: 1.2, shortest: 2.4 };
  const BRIMS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

  const brim = (value) => {
    const size = 10 ** Math.floor(Math.log10(value));
    return size * BRIMS.find((step) => step * size >= value * (1 - 1e-9));
  };

  const around = (values, share) => {
    const low = Math.min(...values),
      high = Math.max(...values);
    const room = share * (high - low) || Math.abs(low) * share || 1;
    return [low - room, high + room];
  };

  const spread = (centre, reach, others) => [
    Math.min(centre - reach, ...others.map((value) => value - 0.15 * reach)),
    Math.max(centre + reach, ...others.map((value) => value + 0.15 * reach)),
  ];

  // Whether one x can be as long as one y on paper: else a right angle cannot be drawn.
  const alike = ([x0, x1, y0, y1]) => Math.abs(Math.log((x1 - x0) / (y1 - y0))) < Math.log(8);

  // Far from the points b says nothing: there the height is measured at a round x near them.
  function origin({ n, px }, [x0, x1]) {
    const shares = Math.abs(px) / (x1 - x0);
    return n && shares > 30 ? Number(px.toPrecision(Math.ceil(Math.log10(shares)))) : 0;
  }

  // Lines { slope, height at `from` } worth a look: those up to the horizon, and the reader's own.
  function lines({ points, line, best, optimum, measure, unit }, [x0, x1, y0, y1], from) {
    const b = (of) => Line.heightAt(of, from);
    if (!optimum) return [line.slope - 1, line.slope + 1, b(line) - 1, b(line) + 1];
    const steep = (10 * (y1 - y0)) / (x1 - x0),
      gentle = ({ slope }) => Math.abs(slope) < steep;
    const centre = gentle(optimum.line) ? optimum : best.squared;
    const level = centre.cost + HORIZON[measure] * unit;
    const da = Levels.reach(measure, points, centre, level, "slope", steep / 4);
    const dh = Levels.reach(measure, points, centre, level, "height", y1 - y0);
    const own = [line].filter(gentle);
    return [
      ...spread(
        centre.line.slope,
        da,
        own.map(({ slope }) => slope),
      ),
      ...spread(b(centre.line), Math.hypot(dh, da * (points.px - from)), own.map(b)),
    ];
  }

  // Where the views go when nothing is held; pairs are the ends of ranges.
  function goals(model) {
    const { points, measure, unit, cost } = model;
    const frame = points.n
      ? [...around(model.x, 0.09), ...around(model.y, 0.14)]
      : (model.view?.frame ?? [0, 10, 0, 10]);
    const from = origin(points, frame);
    return {
      origin: from,
      goal: {
        frame,
        lines: lines(model, frame, from),
        top: [brim(Math.max(4.5 * unit, 1.1 * cost))],
        equal: [measure === "shortest" && alike(frame) ? 1 : 0],
        slant: [measure === "shortest" ? 1 : 0],
        area: [measure === "absolute" ? 0 : 1],
        grown: [model.bare ? 0 : 1],
      },
    };
  }

  // One step of `view` towards `goal`, as far as `elapsed` ms let it; whether more is to come.
  function approach(view, goal, elapsed) {
    const share = 1 - Math.exp(-Math.min(50, elapsed) / 90);
    let moving = false;
    for (const [name, ends] of Object.entries(goal)) {
      ends.forEach((to, k) => {
        const away = to - view[name][k],
          size = Math.abs(to - (ends[k ^ 1] ?? 0)) || 1;
        const near = Math.abs(away) <= 1e-4 * size;
        view[name][k] = near ? to : view[name][k] + share * away;
        moving ||= !near;
      });
    }
    return moving;
  }

  return { goals, approach };
})();
