import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { addComment } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { inStore } from "@/http/inStore";
import type { Entity } from "../api/entities";
import { useRecordsTexts } from "../texts";
import { timelineQuery } from "./api";
import styles from "./timeline.module.css";

export function AddComment({ store, entity, id }: { store: string; entity: Entity; id: string }) {
  const t = useRecordsTexts();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const adding = useMutation({
    mutationFn: () =>
      addComment({ headers: inStore(store), path: { entity: entity.name, record_id: id }, body: { text: text.trim() } }),
    onSuccess: async () => {
      setText("");
      await client.invalidateQueries({ queryKey: timelineQuery(store, entity.name, id).queryKey });
    },
  });
  const send = () => {
    if (text.trim() && !adding.isPending) adding.mutate();
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={4000}
        aria-label={t("timeline.say")}
        placeholder={t("timeline.say")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <FormError error={adding.error} />
      {text.trim() && (
        <Button type="primary" htmlType="submit" loading={adding.isPending}>
          {t("timeline.send")}
        </Button>
      )}
    </form>
  );
}
