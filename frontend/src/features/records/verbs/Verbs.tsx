import { DownOutlined } from "@ant-design/icons";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { labelIn } from "@/i18n/labelIn";
import type { Entity } from "../api/entities";
import type { Row } from "../api/list";
import { useRecordsTexts } from "../texts";
import { verbsQuery } from "./api";
import { inOrder } from "./verb";
import type { Verb } from "./verb";
import { VerbSheet } from "./VerbSheet";

type Props = { store: string; entity: Entity; record: Row };

/** What is done with such records in the state that this one is in: the usual next step, and the others behind it. */
export function Verbs(props: Props) {
  return props.entity.verbs.length > 0 ? <Offered {...props} /> : null;
}

function Offered({ store, entity, record }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  // A sheet that somebody fills in stays open while the record is read anew.
  const { data, isPlaceholderData: asking } = useQuery({ ...verbsQuery(store, entity.name, record), placeholderData: keepPreviousData });
  const [chosen, setChosen] = useState<Verb | null>(null);
  const verbs = entity.verbs.filter(({ name }) => data?.verbs.includes(name));
  const { next: first, others: rest } = inOrder(entity, verbs, entity.state && record[entity.state]);
  if (verbs.length === 0) return null;
  const items = rest.map((verb) => ({ key: verb.name, label: labelIn(verb.label, i18n.language), danger: verb.grave }));
  return (
    <>
      {first && (
        <Button type="primary" disabled={asking} onClick={() => setChosen(first)}>
          {labelIn(first.label, i18n.language)}
        </Button>
      )}
      {items.length > 0 && (
        <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => setChosen(rest.find(({ name }) => name === key) ?? null) }}>
          <Button icon={<DownOutlined />} iconPlacement="end" disabled={asking}>
            {t("verbs.more")}
          </Button>
        </Dropdown>
      )}
      <VerbSheet store={store} entity={entity} record={record} verb={chosen} onClose={() => setChosen(null)} />
    </>
  );
}
