import { type Catalogues, mergeCatalogues } from '#app/platform/i18n/messages.ts';
import { en as deskEn } from './desk.en.ts';
import { fr as deskFr } from './desk.fr.ts';
import { ja as deskJa } from './desk.ja.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

const words: Catalogues<typeof en> = { en, fr, ja };
const desk: Catalogues<typeof deskEn> = { en: deskEn, fr: deskFr, ja: deskJa };

/** The texts of this feature: kinds and refusals, and the desk. */
export const authoritiesCatalogues = mergeCatalogues(words, desk);
