import { FormError } from "@/components/FormError";
import { ApiError, isApiError } from "@/http/ApiError";
import { kindOfFile } from "../frame/fileKinds";
import { useImportsTexts } from "../texts";

/** A refusal in words; what a file is instead of a table is named in the reader's language. */
export function FileRefusal({ error }: { error: unknown }) {
  const t = useImportsTexts();
  if (!error || isApiError(error, "aborted")) return null;
  if (!isApiError(error, "import_file_binary")) return <FormError error={error} />;
  const kind = kindOfFile(error.params.kind);
  const { status, message, requestId } = error;
  const params = { kind: kind ? t(`kinds.${kind}`) : String(error.params.kind ?? "") };
  return <FormError error={new ApiError({ status, code: "import_file_not_table", message, requestId, params })} />;
}
