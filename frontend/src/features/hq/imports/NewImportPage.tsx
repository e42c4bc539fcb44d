import { DownloadOutlined } from "@ant-design/icons";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useRef, useState } from "react";
import type { ImportOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { mayImport } from "@/features/session/mayImport";
import { useHq } from "@/features/session/useHq";
import { download } from "@/format/csv";
import { ApiError } from "@/http/ApiError";
import { importLimitsQuery, importQuery } from "./api/imports";
import { uploadFile } from "@/features/imports/api/upload";
import { FileDrop } from "@/features/imports/FileDrop";
import { ImportRefusal } from "./frame/ImportRefusal";
import { StepBar } from "@/features/imports/frame/StepBar";
import styles from "@/features/imports/newImport.module.css";
import { useImportsTexts } from "@/features/imports/texts";
import { Uploading } from "@/features/imports/Uploading";

const forbidden = new ApiError({ status: 403, code: "forbidden", message: "May not import" });

/** The first step: choose a file. It goes up at once and is read; nothing is changed yet. */
export function NewImportPage() {
  const t = useImportsTexts();
  const group = useHq();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [part, setPart] = useState(0);
  const limits = useQuery(importLimitsQuery(group.slug));
  const limit = limits.data?.file_mb ?? null;
  const stopRef = useRef<AbortController | null>(null);
  const uploading = useMutation({
    mutationFn: (file: File) => {
      const stop = new AbortController();
      stopRef.current = stop;
      setPart(0);
      return uploadFile<ImportOut>({
        address: `/api/hq/${group.slug}/imports`,
        file,
        limit,
        signal: stop.signal,
        onProgress: setPart,
      });
    },
    onSuccess: async (job) => {
      client.setQueryData(importQuery(group.slug, job.id).queryKey, job);
      await navigate({ to: "/hq/$group/imports/$id", params: { group: group.slug, id: job.id }, replace: true });
    },
  });

  if (!mayImport(group)) return <ErrorPanel whole error={forbidden} />;
  return (
    <>
      <PageHeader title={t("list.new")} />
      <StepBar current="file" reachable={[]} onGo={() => undefined} />
      <Panel>
        <div className={styles.step}>
          <ImportRefusal error={uploading.error} />
          {uploading.isPending ? (
            <Uploading file={uploading.variables} part={part} onStop={() => stopRef.current?.abort()} />
          ) : (
            <FileDrop accept=".csv,.txt,text/csv" hint={limit === null ? t("file.kind") : t("file.limits", { limit })} onFile={(file) => uploading.mutate(file)} />
          )}
          <div className={styles.help}>
            <ul className={styles.hints}>
              <li>{t("file.hintWhole")}</li>
              <li>{t("file.hintFields")}</li>
              <li>{t("file.hintSafe")}</li>
            </ul>
            <Button
              icon={<DownloadOutlined />}
              onClick={() => download(t("file.sampleName"), `\ufeff${t("file.sampleText")}`, "text/csv")}
            >
              {t("file.sample")}
            </Button>
          </div>
        </div>
      </Panel>
    </>
  );
}
