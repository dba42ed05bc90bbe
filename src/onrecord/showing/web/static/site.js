// A file dropped on the form is the file that it sends; while an article is read, the form says so. Without this script
// all of it works, but for dropping.
"use strict";
for (const form of document.querySelectorAll(".drop")) {
  const file = form.querySelector("input[type=file]");
  const status = form.querySelector(".status");
  const button = form.querySelector("button.main");
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return; // words that are dropped go where they were dropped
    event.preventDefault();
    file.files = event.dataTransfer.files;
    status.textContent = `${file.files[0].name} will be read.`;
    button.focus();
  });
  form.addEventListener("submit", () => {
    status.textContent = "Reading … a long article takes a few seconds.";
    setTimeout(() => (button.disabled = true)); // after the form is sent, with the button's own value
  });
  addEventListener("pageshow", () => { // and back again
    button.disabled = false;
    if (status.textContent.startsWith("Reading")) status.textContent = "";
  });
}
