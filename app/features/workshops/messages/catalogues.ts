import type { Catalogues } from '#app/platform/i18n/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

const words: Catalogues<typeof en> = { fr, en, ja };

/** All texts of the feature. Each part keeps its own files (`board.en.ts`, …), merged here with `mergeCatalogues`. */
export const workshopsCatalogues = words;
