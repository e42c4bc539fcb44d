import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { apiFetch } from "./apiFetch";

const sent: Request[] = [];
let answers: (Response | Error)[] = [];

beforeEach(() => {
  document.cookie = "csrftoken=t";
  vi.stubGlobal("fetch", (asked: Request) => {
    sent.push(asked);
    const answer = answers.shift() ?? new Response("{}", { status: 201 });
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  sent.length = 0;
  answers = [];
});

const path = "http://localhost/api/store/records/customer";
const post = (body: unknown, store = "north") =>
  apiFetch(path, { method: "POST", headers: { "X-Store": store }, body: JSON.stringify(body) }).catch(() => null);
const upload = (boundary: string, text: string) => {
  const headers = { "Content-Type": `multipart/form-data; boundary=${boundary}` };
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${text}\r\n--${boundary}--`;
  return apiFetch("http://localhost/api/store/files", { method: "POST", headers, body }).catch(() => null);
};
const keys = () => sent.map(({ headers }) => headers.get("Idempotency-Key"));

test("what got no whole answer is sent again under its key; answered, the same request is a new intent", async () => {
  const broken = new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError("cut off")) }), { status: 201 });
  answers = [new TypeError("no net"), broken, new Response("{}", { status: 502 }), new Response("{}", { status: 409 })];
  await post({ name: "李雷" });
  await post({ name: "李雷" });
  await post({ name: "李雷" });
  await post({ name: "李雷" });
  await post({ name: "李雷" });
  await post({ name: "李雷" });
  const [first, ...others] = keys();
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(others.slice(0, 4)).toEqual([first, first, first, first]);
  expect(others[4]).not.toBe(first);
});

test("another body, another store, and the same after a while have keys of their own", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  answers = Array.from({ length: 4 }, () => new TypeError("no net"));
  await post({ name: "李雷" });
  await post({ name: "韩梅梅" });
  await post({ name: "李雷" }, "south");
  vi.setSystemTime(Date.now() + 11 * 60_000);
  await post({ name: "李雷" });
  expect(new Set(keys()).size).toBe(4);
});

test("a file sent again after a lost answer has the first key, another file one of its own", async () => {
  answers = [new TypeError("no net"), new TypeError("no net")];
  await upload("-one", "a");
  await upload("-two", "a");
  await upload("-three", "b");
  expect(keys()[1]).toBe(keys()[0]);
  expect(keys()[2]).not.toBe(keys()[0]);
});

test("what only reads, and what is not ours, carries none", async () => {
  const places = ["store/records/customer/bulk/preview", "store/records/customer/tags", "store/print/customer", "public/forms/x", "hq/north/imports"];
  await Promise.all(places.map((place) => apiFetch(`http://localhost/api/${place}`, { method: "POST", body: "{}" })));
  await apiFetch("http://localhost/_allauth/browser/v1/auth/login", { method: "POST", body: "{}" });
  await apiFetch(path, { method: "PATCH", body: "{}" });
  expect(keys()).toEqual([null, null, null, null, null, null, null]);
});
