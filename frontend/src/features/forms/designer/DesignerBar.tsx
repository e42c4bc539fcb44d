import { ArrowLeftOutlined, EyeOutlined, HistoryOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "@/components/PageHeader";
import { DraftTrouble, UndoRedo } from "@/features/design/DraftBar";
import type { Entity } from "@/features/records/api/entities";
import { labelIn } from "@/i18n/labelIn";
import { useQueryClient } from "@tanstack/react-query";
import { draftQuery } from "../api/designs";
import type { Checked, Draft } from "../api/designs";
import { useFormsTexts } from "../texts";
import styles from "./designer.module.css";
import { HistorySheet } from "./HistorySheet";
import { PreviewSheet } from "./PreviewSheet";
import { PublishSheet } from "./PublishSheet";
import type { DraftState } from "./useDraft";

export type PanelName = "form" | "fields" | "properties";
type Props = {
  store: string;
  entity: Entity;
  draft: Draft;
  state: DraftState;
  checked: Checked | null;
  panel: PanelName;
  onPanel: (panel: PanelName) => void;
  onShow: (part: string) => void;
};

/** The name of the form, whether it is saved, and what can be done with it as a whole. */
export function DesignerBar({ store, entity, draft, state, checked, panel, onPanel, onShow }: Props) {
  const t = useFormsTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const [open, setOpen] = useState<"publish" | "history" | "preview" | null>(null);
  const close = () => setOpen(null);
  const said = state.saving ? "saving" : state.dirty ? "unsaved" : checked?.unpublished ? "draftSaved" : "inForce";

  async function takeTheirs(): Promise<void> {
    const theirs = await client.fetchQuery({ ...draftQuery(store, draft.id), staleTime: 0 });
    state.take(theirs);
  }
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/design/forms/$entity" params={{ store, entity: entity.name }}>
            <ArrowLeftOutlined aria-hidden /> {t("formsOf", { entity: labelIn(entity.label, i18n.language) })}
          </Link>
        }
        title={state.value.name}
        note={<span role="status">{t(`state.${said}`)}</span>}
        actions={
          <>
            <UndoRedo state={state} />
            <Button icon={<HistoryOutlined />} onClick={() => setOpen("history")}>
              {t("history.open")}
            </Button>
            <Button icon={<EyeOutlined />} disabled={state.dirty} onClick={() => setOpen("preview")}>
              {t("preview.open")}
            </Button>
            <Button type="primary" disabled={state.dirty || !checked} onClick={() => setOpen("publish")}>
              {t("publish.open")}
            </Button>
          </>
        }
      />
      <div className={styles.trouble}>
        <DraftTrouble state={state} onTakeTheirs={() => void takeTheirs()} />
      </div>
      <div className={styles.phoneTabs}>
        <Segmented<PanelName>
          block
          aria-label={state.value.name}
          value={panel}
          onChange={onPanel}
          options={(["fields", "form", "properties"] as const).map((value) => ({ value, label: t(`panel.${value}`) }))}
        />
      </div>
      {open === "publish" && checked && (
        <PublishSheet
          store={store}
          draft={draft}
          version={state.version}
          checked={checked}
          onShow={(part) => {
            close();
            onShow(part);
          }}
          onClose={close}
        />
      )}
      {open === "history" && <HistorySheet store={store} draft={draft} onRolledBack={() => void takeTheirs()} onClose={close} />}
      {open === "preview" && <PreviewSheet store={store} entity={entity} draft={draft} version={state.version} onClose={close} />}
    </>
  );
}
