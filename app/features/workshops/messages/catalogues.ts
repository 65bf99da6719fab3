import { type Catalogues, mergeCatalogues } from '#app/platform/i18n/messages.ts';
import { en as boardEn } from './board.en.ts';
import { fr as boardFr } from './board.fr.ts';
import { ja as boardJa } from './board.ja.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

const words: Catalogues<typeof en> = { fr, en, ja };
const board: Catalogues<typeof boardEn> = { fr: boardFr, en: boardEn, ja: boardJa };

/** All texts of the feature. Each part keeps its own files (`board.en.ts`, …), merged here with `mergeCatalogues`. */
export const workshopsCatalogues = mergeCatalogues(words, board);
