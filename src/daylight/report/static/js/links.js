// --- links of the page: what they lead to is shown, whatever hides it
function reveal(element) {
  const owner = element.closest(".pane");
  if (owner && owner.hidden) show(owner);
  const row = element.closest(".row");
  if (row && (row.hidden || element.hidden)) { filters.reset(); filter(); }
  const details = element.closest("details");
  if (details) details.open = true;
}

// --- any stretch of a text has an address: #REPORT_START-END, in code points of the report's text
const STRETCH = /^(.+)_(\d+)-(\d+)$/;
function stretch(id) {
  const [, report, start, end] = STRETCH.exec(id) || [];
  const owner = report && byId(report);
  if (!owner || !owner.matches(".pane")) return null;
  const range = document.createRange();
  let begun = false;
  for (const paragraph of all("[data-start]", owner)) {
    let at = Number(paragraph.dataset.start);
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const points = [...node.data];
      const units = (count) => points.slice(0, count).join("").length;
      if (!begun && start < at + points.length) { range.setStart(node, units(Math.max(0, start - at))); begun = true; }
      if (begun && end <= at + points.length) { range.setEnd(node, units(Math.max(0, end - at))); return range; }
      at += points.length;
    }
  }
  return null;
}
function paint(range) {
  if (typeof Highlight === "undefined") return;
  if (range) CSS.highlights.set("stretch", new Highlight(range));
  else CSS.highlights.delete("stretch");
}

let from = null;
function arrive() {
  const id = named(location.hash);
  const range = id && !byId(id) ? stretch(id) : null;
  paint(range);
  const target = range ? range.startContainer.parentElement : id && byId(id);
  if (!target) return;
  reveal(target);
  if (target.matches("details")) target.open = true;
  target.scrollIntoView({ block: target.closest(".text") ? "center" : "start" });
  if (!target.closest(".text")) return;
  const row = rowOf(target);
  light(row);
  if (row) align(row, target);
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  if (link.closest("main") && !link.closest("#texts")) from = link;
  const target = byId(named(link.hash));
  if (target) reveal(target);
  if (link.hash === location.hash) arrive();
});
window.addEventListener("hashchange", arrive);
arrive();
