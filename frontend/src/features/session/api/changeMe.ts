import { request } from "@/http/request";
import type { Me } from "./me";

export function changeMe(change: { name?: string; language?: string }): Promise<Me> {
  return request<Me>("/api/account/me", { method: "PATCH", json: change });
}
