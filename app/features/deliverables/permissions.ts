import { permission } from '#app/access/authorize.ts';

/** Who follows what is owed. People and mails stay with the side; whoever something is due to marks it as received (`domain/readiness.ts`). */
export const deliverablesPermissions = {
  read: permission('deliverables.read', 'Read who owes what to an edition, by side.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  readOwn: permission('deliverables.read-own', 'Read what one’s own authority owes to an edition.', {
    'instance-admin': 'any',
    'authority-editor': 'own-organisation',
    'authority-reader': 'own-organisation',
  }),
  mark: permission('deliverables.mark', 'Mark what is under way, received, accepted or not asked for.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  remind: permission(
    'deliverables.remind',
    'See whom reminders are for and which addresses do not work; set, preview and send reminders.',
    {
      'instance-admin': 'any',
      secretariat: 'own-side',
    },
  ),
};
