import type { CreateClientConfig } from "@/api/client.gen";
import { apiFetch } from "./apiFetch";

/** How the generated client reaches our server. */
export const createClientConfig: CreateClientConfig = (config) => ({ ...config, baseUrl: "", fetch: apiFetch });
