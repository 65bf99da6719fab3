import type { PersonalDataSource } from './use-cases/export-personal-data.server.ts';

let sources: readonly PersonalDataSource[] | undefined;

/** Says, once at the start of the program, what other features hold on persons. */
export function registerPersonalData(list: readonly PersonalDataSource[]): void {
  sources = list;
}

/**
 * What other features hold on persons. Throws before it was said: an export or an erasure that forgets a feature would look complete.
 */
export function personalDataSources(): readonly PersonalDataSource[] {
  if (!sources) throw new Error('the sources of personal data were not registered');
  return sources;
}
