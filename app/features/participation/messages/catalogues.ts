import { type Catalogues, mergeCatalogues } from '#app/platform/i18n/messages.ts';
import { doc5En } from './doc5.en.ts';
import { doc5Fr } from './doc5.fr.ts';
import { doc5Ja } from './doc5.ja.ts';
import { en as doc6En } from './doc6.en.ts';
import { fr as doc6Fr } from './doc6.fr.ts';
import { ja as doc6Ja } from './doc6.ja.ts';
import { en } from './en.ts';
import { formEn } from './form.en.ts';
import { formFr } from './form.fr.ts';
import { formJa } from './form.ja.ts';
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
import { mobiliseEn } from './mobilise.en.ts';
import { mobiliseFr } from './mobilise.fr.ts';
import { mobiliseJa } from './mobilise.ja.ts';
import { en as returnsEn } from './returns.en.ts';
import { fr as returnsFr } from './returns.fr.ts';
import { ja as returnsJa } from './returns.ja.ts';

const words: Catalogues<typeof en> = { fr, en, ja };
const links: Catalogues<typeof linksEn> = { fr: linksFr, en: linksEn, ja: linksJa };
const mailings: Catalogues<typeof mailingsEn> = { fr: mailingsFr, en: mailingsEn, ja: mailingsJa };
const mails: Catalogues<typeof mailsEn> = { fr: mailsFr, en: mailsEn, ja: mailsJa };
const returns: Catalogues<typeof returnsEn> = { fr: returnsFr, en: returnsEn, ja: returnsJa };
const doc6: Catalogues<typeof doc6En> = { fr: doc6Fr, en: doc6En, ja: doc6Ja };
const form: Catalogues<typeof formEn> = { fr: formFr, en: formEn, ja: formJa };
const doc5: Catalogues<typeof doc5En> = { fr: doc5Fr, en: doc5En, ja: doc5Ja };
const mobilise: Catalogues<typeof mobiliseEn> = { fr: mobiliseFr, en: mobiliseEn, ja: mobiliseJa };

/** All texts of the feature. Each part keeps its own files (`form.en.ts`, `desk.en.ts`, …), merged here with `mergeCatalogues`. */
export const participationCatalogues = mergeCatalogues(
  mergeCatalogues(mergeCatalogues(words, mergeCatalogues(links, form)), mergeCatalogues(mails, mailings)),
  mergeCatalogues(mergeCatalogues(doc6, returns), mergeCatalogues(doc5, mobilise)),
);
