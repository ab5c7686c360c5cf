// --- filters over the statements, and what they leave, in a sentence
const filters = one(".filters");
const rows = all(".row");
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;
function kept(row, wish) {
  const differs = (kind) => kind === "real" ? one(".finding.real", row) : kind === "form" ? one(".finding.form", row) && !one(".finding.real", row)
    : row.dataset.kinds.split(" ").includes(kind);
  return (!wish.speaker || row.dataset.speaker === wish.speaker)
    && (!wish.report || row.dataset.reports.split(" ").includes(wish.report))
    && (!wish.kind || Boolean(differs(wish.kind)))
    && !(wish.form && differs("form"))
    && (!wish.words || row.textContent.toLowerCase().includes(wish.words));
}
function filter() {
  const wish = {
    speaker: filters.speaker.value, report: filters.report.value, kind: filters.kind.value,
    form: filters.form.checked, words: filters.words.value.trim().toLowerCase(),
  };
  const shown = rows.filter((row) => { row.hidden = !kept(row, wish); return !row.hidden; });
  for (const finding of all(".row .finding.form")) finding.hidden = wish.form;
  for (const voice of all(".voice")) voice.hidden = !one(".row:not([hidden])", voice);
  for (const table of all(".matrix:not(.people)")) table.parentElement.hidden = !one(".row:not([hidden])", table);
  const real = shown.reduce((sum, row) => sum + all(".finding.real", row).length, 0);
  const statements = shown.length === rows.length ? counted(rows.length, "statement", "statements") : `${shown.length} of ${counted(rows.length, "statement", "statements")}`;
  one("output", filters).textContent = `${statements}, ${counted(real, "difference", "differences")}`;
}
if (rows.length) {
  filters.hidden = false;
  filters.addEventListener("input", filter);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", () => setTimeout(filter));
  filter();
}
