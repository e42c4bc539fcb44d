import { Button } from "antd";
import type { ReactNode } from "react";
import { FormError } from "@/components/FormError";
import { useCommonTexts } from "@/components/texts";
import { KindOfRecord } from "@/features/files/KindOfRecord";
import { FormLayout } from "@/features/forms/live/FormLayout";
import type { Live } from "@/features/forms/live/useLive";
import { isApiError } from "@/http/ApiError";
import type { Entity, Field } from "../api/entities";
import { idOf } from "../api/list";
import type { Row } from "../api/list";
import { useRecordsTexts } from "../texts";
import { ownFields } from "./fieldSections";
import styles from "./form.module.css";
import { FormField, FormFields } from "./FormFields";
import { FormSections } from "./FormSections";
import { ProblemList } from "./ProblemList";
import { refusedFields } from "./refusals";
import type { RecordFormState } from "./useRecordForm";
import { isOpen } from "./values";

type Props = {
  store: string;
  entity: Entity;
  /** Null for a new record: then what can't be written is left out. */
  record: Row | null;
  state: RecordFormState;
  /** The form in force over it, if there is one. */
  live: Live;
  saving: boolean;
  error: unknown;
  /** Leads away without saving. */
  cancel: ReactNode;
};

/** One column on phones. The buttons stay in sight, with what the state of things is. */
export function RecordForm({ store, entity, record, state, live, saving, error, cancel }: Props) {
  const t = useRecordsTexts();
  const tCommon = useCommonTexts();
  const bad = new Set(state.problems.map(({ name }) => name));
  // What a verb asks for in its time is not asked of a new record, unless it begins with it or was refused for it.
  const isDue = ({ name, asked_later: later }: Field) => !later || name in state.values || bad.has(name);
  const fields = ownFields(entity).filter((field) => record !== null || (isOpen(field, null) && isDue(field)));
  const general = error && Object.keys(refusedFields(error)).length === 0 && !isApiError(error, "changed_meanwhile");
  return (
    <KindOfRecord value={entity.name}>
    <form {...state.form} className={styles.form}>
      {live.form && live.state ? (
        <FormLayout form={live.form} state={live.state} entity={entity} bad={bad} rows={{ store, record: record && idOf(record) }}>
          {(field) => <FormField store={store} field={field} record={record} state={state} />}
        </FormLayout>
      ) : (
        <FormSections fields={fields} opened={(part) => part.some(({ name }) => bad.has(name))}>
          {(part) => <FormFields store={store} fields={part} record={record} state={state} />}
        </FormSections>
      )}
      <div className={styles.foot}>
        <ProblemList entity={entity} problems={state.problems} onShow={state.show} />
        <FormError error={general ? error : null} />
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={saving} title={t("form.saveKeys")}>
            {tCommon("save")}
          </Button>
          {cancel}
          <span className={styles.state} role="status">
            {saving ? t("form.saving") : state.changed.length > 0 ? t("form.changed", { count: state.changed.length }) : ""}
          </span>
        </div>
      </div>
    </form>
    </KindOfRecord>
  );
}
