// A source, sheets of lead, a counter: and photons, of which each sheet stops its share.
"use strict";

const Shield = (() => {
  const PHOTONS = 70;
  const FLIGHT = 900;

  function mount(element, model) {
    const svg = Board.mount(element, model, "Source, lead and counter", draw);
    const source = Svg.make("g", { class: "source" }, svg);
    Svg.make("circle", { r: 15 }, source);
    const stack = Svg.make("g", { class: "lead" }, svg);
    const flying = Svg.make("g", { class: "photons" }, svg);
    const counter = Svg.make("g", { class: "counter" }, svg);
    Svg.make("rect", { width: 92, height: 46, y: -23, rx: 8 }, counter);
    const shown = Svg.make("text", { x: 46, y: 7, "text-anchor": "middle" }, counter);
    const name = Svg.make("text", { class: "name", "text-anchor": "middle" }, svg);
    let seen = model.last;

    function draw(width, height) {
      const y = height / 2 - 8,
        room = { from: 62, to: width - 126 };
      const pitch = (room.to - room.from) / (model.lab.most + 1);
      const first = (room.from + room.to) / 2 - (model.sheets * pitch) / 2;
      source.setAttribute("transform", `translate(24 ${y})`);
      counter.setAttribute("transform", `translate(${width - 100} ${y})`);
      const here = model.readings.find(({ sheets }) => sheets === model.sheets);
      shown.textContent = here ? here.counts : "";
      const all = Svg.fill(stack, model.sheets, () => Svg.make("rect"));
      for (let k = 0; k < model.sheets; k++)
        Svg.set(all[k], { x: first + k * pitch + 1, y: y - 44, width: Math.max(0, pitch - 2), height: 88 });
      name.textContent = `${model.sheets} mm of lead, counts in ${model.lab.time} s`;
      Svg.set(name, { x: width / 2, y: height - 6 });
      if (seen === model.last) return;
      seen = model.last;
      if (!Model.still()) fly({ from: 40, to: width - 96, y, first, pitch });
    }

    // How deep a photon comes: as far as in the law.
    function fly({ from, to, y, first, pitch }) {
      flying.replaceChildren();
      for (let k = 0; k < PHOTONS; k++) {
        const depth = -Math.log(1 - Math.random()) / model.lab.mu;
        const end = depth < model.sheets ? first + depth * pitch : to;
        const height = y + 34 * (2 * Math.random() - 1) * (end === to ? 0.5 : 1);
        const photon = Svg.make("circle", { class: "flying", r: 2.6 }, flying);
        const steps = [
          { transform: `translate(${from}px, ${y}px)`, opacity: 1 },
          { transform: `translate(${end}px, ${height}px)`, opacity: 1, offset: 0.92 },
          { transform: `translate(${end}px, ${height}px)`, opacity: 0 },
        ];
        const flight = photon.animate(steps, {
          duration: (FLIGHT * (end - from)) / (to - from) + 120,
          delay: (k * FLIGHT) / PHOTONS,
          fill: "both",
        });
        flight.onfinish = () => photon.remove();
      }
    }

    return { svg };
  }

  return { mount };
})();
