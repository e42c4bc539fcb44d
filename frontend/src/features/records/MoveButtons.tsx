import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import styles from "./moveButtons.module.css";
import { useRecordsTexts } from "./texts";

/** `at`: the place now, between `first` and `last`. */
type Props = { name: string; at: number; first: number; last: number; busy?: boolean; onMove: (to: number) => void };

/** One place up or down; the pressed button keeps the focus, wherever its line goes. */
export function MoveButtons({ name, at, first, last, busy = false, onMove }: Props) {
  const t = useRecordsTexts();
  const pressed = useRef<{ button: HTMLElement; to: number }>(null);
  useEffect(() => {
    if (pressed.current?.to !== at) return;
    pressed.current.button.focus();
    pressed.current = null;
  });
  const button = (way: "up" | "down", to: number) => {
    const shut = to < first || to > last;
    return (
      <Button
        type="text"
        size="small"
        icon={way === "up" ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
        className={styles.move}
        aria-label={t(`move.${way}`, { name })}
        // Shut it would lose the focus, and with it whoever goes by keyboard.
        aria-disabled={shut || busy}
        onClick={({ currentTarget }) => {
          if (shut || busy) return;
          pressed.current = { button: currentTarget, to };
          onMove(to);
        }}
      />
    );
  };
  return (
    <span className={styles.both}>
      {button("up", at - 1)}
      {button("down", at + 1)}
    </span>
  );
}

/** The list with what stood at `from` standing at `to`. */
export function moved<Item>(list: Item[], from: number, to: number): Item[] {
  const item = list[from];
  return item === undefined ? list : list.toSpliced(from, 1).toSpliced(to, 0, item);
}
