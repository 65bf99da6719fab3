import type { Actor } from './actor.ts';

/**
 * The authority for which an actor enters something, for the audit trail: the organisation when the right comes from
 * elsewhere (a secretariat, an administrator, the command line), nothing when the actor is that organisation's own editor.
 * Only says how to log; whether it may be done is {@link authorize}'s matter.
 */
export function enteredOnBehalfOf(actor: Actor, organisationId: string): { onBehalfOf?: string } {
  const ownEditor =
    actor.kind === 'person' && actor.grants.some((grant) => grant.role === 'authority-editor' && grant.organisationId === organisationId);
  return ownEditor ? {} : { onBehalfOf: organisationId };
}
