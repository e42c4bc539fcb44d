import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Panel } from "@/components/Panel";
import { SkeletonRows } from "@/components/Skeleton";
import { Dated } from "@/components/Dated";
import { formatDateTime } from "@/format/date";
import { labelIn } from "@/i18n/labelIn";
import { packQuery } from "./api";
import type { Item, Pack, Packs } from "./api";
import { defaultName } from "./defaultName";
import { ItemLine } from "./ItemLine";
import styles from "./packs.module.css";
import { usePackTexts } from "./texts";

type Props = { store: string; pack: Packs["installed"][number]; busy: boolean };

/** A pack of this store, its items by the default that they are, and other versions of it. */
export function InstalledPack({ store, pack, busy }: Props) {
  const t = usePackTexts();
  const { i18n } = useTranslation();
  const whole = useQuery({ ...packQuery(store, pack.key, pack.version), enabled: !busy });
  const name = labelIn(pack.name, i18n.language);
  return (
    <Panel
      title={
        <>
          {name} <Tag>{t("version", { version: pack.version })}</Tag>
        </>
      }
      extra={
        pack.newer !== null &&
        !busy && (
          <Link to="/s/$store/design/packs/plan" params={{ store }} search={{ pack: pack.key }}>
            <Button type="primary">{t("upgrade", { version: pack.newer })}</Button>
          </Link>
        )
      }
      flush
    >
      <p className={styles.about}>
        {labelIn(pack.about, i18n.language)} <span className={styles.soft}><Dated text={t("installedBy", { at: formatDateTime(pack.at), name: pack.by_name })} /></span>
      </p>
      {whole.error && <ErrorPanel error={whole.error} onRetry={() => void whole.refetch()} />}
      {!whole.data && !whole.error && <SkeletonRows rows={6} />}
      {whole.data && <Whole store={store} pack={whole.data} />}
    </Panel>
  );
}

function Whole({ store, pack }: { store: string; pack: Pack }) {
  const t = usePackTexts();
  const groups = grouped(pack.items);
  return (
    <>
      {groups.map(([code, items]) => (
        <section key={code} aria-label={code ? defaultName(code) : t("other")}>
          <h3 className={styles.group}>
            {code ? defaultName(code) : t("other")} <span className={styles.soft}>{t("items", { count: items.length })}</span>
          </h3>
          <ul className={styles.list}>
            {items.map((item) => (
              <ItemLine key={`${item.part}/${item.key}`} store={store} item={item} />
            ))}
          </ul>
        </section>
      ))}
      {pack.files.length > 0 && (
        <p className={styles.about}>
          {t("versions")}{" "}
          {pack.files.map((file) => (
            <Link key={file.id} className={styles.file ?? ""} to="/s/$store/design/packs/plan" params={{ store }} search={{ file: file.id }}>
              {t(file.version < pack.version ? "backTo" : "look", { version: file.version })}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}

/** D6 before D10; what is no default of the list stands last. */
function grouped(items: Item[]): [string, Item[]][] {
  const found = new Map<string, Item[]>();
  for (const item of items) found.set(item.default, [...(found.get(item.default) ?? []), item]);
  return [...found].toSorted(([one], [other]) => Number(!one) - Number(!other) || one.localeCompare(other, "en", { numeric: true }));
}
