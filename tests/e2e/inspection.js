// What is wrong with the page in sight, as sentences. `keys`: the names of all texts, none of which a person may see.
(keys) => {
  const faults = [];
  const visible = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
  const spoken = (element) => !element.closest("[aria-hidden=true]");
  const all = (selector) => [...document.querySelectorAll(selector)].filter(visible).filter(spoken);
  const brief = (element) => element.outerHTML.slice(0, 160);
  const named = (element) =>
    Boolean(
      element.getAttribute("aria-label") ||
        element.title ||
        element.textContent.trim() ||
        (element.getAttribute("aria-labelledby") ?? "").split(" ").some((id) => id && document.getElementById(id)) ||
        element.querySelector("[aria-label], img[alt]:not([alt=''])"),
    );

  const width = document.scrollingElement.scrollWidth;
  if (width > window.innerWidth) {
    const widest = all("body *").find((element) => element.getBoundingClientRect().right > window.innerWidth + 1);
    faults.push(`scrolls sideways: ${width} > ${window.innerWidth}, ${widest ? brief(widest) : ""}`);
  }

  const headings = all("h1").map((heading) => heading.innerText);
  if (headings.length !== 1) faults.push(`${headings.length} main headings: ${headings.join(", ")}`);

  for (const field of all("input:not([type=hidden]), select, textarea")) {
    if (!field.labels?.length && !named(field)) faults.push(`a field without a label: ${brief(field)}`);
  }
  for (const control of all("button, a[href], [role=button]")) {
    if (!named(control)) faults.push(`a control without a name: ${brief(control)}`);
  }
  for (const image of all("img")) if (!image.hasAttribute("alt")) faults.push(`a picture without words: ${brief(image)}`);

  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const twice = ids.filter((id, at) => id && ids.indexOf(id) !== at);
  if (twice.length > 0) faults.push(`ids given twice: ${twice.join(", ")}`);

  const words = document.body.innerText;
  for (const raw of ["{{", "}}", "[object ", "NaN", "undefined", "Invalid Date"]) {
    if (words.includes(raw)) faults.push(`raw text: ${raw}`);
  }
  const pieces = new Set(words.split(/[\s：:，,（）()]+/));
  for (const key of keys) if (pieces.has(key)) faults.push(`a text's name instead of the text: ${key}`);
  return faults;
}
