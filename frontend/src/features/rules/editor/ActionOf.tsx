import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { askedFields } from "@/features/records/verbs/verb";
import { labelIn } from "@/i18n/labelIn";
import type { Action, Create, Of } from "../definition";
import { useRuleTexts } from "../texts";
import styles from "./editor.module.css";
import { EndTasksOf } from "./EndTasksOf";
import { MessageOf } from "./MessageOf";
import type { PartProps } from "./Part";
import { ShareOf } from "./ShareOf";
import { TaskOf } from "./TaskOf";
import { ValuesEditor } from "./ValuesEditor";
import { WebhookOf } from "./WebhookOf";

type Props<Kind extends Action["kind"]> = Pick<PartProps, "store" | "told"> & { value: Of<Action, Kind>; onChange: (action: Action) => void };

function SetOf({ store, told, value, onChange }: Props<"set">) {
  return <ValuesEditor store={store} entity={told.entity} values={value.fields} onChange={(fields) => onChange({ ...value, fields })} />;
}

function DoOf({ store, told, value, onChange }: Props<"do">) {
  const t = useRuleTexts();
  const { i18n } = useTranslation();
  const verb = told.entity.verbs.find(({ name }) => name === value.verb);
  return (
    <>
      <Select
        className={styles.wide ?? ""}
        aria-label={t("do.verb")}
        placeholder={t("do.verb")}
        value={value.verb || null}
        options={told.entity.verbs.map((one) => ({ value: one.name, label: labelIn(one.label, i18n.language) }))}
        onChange={(name: string) => onChange({ ...value, verb: name, fields: [] })}
      />
      {verb && verb.asks.length > 0 && (
        <ValuesEditor
          store={store}
          entity={{ ...told.entity, fields: askedFields(told.entity, verb) }}
          values={value.fields}
          onChange={(fields) => onChange({ ...value, fields })}
        />
      )}
    </>
  );
}

function CreateOf({ store, told, value, onChange }: Props<"create">) {
  const t = useRuleTexts();
  const { i18n } = useTranslation();
  const there = told.entities.find(({ name }) => name === value.entity);
  const offered = told.entities.filter(({ actions }) => actions.includes("create"));
  const links = there?.fields.filter(({ type, target }) => type === "link" && target === told.entity.name) ?? [];
  function choose(entity: string): void {
    const link = told.entities.find(({ name }) => name === entity)?.fields.find(({ type, target }) => type === "link" && target === told.entity.name);
    onChange({ ...value, entity, link: link?.name ?? "", fields: [] } satisfies Create);
  }
  return (
    <>
      <Select
        className={styles.wide ?? ""}
        aria-label={t("create.kind")}
        placeholder={t("create.kind")}
        value={value.entity || null}
        options={offered.map((one) => ({ value: one.name, label: labelIn(one.label, i18n.language) }))}
        onChange={choose}
      />
      {links.length > 0 && (
        <Select
          className={styles.wide ?? ""}
          aria-label={t("create.link")}
          value={value.link}
          options={[...links.map((one) => ({ value: one.name, label: t("create.by", { field: labelIn(one.label, i18n.language) }) })), { value: "", label: t("create.unlinked") }]}
          onChange={(link: string) => onChange({ ...value, link })}
        />
      )}
      {there && <ValuesEditor store={store} entity={there} values={value.fields} without={value.link} onChange={(fields) => onChange({ ...value, fields })} />}
    </>
  );
}

function AssignOf({ store, value, onChange }: Props<"assign">) {
  const t = useRuleTexts();
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  return (
    <Select
      className={styles.wide ?? ""}
      aria-label={t("assign.to")}
      placeholder={t("assign.to")}
      showSearch={{ optionFilterProp: "label" }}
      value={value.to}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(to: string) => onChange({ ...value, to })}
    />
  );
}

function TagOf({ told, value, onChange }: Props<"tag">) {
  const t = useRuleTexts();
  const options = [...told.tags].map(([id, name]) => ({ value: id, label: name }));
  return (
    <>
      {options.length === 0 && <span className={styles.soft}>{t("tag.none")}</span>}
      {(["put", "take"] as const).map((side) => (
        <Select
          key={side}
          mode="multiple"
          className={styles.wide ?? ""}
          aria-label={t(`tag.${side}`)}
          placeholder={t(`tag.${side}`)}
          showSearch={{ optionFilterProp: "label" }}
          value={value[side]}
          options={options}
          onChange={(ids) => onChange({ ...value, [side]: ids })}
        />
      ))}
    </>
  );
}

function CommentOf({ value, onChange }: Props<"comment">) {
  const t = useRuleTexts();
  return (
    <Input.TextArea
      autoSize={{ minRows: 2, maxRows: 6 }}
      maxLength={1000}
      aria-label={t("comment.text")}
      placeholder={t("comment.text")}
      value={value.text}
      onChange={({ target }) => onChange({ ...value, text: target.value })}
    />
  );
}

const editors = { set: SetOf, do: DoOf, create: CreateOf, assign: AssignOf, share: ShareOf, tag: TagOf, task: TaskOf, end_tasks: EndTasksOf, comment: CommentOf, message: MessageOf, webhook: WebhookOf } satisfies {
  [Kind in Action["kind"]]: (props: Props<Kind>) => ReactNode;
};

/** What an action needs to be told. */
export function ActionOf(props: Pick<PartProps, "store" | "told"> & { value: Action; onChange: (action: Action) => void }) {
  const Editor = editors[props.value.kind] as (props: Props<Action["kind"]>) => ReactNode;
  return <Editor {...props} />;
}
