import type { Result } from '#app/lib/result.ts';

/** What a use case returned; that the demo is refused anything is a bug. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo was refused: ${result.refusal.code} ${JSON.stringify(result.refusal.params ?? {})}`);
  return result.value;
}
