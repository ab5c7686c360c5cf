// --- n and p through the differences, Enter to the source, Esc back
const differing = () => rows.filter((row) => !row.hidden && one(".finding.real", row));
const worth = (finding) => visible(finding) && (finding.classList.contains("real") || !one(".finding.real"));
const next = (at, direction, count) => at < 0 ? (direction > 0 ? 0 : count - 1) : (at + direction + count) % count;
function step(direction) {
  const found = all(".finding").filter(worth);
  if (!found.length) return;
  const at = found.indexOf(document.activeElement.closest(".finding"));
  const there = found[next(at, direction, found.length)];
  there.focus({ preventScroll: true });
  there.scrollIntoView({ block: "center" });
}

// --- the same among the full texts: every text scrolls to the statement, a bar says what differs
const stepper = one(".stepper");
let reading = null;
function stepTexts(direction) {
  const found = differing();
  if (!found.length) return;
  const at = found.findIndex((row) => row.dataset.n === (reading || lit[0]?.dataset.row));
  read(found, next(at, direction, found.length));
}
function read(found, at) {
  const row = found[at];
  reading = row.dataset.n;
  const holds = `[data-row="${reading}"]`;
  const shown = all(".proof", one(".finding.real", row)).map((proof) => byId(named(proof.hash))?.closest(".pane")).filter(Boolean);
  const having = panes.filter((pane) => one(holds, pane));
  for (const pane of shown.length ? shown.slice(0, fit) : having.slice(0, 2)) show(pane);
  makeRoom([...shown, ...having]);
  light(reading);
  align(reading);
  const said = one("output", stepper);
  said.replaceChildren(document.createElement("b"), ...all(".finding.real", row).map(told));
  one("b", said).textContent = `${at + 1} of ${found.length}: ${one(".who-said", row)?.textContent || row.dataset.speaker}. `;
  one("a", stepper).href = `#${row.id}`;
  one("a", stepper).hidden = false;
}
function told(finding) {
  const copy = one("p", finding).cloneNode(true);
  for (const link of all("a", copy)) link.remove();
  const line = document.createElement("span");
  line.append(...copy.childNodes, " ");
  return line;
}
function inTexts() {
  if (document.activeElement.closest("#texts")) return true;
  const box = one("#texts").getBoundingClientRect();
  return document.activeElement === document.body && box.top < innerHeight / 2 && box.bottom > innerHeight / 2;
}
if (stepper && panes.length > 1 && differing().length) {
  stepper.hidden = false;
  stepper.addEventListener("click", (event) => {
    if (event.target.matches("button")) stepTexts(event.target.value === "p" ? -1 : 1);
  });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), select, textarea")) return;
  if (event.key === "n" || event.key === "p") (inTexts() ? stepTexts : step)(event.key === "n" ? 1 : -1);
  else if (event.key === "Enter" && event.target.matches(".finding")) {
    const proof = one(".proof", event.target);
    reading = event.target.closest(".row")?.dataset.n || null;
    if (proof) { proof.click(); from = event.target; }
  } else if (event.key === "Escape" && from && document.contains(from)) {
    from.focus({ preventScroll: true });
    from.scrollIntoView({ block: "center" });
    light(null);
    reading = null;
  } else return;
  event.preventDefault();
});
