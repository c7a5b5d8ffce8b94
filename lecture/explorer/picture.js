// The drawings as a file to take away: SVG as it stands, PNG at twice its size.
"use strict";

const Picture = (() => {
  // All drawings as they stand, with their colours and letters, on the colour of the page.
  function draw(model) {
    const boards = [...document.querySelectorAll(".board")].map((board) => [
      board,
      board.getBoundingClientRect(),
    ]);
    const left = Math.min(...boards.map(([, box]) => box.left)) - 16,
      top = Math.min(...boards.map(([, box]) => box.top)) - 48;
    const right = Math.max(...boards.map(([, box]) => box.right)) + 16,
      bottom = Math.max(...boards.map(([, box]) => box.bottom)) + 16;
    const size = { width: right - left, height: bottom - top };
    const whole = Svg.make("svg", {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${size.width} ${size.height}`,
      ...size,
      role: "img",
    });
    Svg.make("title", {}, whole).textContent = model.title || "Points and a line";
    Svg.make("desc", {}, whole).textContent = Sentence.text(model);
    const colours = getComputedStyle(document.documentElement);
    const sheets = document.querySelectorAll("style"); // letters and colours; what pieces draw
    const faces = sheets[0].textContent.match(/@font-face\{[^}]*\}/g) ?? [];
    Svg.make("style", {}, whole).textContent = [...faces, sheets[1].textContent]
      .join("\n")
      .replace(/var\((--[\w-]+)\)/g, (_, name) => colours.getPropertyValue(name));
    Svg.make("rect", { ...size, fill: colours.getPropertyValue("--background") }, whole);
    Svg.make("text", { class: "heading", x: 16, y: 30 }, whole).textContent = model.title;
    for (const [board, box] of boards) {
      const copy = board.cloneNode(true);
      Svg.set(copy, { x: box.left - left, y: box.top - top });
      copy.querySelectorAll(".grips, .reach, .ring").forEach((part) => part.remove());
      copy
        .querySelectorAll("[tabindex], [role], [aria-label]")
        .forEach((part) =>
          [...part.attributes]
            .filter(({ name }) => /^(aria-|role|tabindex)/.test(name))
            .forEach(({ name }) => part.removeAttribute(name)),
        );
      whole.append(copy);
    }
    return { text: new XMLSerializer().serializeToString(whole), ...size };
  }

  function save(blob, name) {
    const anchor = Formula.html("a", { href: URL.createObjectURL(blob), download: name });
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
  }

  function savePng({ text, width, height }) {
    const image = new Image();
    image.onload = () => {
      const canvas = Formula.html("canvas", { width: 2 * width, height: 2 * height });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, "line.png"), "image/png");
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  }

  const svg = (model) => save(new Blob([draw(model).text], { type: "image/svg+xml" }), "line.svg");
  const png = (model) => savePng(draw(model));

  return { svg, png };
})();
