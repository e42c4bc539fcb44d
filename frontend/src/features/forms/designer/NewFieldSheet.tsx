import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { AddField } from "@/features/design/AddField";
import { kindQuery, kindsQuery } from "@/features/design/api/design";
import { fieldPart } from "./layout";
import { useDesigner } from "./useDesigner";

/** …/<form>/field: the sheet of the field designer over the form's; what was made there is put into the form. */
export function NewFieldSheet() {
  const params = useParams({ from: "/_shell/s/$store/design/forms/$entity/$form" });
  const navigate = useNavigate();
  const { store, entity, add } = useDesigner();
  const [known] = useState(() => entity.fields.map(({ name }) => name));
  const kind = useQuery(kindQuery(store, entity.name));
  const kinds = useQuery(kindsQuery(store));
  if (!kind.data || !kinds.data) return null;
  return (
    <AddField
      store={store}
      kind={kind.data}
      kinds={kinds.data}
      onClose={() => {
        const made = kind.data.fields.findLast(({ name, retired }) => !retired && !known.includes(name));
        if (made) add(fieldPart(made.name));
        void navigate({ to: "/s/$store/design/forms/$entity/$form", params, replace: true });
      }}
    />
  );
}
