import { type Catalogues, mergeCatalogues } from '#app/platform/i18n/messages.ts';
import { en as boardEn } from './board.en.ts';
import { fr as boardFr } from './board.fr.ts';
import { ja as boardJa } from './board.ja.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { en as placeEn } from './place.en.ts';
import { fr as placeFr } from './place.fr.ts';
import { ja as placeJa } from './place.ja.ts';
import { en as planEn } from './plan.en.ts';
import { fr as planFr } from './plan.fr.ts';
import { ja as planJa } from './plan.ja.ts';

const words: Catalogues<typeof en> = { fr, en, ja };
const plan: Catalogues<typeof planEn> = { fr: planFr, en: planEn, ja: planJa };
const place: Catalogues<typeof placeEn> = { fr: placeFr, en: placeEn, ja: placeJa };
const board: Catalogues<typeof boardEn> = { fr: boardFr, en: boardEn, ja: boardJa };

/** All texts of the feature. Each part keeps its own files (`board.en.ts`, …), merged here with `mergeCatalogues`. */
export const workshopsCatalogues = mergeCatalogues(mergeCatalogues(words, board), mergeCatalogues(plan, place));
