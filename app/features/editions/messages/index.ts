import type { Catalogues } from '#app/platform/i18n/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

export const editionsCatalogues: Catalogues<typeof en> = { en, fr, ja };
export type EditionsKey = keyof typeof en;
