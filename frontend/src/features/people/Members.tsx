import { SearchOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Member, StoreEntry } from "@/api/types.gen";
import { Sheet } from "@/components/Sheet";
import { useMe } from "@/features/session/useMe";
import { useViewing } from "@/features/viewing/useViewing";
import { byPerson } from "./byPerson";
import type { PersonEntry } from "./byPerson";
import { GiveRole } from "./GiveRole";
import styles from "./people.module.css";
import { PersonLine } from "./PersonLine";
import { RemoveMember } from "./RemoveMember";
import { usePeopleTexts } from "./texts";

const searchFrom = 8;

type Props = { group: string; members: Member[]; viewIn: string | null; handIn: string | null; giveIn: StoreEntry | null };

/** The store in which one may look as its people (`viewIn`), hand their work over (`handIn`), give them roles (`giveIn`); null for none. */
export function Members({ group, members, viewIn, handIn, giveIn }: Props) {
  const t = usePeopleTexts();
  const { i18n } = useTranslation();
  const { person: me } = useMe();
  const { look, person: looking } = useViewing();
  const [text, setText] = useState("");
  const [giving, setGiving] = useState<PersonEntry | null>(null);
  const [removing, setRemoving] = useState<Member | null>(null);
  const all = byPerson(members, i18n.language);
  const wanted = text.trim().toLowerCase();
  const found = all.filter(({ person }) =>
    [person.name, person.email, person.phone].some((part) => part?.toLowerCase().includes(wanted)),
  );
  return (
    <>
      {all.length >= searchFrom && (
        <div className={styles.find}>
          <Input
            allowClear
            prefix={<SearchOutlined aria-hidden />}
            value={text}
            placeholder={t("find")}
            aria-label={t("find")}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      <ul>
        {found.map((entry) => (
          <PersonLine
            key={entry.person.id}
            entry={entry}
            self={entry.person.id === me.id}
            handIn={looking ? null : handIn}
            onRemove={looking ? null : setRemoving}
            onGive={giveIn === null || looking ? null : () => setGiving(entry)}
            onView={
              viewIn === null
                ? null
                : ({ id, name }) => void look({ store: viewIn, id, name: name || t("noName") })
            }
          />
        ))}
      </ul>
      {found.length === 0 && <p className={styles.none}>{t("noneFound")}</p>}
      <Sheet
        open={removing !== null}
        title={t("removing.title", { name: removing?.person.name || t("noName") })}
        onClose={() => setRemoving(null)}
      >
        {removing && <RemoveMember group={group} handIn={handIn} member={removing} onClose={() => setRemoving(null)} />}
      </Sheet>
      <Sheet
        open={giving !== null}
        title={t("giving.title", { name: giving?.person.name || t("noName") })}
        width={560}
        onClose={() => setGiving(null)}
      >
        {giving && giveIn && <GiveRole group={group} store={giveIn} entry={giving} onClose={() => setGiving(null)} />}
      </Sheet>
    </>
  );
}
