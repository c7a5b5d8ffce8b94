// Every line is a place on a map: its slope to the right, its intercept upwards. Level curves join
// lines that miss the points by the same sum. Above the map and beside it stand the cuts through
// the present place: the two sweeps.
"use strict";

const LineMap = (() => {
  const LEVELS = {
    squared: [0.25, 1, 2.25, 4],
    absolute: [0.1, 0.25, 0.5, 1],
    shortest: [0.1, 0.5, 1, 2],
  };
  const RAYS = 96;
  const TRAIL = { ms: 1100, places: 90 };

  function mount(element, model, { sweeps = true } = {}) {
    const svg = Board.mount(element, model, "Map of all lines", draw);
    const group = (name, parent = svg) => Svg.make("g", { class: name }, parent);
    const cutting = group("map"),
      rect = Board.clip(svg, cutting);
    const bands = group("bands", cutting),
      curves = group("levels", cutting),
      labels = group("labels", cutting);
    const cuts = {
      slope: Svg.make("path", { class: "along slope" }, cutting),
      height: Svg.make("path", { class: "along height" }, cutting),
    };
    const tail = Svg.make("path", { class: "trail" }, cutting);
    const others = Line.MEASURES.map((measure) => [
      measure,
      Svg.make("path", { class: `best-place ${measure}` }, cutting),
    ]);
    const best = Svg.make("path", { class: "best-place" }, cutting);
    const axes = {
      bottom: group("scale"),
      left: group("scale"),
      up: group("scale"),
      side: group("scale"),
    };
    const titles = {
      a: Svg.make("text", { class: "title slope", "text-anchor": "end" }, svg),
      b: Svg.make("text", { class: "title height" }, svg),
    };
    const number = Svg.make("text", { class: "relative", "text-anchor": "end" }, svg);
    const symbol = Svg.make("tspan", {}, number);
    Svg.make("tspan", { class: "index", dy: 5 }, number).textContent = "rel";
    Svg.make("tspan", { class: "value", dy: -5 }, number);
    const notice = Svg.make("text", { class: "notice", "text-anchor": "middle" }, svg);
    const parts = sweeps
      ? { slope: Sweep.part(svg, model, "slope"), height: Sweep.part(svg, model, "height") }
      : null;
    const dot = Svg.make("g", { class: "ball own", tabindex: 0 }, svg);
    for (const [name, r] of [
      ["reach", 24],
      ["ring", 15],
      ["disc", 9],
    ])
      Svg.make("circle", { class: name, r }, dot);
    let sa,
      sb,
      trail = [];

    const inside = (scale, place) =>
      Math.min(Math.max(place, Math.min(scale.from, scale.to)), Math.max(scale.from, scale.to));
    const place = (line) => [sa.place(line.slope), sb.place(Line.heightAt(line, model.origin))];
    const go = (a, b) => Moves.setLine(model, { slope: a, height: b, at: model.origin });
    Grip.make(dot, svg, {
      drag: ([x, y]) => go(sa.value(inside(sa, x)), sb.value(inside(sb, y))),
      push: ([right, up]) =>
        go(
          model.line.slope + right * 2 * sa.perPixel,
          Line.heightAt(model.line, model.origin) + up * 2 * sb.perPixel,
        ),
      done: model.commit,
    });

    function drawLevels(box) {
      const hidden = model.secret || !model.optimum,
        levels = hidden ? [] : LEVELS[model.measure];
      const fields = Svg.fill(bands, levels.length, () =>
        Svg.make("path", { "fill-rule": "evenodd" }),
      );
      const lines = Svg.fill(curves, levels.length, () => Svg.make("path"));
      const texts = Svg.fill(labels, levels.length, () =>
        Svg.make("text", { "text-anchor": "middle" }),
      );
      const frame = `M${box.left} ${box.top}H${box.right}V${box.bottom}H${box.left}Z`;
      const taken = [];
      levels.forEach((level, k) => {
        const sum = model.optimum.cost + level * model.unit;
        const found = Levels.curve(model.measure, model.points, model.optimum, sum, RAYS);
        const places = found.map(place);
        const curve = places.length ? `${Svg.path(places)}Z` : "";
        lines[k].setAttribute("d", curve);
        fields[k].setAttribute("d", curve && `${frame}${curve}`);
        const free = places.filter(
          ([x, y], i) => !found[i].open && taken.every(([u, v]) => Math.hypot(x - u, y - v) > 26),
        );
        const at = label(free, box, place(model.optimum.line));
        texts[k].textContent = at ? (model.perfect ? Words.significant(sum) : String(level)) : "";
        if (at) taken.push(at);
        if (at) Svg.set(texts[k], { x: at[0], y: at[1] + 5 });
      });
    }

    // Where the number of a level stands: at the lower tip of its curve, or as near as the box goes.
    function label(places, box, [cx, cy]) {
      const room = places.filter(
        ([x, y]) =>
          x > box.left + 16 && x < box.right - 16 && y > box.top + 12 && y < box.bottom - 12,
      );
      if (!room.length) return null;
      const away = ([x, y]) => (y >= cy ? Math.hypot(x - cx, y - cy) : 0);
      return room.reduce((one, other) => (away(other) > away(one) ? other : one));
    }

    const cross = (line) => {
      const [x, y] = place(line);
      return Number.isFinite(x + y) ? `M${x - 10} ${y}h20M${x} ${y - 10}v20` : "";
    };

    function drawTrail() {
      const now = performance.now();
      const here = { line: model.line, time: now },
        last = trail.at(-1);
      if (!model.still() && (!last || last.line !== model.line)) trail.push(here);
      trail = trail.filter(({ time }) => now - time < TRAIL.ms).slice(-TRAIL.places);
      tail.setAttribute(
        "d",
        trail.length > 1 && !model.secret ? Svg.path(trail.map(({ line }) => place(line))) : "",
      );
      if (trail.length > 1) model.schedule();
    }

    function draw(width, height) {
      const small = width < 420,
        side = sweeps ? Math.round(width * 0.2) : 0,
        above = sweeps ? Math.round(height * 0.24) : 0;
      const gap = sweeps ? 16 : 0;
      const room = Math.max(
        Axis.room(...model.goal.lines.slice(2), height / 75),
        sweeps ? Axis.room(0, model.goal.top[0], 2) : 0,
      );
      const box = {
        left: Math.max(small ? 42 : 50, room),
        right: width - 16 - side - gap,
        top: 14 + above + gap,
        bottom: height - 48,
      };
      const [a0, a1, b0, b1] = model.view.lines;
      [sa, sb] = [Axis.scale(a0, a1, box.left, box.right), Axis.scale(b0, b1, box.bottom, box.top)];
      Board.cut(rect, box.left, box.top, box.right, box.bottom);
      Axis.draw(axes.bottom, sa, box.bottom, "bottom", (box.right - box.left) / 75);
      const from = Axis.draw(axes.left, sb, box.left, "left", (box.bottom - box.top) / 55);
      titles.a.textContent = Sweep.title(model, "slope");
      Svg.set(titles.a, { x: box.right, y: height - 6 });
      Axis.title(titles.b, Sweep.title(model, "height"), from);
      Svg.set(titles.b, { x: box.left + 10, y: box.top - 5 });
      drawLevels(box);
      const [x, y] = place(model.line),
        at = [inside(sa, x), inside(sb, y)];
      const hidden = model.secret || !model.optimum;
      best.setAttribute("d", hidden ? "" : cross(model.optimum.line));
      for (const [measure, path] of others) {
        path.setAttribute(
          "d",
          hidden || !model.shownBest.has(measure) ? "" : cross(model.best[measure].line),
        );
      }
      if (sweeps) {
        cuts.slope.setAttribute("d", hidden ? "" : `M${box.left} ${at[1]}H${box.right}`);
        cuts.height.setAttribute("d", hidden ? "" : `M${at[0]} ${box.top}V${box.bottom}`);
        const top = model.view.top[0],
          lower = box.top - gap;
        const up = Axis.scale(0, top, lower, 14),
          right = Axis.scale(0, top, box.right + gap, width - 16);
        Axis.draw(axes.up, up, box.left, "left", 2);
        Axis.draw(axes.side, right, box.bottom, "bottom", 1.4);
        parts.slope.draw(sa, up);
        parts.height.draw(sb, right, true);
      }
      drawTrail();
      number.style.display = sweeps && !hidden && !model.perfect ? "" : "none";
      Svg.set(number, { x: width - 16, y: 62 });
      Sum.write(symbol, model.measure);
      number.lastChild.textContent = ` = ${model.relative < 9.995 ? model.relative.toFixed(2) : Words.significant(model.relative)}`;
      dot.setAttribute("transform", `translate(${at[0].toFixed(2)} ${at[1].toFixed(2)})`);
      const b = Line.heightAt(model.line, model.origin);
      Grip.speak(
        dot,
        "The line as a place on the map",
        `slope ${Words.rounded(model.line.slope, sa.perPixel)}, intercept ${Words.rounded(b, sb.perPixel)}`,
        model.line.slope,
        [a0, a1],
      );
      notice.textContent = model.optimum
        ? model.secret
          ? "your bet first"
          : ""
        : "two points with different x make a line";
      Svg.set(notice, { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
      dot.style.display = model.secret ? "none" : "";
    }

    return { svg };
  }

  return { mount };
})();
