import { Fragment } from "react";
import type { OptionGroup } from "./options";
import styles from "./search.module.css";

type Props = { id: string; groups: OptionGroup[]; active: number; onPoint: (index: number) => void; onChoose: (index: number) => void };

export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** The lines under the box; the box keeps the cursor, so they are pointed at and not focused. */
export function Options({ id, groups, active, onPoint, onChoose }: Props) {
  const firsts = groups.map((_, at) => groups.slice(0, at).reduce((sum, group) => sum + group.options.length, 0));
  return (
    <div id={id} role="listbox" aria-label={id} className={styles.list}>
      {groups.map((group, place) => (
        <Fragment key={group.key}>
          <div role="presentation" className={styles.heading}>
            {group.title}
          </div>
          {group.options.map((option, number) => {
            const own = (firsts[place] ?? 0) + number;
            return (
              <div
                key={option.key}
                id={optionId(id, own)}
                role="option"
                aria-selected={own === active}
                tabIndex={-1}
                className={styles.option}
                onMouseMove={() => own !== active && onPoint(own)}
                onClick={() => onChoose(own)}
                onKeyDown={() => undefined}
              >
                <span aria-hidden className={styles.icon}>
                  {option.icon}
                </span>
                <span className={styles.title}>{option.title}</span>
                {option.note && <span className={styles.note}>{option.note}</span>}
              </div>
            );
          })}
        </Fragment>
      ))}
    </div>
  );
}
