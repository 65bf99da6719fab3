import { cruise, type ICruiseResult } from 'dependency-cruiser';
// @ts-expect-error -- plain JavaScript, so that the cruiser's own command line reads it too
import config from '../../.dependency-cruiser.mjs';
import { sourcesUnder } from './files.ts';

/**
 * The import law of `.dependency-cruiser.mjs`. A cruiser that cannot read TypeScript sees no module and finds no fault, so
 * every source file must be among the modules it saw.
 */
export async function checkImportLaw(): Promise<{ ok: boolean; summary: string }> {
  const { forbidden, options } = config as { forbidden: object[]; options: object };
  const { output } = await cruise(['app'], { ...options, ruleSet: { forbidden }, validate: true } as never);
  const { modules, summary } = output as ICruiseResult;
  const seen = new Set(modules.map((module) => module.source));
  const unseen = sourcesUnder('app').filter((file) => !seen.has(file));
  const faults = [...unseen.map((file) => `not seen: ${file}`), ...summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`)];
  const ours = [...seen].filter((file) => file.startsWith('app/')).length;
  return faults.length === 0 && ours > 100
    ? { ok: true, summary: `${ours} modules and ${summary.totalDependenciesCruised} imports obey it` }
    : { ok: false, summary: `${ours} modules seen\n${faults.join('\n')}\n` };
}
