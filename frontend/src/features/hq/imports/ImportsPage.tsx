import { ImportOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { mayImport } from "@/features/session/mayImport";
import { useHq } from "@/features/session/useHq";
import { importsQuery } from "./api/imports";
import { ImportLine } from "./ImportLine";
import { useImportsTexts } from "@/features/imports/texts";

/** Files that were brought in, newest first, each with where it stands. */
export function ImportsPage() {
  const t = useImportsTexts();
  const group = useHq();
  const imports = useQuery(importsQuery(group.slug));
  const begin = mayImport(group) && (
    <Link to="/hq/$group/imports/new" params={{ group: group.slug }}>
      <Button type="primary" icon={<PlusOutlined />}>
        {t("list.new")}
      </Button>
    </Link>
  );
  return (
    <>
      <PageHeader title={t("list.title")} note={t("list.note")} actions={begin} />
      {imports.isPending && <SkeletonRows />}
      {imports.error && <ErrorPanel error={imports.error} onRetry={() => void imports.refetch()} />}
      {imports.data?.length === 0 && (
        <EmptyState
          icon={<ImportOutlined />}
          title={t("list.empty")}
          text={mayImport(group) ? t("list.emptyText") : t("list.reader")}
          actions={begin}
        />
      )}
      {imports.data && imports.data.length > 0 && (
        <Panel flush>
          <ul>
            {imports.data.map((job) => (
              <ImportLine key={job.id} group={group.slug} job={job} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
