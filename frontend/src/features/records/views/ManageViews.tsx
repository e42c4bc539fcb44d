import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changeView, deleteView } from "@/api/sdk.gen";
import { Sheet } from "@/components/Sheet";
import { useErrorNotice } from "@/components/errorNotice";
import { inStore } from "@/http/inStore";
import { moved } from "../MoveButtons";
import { useRecordsTexts } from "../texts";
import { mayManage, viewsQuery } from "./api";
import type { View } from "./api";
import { ViewLine } from "./ViewLine";
import styles from "./views.module.css";

type Props = { store: string; entity: string; mayShare: boolean; onClose: () => void; onGone: (id: string) => void };
type Change = { name?: string; shared?: boolean; position?: number };

/** One's views, and the shared ones for whoever may share: names, for whom, in which order, and away. */
export default function ManageViews({ store, entity, mayShare, onClose, onGone }: Props) {
  const t = useRecordsTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const views = useQuery(viewsQuery(store, entity)).data ?? [];
  const mine = views.filter((view) => mayManage(view, mayShare));
  const headers = inStore(store);
  const readAnew = () => client.invalidateQueries({ queryKey: viewsQuery(store, entity).queryKey });
  const write = ({ id, version }: View, change: Change) => changeView({ headers, path: { view_id: id }, body: { version, ...change } });
  const changing = useMutation({
    mutationFn: ({ view, change }: { view: View; change: Change }) => write(view, change),
    onError: refuse,
    onSettled: readAnew,
  });
  const ordering = useMutation({
    mutationFn: async (order: View[]) => {
      for (const [at, view] of order.entries()) {
        // oxlint-disable-next-line no-await-in-loop -- so that a refusal stops what follows
        if (view.position !== at + 1) await write(view, { position: at + 1 });
      }
    },
    onError: refuse,
    onSettled: readAnew,
  });
  const removing = useMutation({
    mutationFn: ({ id }: View) => deleteView({ headers, path: { view_id: id } }),
    onSuccess: (_, { id }) => onGone(id),
    onError: refuse,
    onSettled: readAnew,
  });
  const busy = changing.isPending || ordering.isPending || removing.isPending;
  return (
    <Sheet open title={t("views.manage")} width={560} onClose={onClose}>
      {mine.length === 0 && <p className="cz-soft">{t("views.noneLeft")}</p>}
      <ol className={styles.managed}>
        {mine.map((view, at) => (
          <ViewLine
            key={view.id}
            view={view}
            at={at}
            last={mine.length - 1}
            busy={busy}
            mayShare={mayShare}
            onChange={(change) => changing.mutateAsync({ view, change })}
            onMove={(to) => ordering.mutate(moved(mine, at, to))}
            onRemove={() => removing.mutate(view)}
          />
        ))}
      </ol>
    </Sheet>
  );
}
