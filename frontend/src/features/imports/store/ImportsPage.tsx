import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RecordImportLine } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { listPath } from "@/features/records/paths";
import { useEntity } from "@/features/records/useEntity";
import { useRecordsPlace } from "@/features/records/useRecordsPlace";
import { ApiError } from "@/http/ApiError";
import { inStore } from "@/http/inStore";
import { inSentence } from "@/i18n/inSentence";
import { labelIn } from "@/i18n/labelIn";
import { uploadFile } from "../api/upload";
import { FileDrop } from "../FileDrop";
import { StepBar } from "../frame/StepBar";
import styles from "../newImport.module.css";
import { useImportsTexts } from "../texts";
import { Uploading } from "../Uploading";
import { importsQuery } from "./api";
import { EarlierImports } from "./EarlierImports";
import { FileRefusal } from "./FileRefusal";
import { importPath } from "./paths";
import { SampleButton } from "./SampleButton";
import { Templates } from "./Templates";
import { useMayImport } from "./useMayImport";

const accept = ".xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.txt,.tsv";
const forbidden = new ApiError({ status: 403, code: "forbidden", message: "May not import" });

/** Choose a file; it goes up at once and is read, nothing is changed yet. Below, what one brought in before. */
export function ImportsPage() {
  const t = useImportsTexts();
  const { i18n } = useTranslation();
  const { store, entity: name } = useRecordsPlace();
  const { entity } = useEntity(store, name);
  const allowed = useMayImport(store, entity);
  const navigate = useNavigate();
  const [part, setPart] = useState(0);
  const stopRef = useRef<AbortController | null>(null);
  const known = useQuery({ ...importsQuery(store, name ?? ""), enabled: allowed });
  const limit = known.data?.file_mb ?? null;
  const uploading = useMutation({
    mutationFn: (file: File) => {
      const stop = new AbortController();
      stopRef.current = stop;
      setPart(0);
      return uploadFile<RecordImportLine>({
        address: `/api/store/records/${name}/imports`,
        headers: inStore(store),
        file,
        limit,
        signal: stop.signal,
        onProgress: setPart,
      });
    },
    onSuccess: (job) => navigate({ to: importPath(store, job.entity, job.id) }),
  });

  if (!entity) return <SkeletonRows />;
  if (known.isPending && allowed) return <SkeletonRows />;
  if (!allowed) return <ErrorPanel whole error={forbidden} />;
  const plural = labelIn(entity.label_plural, i18n.language);
  return (
    <>
      <PageHeader
        above={<Link to={listPath(store, entity.name)}>{plural}</Link>}
        title={t("store.title", { entity: inSentence(plural, i18n.language) })}
      />
      <StepBar current="file" reachable={[]} onGo={() => undefined} />
      <Panel>
        <div className={styles.step}>
          <FileRefusal error={uploading.error} />
          {uploading.isPending ? (
            <Uploading file={uploading.variables} part={part} onStop={() => stopRef.current?.abort()} />
          ) : (
            <FileDrop
              accept={accept}
              hint={t("store.file.hint", { limit: limit ?? "" })}
              onFile={(file) => uploading.mutate(file)}
            />
          )}
          <div className={styles.help}>
            <ul className={styles.hints}>
              <li>{t("store.file.hintHeader")}</li>
              <li>{t("store.file.hintMess")}</li>
              <li>{t("store.file.hintSafe")}</li>
            </ul>
            <SampleButton entity={entity} />
          </div>
        </div>
      </Panel>
      {known.error && <ErrorPanel error={known.error} onRetry={() => void known.refetch()} />}
      {known.data && <EarlierImports store={store} jobs={known.data.jobs} />}
      {known.data && <Templates store={store} entity={entity.name} templates={known.data.templates} />}
    </>
  );
}
