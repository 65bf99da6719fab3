import { registerPersonalData, registerScopeNames } from '#app/features/accounts/public.server.ts';
import { personalData } from './personal-data.ts';
import { scopeNames } from './scope-names.ts';

/**
 * Hands features what they use of others without knowing them: called once when a process opens the instance, be it to
 * serve, to run a command or a job. A feature's registration stands here, in one line.
 */
export function registerFeatures(): void {
  registerPersonalData(personalData);
  registerScopeNames(scopeNames);
}
