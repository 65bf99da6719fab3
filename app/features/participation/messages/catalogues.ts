import { type Catalogues, mergeCatalogues } from '#app/platform/i18n/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { linksEn } from './links.en.ts';
import { linksFr } from './links.fr.ts';
import { linksJa } from './links.ja.ts';

const words: Catalogues<typeof en> = { fr, en, ja };
const links: Catalogues<typeof linksEn> = { fr: linksFr, en: linksEn, ja: linksJa };

/** All texts of the feature. Each part keeps its own files (`form.en.ts`, `desk.en.ts`, …), merged here with `mergeCatalogues`. */
export const participationCatalogues = mergeCatalogues(words, links);
