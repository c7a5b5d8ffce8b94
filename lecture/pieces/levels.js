// Lines that cost the same: level curves around the best line, and how far they reach.
"use strict";

const Levels = (() => {
  // Lines { slope, height, at } that cost `level`, on rays from the best line; `open` where no line
  // on the ray costs as much, and the place is only far away. Directions are even for the cloud:
  // sqrt(sxx) da and sqrt(n) dh.
  function curve(measure, points, optimum, level, rays) {
    const { line } = optimum,
      { n, sxx } = points;
    if (!Number.isFinite(line.slope) || level < optimum.cost) return [];
    const on = (angle, reach) => ({
      slope: line.slope + (reach * Math.cos(angle)) / Math.sqrt(sxx),
      height: Line.heightAt(line, points.px) + (reach * Math.sin(angle)) / Math.sqrt(n),
      at: points.px,
    });
    const angles = Array.from({ length: rays }, (_, k) => (2 * Math.PI * k) / rays);
    if (measure === "squared") {
      const reach = Math.sqrt(level - optimum.cost);
      return angles.map((angle) => on(angle, reach));
    }
    // On a ray the sum rises: false position finds where, from where the ray before ended.
    let last = Math.sqrt(points.syy / 64) || 1;
    return angles.map((angle) => {
      const over = (reach) => Line.cost(measure, points, on(angle, reach)) - level;
      let near = 0,
        below = optimum.cost - level,
        far = last,
        above = over(far);
      for (let k = 0; above <= 0; k++) {
        if (k > 20) return { ...on(angle, far), open: true };
        [near, below] = [far, above];
        above = over((far *= 2));
      }
      let moved = "";
      for (let k = 0; k < 60 && far - near > 1e-10 * far; k++) {
        const middle = far - (above * (far - near)) / (above - below),
          value = over(middle);
        if (Math.abs(value) <= 1e-9 * level) {
          near = middle;
          break;
        }
        // An end that stays twice counts half: else the other comes nearer too slowly (Illinois).
        if (value > 0) {
          [far, above] = [middle, value];
          if (moved === "far") below /= 2;
          moved = "far";
        } else {
          [near, below] = [middle, value];
          if (moved === "near") above /= 2;
          moved = "near";
        }
      }
      last = near;
      return on(angle, near);
    });
  }

  // How far the slope, or the height at the pivot, goes from the best line to one that costs
  // `level`; at most `most`, where a line may cost less however far it goes.
  function reach(measure, points, { line }, level, which, most) {
    const start = { slope: line.slope, height: Line.heightAt(line, points.px), at: points.px };
    const above = (step) =>
      [1, -1].some(
        (way) =>
          Line.cost(measure, points, { ...start, [which]: start[which] + way * step }) > level,
      );
    let far = most;
    while (above(far / 2) && far > most * 1e-9) far /= 2;
    let near = far / 2;
    for (let k = 0; k < 12; k++) {
      const middle = (near + far) / 2;
      if (above(middle)) far = middle;
      else near = middle;
    }
    return far;
  }

  return { curve, reach };
})();
