// Enhancement only: the page is complete without it.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  document.documentElement.classList.add("js");

  // --- filters
  const filters = one(".filters");
  const rows = all(".row");
  function filter() {
    const speaker = filters.speaker.value, kind = filters.kind.value, real = filters.form.checked;
    let shown = 0;
    for (const row of rows) {
      const kinds = row.dataset.kinds.split(" ");
      const keep = (!speaker || row.dataset.speaker === speaker) && (!kind || kinds.includes(kind));
      const formOnly = real && one(".finding.form", row) && !one(".finding.real", row);
      row.hidden = !keep || Boolean(formOnly);
      shown += !row.hidden;
      for (const finding of all(".finding.form", row)) finding.hidden = real;
    }
    for (const voice of all(".voice")) voice.hidden = !one(".row:not([hidden])", voice);
    for (const table of all(".matrix:not(.people)")) table.parentElement.hidden = !one(".row:not([hidden])", table);
    one("output", filters).textContent = shown === rows.length ? `${shown} statements` : `${shown} of ${rows.length} statements`;
  }
  if (rows.length) {
    filters.hidden = false;
    filters.addEventListener("change", filter);
    filters.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }

  // --- panes: as many side by side as fit, the reader's choice after that
  const chooser = one(".chooser");
  const panes = all(".pane");
  const boxes = all("input", chooser);
  const pane = (id) => document.getElementById(id);
  function choose() {
    for (const box of boxes) pane(box.value).hidden = !box.checked;
  }
  if (panes.length > 2) {
    const fit = Math.max(2, Math.min(3, Math.floor(document.body.clientWidth / 380)));
    boxes.forEach((box, i) => { box.checked = i < fit; });
    chooser.hidden = false;
    chooser.addEventListener("change", choose);
    choose();
  }
  function reveal(element) {
    const owner = element.closest(".pane");
    if (owner && owner.hidden) {
      const box = boxes.find((b) => b.value === owner.id);
      if (box) box.checked = true;
      owner.hidden = false;
    }
    const row = element.closest(".row");
    if (row && row.hidden) { filters.reset(); filter(); }
    const details = element.closest("details");
    if (details) details.open = true;
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
      const place = one(`[data-row="${CSS.escape(id)}"]`, text);
      if (place && !text.contains(except)) text.scrollTop += place.getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    }
  }
  const rowOf = (element) => element.dataset.row || (one("[data-row]", element) || {}).dataset?.row || element.closest("[data-row]")?.dataset.row;
  document.addEventListener("mouseover", (event) => {
    const said = event.target.closest(".text [data-row]");
    if (said) light(said.dataset.row);
  });

  let from = null;
  function arrive() {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    reveal(target);
    target.scrollIntoView({ block: target.closest(".text") ? "center" : "start" });
    if (!target.closest(".text")) return;
    const id = rowOf(target);
    light(id);
    if (id) align(id, target);
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    if (link.closest(".first, .row, .person, .position")) from = link;
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) reveal(target);
  });
  window.addEventListener("hashchange", arrive);
  arrive();

  // --- keys: n and p through the differences, Enter to the source, Esc back
  const visible = (element) => element.getClientRects().length > 0;
  function step(direction) {
    const found = all(".finding").filter((f) => visible(f) && (f.classList.contains("real") || !one(".finding.real")));
    if (!found.length) return;
    const at = found.indexOf(document.activeElement.closest(".finding"));
    const next = at < 0 ? (direction > 0 ? 0 : found.length - 1) : (at + direction + found.length) % found.length;
    found[next].focus({ preventScroll: true });
    found[next].scrollIntoView({ block: "center" });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Enter" && event.target.matches(".finding")) {
      const proof = one(".proof", event.target);
      if (proof) { proof.click(); from = event.target; }
    } else if (event.key === "Escape" && from && document.contains(from)) {
      from.focus({ preventScroll: true });
      from.scrollIntoView({ block: "center" });
      light(null);
    } else return;
    event.preventDefault();
  });

  // --- copy the exact words with their source
  function copied(saying) {
    const words = one(".words", saying).cloneNode(true);
    for (const gap of all(".gap", words)) gap.textContent = " … ";
    const report = one(`.reports [data-letter="${saying.dataset.letter}"]`);
    return `${words.textContent} (${report.dataset.source}, characters ${one(".at", saying).textContent})`;
  }
  for (const saying of all(".row .saying, .side .saying")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "copy";
    button.setAttribute("aria-label", "copy the words with their source");
    one(".meta", saying).append(" ", button);
  }
  document.addEventListener("click", async (event) => {
    const button = event.target.closest(".copy");
    if (!button || !navigator.clipboard) return;
    await navigator.clipboard.writeText(copied(button.closest(".saying")));
    button.textContent = "copied";
    setTimeout(() => { button.textContent = "copy"; }, 1500);
  });

  // --- print with everything expanded
  window.addEventListener("beforeprint", () => { for (const details of all("details")) details.open = true; });
})();
