import type { Catalogues } from '#app/platform/i18n/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

/** The texts of committees, in the three languages. */
export const committeesCatalogues: Catalogues<typeof en> = { fr, en, ja };
