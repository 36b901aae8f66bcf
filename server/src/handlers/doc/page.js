const filter = document.getElementById("filter");
filter.addEventListener("input", () => {
  const wanted = filter.value.trim().toLowerCase();
  for (const section of document.querySelectorAll("section")) {
    let shown = 0;
    for (const entry of section.querySelectorAll("details")) {
      const text = entry.id + " " + entry.firstElementChild.textContent;
      entry.hidden = !text.toLowerCase().includes(wanted);
      if (!entry.hidden) shown += 1;
    }
    section.hidden = shown === 0;
  }
});
const reveal = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) {
    target.open = true;
    target.scrollIntoView();
  }
};
addEventListener("hashchange", reveal);
reveal();
