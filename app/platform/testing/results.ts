import type { Result } from '#app/lib/result.ts';

/** The value of what must succeed; throws with the refusal when it did not. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.params ?? {})}`);
  return result.value;
}

/** The code of a refusal, or `done`. */
export const code = (result: Result<unknown>): string => (result.ok ? 'done' : result.refusal.code);
