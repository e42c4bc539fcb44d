import { useReducer } from "react";

type State<Value> = { past: Value[]; now: Value; future: Value[]; kind: string };
type Act<Value> = { act: "put"; value: Value; kind: string } | { act: "undo" } | { act: "redo" } | { act: "reset"; value: Value };

const deepest = 100;

export function next<Value>(state: State<Value>, act: Act<Value>): State<Value> {
  if (act.act === "reset") return { past: [], now: act.value, future: [], kind: "" };
  if (act.act === "undo") {
    const before = state.past.at(-1);
    if (before === undefined) return state;
    return { past: state.past.slice(0, -1), now: before, future: [state.now, ...state.future], kind: "" };
  }
  if (act.act === "redo") {
    const [after, ...future] = state.future;
    if (after === undefined) return state;
    return { past: [...state.past, state.now], now: after, future, kind: "" };
  }
  // Typing a word is one step, whatever the number of its letters.
  if (act.kind && act.kind === state.kind) return { ...state, now: act.value, future: [] };
  return { past: [...state.past, state.now].slice(-deepest), now: act.value, future: [], kind: act.kind };
}

/** A value whose changes can be undone. Changes of one `kind` that follow each other are one. */
export function useHistory<Value>(first: Value) {
  const [state, dispatch] = useReducer(next<Value>, { past: [], now: first, future: [], kind: "" });
  return {
    value: state.now,
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    put: (value: Value, kind = "") => dispatch({ act: "put", value, kind }),
    undo: () => dispatch({ act: "undo" }),
    redo: () => dispatch({ act: "redo" }),
    reset: (value: Value) => dispatch({ act: "reset", value }),
  };
}
