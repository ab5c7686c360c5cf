// Enhancement only: every page and form of the app works without it.
"use strict";
(() => {
const one = (selector, root = document) => root.querySelector(selector);

// --- a job: its step, and on to what it made
const job = one(".job");
async function look() {
  const answer = await fetch(`/jobs/${encodeURIComponent(job.dataset.job)}/state`);
  const { state, told } = await answer.json();
  if (!answer.ok || state === "done" || state === "failed") location.reload();
  else {
    const status = one("[role=status]", job);
    if (status.textContent !== told) status.textContent = told;
    setTimeout(look, 400);
  }
}
if (job) setTimeout(look, 400);

// --- files dropped anywhere on a form go to its field
for (const form of document.querySelectorAll("form.intake")) {
  const field = one("input[type=file]", form);
  if (!field) continue;
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("over");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    const both = new DataTransfer();
    for (const file of [...field.files, ...event.dataTransfer.files]) both.items.add(file);
    field.files = both.files;
  });
}

// --- the forms that correct a thing, in a drawer beside it
async function beside(link) {
  const answer = await fetch(link.href, { headers: { "X-Daylight-Part": "1" } });
  if (!answer.ok) { location.href = link.href; return; }
  const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
  const drawer = one("dialog.drawer") || document.body.appendChild(document.createElement("dialog"));
  drawer.className = "drawer";
  drawer.setAttribute("aria-label", "Correct");
  drawer.replaceChildren(document.adoptNode(one(".correcting", parsed)), closer(drawer));
  if (!drawer.open) drawer.showModal();
}
function closer(drawer) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "close";
  button.textContent = "close";
  button.addEventListener("click", () => drawer.close());
  return button;
}
document.addEventListener("click", (event) => {
  if (event.target.matches("dialog.drawer")) event.target.close();
  const link = event.target.closest("a.correct");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  beside(link);
});
})();
