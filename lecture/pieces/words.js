// Numbers as people write and say them.
"use strict";

const Words = (() => {
  const MINUS = "\u2212";

  // With so many digits that a step of `step` can be seen: 0.732 where steps are 0.005.
  function rounded(value, step) {
    if (!Number.isFinite(value)) return value > 0 ? "∞" : `${MINUS}∞`;
    const size = Math.max(Math.abs(value), step);
    if (size >= 1e6 || size < 1e-4) return powered(value, step);
    const decimals = Math.min(8, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
    return minus((Math.round(value * 10 ** decimals) / 10 ** decimals + 0).toFixed(decimals));
  }

  function significant(value, digits = 3) {
    if (value === 0 || !Number.isFinite(value)) return rounded(value, 1);
    const exponent = Math.floor(Math.log10(Math.abs(value)));
    return rounded(value, 10 ** (exponent - digits + 1));
  }

  const raised = (exponent) =>
    String(exponent).replace(/./g, (sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign]));

  // 2.44 × 10⁶
  function powered(value, step) {
    const exponent = Math.floor(Math.log10(Math.max(Math.abs(value), step)) + 1e-9),
      unit = 10 ** exponent;
    const digits = Math.min(6, Math.max(0, Math.ceil(-Math.log10(step / unit) - 1e-9)));
    return value === 0 ? "0" : `${minus((value / unit).toFixed(digits))} × 10${raised(exponent)}`;
  }

  // A round number with all its digits and no more: 10⁸, 2.5 × 10⁶, 1000.
  function round(value) {
    const exponent = value && Math.floor(Math.log10(Math.abs(value)) + 1e-9);
    if (Math.abs(exponent) < 6) return minus(String(Number(value.toPrecision(12))));
    const digits = Number((value / 10 ** exponent).toPrecision(12));
    return digits === 1
      ? `10${raised(exponent)}`
      : `${minus(String(digits))} × 10${raised(exponent)}`;
  }

  // What somebody has typed, "3,7" and "2.5 × 10⁶" included; NaN where it is no number.
  function parsed(text) {
    const plain = text
      .trim()
      .replaceAll(MINUS, "-")
      .replace(",", ".")
      .replace(/\s*×\s*10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, power) => `e${lowered(power)}`);
    return plain === "" ? NaN : Number(plain);
  }

  const lowered = (power) =>
    power.replace("⁻", "-").replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign));

  const minus = (text) => text.replace(/-/g, MINUS);
  const spoken = (text) =>
    text
      .replaceAll(MINUS, "minus ")
      .replace(
        /( × )?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g,
        (_, times, power) =>
          `${times ? " times " : ""}10 to the ${lowered(power).replace("-", "minus ")}`,
      );

  // How far above the least: 42 %, 3.1 times.
  function above(relative) {
    if (relative < 0.0005) return "less than 0.1\u00a0%";
    if (relative < 0.1) return `${significant(100 * relative, 2)}\u00a0%`;
    if (relative < 0.995) return `${Math.round(100 * relative)}\u00a0%`;
    return null;
  }

  return { MINUS, rounded, round, significant, parsed, minus, spoken, above };
})();
