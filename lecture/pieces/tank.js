// The sum as a tank: one slice for each point, as large as its square, and a mark at the least
// level that any line can reach.
"use strict";

const Tank = (() => {
  function mount(element, model) {
    const svg = Board.mount(element, model, "Tank", draw);
    const hatch = Board.hatch(svg);
    const glass = Svg.make("path", { class: "glass" }, svg);
    const slices = Svg.make("g", { class: "slices" }, svg);
    const forbidden = Svg.make("rect", { class: "forbidden", fill: hatch }, svg);
    const rim = Svg.make("path", { class: "rim" }, svg);
    const mark = Svg.make("path", { class: "mark" }, svg);
    const least = Svg.make("text", { class: "least", "text-anchor": "middle" }, svg);
    const lowest = Svg.make("text", { class: "least", "text-anchor": "middle" }, svg);
    const level = Svg.make("text", { class: "level", "text-anchor": "middle" }, svg);
    const symbol = Svg.make("tspan", {}, level);
    Svg.make("tspan", {}, level);

    function draw(width, height) {
      const box = { left: 6, right: width - 6, top: 40, bottom: height - 54 };
      const middle = (box.left + box.right) / 2,
        sy = Axis.scale(0, model.view.top[0], box.bottom, box.top);
      const all = Svg.fill(slices, model.parts.length, () => Svg.make("rect"));
      const order = [...model.x.keys()].sort((i, j) => model.x[i] - model.x[j]);
      const gap = order.length > 40 ? 0 : 1;
      let from = 0;
      for (const k of order) {
        const y0 = Math.max(sy.place(from), box.top - 14),
          y1 = Math.max(sy.place((from += model.view.grown[0] * model.parts[k])), box.top - 14);
        Svg.set(all[k], {
          x: box.left + 2,
          y: y1,
          width: box.right - box.left - 4,
          height: Math.max(0, y0 - y1 - gap),
        });
        all[k].setAttribute("class", model.lit === k ? "slice lit" : "slice");
      }
      glass.setAttribute(
        "d",
        `M${box.left} ${box.top - 14}V${box.bottom}H${box.right}V${box.top - 14}`,
      );
      const surface = Math.max(sy.place(model.view.grown[0] * model.cost), box.top - 14);
      rim.setAttribute("d", `M${box.left + 2} ${surface}H${box.right - 2}`);
      const shown = model.optimum && !model.secret,
        at = shown ? sy.place(model.optimum.cost) : box.bottom;
      Board.cut(forbidden, box.left + 2, at, box.right - 2, box.bottom);
      mark.setAttribute("d", shown ? `M${box.left - 5} ${at}H${box.right + 5}` : "");
      least.textContent = shown ? "least" : "";
      Svg.set(least, { x: middle, y: height - 32 });
      lowest.textContent = shown ? Words.significant(model.optimum.cost) : "";
      const wide = lowest.textContent.length > 7;
      Svg.set(lowest, {
        x: wide ? box.right : middle,
        y: height - 13,
        "text-anchor": wide ? "end" : "middle",
      });
      Sum.write(symbol, model.measure);
      level.lastChild.textContent = ` = ${Words.significant(model.cost)}`;
      svg.setAttribute("aria-label", label(shown));
      const long = level.textContent.length > 9;
      Svg.set(level, {
        x: long ? box.right : middle,
        y: 18,
        class: long ? "level long" : "level",
        "text-anchor": long ? "end" : "middle",
      });
    }

    // What the drawing says, for those who do not see it.
    function label(shown) {
      const least = shown ? `; the least is ${Words.significant(model.optimum.cost)}` : "";
      return Words.spoken(
        `Tank, ${Sum.name(model.measure)}: ${Words.significant(model.cost)}${least}`,
      );
    }

    return { svg };
  }

  return { mount };
})();
