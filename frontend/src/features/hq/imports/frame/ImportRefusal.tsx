import { Link } from "@tanstack/react-router";
import { FormError } from "@/components/FormError";
import { useHq } from "@/features/session/useHq";
import { formatDateTime } from "@/format/date";
import { ApiError, isApiError } from "@/http/ApiError";
import { useImportsTexts } from "@/features/imports/texts";
import { kindOfFile } from "@/features/imports/frame/fileKinds";
import styles from "@/features/imports/frame/frame.module.css";

/** A refusal with its way out: the import that is in the way, or the stores that are meant. */
export function ImportRefusal({ error }: { error: unknown }) {
  const t = useImportsTexts();
  const { slug } = useHq();
  if (!error || isApiError(error, "aborted")) return null;
  if (isApiError(error, "import_file_binary")) {
    const kind = kindOfFile(error.params.kind);
    return <FormError error={withParams(error, { kind: kind ? t(`kinds.${kind}`) : (error.params.kind ?? "") })} />;
  }
  if (isApiError(error, "import_at_work")) {
    const { import_id: id, since } = error.params;
    return (
      <div className={styles.refusal}>
        <FormError error={error} />
        <div>
          {typeof since === "string" && `${t("atWork.since", { at: formatDateTime(since) })} `}
          <Link to="/hq/$group/imports/$id" params={{ group: slug, id: String(id) }}>
            {t("atWork.look")}
          </Link>
        </div>
      </div>
    );
  }
  const stores: unknown = isApiError(error) ? error.params.stores : null;
  return (
    <div className={styles.refusal}>
      <FormError error={error} />
      {Array.isArray(stores) && <div className={styles.soft}>{stores.join(t("comma"))}</div>}
    </div>
  );
}

function withParams({ status, code, message, requestId }: ApiError, params: ApiError["params"]): ApiError {
  return new ApiError({ status, code, message, requestId, params });
}
