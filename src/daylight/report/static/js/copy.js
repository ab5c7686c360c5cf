// --- copy the exact words with their source, as text or as Markdown
const ACTIVE = /[\\`*_{}[\]<>#|~&$^@]|:(?=\/\/|\w+:)/g;
const escaped = (text) => text.replace(/\s+/g, " ").trim().replace(ACTIVE, "\\$&");
const sourceOf = (letter) => one(`.reports [data-letter="${letter}"]`).dataset;
function withSource(words, letter, place) {
  const { source, outlet, address, dated } = sourceOf(letter);
  if (one("[name=copyas]")?.value !== "markdown") return `${words} (${source}, characters ${place})`;
  const name = address ? `[${escaped(outlet)}](<${address}>)` : escaped(outlet);
  return `> ${escaped(words)}\n>\n> — ${[name, escaped(dated), `characters ${place}`].filter(Boolean).join(", ")}\n`;
}
function wordsOf(saying) {
  const words = one(".words", saying).cloneNode(true);
  for (const gap of all(".gap", words)) gap.textContent = " … ";
  return words.textContent;
}
async function copy(button, text) {
  if (!navigator.clipboard) return;
  const label = button.textContent;
  await navigator.clipboard.writeText(text);
  button.textContent = "copied";
  setTimeout(() => { button.textContent = label; }, 1500);
}
const button = document.createElement("button");
button.type = "button";
button.className = "copy";
button.textContent = "copy";
button.setAttribute("aria-label", "copy the words with their source");
for (const meta of all(".row .saying > .meta:not(.again), .side .saying > .meta:not(.again)")) meta.append(" ", button.cloneNode(true));
document.addEventListener("click", (event) => {
  const pressed = event.target.closest(".saying .copy");
  if (!pressed) return;
  const saying = pressed.closest(".saying");
  copy(pressed, withSource(wordsOf(saying), saying.dataset.letter, one(".at", saying).textContent));
});

// --- words chosen in a full text: copied with their source, or given an address of their own
const tool = one(".chosen");
let chosen = null;
function offsetIn(paragraph, node, offset) {
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + [...before.toString()].length;
}
function choice() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const edge = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  const first = edge(range.startContainer), last = edge(range.endContainer);
  if (!first || !last || first.closest(".pane") !== last.closest(".pane")) return null;
  const start = offsetIn(first, range.startContainer, range.startOffset);
  const end = offsetIn(last, range.endContainer, range.endOffset);
  return { words: selection.toString(), pane: first.closest(".pane"), start, end };
}
document.addEventListener("selectionchange", () => {
  const made = choice();
  if (!made && tool.contains(document.activeElement)) return;
  chosen = made;
  tool.hidden = !chosen;
  if (chosen) one("output", tool).textContent = `characters ${chosen.start}–${chosen.end}`;
});
tool.addEventListener("mousedown", (event) => event.preventDefault());
tool.addEventListener("click", (event) => {
  const pressed = event.target.closest("button");
  if (!pressed || !chosen) return;
  const { words, pane, start, end } = chosen;
  if (pressed.value === "words") copy(pressed, withSource(words, pane.dataset.letter, `${start}–${end}`));
  else { location.hash = `${pane.id}_${start}-${end}`; copy(pressed, location.href); }
});
