// What chance decides: errors and counts.
"use strict";

const Chance = (() => {
  // A number from the normal distribution (G. E. P. Box and M. E. Muller, 1958).
  const normal = () =>
    Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());

  // A number of events where `mean` are expected (D. E. Knuth, Seminumerical Algorithms, 3.4.1);
  // many are as good as normal.
  function poisson(mean) {
    if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    let count = 0;
    for (let left = Math.random(), end = Math.exp(-mean); left > end; left *= Math.random())
      count += 1;
    return count;
  }

  return { normal, poisson };
})();
