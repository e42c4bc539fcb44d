import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { changeDrivePage, getDrivePage, openDrivePage } from "@/api/sdk.gen";
import type { DrivePageChangeIn, DrivePageFoundOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { inStore } from "@/http/inStore";
import { OnlineAddress } from "./OnlineAddress";
import { OnlineSettings } from "./OnlineSettings";
import styles from "./online.module.css";
import { useDriveTexts } from "./texts";

/** The page on which customers book by themselves: its link, what it says, and the switch. */
export function OnlineSheet({ store, onClose }: { store: string; onClose: () => void }) {
  const t = useDriveTexts();
  const client = useQueryClient();
  const key = ["store", store, "drive-page"];
  const headers = inStore(store);
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => getDrivePage({ signal, headers }) });
  const keep = (answer: DrivePageFoundOut) => client.setQueryData(key, answer);
  const opening = useMutation({ mutationFn: () => openDrivePage({ headers }), onSuccess: keep });
  const saving = useMutation({
    mutationFn: (values: Omit<DrivePageChangeIn, "version">) => changeDrivePage({ headers, body: { version: found.data?.page?.version ?? 0, ...values } }),
    onSuccess: keep,
  });
  const page = found.data?.page;
  return (
    <Sheet open title={t("online.heading")} width={720} onClose={onClose}>
      <div className={styles.sheet}>
        <FormError error={found.error ?? opening.error ?? saving.error} />
        {found.isPending && <SkeletonRows rows={3} />}
        {found.data && !page && (
          <>
            <p className={styles.soft}>{t("online.what")}</p>
            <div className={styles.buttons}>
              <Button type="primary" loading={opening.isPending} onClick={() => opening.mutate()}>
                {t("online.start")}
              </Button>
            </div>
          </>
        )}
        {page && (
          <>
            <OnlineAddress store={store} page={page} renewing={saving.isPending} onRenew={() => saving.mutate({ renew: true })} />
            <OnlineSettings key={page.version} page={page} saving={saving.isPending} saved={saving.isSuccess} onSave={(values) => saving.mutate(values)} />
          </>
        )}
      </div>
    </Sheet>
  );
}
