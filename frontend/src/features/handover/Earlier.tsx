import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { takeHandOverBack } from "@/api/sdk.gen";
import type { HandOverOut } from "@/api/types.gen";
import { useErrorNotice } from "@/components/errorNotice";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { formatDateTime } from "@/format/date";
import { formatCount } from "@/format/money";
import { inStore } from "@/http/inStore";
import { useNow } from "@/components/useNow";
import { handOversQuery } from "./api";
import styles from "./handover.module.css";
import { useHandoverTexts } from "./texts";

type Props = { store: string; nameOf: (person: string) => string; labelOf: (entity: string) => string };

/** What was handed over here, the latest first, and back. */
export function Earlier({ store, nameOf, labelOf }: Props) {
  const t = useHandoverTexts();
  const found = useQuery(handOversQuery(store));
  return (
    <Panel title={t("earlier")} flush>
      {found.error && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 && (
        <p className={styles.line}>
          <span className="cz-soft">{t("noEarlier")}</span>
        </p>
      )}
      <ul className={styles.kinds}>
        {found.data?.map((one) => (
          <EarlierLine key={one.id} store={store} one={one} nameOf={nameOf} labelOf={labelOf} />
        ))}
      </ul>
    </Panel>
  );
}

function EarlierLine({ store, one, nameOf, labelOf }: Props & { one: HandOverOut }) {
  const t = useHandoverTexts();
  const client = useQueryClient();
  const refuse = useErrorNotice();
  const { message, modal } = App.useApp();
  const now = useNow();
  const name = nameOf(one.person);
  const back = useMutation({
    mutationFn: () => takeHandOverBack({ headers: inStore(store), path: { hand_over_id: one.id } }),
    onSuccess: async ({ restored, kept }) => {
      const figures = { number: formatCount(restored), kept: formatCount(kept) };
      void message.success(t(kept > 0 ? "kept" : "restored", figures));
      await client.invalidateQueries({ queryKey: ["store", store] });
    },
    onError: refuse,
  });
  const open = one.until !== null && Date.parse(one.until) > now.getTime();
  const state = one.undone_at ? t("undone", { when: formatDateTime(one.undone_at) }) : open && one.until ? t("until", { when: formatDateTime(one.until) }) : t("over");
  return (
    <li className={styles.line}>
      <span className={styles.words}>
        <span>{t("line", { name, number: formatCount(one.records) })}</span>
        <span>{one.reason}</span>
        <span className="cz-soft cz-small">
          {Object.entries(one.counts)
            .map(([entity, count]) => t("part", { label: labelOf(entity), number: formatCount(count) }))
            .join(" · ")}
        </span>
        <span className="cz-soft cz-small">
          {t("by", { who: nameOf(one.by), when: formatDateTime(one.at) })} · {state}
        </span>
      </span>
      {open && (
        <Button
          loading={back.isPending}
          aria-label={t("undoOf", { name })}
          onClick={() =>
            void modal.confirm({ title: t("undoAsk", { name }), content: t("undoText"), okText: t("undo"), onOk: () => back.mutate() })
          }
        >
          {t("undo")}
        </Button>
      )}
    </li>
  );
}
