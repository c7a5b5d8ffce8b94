// Numbers as people write and say them.
"use strict";

const Words = (() => {
  const MINUS = "\u2212";

  // With so many digits that a step of `step` can be seen: 0.732 where steps are 0.005.
  function rounded(value, step) {
    if (!Number.isFinite(value)) return value > 0 ? "∞" : `${MINUS}∞`;
    const size = Math.max(Math.abs(value), step);
    if (size >= 1e7 || size < 1e-4) return minus(value.toExponential(2).replace("e+", "e"));
    const decimals = Math.min(8, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
    return minus((Math.round(value * 10 ** decimals) / 10 ** decimals + 0).toFixed(decimals));
  }

  function significant(value, digits = 3) {
    if (value === 0 || !Number.isFinite(value)) return rounded(value, 1);
    const exponent = Math.floor(Math.log10(Math.abs(value)));
    return rounded(value, 10 ** (exponent - digits + 1));
  }

  const minus = (text) => text.replace(/-/g, MINUS);
  const spoken = (text) => text.replaceAll(MINUS, "minus ");

  // How far above the least: 42 %, 3.1 times.
  function above(relative) {
    if (relative < 0.0005) return "less than 0.1 %";
    if (relative < 0.1) return `${significant(100 * relative, 2)} %`;
    if (relative < 2) return `${Math.round(100 * relative)} %`;
    return null;
  }

  return { MINUS, rounded, significant, minus, spoken, above };
})();
