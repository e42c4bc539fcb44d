import { ApiError, apiErrorOf } from "@/http/ApiError";
import { ensureCsrfToken } from "@/http/csrf";
import { currentLanguage } from "@/i18n/i18n";

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/**
 * Sends a file; `onProgress` is told the part that has gone out, 0 to 1. By XMLHttpRequest, since fetch does not
 * tell how far an upload has come. A file beyond `limit` (MB; null while the server has not told) is not even sent:
 * the connection would break off before the refusal could be read. Raises ApiError; "aborted" when `signal` stopped it.
 */
export async function uploadFile<Job>(upload: {
  address: string;
  headers?: Record<string, string>;
  file: File;
  limit: number | null;
  signal: AbortSignal;
  onProgress: (part: number) => void;
}): Promise<Job> {
  const { address, headers = {}, file, limit, signal, onProgress } = upload;
  if (limit !== null && file.size > limit * 1024 * 1024) {
    throw new ApiError({ status: 413, code: "body_too_large", message: "Too large", params: { limit_mb: limit } });
  }
  const token = await ensureCsrfToken();
  const form = new FormData();
  form.append("file", file);
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open("POST", address);
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    call.setRequestHeader("X-CSRFToken", token);
    call.setRequestHeader("Accept-Language", currentLanguage());
    call.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total ? loaded / total : 0));
    call.addEventListener("load", () => {
      const body = parsed(call.responseText);
      if (call.status < 400 && body) resolve(body as Job);
      else reject(apiErrorOf(call.status, body, call.getResponseHeader("X-Request-ID")));
    });
    call.addEventListener("error", () => reject(new ApiError({ status: 0, code: "offline", message: "No answer" })));
    call.addEventListener("abort", () => reject(new ApiError({ status: 0, code: "aborted", message: "Stopped" })));
    signal.addEventListener("abort", () => call.abort());
    call.send(form);
  });
}
