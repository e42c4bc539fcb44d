import { afterEach, expect, test } from "vitest";
import { switchLanguage } from "@/i18n/i18n";
import { ApiError, apiErrorOf } from "./ApiError";
import { errorMessage } from "./errorMessage";

afterEach(() => switchLanguage("zh-CN"));

test("an error is told by its code in the reader's language, with the number to quote", () => {
  const error = apiErrorOf(403, { error: { code: "forbidden", message: "no", params: {}, request_id: "r-1" } }, null);
  switchLanguage("zh-CN");
  expect(errorMessage(error)).toEqual({ text: "您没有权限进行此操作，可请店长或管理员开通。", requestId: "r-1" });
  switchLanguage("en");
  expect(errorMessage(error).text).toContain("You don't have the right");
});

test("a code without a translation falls back to the server's words", () => {
  const error = apiErrorOf(409, { error: { code: "brand_new_code", message: "The server's words" } }, "r-2");
  expect(errorMessage(error)).toEqual({ text: "The server's words", requestId: "r-2" });
});

test("an answer that is no error object is named by its status", () => {
  expect(apiErrorOf(502, null, null).code).toBe("server_error");
  expect(apiErrorOf(429, "slow down", null).code).toBe("throttled");
  expect(apiErrorOf(418, null, null).code).toBe("bad_request");
});

test("anything else is unexpected and has no number", () => {
  switchLanguage("en");
  expect(errorMessage(new TypeError("x is undefined"))).toEqual({
    text: "Something went wrong on this page. Reload it and try again.",
    requestId: null,
  });
  expect(errorMessage(new ApiError({ status: 0, code: "offline", message: "" })).text).toContain("Can't reach the server");
});
