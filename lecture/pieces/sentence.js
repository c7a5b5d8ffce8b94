// One sentence about what is seen, as the films have it, and for those who hear the page.
"use strict";

const Sentence = (() => {
  const SUMS = { squared: "The squares", absolute: "The distances", shortest: "The squares" };

  // Where x and y differ so much in size that they differ in unit, the short way depends on units.
  const text = (model) =>
    `${judged(model)}${
      model.measure === "shortest" && model.optimum && !model.secret && !model.goal.equal[0]
        ? " In other units it would be another line."
        : ""
    }`;

  function judged(model) {
    const { optimum, measure, relative, secret, perfect } = model;
    if (!optimum) return "Two points with different x make a line. Add some.";
    if (secret) return "Make the sum as small as you can. Then look.";
    const better = perfect ? model.excess <= 1e-6 * model.unit : relative < 5e-7;
    if (better && measure === "absolute" && !optimum.unique)
      return "None is better. But others are as good: the least distance has no one answer here.";
    if (better && !optimum.unique) return "None is better, but every direction is as good here.";
    if (better)
      return measure === "squared"
        ? "This is the line. Any other has larger squares."
        : "No other line has a smaller sum.";
    if (perfect) return "The points lie on a line. Find it: its sum is zero.";
    const share = Words.above(relative);
    if (share) return `${SUMS[measure]} add up to ${share} more than they need to.`;
    return `${SUMS[measure]} add up to ${Words.significant(relative + 1, relative < 9 ? 2 : 3)} times what they need to.`;
  }

  // The text follows every frame; what is spoken waits until the hand rests.
  function mount(element, model) {
    const seen = Formula.html("p", { className: "sentence" }),
      spoken = Formula.html("p", { className: "spoken" });
    seen.setAttribute("aria-hidden", "true");
    spoken.setAttribute("role", "status");
    element.append(seen, spoken);
    let rest = 0;
    model.watch(() => {
      const now = text(model);
      if (seen.textContent === now) return;
      seen.textContent = now;
      clearTimeout(rest);
      rest = setTimeout(() => (spoken.textContent = Words.spoken(now)), 400);
    });
  }

  return { mount, text };
})();
