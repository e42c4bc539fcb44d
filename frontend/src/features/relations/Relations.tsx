import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { deleteRecords, listRelations } from "@/api/sdk.gen";
import type { PersonalRelationOut } from "@/api/types.gen";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useErrorNotice } from "@/components/errorNotice";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import type { Entity } from "@/features/records/api/entities";
import { readAnew } from "@/features/records/api/save";
import { useOfferUndo } from "@/features/records/bulk/useOfferUndo";
import { listPath, recordPath } from "@/features/records/paths";
import { inStore } from "@/http/inStore";
import { labelIn } from "@/i18n/labelIn";
import { AddRelation } from "./AddRelation";
import styles from "./relations.module.css";
import { useRelationTexts } from "./texts";

/** `relation`: the kind of record, as the person may see it. */
type Props = { store: string; relation: Entity; customer: { id: string; title: string } };

const relationsQuery = (store: string, id: string) =>
  queryOptions({
    queryKey: ["store", store, "relations", id],
    queryFn: ({ signal }) => listRelations({ signal, headers: inStore(store), path: { customer_id: id } }),
  });

/** Who belongs to a customer, said from their side, with the cars that they have. */
export function Relations({ store, relation, customer }: Props) {
  const t = useRelationTexts();
  const [adding, setAdding] = useState(false);
  const found = useQuery(relationsQuery(store, customer.id));
  const told = found.data;
  return (
    <Panel
      title={t("title")}
      flush
      extra={
        told?.may_add && (
          <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
        )
      }
    >
      {found.isPending && <SkeletonRows rows={2} />}
      {found.error && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {told?.people.length === 0 && <p className={styles.none}>{t("none")}</p>}
      {told && told.people.length > 0 && (
        <ul className={styles.people}>
          {told.people.map((one) => (
            <Person key={one.id} store={store} relation={relation} one={one} removes={told.may_remove} />
          ))}
        </ul>
      )}
      {told?.more && (
        <p className={styles.none}>
          <Link to={listPath(store, "relation")}>{t("all")}</Link>
        </p>
      )}
      <AddRelation store={store} relation={relation} customer={customer} open={adding} onClose={() => setAdding(false)} />
    </Panel>
  );
}

function Person({ store, relation, one, removes }: { store: string; relation: Entity; one: PersonalRelationOut; removes: boolean }) {
  const t = useRelationTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const offerUndo = useOfferUndo(store);
  const refuse = useErrorNotice();
  const name = one.person.title ?? t("unnamed");
  const kind = relation.fields.find((field) => field.name === "kind")?.choices.find(({ value }) => value === one.kind);
  const removing = useMutation({
    mutationFn: () => deleteRecords({ headers: inStore(store), path: { entity: "relation" }, body: { ids: [one.id] } }),
    onSuccess: async ({ operation_id: operation }) => {
      await readAnew(client, store);
      offerUndo({ operation, text: t("removed", { name }) });
    },
    onError: refuse,
  });
  return (
    <li className={styles.person}>
      <span className={styles.kind}>{kind ? labelIn(kind.label, i18n.language) : "—"}</span>
      <span className={styles.who}>
        <Link to={recordPath(store, "customer", one.person.id)}>{name}</Link>
        {one.cars.map((car) => (
          <Link key={car.id} className={styles.car} to={recordPath(store, "vehicle", car.id)}>
            {[car.what, car.title].filter(Boolean).join(" · ")}
          </Link>
        ))}
        {one.note && <span className={styles.note}>{one.note}</span>}
      </span>
      {removes && <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t("remove", { name })} title={t("remove", { name })} loading={removing.isPending} onClick={() => removing.mutate()} />}
    </li>
  );
}
