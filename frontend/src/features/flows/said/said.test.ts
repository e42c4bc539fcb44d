import { beforeAll, describe, expect, it } from "vitest";
import { chineseWords } from "@/testing/chineseWords";
import { i18n, switchLanguage } from "@/i18n/i18n";
import type { Entity } from "@/features/records/api/entities";
import "@/features/records/texts";
import "@/features/rules/texts";
import { aField } from "@/testing/aField";
import { faceOf, newNode } from "../drawn/nodes";
import type { Definition, FlowNode, Kind, NodeOf } from "../drawn/nodes";
import { differencesOf } from "./differences";
import { flowText } from "./flow";
import { problemText } from "./problems";
import { stepText } from "./steps";
import type { Telling } from "./telling";
import "../texts";

const price = aField("money", { name: "price", label: { zh: "成交价", en: "Price" }, operators: [{ name: ">", label: { zh: "大于", en: ">" }, takes: "one" }] });
const order = { name: "order", label: { zh: "订单", en: "Order" }, fields: [price] } as unknown as Entity;
const fixed = (namespace: string) => i18n.getFixedT("zh-CN", namespace) as never;
const telling: Telling = {
  told: {
    entity: order,
    entities: [order],
    sentence: { offered: { fields: [price], within: () => null }, periods: [], t: fixed("records"), words: chineseWords },
    tags: new Map(),
    templates: new Map(),
    webhooks: new Map(),
    roleName: (role) => role,
    t: fixed("rules"),
  },
  people: new Map([["1", "张三"], ["2", "李四"], ["3", "王五"], ["4", "赵六"]]),
  roles: new Map([["store_manager", "店长"]]),
  flows: new Map(),
  forms: new Map(),
  t: fixed("flows"),
};
const made = <One extends Kind>(kind: One, name: string, own: Partial<NodeOf<One>> = {}) => ({ ...newNode(kind, name, "1"), id: name, ...own }) as NodeOf<One>;
const way = (source: string, port: string, target: string) => ({ id: `${source}-${port}`, source, port, target });

const two = made("approval", "初审", {
  who: [{ kind: "persons", people: ["1", "2"] }],
  // The server calls it "then", and nothing waits for a deadline.
// oxlint-disable-next-line unicorn/no-thenable
  deadlines: [{ after: 24, unit: "hours", working: false, then: "escalate", to: [{ kind: "manager", of: "starter", field: "" }] }],
});
const discount: Definition = {
  nodes: [
    made("start", "发起"),
    two,
    made("condition", "金额", { branches: [{ id: "b", name: "大额", condition: { combinator: "and", rules: [{ field: "price", operator: ">", value: "5000" }] } }] }),
    made("approval", "复审", { who: [{ kind: "roles", roles: ["store_manager"] }], mode: "all" }),
    made("end", "通过", { outcome: "approved" }),
    made("end", "退回", { outcome: "rejected" }),
  ],
  edges: [
    way("发起", "next", "初审"),
    way("初审", "approved", "金额"),
    way("初审", "rejected", "退回"),
    way("金额", "b", "复审"),
    way("金额", "else", "通过"),
    way("复审", "approved", "通过"),
    way("复审", "rejected", "初审"),
  ],
};

// Problems are looked up outside components, in the language of the page.
beforeAll(() => switchLanguage("zh-CN"));

describe("a flow in words", () => {
  it("tells the way when all goes well, then every other way, each step once", () => {
    expect(flowText(discount, telling)).toEqual([
      "由看得到记录的人发起，然后由张三、李四任一人审批（“初审”，超过 24 小时上报给发起人的上级），然后看是否 成交价 大于 ¥5,000.00（“金额”）。",
      "“初审”不通过时，流程结束，结果为不通过。",
      "“金额”如果 成交价 大于 ¥5,000.00，由店长全部同意（“复审”），然后流程结束，结果为通过。",
      "“金额”其他情况时，流程结束，结果为通过。",
      "“复审”不通过时，回到“初审”。",
    ]);
  });

  it("names at most three people, and says how many there are", () => {
    const many = made("approval", "多人", { who: [{ kind: "persons", people: ["1", "2", "3", "4"] }], mode: "vote", percent: 60 });
    expect(stepText(many, telling)).toBe("由张三、李四、王五等 4 个投票，至少 60% 同意");
    expect(stepText(made("approval", "无人"), telling)).toBe("由（还没有选人）审批");
  });

  it("tells what differs, and nothing of where it is drawn", () => {
    const moved = { ...discount, nodes: discount.nodes.map((node) => ({ ...node, x: node.x + 9 })) };
    expect(differencesOf(discount, moved, telling)).toEqual([]);
    const changed: Definition = {
      nodes: [...discount.nodes.map((node) => (node === two ? { ...two, deadlines: [], signature: true } : node)), made("copy", "抄送财务")],
      edges: discount.edges.map((one) => (one.id === "复审-rejected" ? { ...one, target: "退回" } : one)),
    };
    expect(differencesOf(discount, changed, telling)).toEqual([
      "新增“抄送财务”：抄送给（还没有选人）",
      "“初审”的时限：原来超过 24 小时上报给发起人的上级，现在没有",
      "“初审”修改了：签名",
      "“复审”不通过 → “退回”",
      "去掉“复审”不通过 → “初审”",
    ]);
  });

  it("tells a message and a webhook as steps of their own, and as such again when it is read", () => {
    const note = made("message" as Kind, "", { actions: [{ kind: "message", template: "t", to: "owner", path: "", role: "" }] } as never);
    expect([note.kind, faceOf(note), faceOf(newNode("webhook", "", "1"))]).toEqual(["action", "message", "webhook"]);
    expect(stepText(note, { ...telling, told: { ...telling.told, templates: new Map([["t", "保养提醒"]]) } })).toBe("按模板“保养提醒”给负责人发消息");
    const more = { ...note, actions: [...(note as NodeOf<"action">).actions, { kind: "comment", text: "已发" }] } as FlowNode;
    expect(faceOf(more)).toBe("action");
  });

  it("names what a problem is about", () => {
    const open = { node: "金额", where: "port", code: "flow_port_open", params: { port: "b" } };
    expect(problemText(open, discount, telling)).toBe("“大额”还没有连到下一步。");
    const gone = { node: "复审", where: "who.0", code: "flow_unknown_role", params: { role: "store_manager" } };
    expect(problemText(gone, discount, telling)).toBe("角色“店长”已不存在。");
  });
});
