import { CloseOutlined, EyeOutlined, PlusOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button, Tag } from "antd";
import type { Member } from "@/api/types.gen";
import { handoverPath } from "@/features/handover/api";
import { useHandoverTexts } from "@/features/handover/texts";
import { useRoleName } from "@/features/roles/useRoleName";
import { useViewingTexts } from "@/features/viewing/texts";
import { formatPhone } from "@/format/phone";
import type { PersonEntry } from "./byPerson";
import styles from "./people.module.css";
import { usePeopleTexts } from "./texts";
import { useRoleText } from "./useRoleText";

export function PersonLine(props: {
  entry: PersonEntry;
  self: boolean;
  handIn: string | null;
  onRemove: ((member: Member) => void) | null;
  onGive: (() => void) | null;
  onView: ((person: Member["person"]) => void) | null;
}) {
  const { person, places } = props.entry;
  const t = usePeopleTexts();
  const tViewing = useViewingTexts();
  const tHandover = useHandoverTexts();
  const roleName = useRoleName();
  const roleText = useRoleText();
  const name = person.name || t("noName");
  const contact = [person.email, person.phone && formatPhone(person.phone)].filter(Boolean).join(" · ");
  return (
    <li className={styles.person}>
      <span className={styles.initial} aria-hidden>
        {[...name][0]}
      </span>
      <div className={styles.words}>
        <span className={styles.name}>
          {name} {props.self && <Tag>{t("you")}</Tag>}
        </span>
        <span className={styles.contact}>{contact}</span>
      </div>
      <ul className={styles.places}>
        {props.onView && !props.self && (
          <li>
            <Button
              size="small"
              icon={<EyeOutlined />}
              aria-label={tViewing("startOf", { name })}
              onClick={() => props.onView?.(person)}
            >
              {tViewing("start")}
            </Button>
          </li>
        )}
        {places.map((member) => {
          const place = member.store?.name ?? t("headquarters");
          const role = roleName(member.role, member.role_label);
          return (
            <li key={member.membership_id} className={styles.place} title={roleText(member.role)}>
              <span>{t("placeRole", { place, role })}</span>
              {member.removable && props.onRemove && (
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={t("remove", { name, place, role })}
                  onClick={() => props.onRemove?.(member)}
                />
              )}
            </li>
          );
        })}
        {props.handIn !== null && (
          <li>
            <Link to={handoverPath(props.handIn, person.id)} aria-label={tHandover("startOf", { name })} className="cz-small">
              {tHandover("start")}
            </Link>
          </li>
        )}
        {props.onGive && (
          <li>
            <Button size="small" icon={<PlusOutlined />} aria-label={t("giving.of", { name })} onClick={props.onGive}>
              {t("giving.add")}
            </Button>
          </li>
        )}
      </ul>
    </li>
  );
}
