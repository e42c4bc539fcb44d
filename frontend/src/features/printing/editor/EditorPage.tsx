import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { SkeletonRows } from "@/components/Skeleton";
import { DesignGate } from "@/features/design/DesignGate";
import { entitiesQuery } from "@/features/records/api/entities";
import type { Entity } from "@/features/records/api/entities";
import { placesQuery, templateQuery } from "../api";
import type { Printable, Template } from "../api";
import { usePrintTexts } from "../texts";
import { BlockCard } from "./BlockCard";
import { add, kinds, newBlock } from "./blocks";
import styles from "./editor.module.css";
import { EditorBar } from "./EditorBar";
import type { PanelName } from "./EditorBar";
import { PaperFields } from "./PaperFields";
import { given, placesOf } from "./places";
import { Preview } from "./Preview";
import { EditorContext } from "./useEditor";
import type { Editor } from "./useEditor";
import { useTemplate } from "./useTemplate";

/** /s/<store>/design/print/<entity>/<template> */
export function EditorPage() {
  const { store, entity, template } = useParams({ from: "/_shell/s/$store/design/print/$entity/$template" });
  return (
    <DesignGate store={store}>
      <Loaded key={template} store={store} entity={entity} id={template} />
    </DesignGate>
  );
}

function Loaded({ store, entity: name, id }: { store: string; entity: string; id: string }) {
  const template = useQuery(templateQuery(store, id));
  const places = useQuery(placesQuery(store, name));
  const entities = useQuery(entitiesQuery(store));
  const error = template.error ?? places.error ?? entities.error;
  const entity = entities.data?.find((one) => one.name === name);
  if (error) return <ErrorPanel whole error={error} onRetry={() => void template.refetch()} />;
  if (!template.data || !places.data || !entity) return <SkeletonRows rows={8} />;
  return <Editing store={store} entity={entity} template={template.data} printable={places.data} />;
}

type Props = { store: string; entity: Entity; template: Template; printable: Printable };

function Editing({ store, entity, template, printable }: Props) {
  const t = usePrintTexts();
  const { i18n } = useTranslation();
  const state = useTemplate(store, template);
  const { layout } = state.value;
  const [chosen, choose] = useState<string | null>(null);
  const [panel, setPanel] = useState<PanelName>("blocks");
  const places = useMemo(() => {
    const named = Object.fromEntries(given.map((name) => [name, t(`given.${name.slice(1) as "store"}`)]));
    const manner = { capitals: t("manner.capitals"), long: t("manner.long") };
    return placesOf(printable, { given: named, manner, givenGroup: t("given.group"), language: i18n.language });
  }, [printable, t, i18n.language]);
  const change = (next: typeof layout, kind = "") => state.put({ ...state.value, layout: next }, kind);
  const { undo, redo } = state;
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      (event.shiftKey ? redo : undo)();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
  return (
    <Shared layout={layout} places={places} printable={printable} problems={state.problems} change={change}>
      <EditorBar store={store} entity={entity} state={state} panel={panel} onPanel={setPanel} />
      <div className={styles.board} data-panel={panel}>
        <div className={styles.blocks}>
          <PaperFields />
          {layout.blocks.length === 0 && <p className={styles.soft}>{t("empty")}</p>}
          <ol className={styles.list}>
            {layout.blocks.map((block, at) => (
              <BlockCard
                key={block.id}
                block={block}
                first={at === 0}
                last={at === layout.blocks.length - 1}
                chosen={chosen === block.id}
                onChoose={() => choose(block.id)}
              />
            ))}
          </ol>
          <div className={styles.adding} role="group" aria-label={t("add")}>
            <span className={styles.soft}>{t("add")}</span>
            {kinds.map((kind) => (
              <Button
                key={kind}
                size="small"
                onClick={() => {
                  const block = newBlock(kind);
                  change(add(layout, block, chosen));
                  choose(block.id);
                }}
              >
                {t(`kind.${kind}`)}
              </Button>
            ))}
          </div>
        </div>
        <Preview store={store} entity={entity} layout={layout} />
      </div>
    </Shared>
  );
}

function Shared({ children, ...editor }: Editor & { children: ReactNode }) {
  return <EditorContext.Provider value={editor}>{children}</EditorContext.Provider>;
}
