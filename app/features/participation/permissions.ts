import type { Actor } from '#app/access/actor.ts';
import { permission } from '#app/access/authorize.ts';

/**
 * Who works with intentions. The crossed list is shared between the two sides; contacts, remarks and the log of exchanges
 * stay with the side of the authority (`own-side` over its country).
 */
export const participationPermissions = {
  readIntentions: permission('participation.read-intentions', 'Read the crossed list of intentions and choices of an edition.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
    'committee-member': 'own-committee',
  }),
  readForm: permission('participation.read-form', 'Read an authority’s form with its history, contacts and remarks.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'authority-editor': 'own-organisation',
    'authority-reader': 'own-organisation',
  }),
  answerForm: permission('participation.answer-form', 'Fill in the form of one’s own authority while it is open.', {
    'authority-editor': 'own-organisation',
  }),
  enterForAuthority: permission(
    'participation.enter-for-authority',
    'Enter an answer for an authority, late ones included, with its source.',
    {
      'instance-admin': 'any',
      secretariat: 'own-side',
    },
  ),
  mobilise: permission(
    'participation.mobilise',
    'Add authorities, keep the log of calls and mails, draft and send invitations and reminders.',
    {
      'instance-admin': 'any',
      secretariat: 'own-side',
    },
  ),
  arrangeForm: permission('participation.arrange-form', 'Set the form of an edition: choices, talks, stages and deadlines.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
};

/** Whether somebody reads the crossed list of any edition at all: whether to offer the way there. */
export function readsIntentions(actor: Actor): boolean {
  return actor.kind === 'person' && actor.grants.some(({ role }) => participationPermissions.readIntentions.roles[role] !== undefined);
}
