import { expect, test } from "vitest";
import { identityOf } from "./identity";

test.each([
  ["Boss@Example.com ", { email: "boss@example.com" }],
  ["138 0013 8000", { phone: "+8613800138000" }],
  ["boss@example", null],
  ["8264678", null],
  ["", null],
])("%j is %j", (typed, identity) => expect(identityOf(typed)).toEqual(identity));
