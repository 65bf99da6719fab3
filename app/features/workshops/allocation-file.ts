import { z } from 'zod';
import { type FileFault, pathText, referenceFaults } from './allocation-file-references.ts';
import type { AllocationProblem } from './domain/allocation/problem.ts';

/** The most characters that a file of the allocation may have; 2,000 authorities take half a million. */
export const MOST_FILE_CHARACTERS = 20_000_000;
const MOST = 100_000;
const MOST_FAULTS = 200;

// Names that JavaScript gives a meaning of its own, and characters that no terminal or table shows, are nobody's identifier.
const id = z
  .string()
  .min(1, 'must not be empty')
  .max(200, 'must not be longer than 200 characters')
  .refine((text) => text !== '__proto__', '"__proto__" cannot be used as an identifier')
  .refine((text) => !/\p{Cc}/u.test(text), 'must not contain control characters');
const whole = z.number().int('must be a whole number').min(0, 'must not be negative').max(MOST, `must not exceed ${MOST}`);
const roomy = z.number().int('must be a whole number').min(0, 'must not be negative').max(Number.MAX_SAFE_INTEGER);
const slot = z.union([id, z.number().int('must be a whole number')], { error: 'must be a text or a whole number' });

const fileShape = z.strictObject({
  workshops: z
    .array(z.strictObject({ id, slot, talkMinutes: roomy, seats: roomy, chairs: z.array(id) }))
    .min(1, 'there must be at least one workshop'),
  authorities: z.array(z.strictObject({ id, country: id, choices: z.array(id), talkMinutes: whole, delegates: whole })),
  pairs: z.array(z.strictObject({ authorities: z.tuple([id, id]), minutes: whole.nullable() })).default([]),
  pinned: z.array(z.strictObject({ authority: id, workshop: id })).default([]),
  previous: z.array(z.strictObject({ authority: id, workshop: id.nullable() })).optional(),
  minPerCountry: z.record(id, whole).default({}),
  maxSpread: whole.optional(),
  seed: roomy.default(0),
  ranked: z.boolean().default(true),
});

/** Reads a problem of the allocation from the text of a file: the problem with its defaults, or every fault in it. */
export function readAllocationFile(text: string): { ok: true; problem: AllocationProblem } | { ok: false; faults: FileFault[] } {
  if (text.length > MOST_FILE_CHARACTERS) return failure([{ path: '', message: `is longer than ${MOST_FILE_CHARACTERS} characters` }]);
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    // The parser quotes what it met: of a file that is no text at all, that must not reach a terminal.
    const said = (error instanceof Error ? error.message : '').replace(/\p{Cc}/gu, '\uFFFD').slice(0, 200);
    return failure([{ path: '', message: `is not JSON: ${said}` }]);
  }
  const parsed = fileShape.safeParse(content);
  const shapeFaults = parsed.error?.issues.map((issue) => ({ path: pathText(issue.path), message: issue.message })) ?? [];
  const faults = [...protoKeys(content), ...shapeFaults, ...referenceFaults(content)];
  if (!parsed.success || faults.length > 0) return failure(faults);
  const { previous, maxSpread, ...rest } = parsed.data;
  const problem = { ...rest, ...(previous ? { previous } : {}), ...(maxSpread === undefined ? {} : { maxSpread }) };
  return { ok: true, problem };
}

function failure(faults: readonly FileFault[]): { ok: false; faults: FileFault[] } {
  const more = faults.length - MOST_FAULTS;
  return { ok: false, faults: [...faults.slice(0, MOST_FAULTS), ...(more > 0 ? [{ path: '', message: `has ${more} faults more` }] : [])] };
}

/** Keys named `__proto__`, which a shape is not asked about: they would be lost without a word. */
function protoKeys(content: unknown, path: readonly PropertyKey[] = []): FileFault[] {
  if (typeof content !== 'object' || content === null || path.length > 6) return [];
  return Object.entries(content).flatMap(([key, value]) => {
    const here = [...path, Array.isArray(content) ? Number(key) : key];
    return key === '__proto__' ? [{ path: pathText(here), message: 'is not a key of this file' }] : protoKeys(value, here);
  });
}
