import { queryOptions } from "@tanstack/react-query";
import type { StoredFileOut } from "@/api/types.gen";
import { ApiError, apiErrorOf } from "@/http/ApiError";
import { apiFetch } from "@/http/apiFetch";
import { ensureCsrfToken } from "@/http/csrf";
import { inStore } from "@/http/inStore";

export type Sending = { done: Promise<StoredFileOut>; stop: () => void };

/** Sends one file up; `onProgress` is told how much of it, from 0 to 1. Stopped, it never ends. */
export function sendFile(
  asked: { store: string; entity: string; field: string; file: File; key: string },
  onProgress: (part: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  let stopped = false;
  const done = new Promise<StoredFileOut>((resolve, reject) => {
    request.upload.addEventListener("progress", (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0));
    request.addEventListener("error", () => reject(new ApiError({ status: 0, code: "offline", message: "No answer from the server" })));
    request.addEventListener("load", () => {
      const body = read(request.responseText);
      if (request.status < 400) resolve(body as StoredFileOut);
      else reject(apiErrorOf(request.status, body, request.getResponseHeader("X-Request-ID")));
    });
    void start(request, asked).then((form) => {
      if (!stopped) request.send(form);
    }, reject);
  });
  return {
    done,
    stop: () => {
      stopped = true;
      request.abort();
    },
  };
}

async function start(
  request: XMLHttpRequest,
  { store, entity, field, file, key }: { store: string; entity: string; field: string; file: File; key: string },
): Promise<FormData> {
  const token = await ensureCsrfToken();
  request.open("POST", "/api/store/files");
  const headers = { ...inStore(store), "X-CSRFToken": token, "Idempotency-Key": key };
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  const form = new FormData();
  form.append("entity", entity);
  form.append("field", field);
  form.append("file", file, file.name);
  return form;
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The bytes. They leave for who may read them alone, so that an address in a page would not do. */
export function fileQuery(store: string, id: string, small: boolean) {
  return queryOptions({
    queryKey: ["files", store, id, small],
    queryFn: async ({ signal }) => {
      const path = `/api/store/files/${id}${small ? "/small" : ""}`;
      return (await apiFetch(path, { headers: inStore(store), signal })).blob();
    },
    // The bytes of a file never change; held for as long as they are shown and a little longer.
    staleTime: Infinity,
    gcTime: 60_000,
  });
}
