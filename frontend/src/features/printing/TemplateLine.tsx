import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { copyPrintTemplate, discardPrintDraft, retirePrintTemplate } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { formatDateTime } from "@/format/date";
import { inStore } from "@/http/inStore";
import type { Head } from "./api";
import styles from "./list.module.css";
import { usePrintTexts } from "./texts";

/** One template: what is printed with it, and what can be done with it. */
export function TemplateLine({ store, template }: { store: string; template: Head }) {
  const t = usePrintTexts();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const request = { path: { template_id: template.id }, headers: inStore(store) };
  const again = () => client.invalidateQueries({ queryKey: ["store", store, "print"] });
  const acting = useMutation({ mutationFn: (act: () => Promise<unknown>) => act(), onSuccess: again });
  const open = (id: string) => navigate({ to: "/s/$store/design/print/$entity/$template", params: { store, entity: template.entity, template: id } });
  const state = template.retired ? "retired" : !template.kept ? "draft" : template.changed ? "changed" : "kept";

  async function copy(): Promise<void> {
    const { id } = await copyPrintTemplate({ ...request, body: { name: t("list.copyName", { name: template.name }).slice(0, 60) } });
    await again();
    await open(id);
  }
  function ask(act: "retire" | "discard" | "deleteDraft", work: () => Promise<unknown>): void {
    modal.confirm({
      title: t(`list.${act}`),
      content: t(`list.${act}Text`, { name: template.name }),
      okText: t(`list.${act}`),
      cancelText: t("close"),
      onOk: () => acting.mutateAsync(work).catch(() => undefined),
    });
  }
  const retire = (retired: boolean) => retirePrintTemplate({ ...request, body: { retired } });
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <Link to="/s/$store/design/print/$entity/$template" params={{ store, entity: template.entity, template: template.id }}>
          <b>{template.name}</b>
        </Link>
        <span>{t(`list.state.${state}`)}</span>
        <span className={styles.soft}>{t("list.changedBy", { name: template.changed_by, at: formatDateTime(template.changed_at) })}</span>
        <FormError error={acting.error} />
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => acting.mutate(copy)}>{t("list.copy")}</Button>
        {template.kept && !template.retired && <Button onClick={() => ask("retire", () => retire(true))}>{t("list.retire")}</Button>}
        {template.retired && <Button onClick={() => acting.mutate(() => retire(false))}>{t("list.bringBack")}</Button>}
        {template.kept && template.changed && <Button onClick={() => ask("discard", () => discardPrintDraft(request))}>{t("list.discard")}</Button>}
        {!template.kept && <Button onClick={() => ask("deleteDraft", () => discardPrintDraft(request))}>{t("list.deleteDraft")}</Button>}
      </div>
    </li>
  );
}
