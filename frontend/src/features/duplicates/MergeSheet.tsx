import { useMutation, useQueries, useQueryClient } from "@tanstack/react-query";
import { Button, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormError } from "@/components/FormError";
import { Sheet } from "@/components/Sheet";
import { SkeletonRows } from "@/components/Skeleton";
import { useCommonTexts } from "@/components/texts";
import { FieldValue } from "@/features/fields/FieldValue";
import { isBlank } from "@/features/fields/valueText";
import type { Entity, Field } from "@/features/records/api/entities";
import { recordQuery } from "@/features/records/api/record";
import { readAnew } from "@/features/records/api/save";
import { isOpen, isSame } from "@/features/records/form/values";
import { formatCount } from "@/format/money";
import { labelIn } from "@/i18n/labelIn";
import { merge } from "./api";
import type { Like } from "./api";
import styles from "./duplicates.module.css";
import { useDuplicatesTexts } from "./texts";

type Props = { store: string; entity: Entity; pair: [Like, Like]; onClose: () => void; onMerged: (operation: string) => void };

/** Which of two records stays, and field by field what it keeps. What is missing in it is taken from the other. */
export function MergeSheet({ store, entity, pair, onClose, onMerged }: Props) {
  const t = useDuplicatesTexts();
  const tCommon = useCommonTexts();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const [winner, setWinner] = useState(0);
  const [chosen, setChosen] = useState<Record<string, number>>({});
  const answers = useQueries({ queries: pair.map((one) => recordQuery(store, entity.name, one.id)) });
  const records = answers.map((answer) => answer.data?.record);
  const [one, two] = records;
  const loser = 1 - winner;
  const kept = records[winner];
  const fields = one && two ? entity.fields.filter((field) => field.right === "write" && !isSame(one[field.name], two[field.name], field)) : [];
  // A value that one sees masked goes nowhere.
  const open = (field: Field, side: number) => side === winner || isOpen(field, records[side] ?? null);
  const sideOf = (field: Field) => {
    const side = chosen[field.name] ?? (kept && isBlank(kept[field.name]) ? loser : winner);
    return open(field, side) ? side : winner;
  };
  // As far as the person sees it; what belongs to the other moves all the same.
  const moving = (answers[loser]?.data?.related ?? [])
    .filter(({ count }) => count.value > 0)
    .map(({ label, count }) => t("movesOf", { kind: labelIn(label, i18n.language), number: formatCount(count.value) + (count.exact ? "" : "+") }))
    .join(t("comma"));
  const merging = useMutation({
    mutationFn: () =>
      merge(store, entity.name, {
        winner: pair[winner]?.id ?? "",
        loser: pair[loser]?.id ?? "",
        take: fields.filter((field) => sideOf(field) === loser).map(({ name }) => name),
        winner_version: Number(records[winner]?.version),
        loser_version: Number(records[loser]?.version),
      }),
    onSuccess: (done) => {
      void readAnew(client, store);
      onMerged(done.operation_id);
    },
  });
  return (
    <Sheet open title={t("mergeTitle")} width={760} onClose={onClose}>
      <p>{t("mergeHint")}</p>
      {!one || !two ? (
        <SkeletonRows rows={4} />
      ) : (
        <table className={styles.merge}>
          <thead>
            <tr>
              <th scope="col">{t("field")}</th>
              {pair.map((record, side) => (
                <th key={record.id} scope="col">
                  <Radio
                    checked={winner === side}
                    onChange={() => {
                      setWinner(side);
                      setChosen({});
                    }}
                  >
                    {t("keepThis", { title: record.title ?? t("unnamed") })}
                  </Radio>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.name}>
                <th scope="row">{labelIn(field.label, i18n.language)}</th>
                {[one, two].map((record, side) => (
                  <td key={side === 0 ? "one" : "two"}>
                    <Radio
                      aria-label={`${labelIn(field.label, i18n.language)} ${side + 1}`}
                      checked={sideOf(field) === side}
                      disabled={!open(field, side)}
                      onChange={() => setChosen({ ...chosen, [field.name]: side })}
                    >
                      <FieldValue value={record[field.name]} field={field} store={store} row={record} plain />
                    </Radio>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className={styles.soft}>{t("same")}</p>
      {one && two && <p>{moving ? t("moves", { what: moving }) : t("movesNothing")}</p>}
      <FormError error={merging.error} />
      <div className={styles.buttons}>
        <Button type="primary" disabled={!one || !two} loading={merging.isPending} onClick={() => merging.mutate()}>
          {t("confirm")}
        </Button>
        <Button onClick={onClose}>{tCommon("cancel")}</Button>
      </div>
    </Sheet>
  );
}
