import type { Locale } from '#app/lib/locale.ts';

/** The roles that can be granted. `person` is what every signed-in person is, without a grant. */
export const ROLES = [
  'instance-admin',
  'secretariat',
  'host-team',
  'committee-member',
  'authority-editor',
  'authority-reader',
  'person',
] as const;
export type Role = (typeof ROLES)[number];
export type GrantedRole = Exclude<Role, 'person'>;

/**
 * A role held, and over what: a secretariat over one national side (ISO 3166-1 alpha-2), a host team over one edition,
 * a member over one committee, an officer over one organisation.
 */
export type Grant = {
  role: GrantedRole;
  side?: string;
  editionId?: string;
  committeeId?: string;
  organisationId?: string;
};

/** Who acts: a signed-in person, nobody in particular, or the program itself (command line of the host, a job). */
export type Actor =
  | { kind: 'person'; personId: string; sessionId: string; name: string; lang: Locale; grants: readonly Grant[] }
  | { kind: 'anonymous' }
  | { kind: 'system'; label: 'command-line' | 'job' | 'demo' };

export const anonymous: Actor = { kind: 'anonymous' };
/** Whoever can run the command line on the host owns the data anyway; it may do everything, and is logged as such. */
export const commandLine: Actor = { kind: 'system', label: 'command-line' };

/** The name under which the audit trail files an actor. */
export function actorLabel(actor: Actor): string {
  if (actor.kind === 'system') return actor.label;
  return actor.kind === 'person' ? (actor.grants[0]?.role ?? 'person') : 'anonymous';
}
