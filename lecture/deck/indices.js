// Captions have plain letters, ε_rel or ε₀; a page sets the index below the line.
"use strict";

// `text` as nodes for an element.
function withIndices(text) {
  return text.split(/(_\p{L}+|[₀-₉])/u).map((part) => {
    if (!/^(_\p{L}|[₀-₉])/u.test(part)) return part;
    const index = document.createElement("sub");
    index.textContent = part.replace("_", "").normalize("NFKC");
    return index;
  });
}
