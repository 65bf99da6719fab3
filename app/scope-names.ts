import type { ScopeNames } from '#app/features/accounts/public.ts';
import { committeeNames } from '#app/features/committees/public.server.ts';
import { editionNames } from '#app/features/editions/public.server.ts';

/** Who names what roles are over, besides sides and organisations. */
export const scopeNames: readonly ScopeNames[] = [editionNames, committeeNames];
