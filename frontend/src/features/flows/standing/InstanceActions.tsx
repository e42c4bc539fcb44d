import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Select } from "antd";
import { useState } from "react";
import { cancelFlowInstance, migrateFlowInstance, moveFlowToken, retryFlowInstance } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { inStore } from "@/http/inStore";
import { flowsKey, versionsQuery } from "../api";
import { nodeOf } from "../drawn/edits";
import type { Definition } from "../drawn/nodes";
import { ofServer } from "../drawn/sent";
import { nameOf } from "../said/telling";
import { useFlowTexts } from "../texts";
import type { Standing } from "./api";
import styles from "./standing.module.css";

type Props = { store: string; standing: Standing; definition: Definition };
type Act = "cancel" | "move" | "migrate";

/** What designers do with a flow under way: again, elsewhere, by another version, no more. Each is said before it is done. */
export function InstanceActions({ store, standing, definition }: Props) {
  const t = useFlowTexts();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [open, setOpen] = useState<Act | null>(null);
  const request = { path: { instance_id: standing.id }, headers: inStore(store) };
  const acting = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: async () => {
      setOpen(null);
      await client.invalidateQueries({ queryKey: flowsKey(store) });
      void message.success(t("act.done"));
    },
  });
  const sheet = { store, standing, definition, pending: acting.isPending, error: acting.error, onClose: () => setOpen(null) };
  return (
    <>
      {open === null && <FormError error={acting.error} />}
      <Button onClick={() => acting.mutate(() => retryFlowInstance(request))} loading={acting.isPending && open === null}>
        {t("act.retry")}
      </Button>
      <Button onClick={() => setOpen("move")}>{t("act.move")}</Button>
      <Button onClick={() => setOpen("migrate")}>{t("act.migrate")}</Button>
      <Button danger onClick={() => setOpen("cancel")}>
        {t("act.cancel")}
      </Button>
      {open === "cancel" && <CancelSheet {...sheet} onAct={(text) => acting.mutate(() => cancelFlowInstance({ ...request, body: { text } }))} />}
      {open === "move" && <MoveSheet {...sheet} onAct={(token_id, node) => acting.mutate(() => moveFlowToken({ ...request, body: { token_id, node } }))} />}
      {open === "migrate" && (
        <MigrateSheet {...sheet} onAct={(number, places) => acting.mutate(() => migrateFlowInstance({ ...request, body: { number, places } }))} />
      )}
    </>
  );
}

type SheetProps = Props & { pending: boolean; error: unknown; onClose: () => void };

function Buttons({ text, danger = false, ready = true, pending, onClose, onAct }: { text: string; danger?: boolean; ready?: boolean; pending: boolean; onClose: () => void; onAct: () => void }) {
  const t = useFlowTexts();
  return (
    <div className={styles.buttons}>
      <Button onClick={onClose}>{t("back")}</Button>
      <Button type="primary" danger={danger} disabled={!ready} loading={pending} onClick={onAct}>
        {text}
      </Button>
    </div>
  );
}

function CancelSheet({ pending, error, onClose, onAct }: SheetProps & { onAct: (text: string) => void }) {
  const t = useFlowTexts();
  const [text, setText] = useState("");
  return (
    <Sheet open title={t("act.cancel")} onClose={onClose}>
      <div className={styles.sheet}>
        <p>{t("act.cancelText")}</p>
        <Input aria-label={t("act.why")} placeholder={t("act.why")} maxLength={200} value={text} onChange={({ target }) => setText(target.value)} />
        <FormError error={error} />
        <Buttons text={t("act.cancel")} danger pending={pending} onClose={onClose} onAct={() => onAct(text)} />
      </div>
    </Sheet>
  );
}

function MoveSheet({ standing, definition, pending, error, onClose, onAct }: SheetProps & { onAct: (token: string, node: string) => void }) {
  const t = useFlowTexts();
  const [token, setToken] = useState(standing.tokens[0]?.id ?? "");
  const [node, setNode] = useState<string | null>(null);
  const targets = definition.nodes.filter(({ kind }) => kind !== "start");
  return (
    <Sheet open title={t("act.move")} onClose={onClose}>
      <div className={styles.sheet}>
        <p>{t("act.moveText")}</p>
        {standing.tokens.length > 1 && (
          <Select aria-label={t("act.from")} value={token} options={standing.tokens.map((one) => ({ value: one.id, label: nameOf(nodeOf(definition, one.node), t) }))} onChange={setToken} />
        )}
        <Select aria-label={t("act.to")} placeholder={t("act.to")} value={node} options={targets.map((one) => ({ value: one.id, label: nameOf(one, t) }))} onChange={setNode} />
        <FormError error={error} />
        <Buttons text={t("act.move")} ready={token !== "" && node !== null} pending={pending} onClose={onClose} onAct={() => node && onAct(token, node)} />
      </div>
    </Sheet>
  );
}

function MigrateSheet({ store, standing, definition, pending, error, onClose, onAct }: SheetProps & { onAct: (number: number, places: Record<string, string>) => void }) {
  const t = useFlowTexts();
  const versions = useQuery(versionsQuery(store, standing.flow_id)).data ?? [];
  const others = versions.filter(({ number }) => number !== standing.number);
  const [chosen, setChosen] = useState<number | null>(null);
  const [places, setPlaces] = useState<Record<string, string>>({});
  const number = chosen ?? others[0]?.number;
  const there = ofServer(versions.find((one) => one.number === number)?.definition ?? {});
  // Where it stands now and the version has nothing of that name, it must be said where it goes on.
  const lost = standing.tokens.map(({ node }) => node).filter((node) => !nodeOf(there, node));
  const ready = number !== undefined && lost.every((node) => places[node]);
  return (
    <Sheet open title={t("act.migrate")} onClose={onClose}>
      <div className={styles.sheet}>
        <p>{others.length > 0 ? t("act.migrateText", { number: standing.number }) : t("act.noOther")}</p>
        {number !== undefined && (
          <Select aria-label={t("act.version")} value={number} options={others.map((one) => ({ value: one.number, label: t("history.version", { number: one.number }) }))} onChange={setChosen} />
        )}
        {number !== undefined &&
          lost.map((node) => (
            <label key={node} className={styles.place}>
              {t("act.goesOn", { name: nameOf(nodeOf(definition, node), t) })}
              <Select
                aria-label={t("act.goesOn", { name: nameOf(nodeOf(definition, node), t) })}
                placeholder={t("ways.choose")}
                value={places[node] ?? null}
                options={there.nodes.filter(({ kind }) => kind !== "start").map((one) => ({ value: one.id, label: nameOf(one, t) }))}
                onChange={(target: string) => setPlaces({ ...places, [node]: target })}
              />
            </label>
          ))}
        <FormError error={error} />
        <Buttons text={t("act.migrate")} ready={ready} pending={pending} onClose={onClose} onAct={() => number !== undefined && onAct(number, places)} />
      </div>
    </Sheet>
  );
}
