import { describe, expect, it } from "vitest";
import { asked, first } from "./terms";

describe("what is asked of the server", () => {
  it("has four ways to pay, each with what concerns it", () => {
    const body = asked({ ...first, price: 200_000, down: 60_000, last: 40_000, fee: 300 });
    expect(body.plans.map(({ kind }) => kind)).toEqual(["cash", "loan", "balloon", "lease"]);
    expect(body.plans[0]).toEqual({ kind: "cash" });
    expect(body.plans[1]).toEqual({ kind: "loan", down: 60_000, months: 36, rate: 3.99, fee: 300 });
    expect(body.plans[2]).toMatchObject({ last: 40_000, down: 60_000 });
    expect(body).toMatchObject({ price: 200_000, energy: "bev" });
  });
});
