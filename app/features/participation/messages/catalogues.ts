import { type Catalogues, mergeCatalogues } from '#app/platform/i18n/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { linksEn } from './links.en.ts';
import { linksFr } from './links.fr.ts';
import { linksJa } from './links.ja.ts';
import { mailingsEn } from './mailings.en.ts';
import { mailingsFr } from './mailings.fr.ts';
import { mailingsJa } from './mailings.ja.ts';
import { mailsEn } from './mails.en.ts';
import { mailsFr } from './mails.fr.ts';
import { mailsJa } from './mails.ja.ts';

const words: Catalogues<typeof en> = { fr, en, ja };
const links: Catalogues<typeof linksEn> = { fr: linksFr, en: linksEn, ja: linksJa };
const mailings: Catalogues<typeof mailingsEn> = { fr: mailingsFr, en: mailingsEn, ja: mailingsJa };
const mails: Catalogues<typeof mailsEn> = { fr: mailsFr, en: mailsEn, ja: mailsJa };

/** All texts of the feature. Each part keeps its own files (`form.en.ts`, `desk.en.ts`, …), merged here with `mergeCatalogues`. */
export const participationCatalogues = mergeCatalogues(mergeCatalogues(words, links), mergeCatalogues(mails, mailings));
