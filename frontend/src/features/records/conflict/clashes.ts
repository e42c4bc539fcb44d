import type { Entity, Field } from "../api/entities";
import type { Row } from "../api/list";
import { isSame } from "../form/values";
import type { Values } from "../form/values";

/** Two people changed one record: `base` is what both had read, `theirs` what the server keeps now. */
export type Conflict = { base: Values; mine: Values; theirs: Row };

export type Clashes = {
  /** Both wrote something else there. */
  both: Field[];
  /** Only the other person changed these; their values stay. */
  theirsAlone: Field[];
  /** Only the reader changed these; they will be saved. */
  mineAlone: Field[];
};

export function clashesOf(entity: Entity, { base, mine, theirs }: Conflict): Clashes {
  const found: Clashes = { both: [], theirsAlone: [], mineAlone: [] };
  for (const field of entity.fields) {
    const { name } = field;
    if (!(name in theirs) || !(name in base || name in mine) || field.read_only) continue;
    const theyChanged = !isSame(base[name], theirs[name], field);
    const iChanged = name in mine && !isSame(base[name], mine[name], field);
    if (theyChanged && iChanged && !isSame(mine[name], theirs[name], field)) found.both.push(field);
    else if (theyChanged && !iChanged) found.theirsAlone.push(field);
    else if (iChanged && !theyChanged) found.mineAlone.push(field);
  }
  return found;
}

export type Choice = "theirs" | "mine";

/** What the reader now wants the record to say: theirs, with the reader's own changes that were chosen. */
export function settled(entity: Entity, conflict: Conflict, chosen: Record<string, Choice>): Values {
  const { both, mineAlone } = clashesOf(entity, conflict);
  const kept = [...mineAlone, ...both.filter(({ name }) => chosen[name] === "mine")];
  return { ...conflict.theirs, ...Object.fromEntries(kept.map(({ name }) => [name, conflict.mine[name]])) };
}
