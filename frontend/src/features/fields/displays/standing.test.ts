import { expect, test } from "vitest";
import { standing } from "./standing";

const day: [number, number][] = [[540, 1080]];
const worktime = { week: [day, day, day, day, day, day, day] as never, days: [], holidays: [] };
const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);

test("what is left is working time, what is over is time by the wall, and what is done is done in time or late", () => {
  const due = at("24T09:20");
  expect(standing(due, null, at("23T17:50"), worktime)).toEqual({ is: "left", minutes: 30 });
  expect(standing(due, null, at("24T09:12"), worktime)).toEqual({ is: "soon", minutes: 8 });
  expect(standing(due, null, at("24T11:25"), worktime)).toEqual({ is: "over", minutes: 125 });
  expect(standing(due, at("24T09:20"), at("25T09:00"), worktime)).toEqual({ is: "met" });
  expect(standing(due, at("24T09:45"), at("25T09:00"), worktime)).toEqual({ is: "late", minutes: 25 });
});
