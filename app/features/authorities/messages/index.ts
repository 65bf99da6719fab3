import type { Catalogues } from '#app/platform/i18n/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

/** The texts of this feature. */
export const authoritiesCatalogues: Catalogues<typeof en> = { en, fr, ja };
