import { expect, test, vi } from "vitest";
import { isServiceAway, noticeAnswer, onOutage } from "./outage";

const answer = (status: number) => ({ status, headers: new Headers(status === 503 ? { "Retry-After": "5" } : {}) });

test("an interruption is told once, lasts over other faults and ends with the first good answer", () => {
  const told = vi.fn<() => void>();
  // What is not set up here is no interruption.
  noticeAnswer({ status: 503, headers: new Headers() });
  const stop = onOutage(told);
  noticeAnswer(answer(200));
  expect([isServiceAway(), told.mock.calls.length]).toEqual([false, 0]);
  noticeAnswer(answer(503));
  noticeAnswer(answer(503));
  noticeAnswer(answer(500));
  expect([isServiceAway(), told.mock.calls.length]).toEqual([true, 1]);
  noticeAnswer(answer(404));
  expect([isServiceAway(), told.mock.calls.length]).toEqual([false, 2]);
  stop();
  noticeAnswer(answer(503));
  expect(told.mock.calls.length).toBe(2);
});
