import { App, Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommonTexts } from "@/components/texts";
import { MoveButtons } from "../MoveButtons";
import { useRecordsTexts } from "../texts";
import type { View } from "./api";
import { viewName } from "./viewName";
import styles from "./views.module.css";

type Props = {
  view: View;
  at: number;
  last: number;
  busy: boolean;
  mayShare: boolean;
  onChange: (change: { name?: string; shared?: boolean }) => Promise<unknown>;
  onMove: (to: number) => void;
  onRemove: () => void;
};

export function ViewLine({ view, at, last, busy, mayShare, onChange, onMove, onRemove }: Props) {
  const t = useRecordsTexts();
  const tCommon = useCommonTexts();
  const { modal } = App.useApp();
  const [name, setName] = useState<string | null>(null);
  const { i18n } = useTranslation();
  const called = viewName(view, i18n.language);
  const words = { name: called };
  const ask = () =>
    modal.confirm({
      title: t("views.removeTitle", words),
      content: t(view.shared ? "views.removeShared" : "views.removeOwn"),
      okText: t("views.remove"),
      okButtonProps: { danger: true },
      cancelText: tCommon("cancel"),
      onOk: onRemove,
    });
  if (name !== null) {
    return (
      <li>
        <form
          className={styles.line}
          onSubmit={(event) => {
            event.preventDefault();
            const next = name.trim();
            if (next) void onChange({ name: next }).then(() => setName(null), () => undefined);
          }}
        >
          <Input
            ref={focus}
            className={styles.grow}
            aria-label={t("views.name")}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="primary" htmlType="submit" disabled={!name.trim()} loading={busy}>
            {tCommon("save")}
          </Button>
          <Button onClick={() => setName(null)}>{tCommon("cancel")}</Button>
        </form>
      </li>
    );
  }
  return (
    <li className={styles.line}>
      <span className={styles.grow}>{called}</span>
      {mayShare && (
        <Checkbox checked={view.shared} disabled={busy} onChange={({ target }) => void onChange({ shared: target.checked }).catch(() => undefined)}>
          {t("views.share")}
        </Checkbox>
      )}
      <span className={styles.doing}>
        <MoveButtons name={called} at={at} first={0} last={last} busy={busy} onMove={onMove} />
        <Button type="text" size="small" aria-label={t("views.renameOf", words)} onClick={() => setName(called)}>
          {t("views.rename")}
        </Button>
        <Button type="text" size="small" danger disabled={busy} aria-label={t("views.removeOf", words)} onClick={ask}>
          {t("delete")}
        </Button>
      </span>
    </li>
  );
}

/** Whoever asked to rename it writes at once. */
const focus = (box: { focus: () => void } | null) => box?.focus();
