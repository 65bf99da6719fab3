import type { AllocationConflict, AllocationResult } from './domain/allocation/problem.ts';

/** Says a conflict in one line of English, for the command line. */
export function conflictText(conflict: AllocationConflict): string {
  switch (conflict.kind) {
    case 'chair':
      return `chair: ${conflict.authority} chairs ${conflict.workshop}`;
    case 'pin':
      return `pin: ${conflict.authority} is pinned to ${conflict.workshop}`;
    case 'pair':
      return `pair: ${conflict.authorities.join(' and ')} speak together`;
    case 'minutes':
      return `minutes: the time of ${conflict.workshop}`;
    case 'min-country':
      return `min-country: the authorities of ${conflict.country} that ${conflict.workshop} needs`;
    case 'seats': {
      const where = conflict.workshop === undefined ? '' : `, where it speaks (${conflict.workshop})`;
      return `seats: none for ${conflict.authority} in slot ${conflict.slot}${where}; ${conflict.missing} missing`;
    }
  }
}

/** Sums a result up for a terminal: the levels with their proof, the workshops with their authorities, who has no place. */
export function allocationSummary(result: AllocationResult): string {
  const { status, levels, placements, conflicts, solver } = result;
  const lines = [`${status} (${solver.name} ${solver.version}, ${solver.seconds} s, seed ${solver.seed})`];
  for (const { name, value, bound } of levels)
    lines.push(`  ${name}: ${value}${value === bound ? ', proven' : `, proven: at least ${bound}`}`);
  if (status === 'infeasible') return lines.join('\n');
  const byWorkshop = new Map<string | null, string[]>();
  for (const { authority, workshop, rank, reason } of placements) {
    const row = `    ${authority}  ${rank === null ? '–' : `choice ${rank}`}  ${reason}`;
    byWorkshop.set(workshop, [...(byWorkshop.get(workshop) ?? []), row]);
  }
  const names = [...byWorkshop.keys()].sort((a, b) => Number(a === null) - Number(b === null) || String(a).localeCompare(String(b), 'en'));
  for (const name of names) lines.push(`  ${name ?? 'no place'}`, ...(byWorkshop.get(name) ?? []));
  return [...lines, ...conflicts.map((conflict) => `  ${conflictText(conflict)}`)].join('\n');
}
