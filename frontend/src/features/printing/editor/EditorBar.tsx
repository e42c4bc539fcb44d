import { ArrowLeftOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, App, Button, Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { FormError } from "@/components/FormError";
import { PageHeader } from "@/components/PageHeader";
import { DraftTrouble, UndoRedo } from "@/features/design/DraftBar";
import type { Entity } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { templateQuery } from "../api";
import { usePrintTexts } from "../texts";
import styles from "./editor.module.css";
import type { TemplateState } from "./useTemplate";

export type PanelName = "blocks" | "preview";
type Props = { store: string; entity: Entity; state: TemplateState; panel: PanelName; onPanel: (panel: PanelName) => void };

/** The name of the template, whether it is saved, and what can be done with it as a whole. */
export function EditorBar({ store, entity, state, panel, onPanel }: Props) {
  const t = usePrintTexts();
  const { i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const keeping = useMutation({ mutationFn: () => state.keep(), onSuccess: () => message.success(t("keptNow")) });
  const said = state.saving ? "saving" : state.dirty ? "unsaved" : state.changed ? "draft" : "kept";
  const takeTheirs = async () => state.take(await client.fetchQuery({ ...templateQuery(store, state.id), staleTime: 0 }));
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/design/print/$entity" params={{ store, entity: entity.name }}>
            <ArrowLeftOutlined aria-hidden /> {t("templatesOf", { entity: labelIn(entity.label, i18n.language) })}
          </Link>
        }
        title={state.value.name}
        note={<span role="status">{t(`state.${said}`)}</span>}
        actions={
          <>
            <UndoRedo state={state} />
            <Button
              type="primary"
              disabled={state.dirty || state.saving || (state.kept && !state.changed) || state.problems.length > 0}
              loading={keeping.isPending}
              onClick={() => keeping.mutate()}
            >
              {t("keep")}
            </Button>
          </>
        }
      />
      <div className={styles.notes}>
        <Input
          className={styles.name ?? ""}
          aria-label={t("name")}
          prefix={<span className={styles.soft}>{t("name")}</span>}
          value={state.value.name}
          maxLength={60}
          onChange={({ target }) => state.put({ ...state.value, name: target.value }, "name")}
        />
        {state.problems.length > 0 && <Alert type="warning" showIcon title={t("problems", { count: state.problems.length })} />}
        <DraftTrouble state={state} onTakeTheirs={() => void takeTheirs()} />
        <FormError error={keeping.error} />
        <div className={styles.phoneTabs}>
          <Segmented<PanelName>
            block
            aria-label={state.value.name}
            value={panel}
            onChange={onPanel}
            options={(["blocks", "preview"] as const).map((value) => ({ value, label: t(`panel.${value}`) }))}
          />
        </div>
      </div>
    </>
  );
}
