import { ArrowLeftOutlined, HistoryOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, App, Button, Input } from "antd";
import { useState } from "react";
import { FormError } from "@/components/FormError";
import { PageHeader } from "@/components/PageHeader";
import { DraftTrouble, UndoRedo } from "@/features/design/DraftBar";
import type { Told } from "../sentence";
import { StuckRule } from "../StuckRule";
import { useRuleTexts } from "../texts";
import styles from "./editor.module.css";
import { HistorySheet } from "./HistorySheet";
import type { RuleState } from "./useRule";

type Props = { store: string; state: RuleState; told: Told };

/** The name of the rule, whether it is saved and in force, and what can be done with it as a whole. */
export function RuleBar({ store, state, told }: Props) {
  const t = useRuleTexts();
  const { message } = App.useApp();
  const [past, setPast] = useState(false);
  const { published, changed, problems, enabled } = state.told;
  const publishing = useMutation({
    mutationFn: () => state.publish(""),
    onSuccess: (number) => message.success(t("publishedNow", { number })),
  });
  const waiting = state.dirty || state.saving;
  const said = state.saving ? "saving" : state.dirty ? "unsaved" : published === null ? "draft" : changed ? "changed" : enabled ? "on" : "off";
  return (
    <>
      <PageHeader
        above={
          <Link to="/s/$store/design/rules" params={{ store }}>
            <ArrowLeftOutlined aria-hidden /> {t("title")}
          </Link>
        }
        title={state.value.name}
        note={<span role="status">{t(`state.${said}`)}</span>}
        actions={
          <>
            <UndoRedo state={state} />
            {published !== null && (
              <Button icon={<HistoryOutlined />} onClick={() => setPast(true)}>
                {t("history.open")}
              </Button>
            )}
            <Button
              type="primary"
              disabled={waiting || problems.length > 0 || (published !== null && !changed && state.told.acts)}
              loading={publishing.isPending}
              onClick={() => publishing.mutate()}
            >
              {t("publish")}
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
        {!state.told.acts && <Alert type="warning" showIcon title={t("publisherGone")} />}
        <StuckRule store={store} rule={state.told} onAgain={state.takeTheirs} />
        <DraftTrouble state={state} onTakeTheirs={() => void state.takeTheirs()} />
        <FormError error={publishing.error} />
      </div>
      {past && <HistorySheet store={store} rule={state.told} told={told} onRolledBack={() => void state.takeTheirs()} onClose={() => setPast(false)} />}
    </>
  );
}
