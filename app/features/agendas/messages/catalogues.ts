import type { Catalogues } from '#app/platform/i18n/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

/** All texts of the feature. */
export const agendasCatalogues: Catalogues<typeof en> = { fr, en, ja };
