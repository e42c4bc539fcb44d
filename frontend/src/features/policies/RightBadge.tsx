import { EditOutlined, EyeInvisibleOutlined, EyeOutlined, LockOutlined, SafetyOutlined } from "@ant-design/icons";
import type { RightShape } from "@/api/types.gen";
import type { RightName } from "./policy";
import styles from "./grid.module.css";
import { usePolicyWords } from "./useWords";

const icons = {
  hidden: EyeInvisibleOutlined,
  masked: SafetyOutlined,
  read: EyeOutlined,
  write: EditOutlined,
} satisfies Record<RightName, unknown>;

/** A right by sign and word; what holds on one's own records below; a lock where the ceiling takes some of it. */
export function RightBadge({ said, cut }: { said: RightShape; cut: RightShape | null }) {
  const { t, right } = usePolicyWords();
  const shown = cut ?? said;
  const Icon = icons[shown.right];
  return (
    <span className={styles.badge} data-right={shown.right}>
      <span className={styles.word}>
        <Icon aria-hidden />
        {right(shown.right)}
        {cut && <LockOutlined className={styles.lock} aria-label={t("cut")} />}
      </span>
      {shown.own && shown.own !== shown.right && (
        <span className={styles.own}>{t("ownRight", { right: right(shown.own) })}</span>
      )}
    </span>
  );
}
