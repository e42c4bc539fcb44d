import { FilesShown, Signed } from "@/features/files/FilesShown";
import { Plate, Stars, Swatch, Tags } from "./displays/marks";
import { Moment } from "./displays/Moment";
import { Person } from "./displays/Person";
import { RecordLink } from "./displays/RecordLink";
import { RichText } from "./displays/RichText";
import { Rows } from "./displays/Rows";
import { Lines, MailLink, Plain, Signs, TextLines, WebLink, Whole } from "./displays/words";
import { editors } from "./editors/editors";
import type { FieldKind } from "./field";
import type { Widget } from "./widget";

/** Every kind of field. A formula and a roll-up are shown as the kind of their result: see FieldValue. */
export const widgets = {
  text: { Display: TextLines, Editor: editors.text },
  long_text: { Display: Lines, Editor: editors.long_text },
  rich_text: { Display: RichText, Editor: editors.rich_text },
  email: { Display: MailLink, Editor: editors.email },
  url: { Display: WebLink, Editor: editors.url },
  barcode: { Display: Signs, Editor: editors.barcode },
  color: { Display: Swatch, Editor: editors.color },
  number: { Display: Whole, Editor: editors.number },
  integer: { Display: Whole, Editor: editors.integer },
  percent: { Display: Whole, Editor: editors.percent },
  money: { Display: Whole, Editor: editors.money },
  rating: { Display: Stars, Editor: editors.rating },
  date: { Display: Whole, Editor: editors.date },
  datetime: { Display: Moment, Editor: editors.datetime },
  time: { Display: Whole, Editor: editors.time },
  boolean: { Display: Plain, Editor: editors.boolean },
  choice: { Display: Plain, Editor: editors.choice },
  tags: { Display: Tags, Editor: editors.tags },
  phone: { Display: Whole, Editor: editors.phone },
  plate: { Display: Plate, Editor: editors.plate },
  vin: { Display: Signs, Editor: editors.vin },
  id_card: { Display: Signs, Editor: editors.id_card },
  tax_no: { Display: Signs, Editor: editors.tax_no },
  link: { Display: RecordLink, Editor: editors.link },
  user: { Display: Person, Editor: editors.user },
  store: { Display: Plain, Editor: editors.store },
  file: { Display: FilesShown, Editor: editors.file },
  photo: { Display: FilesShown, Editor: editors.photo },
  signature: { Display: Signed, Editor: editors.signature },
  address: { Display: Plain, Editor: editors.address },
  location: { Display: Whole, Editor: editors.location },
  table: { Display: Rows, Editor: editors.table },
  formula: { Display: Plain, Editor: editors.formula },
  rollup: { Display: Plain, Editor: editors.rollup },
  auto_number: { Display: Signs, Editor: editors.auto_number },
} satisfies Record<FieldKind, Widget>;
