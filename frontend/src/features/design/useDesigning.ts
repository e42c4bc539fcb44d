import { useMutation, useQueryClient } from "@tanstack/react-query";

/** One change of the store's design. Everything known of the store is asked for anew: lists, rights, navigation. */
export function useDesigning<Told, Answer>(
  store: string,
  change: (told: Told) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ["store", store] });
      onDone?.(answer);
    },
  });
}
