"use strict";
(() => {
  const boxes = [...document.querySelectorAll("nav [name=verdict]")];
  const chosen = document.querySelector("nav [name=module]");
  const search = document.querySelector("nav [type=search]");
  const nothing = document.querySelector(".nothing.filtered");
  const sections = [...document.querySelectorAll("main section")].map((section) => ({
    section,
    operations: [...section.querySelectorAll(".operation")].map((each) => [each, each.textContent.toLowerCase()]),
  }));
  const apply = () => {
    const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { section, operations } of sections) {
      let here = 0;
      for (const [operation, text] of operations) {
        const fits = verdicts.has(operation.dataset.verdict) && words.every((word) => text.includes(word));
        operation.hidden = !fits;
        here += fits;
      }
      const wanted = !chosen.value || chosen.value === section.dataset.module;
      section.hidden = !wanted || here === 0;
      if (!section.hidden) shown += here;
    }
    nothing.hidden = shown > 0;
  };
  boxes.forEach((box) => box.addEventListener("change", apply));
  chosen.addEventListener("change", apply);
  search.addEventListener("input", apply);
  apply();
})();
