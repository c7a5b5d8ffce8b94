// What the sum of each measure is called: ε is the article's letter for squares, and for them alone.
"use strict";

const Sum = (() => {
  // Letters in italics stand between underscores.
  const OF = {
    squared: { name: "sum of squares", symbol: "_ε_" },
    absolute: { name: "sum of distances", symbol: "Σ|_r_|" },
    shortest: { name: "sum of squared distances", symbol: "Σ_d_²" },
  };

  const name = (measure) => OF[measure].name;

  // The symbol as pieces, every second of them in italics.
  const parts = (measure) => OF[measure].symbol.split("_");

  // The symbol as nodes of a text.
  const html = (measure) =>
    parts(measure).map((part, k) => (k % 2 ? Formula.italic(part) : part));

  // The symbol into an element of a drawing, anew where the measure has changed.
  function write(element, measure) {
    if (element.dataset.measure === measure) return;
    element.dataset.measure = measure;
    element.replaceChildren(
      ...parts(measure).map((part, k) => {
        const piece = Svg.make("tspan", { "font-style": k % 2 ? "italic" : "normal" });
        piece.textContent = part;
        if (k && k % 2 === 0) piece.setAttribute("dx", "0.08em"); // a leaning letter needs room
        return piece;
      }),
    );
  }

  return { name, html, write };
})();
