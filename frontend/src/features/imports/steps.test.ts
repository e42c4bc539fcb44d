// @vitest-environment node
import { describe, expect, it } from "vitest";
import { isOpen, stepOf } from "./steps";

const fresh = { started_at: null, missing: [] as string[] } as const;
const started = { started_at: "2026-11-22T10:00:00+08:00", missing: [] as string[] } as const;

describe("stepOf", () => {
  it("shows the columns first and the check when asked for", () => {
    expect(stepOf({ ...fresh, status: "ready" }, undefined)).toBe("columns");
    expect(stepOf({ ...fresh, status: "ready" }, "check")).toBe("check");
  });

  it("does not go on to the check while a required field is missing", () => {
    expect(stepOf({ ...fresh, status: "ready", missing: ["price"] }, "check")).toBe("columns");
  });

  it("follows the work, whatever was asked for", () => {
    expect(stepOf({ ...fresh, status: "analysing" }, undefined)).toBe("columns");
    expect(stepOf({ ...fresh, status: "analysing" }, "check")).toBe("check");
    expect(stepOf({ ...started, status: "running" }, "columns")).toBe("run");
    for (const status of ["done", "undoing", "undone", "failed", "cancelled"] as const) {
      expect(stepOf({ ...started, status }, "check")).toBe("result");
    }
  });

  it("goes back to the columns when the file could not be checked", () => {
    expect(stepOf({ ...fresh, status: "failed" }, "check")).toBe("columns");
  });
});

describe("isOpen", () => {
  it("ends with the first row that is written", () => {
    expect(isOpen({ ...fresh, status: "ready" })).toBe(true);
    expect(isOpen({ ...started, status: "cancelled" })).toBe(false);
    expect(isOpen({ ...fresh, status: "analysing" })).toBe(false);
  });
});
