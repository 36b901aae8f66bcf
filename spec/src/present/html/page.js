"use strict";
(() => {
  const boxes = [...document.querySelectorAll("nav [name=level]")];
  const search = document.querySelector("nav [type=search]");
  if (!search) return;
  const sections = [...document.querySelectorAll("section:not(.problems)")].map((section) => ({
    section,
    heading: section.querySelector("h2").textContent.toLowerCase(),
    changes: [...section.querySelectorAll(".change")].map((change) => [change, change.textContent.toLowerCase()]),
  }));
  const apply = () => {
    const levels = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let any = false;
    for (const { section, heading, changes } of sections) {
      let some = false;
      for (const [change, text] of changes) {
        const fits = levels.has(change.dataset.level) && words.every((word) => text.includes(word) || heading.includes(word));
        change.hidden = !fits;
        some ||= fits;
      }
      section.hidden = !some;
      any ||= some;
    }
    document.querySelector(".filtered").hidden = any;
  };
  boxes.forEach((box) => box.addEventListener("change", apply));
  search.addEventListener("input", apply);
  apply();
})();
