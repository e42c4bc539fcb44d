import { ArrowLeftOutlined, HistoryOutlined, PlayCircleOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Switch } from "antd";
import { useState } from "react";
import { FormError } from "@/components/FormError";
import { PageHeader } from "@/components/PageHeader";
import { DraftTrouble, UndoRedo } from "@/features/design/DraftBar";
import { useFlowTexts } from "../texts";
import styles from "./designer.module.css";
import { HistorySheet } from "./HistorySheet";
import { PublishSheet } from "./PublishSheet";
import { WalkSheet } from "./WalkSheet";
import type { FlowState } from "./useFlow";

type Props = { store: string; state: FlowState; onShow: (id: string) => void };

/** The name of the flow, whether it is saved and in force, and what can be done with it as a whole. */
export function FlowBar({ store, state, onShow }: Props) {
  const t = useFlowTexts();
  const [open, setOpen] = useState<"publish" | "history" | "walk" | null>(null);
  const { published, changed, problems, enabled } = state.told;
  const switching = useMutation({ mutationFn: state.switchOn });
  const waiting = state.dirty || state.saving;
  const said = state.saving ? "saving" : state.dirty ? "unsaved" : published === null ? "draft" : !enabled ? "off" : changed ? "changed" : "on";
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/design/flows" params={{ store }}>
            <ArrowLeftOutlined aria-hidden /> {t("title")}
          </Link>
        }
        title={state.value.name}
        note={
          <span className={styles.note}>
            <span role="status">{t(`state.${said}`)}</span>
            {problems.length > 0 && <span className={styles.trouble}>{t("problems.count", { count: problems.length })}</span>}
            {published !== null && (
              <label className={styles.switch}>
                <Switch size="small" aria-label={t("on")} checked={enabled} loading={switching.isPending} onChange={(on) => switching.mutate(on)} /> {t("on")}
              </label>
            )}
          </span>
        }
        actions={
          <>
            <UndoRedo state={state} />
            {published !== null && (
              <Button icon={<HistoryOutlined />} disabled={waiting} onClick={() => setOpen("history")}>
                {t("history.open")}
              </Button>
            )}
            <Button icon={<PlayCircleOutlined />} disabled={waiting} onClick={() => setOpen("walk")}>
              {t("walk.open")}
            </Button>
            <Button type="primary" disabled={waiting} onClick={() => setOpen("publish")}>
              {t("publish.open")}
            </Button>
          </>
        }
      />
      <div className={styles.notes}>
        {!state.told.acts && <Alert type="warning" showIcon title={t("publisherGone")} />}
        <DraftTrouble state={state} onTakeTheirs={() => void state.takeTheirs()} />
        <FormError error={switching.error} />
      </div>
      {open === "publish" && (
        <PublishSheet
          store={store}
          state={state}
          onShow={(id) => {
            setOpen(null);
            onShow(id);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "walk" && <WalkSheet version={state.version} onClose={() => setOpen(null)} />}
      {open === "history" && <HistorySheet store={store} flow={state.told} onRolledBack={() => void state.takeTheirs()} onClose={() => setOpen(null)} />}
    </>
  );
}
