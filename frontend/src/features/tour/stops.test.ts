import { afterEach, expect, test, vi } from "vitest";
import english from "./locales/en.json";
import chinese from "./locales/zh-CN.json";
import { stops, stopsHere, tourOf } from "./stops";

afterEach(() => {
  document.body.innerHTML = "";
});

test("a tour stops only at what this person has on the page", () => {
  vi.spyOn(Element.prototype, "getClientRects").mockImplementation(function (this: Element) {
    return (this.hasAttribute("data-away") ? [] : [{}]) as unknown as DOMRectList;
  });
  document.body.innerHTML = `
    <nav data-tour="menu"><a href="/s/x/vehicles">v</a><a href="/s/x/customers" data-away>c</a><a href="/s/x/work">w</a></nav>
    <a href="/s/x/settings/fields" data-away>f</a><button data-tour="help">?</button>`;
  expect(stopsHere("usual").map(({ name }) => name)).toEqual(["menu", "records", "work", "help"]);
  expect(stopsHere("usual")[1]?.target.textContent).toBe("v");
  expect(stopsHere("advisor").map(({ name }) => name)).toEqual(["menu", "work", "help"]);
  expect(stopsHere("owner").map(({ name }) => name)).toEqual(["menu", "help"]);
  expect(stopsHere("hq").map(({ name }) => name)).toEqual(["menu", "help"]);
});

test("a tour is about what the person does most", () => {
  expect(tourOf("store", ["sales_advisor"])).toBe("advisor");
  expect(tourOf("store", ["service_advisor"])).toBe("service");
  expect(tourOf("store", ["sales_advisor", "store_manager"])).toBe("manager");
  expect(tourOf("store", ["store_manager", "group_owner"])).toBe("owner");
  expect(tourOf("store", ["technician"])).toBe("usual");
  expect(tourOf("store", ["x_own_role"])).toBe("usual");
  expect(tourOf("hq", ["group_owner"])).toBe("hq");
});

test("no tour is longer than five stops, and each has its words in both languages", () => {
  for (const [kind, all] of Object.entries(stops)) {
    expect(all.length).toBeLessThanOrEqual(5);
    for (const { name } of all) for (const texts of [chinese, english]) expect(texts[kind as "hq"]).toHaveProperty(`${name}.title`);
  }
});
