export type FieldErrors = Record<string, string[]>;

/** What the server refused. `code` names the translation; `message` is the server's own English text. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Record<string, string | number | null>;
  readonly requestId: string | null;
  readonly fields: FieldErrors;

  constructor(answer: {
    status: number;
    code: string;
    message: string;
    params?: Record<string, string | number | null>;
    requestId?: string | null;
    fields?: FieldErrors;
  }) {
    super(answer.message);
    this.name = "ApiError";
    this.status = answer.status;
    this.code = answer.code;
    this.params = answer.params ?? {};
    this.requestId = answer.requestId ?? null;
    this.fields = answer.fields ?? {};
  }
}

type ErrorBody = {
  error?: {
    code?: string;
    message?: string;
    params?: Record<string, string | number | null>;
    request_id?: string | null;
    fields?: FieldErrors;
  };
};

const codeByStatus: Record<number, string> = {
  401: "not_signed_in",
  403: "forbidden",
  404: "not_found",
  413: "too_large",
  429: "throttled",
};

/** Reads `{"error": {code, message, params, request_id, fields}}`; anything else is named by its status. */
export function apiErrorOf(status: number, body: unknown, requestId: string | null): ApiError {
  const error = (body as ErrorBody | null)?.error;
  const fallback = codeByStatus[status] ?? (status >= 500 ? "server_error" : "bad_request");
  return new ApiError({
    status,
    code: error?.code ?? fallback,
    message: error?.message ?? `HTTP ${status}`,
    params: error?.params ?? {},
    requestId: error?.request_id ?? requestId,
    fields: error?.fields ?? {},
  });
}

export function isApiError(error: unknown, code?: string): error is ApiError {
  return error instanceof ApiError && (code === undefined || error.code === code);
}
