import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { FigureBoardOut } from "@/api/types.gen";
import { Panel } from "@/components/Panel";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { filterOf } from "@/features/records/filter";
import { listPath } from "@/features/records/paths";
import { useEntity } from "@/features/records/useEntity";
import { labelIn } from "@/i18n/labelIn";
import styles from "./board.module.css";
import { useFigureTexts } from "./texts";
import { useFigureText } from "./useFigureText";

type Props = { store: string; board: FigureBoardOut; by: "owner" | "channel" | "series" };

const none = { owner: "page.nobody", channel: "page.noChannel", series: "page.noModel" } as const;

/** A line for each advisor, source or series, the whole last; each figure leads to its records. */
export function BoardTable({ store, board, by }: Props) {
  const t = useFigureTexts();
  const { i18n } = useTranslation();
  const text = useFigureText();
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const { entity } = useEntity(store, "lead");
  const options = entity?.fields.find(({ name }) => name === "channel")?.choices ?? [];
  const nameOf = (key: string | null) => {
    if (key === null || key === "") return t(none[by]);
    if (by === "series") return key;
    if (by === "owner") return people.find(({ id }) => id === key)?.name ?? t("page.nobody");
    const option = options.find(({ value }) => value === key);
    return option ? labelIn(option.label, i18n.language) : key;
  };
  const lines = [...board.lines.map((line) => ({ ...line, name: nameOf(line.key) })), { ...board.whole, key: "whole", name: t("page.whole") }];
  return (
    <Panel flush>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(`page.by.${by}`)}</th>
              {board.figures.map((figure) => (
                <th key={figure.name} scope="col" title={labelIn(figure.means, i18n.language)}>
                  {labelIn(figure.label, i18n.language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key ?? "none"} data-whole={line.key === "whole"}>
                <th scope="row">{line.name}</th>
                {board.figures.map((figure, index) => {
                  const cell = line.cells[index];
                  const filter = filterOf(cell?.filter);
                  return (
                    <td key={figure.name} title={t("page.before", { value: text(cell?.before ?? null, figure.unit) })}>
                      <Link to={listPath(store, figure.entity)} search={filter ? { filter } : {}}>
                        {text(cell?.value ?? null, figure.unit)}
                      </Link>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
