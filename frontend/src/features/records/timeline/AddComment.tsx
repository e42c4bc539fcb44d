import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Mentions } from "antd";
import { useRef, useState } from "react";
import { addComment } from "@/api/sdk.gen";
import { FormError } from "@/components/FormError";
import { storePeopleQuery } from "@/features/fields/api/storePeople";
import { inStore } from "@/http/inStore";
import type { Entity } from "../api/entities";
import { useRecordsTexts } from "../texts";
import { timelineQuery } from "./api";
import { mentionedIn } from "./mentions";
import styles from "./timeline.module.css";

export function AddComment({ store, entity, id }: { store: string; entity: Entity; id: string }) {
  const t = useRecordsTexts();
  const client = useQueryClient();
  const people = useQuery(storePeopleQuery(store)).data ?? [];
  const [text, setText] = useState("");
  const chosen = useRef(new Map<string, string>());
  const adding = useMutation({
    mutationFn: () =>
      addComment({
        headers: inStore(store),
        path: { entity: entity.name, record_id: id },
        body: { text: text.trim(), mentions: mentionedIn(text, people, chosen.current) },
      }),
    onSuccess: async () => {
      setText("");
      chosen.current.clear();
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
      <Mentions
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={4000}
        aria-label={t("timeline.say")}
        placeholder={t("timeline.say")}
        notFoundContent={t("timeline.nobody")}
        options={people.map((one) => ({ key: one.id, value: one.name, label: one.name }))}
        value={text}
        onChange={setText}
        onSelect={({ key, value }) => {
          if (key && value) chosen.current.set(value, key);
        }}
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
