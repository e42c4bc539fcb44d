import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import Markdown from "./Markdown";

afterEach(cleanup);

const html = (text: string) => render(<Markdown text={text} />).container;

test("Markdown is formatted", () => {
  const shown = html("# Title\n\n- **one**\n- [two](https://example.com)");
  expect(shown.querySelector("h1")?.textContent).toBe("Title");
  expect(shown.querySelectorAll("li").length).toBe(2);
  expect(shown.querySelector("a")?.getAttribute("rel")).toContain("noopener");
});

test.each([
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "<iframe src='https://example.com'></iframe>",
  "a <b onclick='alert(1)'>b</b>",
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt&#58;alert(1))",
  "[a](data:text/html,x)",
  "![a](https://example.com/a.png)",
  "<https://example.com onclick=alert(1)>",
  "[a]: javascript:alert(1)\n\n[a]",
])("nothing of %s runs or is fetched", (text) => {
  const shown = html(text);
  expect(shown.querySelectorAll("script, img, iframe, object, embed, svg, style, link, form, input").length).toBe(0);
  const attributes = [...shown.querySelectorAll("*")].flatMap((element) => [...element.attributes]);
  expect(attributes.filter(({ name }) => name.startsWith("on"))).toEqual([]);
  const targets = attributes.filter(({ name }) => name === "href").map(({ value }) => value);
  expect(targets.filter((target) => !/^(?:https?:|#|$)/.test(target))).toEqual([]);
});
