import { Modal } from "antd";
import type { ReactNode } from "react";

/** A dialog on desktops, a sheet from the bottom on phones (base.css). Its buttons belong in `children`. */
export function Sheet(props: { open: boolean; title: string; width?: number; onClose: () => void; children: ReactNode }) {
  return (
    <Modal
      className="cz-sheet"
      open={props.open}
      title={props.title}
      width={props.width ?? 480}
      onCancel={props.onClose}
      footer={null}
      destroyOnHidden
      centered
    >
      {props.children}
    </Modal>
  );
}
