// --- panes: as many side by side as fit, the reader's choice after that
const chooser = one(".chooser");
const panes = all(".pane");
const boxes = all("input", chooser);
function choose() {
  for (const box of boxes) byId(box.value).hidden = !box.checked;
}
function show(pane, shown = true) {
  const box = boxes.find((b) => b.value === pane.id);
  if (box) box.checked = shown;
  pane.hidden = !shown;
}
// As many as stay wide enough to read, two at least: make room by closing those that say nothing on the matter.
const fit = Math.max(2, Math.min(3, Math.floor(document.body.clientWidth / 380)));
function makeRoom(wanted) {
  const open = panes.filter((pane) => !pane.hidden);
  const spare = open.filter((pane) => !wanted.includes(pane));
  for (const pane of spare.slice(0, Math.max(0, open.length - fit))) show(pane, false);
}
if (panes.length > 2) {
  boxes.forEach((box, i) => { box.checked = i < fit; });
  chooser.hidden = false;
  chooser.addEventListener("change", choose);
  choose();
}

// --- linked highlights: a statement lights up in every text, and every text scrolls to it
let lit = [];
function light(id) {
  for (const element of lit) element.classList.remove("lit");
  lit = id ? all(`[data-row="${CSS.escape(id)}"]`) : [];
  for (const element of lit) element.classList.add("lit");
}
function align(id, except) {
  for (const text of all(".pane:not([hidden]) .text")) {
    const place = one(`.said[data-row="${CSS.escape(id)}"]`, text);
    if (place && !(except && text.contains(except))) text.scrollTop += place.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
  }
}
const rowOf = (element) => element.dataset.row || (one("[data-row]", element) || {}).dataset?.row || element.closest("[data-row]")?.dataset.row;
// A browser says "mouseover" too when the page moves under a pointer that rests; only a pointer that moves chooses.
let pointer = "";
const spot = (event) => `${event.screenX} ${event.screenY}`;
document.addEventListener("mousemove", (event) => { pointer = spot(event); });
document.addEventListener("mouseover", (event) => {
  const said = event.target.closest(".text [data-row]");
  if (said && spot(event) !== pointer) light(said.dataset.row);
});
