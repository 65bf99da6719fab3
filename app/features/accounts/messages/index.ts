import type { Catalogues } from '#app/platform/i18n/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

/** The texts of sign-in, accounts, people and roles. */
export const accountsCatalogues: Catalogues<typeof en> = { en, fr, ja };
