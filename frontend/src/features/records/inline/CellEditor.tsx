import { LoadingOutlined } from "@ant-design/icons";
import { Suspense, useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, RefObject } from "react";
import { useTranslation } from "react-i18next";
import { whatIsWrong } from "@/features/fields/checks/checks";
import { refusalText } from "@/features/fields/refusalText";
import { widgets } from "@/features/fields/widgets";
import { isApiError } from "@/http/ApiError";
import { errorMessage } from "@/http/errorMessage";
import { labelIn } from "@/i18n/labelIn";
import type { Entity, Field } from "../api/entities";
import type { Row } from "../api/list";
import { ConflictSheet } from "../conflict/ConflictSheet";
import { useSaving } from "../conflict/useSaving";
import { refusedFields } from "../form/refusals";
import { isSame } from "../form/values";
import { useRecordsTexts } from "../texts";
import { isChosenAtOnce } from "./editable";
import styles from "./inline.module.css";
import { useOfferOldValue } from "./useOfferOldValue";

type Props = { store: string; entity: Entity; row: Row; field: Field; onClose: (saved: boolean) => void };

/** One value written in its place: Enter or leaving saves, Esc leaves it as it was. */
export function CellEditor({ store, entity, row, field, onClose }: Props) {
  const t = useRecordsTexts();
  const { i18n } = useTranslation();
  const id = useId();
  const placeRef = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState(row[field.name]);
  const [tried, setTried] = useState(false);
  const offerOldValue = useOfferOldValue(store, entity, row, field);
  const saving = useSaving(store, entity, (answer) => {
    offerOldValue(answer);
    onClose(true);
  });
  const { Editor } = widgets[field.type];

  const wrong = tried ? whatIsWrong(value, field) : null;
  const refused = isApiError(saving.error, "changed_meanwhile") ? null : saving.error;
  const error = wrong
    ? refusalText(wrong)
    : refused && (refusedFields(refused)[field.name] ?? errorMessage(refused).text);

  function finish(next: unknown): void {
    if (saving.saving || saving.conflict) return;
    setTried(true);
    if (isSame(row[field.name], next, field)) onClose(false);
    else if (!whatIsWrong(next, field)) saving.save(row, { [field.name]: next });
  }

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    const choosing = placeRef.current?.querySelector("[aria-expanded='true']");
    if (event.key === "Escape") onClose(false);
    else if (event.key === "Enter" && !choosing) {
      event.preventDefault();
      finish(value);
    }
  }

  if (!Editor) return null;
  return (
    <div ref={placeRef} className={styles.editor} role="presentation" onKeyDown={onKeyDown}>
      <Suspense fallback={<LoadingOutlined aria-hidden />}>
        <Editor
          id={id}
          field={field}
          store={store}
          value={value}
          label={labelIn(field.label, i18n.language)}
          invalid={Boolean(error)}
          describedBy={error ? `${id}-error` : undefined}
          onChange={(next) => {
            setValue(next);
            if (isChosenAtOnce(field)) finish(next);
          }}
          onLeave={() => finish(value)}
        />
        <CursorInto place={placeRef} />
      </Suspense>
      {saving.saving && <LoadingOutlined className={styles.busy ?? ""} aria-label={t("form.saving")} />}
      {error && (
        <div id={`${id}-error`} role="alert" className={styles.error}>
          {error}
        </div>
      )}
      <ConflictSheet
        store={store}
        entity={entity}
        conflict={saving.conflict}
        saving={saving.saving}
        error={refused}
        onSave={saving.settle}
        onClose={() => {
          saving.drop();
          onClose(false);
        }}
      />
    </div>
  );
}

/** Stands behind an editor that comes when it is needed: its effect runs once the control is there. */
function CursorInto({ place }: { place: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const control = place.current?.querySelector<HTMLInputElement>("input, textarea");
    control?.focus();
    control?.select();
  }, [place]);
  return null;
}
