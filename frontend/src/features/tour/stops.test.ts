import { afterEach, expect, test, vi } from "vitest";
import { stopsHere } from "./stops";

afterEach(() => {
  document.body.innerHTML = "";
});

test("a tour stops only at what this person has on the page", () => {
  vi.spyOn(Element.prototype, "getClientRects").mockImplementation(function (this: Element) {
    return (this.hasAttribute("data-away") ? [] : [{}]) as unknown as DOMRectList;
  });
  document.body.innerHTML = `
    <nav data-tour="menu"><a href="/s/x/vehicles">v</a><a href="/s/x/customers" data-away>c</a></nav>
    <a href="/s/x/settings/fields" data-away>f</a><button data-tour="help">?</button>`;
  expect(stopsHere("store").map(({ name }) => name)).toEqual(["menu", "records", "help"]);
  expect(stopsHere("store")[1]?.target.textContent).toBe("v");
  expect(stopsHere("hq").map(({ name }) => name)).toEqual(["menu", "help"]);
});
