// What a line costs, and which line costs least: by squares, by absolute and by shortest distance.
//
// A line is { slope, height, at }: it passes through (at, height), and so keeps its digits where
// points are far from 0 and y = a x + b loses them. A cloud sees its points from a pivot near
// their mean. core/fits and core/landscape do the same in Python; tests hold both against each
// other.
"use strict";

const Line = (() => {
  const MEASURES = ["squared", "absolute", "shortest"];
  const SAME = 1e-13; // sums of n rounded terms agree to n times this

  const sum = (values) => values.reduce((total, value) => total + value, 0);

  // The points from their pivot, and their sums about the mean.
  function cloud(x, y) {
    const n = x.length;
    const pivot = (values) => values[0] + sum(values.map((v) => v - values[0])) / n;
    const px = n ? pivot(x) : 0,
      py = n ? pivot(y) : 0;
    const dx = x.map((v) => v - px),
      dy = y.map((v) => v - py);
    // The pivot is rounded: the mean is this far from it.
    const mx = n ? sum(dx) / n : 0,
      my = n ? sum(dy) / n : 0;
    const about = (u, mu, v, mv) => sum(u.map((_, i) => (u[i] - mu) * (v[i] - mv)));
    return {
      n,
      x,
      y,
      px,
      py,
      dx,
      dy,
      mx,
      my,
      sxx: about(dx, mx, dx, mx),
      sxy: about(dx, mx, dy, my),
      syy: about(dy, my, dy, my),
    };
  }

  const hasLine = ({ n, x }) => n > 1 && x.some((value) => value !== x[0]);

  const heightAt = ({ slope, height, at }, x) => height + slope * (x - at);

  const intercept = (line) => heightAt(line, 0);

  // The line from the pivot: how high it is there above the pivot.
  const lift = ({ px, py }, { slope, height, at }) => height - py + slope * (px - at);

  function residuals(points, line) {
    const h = lift(points, line);
    return points.dx.map((d, i) => points.dy[i] - line.slope * d - h);
  }

  // What a residual adds to the sum that the measure makes least.
  function part(measure, slope) {
    if (measure === "absolute") return Math.abs;
    const share = measure === "shortest" ? 1 / (1 + slope * slope) : 1;
    return (r) => share * r * r;
  }

  const parts = (measure, points, line) => residuals(points, line).map(part(measure, line.slope));

  // As the sum of the parts, without making lists of them: curves ask for this often.
  function cost(measure, points, line) {
    const { dx, dy, n } = points,
      { slope } = line;
    const h = lift(points, line),
      of = part(measure, slope);
    let total = 0;
    for (let i = 0; i < n; i++) total += of(dy[i] - slope * dx[i] - h);
    return total;
  }

  // cost - least cost. For squares it is sxx turn^2 + n shift^2, seen from the mean of the points,
  // and so never below 0, in floating point either.
  function excess(measure, points, line, best) {
    if (measure !== "squared") return Math.max(0, cost(measure, points, line) - best.cost);
    const turn = line.slope - best.line.slope;
    const shift = lift(points, line) + line.slope * points.mx - points.my;
    return points.sxx * turn * turn + points.n * shift * shift;
  }

  function leastSquares(points) {
    const { n, dx, dy, px, py, mx, my, sxx, sxy } = points;
    const first = sxy / sxx;
    // One step of refinement: what is left of the slope in the residuals.
    const left = dx.map((d, i) => dy[i] - my - first * (d - mx));
    const slope = first + sum(left.map((r, i) => r * (dx[i] - mx))) / sxx;
    const line = { slope, height: py + (my - slope * mx), at: px };
    const misses = dx.map((d, i) => dy[i] - my - slope * (d - mx));
    return { line, cost: sum(misses.map((r) => r * r)), unique: n > 1 };
  }

  // Turn a line about point i until the sum of absolute residuals is least: a weighted median of
  // the slopes to point i. Returns the point it meets there, and whether it is the only such slope.
  function turned({ x, y, n }, i) {
    const slopes = [];
    let total = 0;
    for (let k = 0; k < n; k++) {
      const run = x[k] - x[i];
      if (run === 0) continue;
      slopes.push({ k, slope: (y[k] - y[i]) / run, weight: Math.abs(run) });
      total += Math.abs(run);
    }
    slopes.sort((one, other) => one.slope - other.slope);
    let below = 0,
      at = 0;
    for (; at < slopes.length - 1; at++) {
      below += slopes[at].weight;
      if (below >= total / 2) break;
    }
    const level = Math.abs(below - total / 2) <= SAME * total && at < slopes.length - 1;
    return { ...slopes[at], flat: level && slopes[at + 1].slope > slopes[at].slope };
  }

  // The walk from line to line through two points, as long as the sum falls (P. Bloomfield and
  // W. L. Steiger, Least Absolute Deviations, 1983). The sum is convex: where turning about each
  // point on the line does not lower it, nothing does.
  function leastAbsolute(points) {
    const { x, y, n } = points;
    const through = (i) => {
      const turn = turned(points, i);
      const line = { slope: turn.slope, height: y[i], at: x[i] };
      return { line, cost: cost("absolute", points, line), flat: turn.flat };
    };
    const start = residuals(points, leastSquares(points).line).map(Math.abs);
    let best = through(start.indexOf(Math.min(...start)));
    for (;;) {
      const size = SAME * (sum(points.dy.map(Math.abs)) + best.cost);
      const misses = residuals(points, best.line);
      let better = null,
        unique = !best.flat;
      for (let i = 0; i < n; i++) {
        if (Math.abs(misses[i]) > size) continue;
        const next = through(i);
        if (next.cost < best.cost - size * 1e-3 && (!better || next.cost < better.cost))
          better = next;
        if (next.flat) unique = false;
      }
      if (!better) return { line: best.line, cost: best.cost, unique };
      best = better;
    }
  }

  // Pearson's line: u halves the angle of (sxx - syy, 2 sxy); see core/fits/orthogonal.py.
  function shortest(points) {
    const { dx, dy, px, py, mx, my, sxx, sxy, syy } = points;
    const half = (sxx - syy) / 2,
      long = Math.hypot(half, sxy);
    const [u, v] = half >= 0 ? [half + long, sxy] : [sxy, long - half];
    const size = Math.hypot(u, v) || 1;
    const slope = u === 0 ? Infinity : v / u;
    const across = dx.map((d, i) => ((d - mx) * v - (dy[i] - my) * u) / size);
    const line = { slope, height: py + my, at: px + mx };
    return { line, cost: sum(across.map((d) => d * d)), unique: long > SAME * (sxx + syy) };
  }

  const BEST = { squared: leastSquares, absolute: leastAbsolute, shortest };
  const best = (measure, points) => BEST[measure](points);

  // Where the shortest way from a point meets the line.
  function foot({ slope, height, at }, x, y) {
    if (!Number.isFinite(slope)) return [at, y];
    const e = y - (height + slope * (x - at));
    const fx = x + (slope * e) / (1 + slope * slope);
    return [fx, height + slope * (fx - at)];
  }

  return {
    MEASURES,
    sum,
    cloud,
    hasLine,
    heightAt,
    intercept,
    residuals,
    parts,
    cost,
    excess,
    best,
    foot,
  };
})();
