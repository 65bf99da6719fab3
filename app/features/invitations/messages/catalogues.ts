import type { Catalogues } from '#app/platform/i18n/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

/** The texts of invitations in the three languages. */
export const invitationsCatalogues: Catalogues<typeof en> = { fr, en, ja };
