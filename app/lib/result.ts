/**
 * A refusal is an answer, not an accident: a stable code that the interface translates
 * (`refusals.<code>` in the catalogues) with the values its sentence needs. Bugs throw instead.
 */
export type Refusal = { code: string; params?: Record<string, string | number> };

/** What a use case answers: a value, or the reason why there is none. */
export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Wraps a value as a success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Builds a refusal from its code and the values its sentence needs. */
export function refuse(code: string, params?: Record<string, string | number>): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: params ? { code, params } : { code } };
}
