/** Address segment of a store's list → the catalogue's entity and the right that opens it. */
export const sections = {
  leads: { entity: "lead", permission: "lead.read" },
  "channel-costs": { entity: "channel_cost", permission: "channel_cost.read" },
  interactions: { entity: "interaction", permission: "interaction.read" },
  customers: { entity: "customer", permission: "customer.read" },
  relations: { entity: "relation", permission: "relation.read" },
  vehicles: { entity: "vehicle", permission: "vehicle.read" },
  "test-drives": { entity: "test_drive", permission: "test_drive.read" },
  stock: { entity: "stock_vehicle", permission: "stock_vehicle.read" },
  "used-cars": { entity: "used_car", permission: "used_car.read" },
  "used-car-costs": { entity: "used_car_cost", permission: "used_car_cost.read" },
  "vehicle-owners": { entity: "vehicle_owner", permission: "vehicle_owner.read" },
  referrals: { entity: "referral", permission: "referral.read" },
  trims: { entity: "trim", permission: "trim.read" },
  series: { entity: "series", permission: "series.read" },
  brands: { entity: "brand", permission: "brand.read" },
  tasks: { entity: "task", permission: "task.read" },
  deliveries: { entity: "delivery", permission: "delivery.read" },
  promises: { entity: "promise", permission: "promise.read" },
  quotes: { entity: "quote", permission: "quote.read" },
  payments: { entity: "order_payment", permission: "order_payment.read" },
  orders: { entity: "sales_order", permission: "sales_order.read" },
} as const;

export type Section = keyof typeof sections;

export function isSection(name: string): name is Section {
  return Object.hasOwn(sections, name);
}

export function sectionOf(entity: string): Section | null {
  const found = Object.entries(sections).find(([, section]) => section.entity === entity);
  return found ? (found[0] as Section) : null;
}
