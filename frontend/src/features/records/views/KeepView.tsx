import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Input, Popover } from "antd";
import { lazy, Suspense, useState } from "react";
import { changeView, createView } from "@/api/sdk.gen";
import type { SavedViewOut } from "@/api/types.gen";
import { FormError } from "@/components/FormError";
import { useErrorNotice } from "@/components/errorNotice";
import { useCommonTexts } from "@/components/texts";
import { storeHomeQuery } from "@/features/store/api/home";
import { inStore } from "@/http/inStore";
import type { ListSearch } from "../listSearch";
import { useRecordsTexts } from "../texts";
import { mayManage, viewsQuery } from "./api";
import type { View } from "./api";
import styles from "./views.module.css";

const ManageViews = lazy(() => import("./ManageViews"));

type Props = {
  store: string;
  entity: string;
  current: View | null;
  changed: boolean;
  search: ListSearch;
  columns: string[];
  onOpen: (search: ListSearch) => void;
};

/** Keeps what the list shows: in the open view where it is one's own, or as another; and leads to all that can be managed. */
export function KeepView({ store, entity, current, changed, search, columns, onOpen }: Props) {
  const t = useRecordsTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const [open, setOpen] = useState(false);
  const [managing, setManaging] = useState(false);
  const views = useQuery(viewsQuery(store, entity)).data ?? [];
  const mayShare = useQuery(storeHomeQuery(store)).data?.permissions.includes("view.share") ?? false;
  const headers = inStore(store);
  const kept = {
    columns,
    q: search.q ?? "",
    sort: search.sort ?? "",
    filter: search.filter ? JSON.stringify(search.filter) : "",
    tags: search.tags ?? "",
    kind: search.as ?? ("list" as const),
    layout: search.lay ?? {},
  };
  const shown = async (view: SavedViewOut) => {
    await client.invalidateQueries({ queryKey: viewsQuery(store, entity).queryKey });
    setOpen(false);
    onOpen({ ...search, view: view.id });
  };
  const creating = useMutation({
    mutationFn: (words: { name: string; shared: boolean }) => createView({ headers, body: { ...kept, ...words, entity } }),
    onSuccess: shown,
  });
  const changing = useMutation({
    mutationFn: ({ id, version }: View) => changeView({ headers, path: { view_id: id }, body: { ...kept, version } }),
    onSuccess: shown,
    onError: refuse,
  });
  const mine = current !== null && mayManage(current, mayShare);
  return (
    <>
      {changed && current && mine && (
        <Button type="text" size="small" loading={changing.isPending} onClick={() => changing.mutate(current)}>
          {t("views.keep")}
        </Button>
      )}
      {changed && (
        <Popover
          trigger="click"
          placement="bottomLeft"
          open={open}
          onOpenChange={setOpen}
          destroyOnHidden
          classNames={{ root: "cz-pop-sheet" }}
          content={<NameView mayShare={mayShare} busy={creating.isPending} error={creating.error} onName={creating.mutate} />}
        >
          <Button type="text" size="small">
            {t("views.keepAs")}
          </Button>
        </Popover>
      )}
      {views.some((view) => mayManage(view, mayShare)) && (
        <Button type="text" size="small" onClick={() => setManaging(true)}>
          {t("views.manage")}
        </Button>
      )}
      {managing && (
        <Suspense fallback={null}>
          <ManageViews
            store={store}
            entity={entity}
            mayShare={mayShare}
            onClose={() => setManaging(false)}
            onGone={(id) => {
              if (id === current?.id) onOpen({});
            }}
          />
        </Suspense>
      )}
    </>
  );
}

type NameProps = {
  mayShare: boolean;
  busy: boolean;
  error: unknown;
  onName: (words: { name: string; shared: boolean }) => void;
};

function NameView({ mayShare, busy, error, onName }: NameProps) {
  const t = useRecordsTexts();
  const tCommon = useCommonTexts();
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  return (
    <form
      className={styles.name}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onName({ name: name.trim(), shared });
      }}
    >
      <Input
        aria-label={t("views.name")}
        placeholder={t("views.name")}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {mayShare && (
        <Checkbox checked={shared} onChange={({ target }) => setShared(target.checked)}>
          {t("views.share")}
        </Checkbox>
      )}
      <FormError error={error} />
      <Button type="primary" htmlType="submit" loading={busy} disabled={!name.trim()}>
        {tCommon("save")}
      </Button>
    </form>
  );
}
