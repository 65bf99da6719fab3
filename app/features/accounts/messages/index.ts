import { type Catalogues, mergeCatalogues } from '#app/platform/i18n/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { en as holdersEn } from './holders.en.ts';
import { fr as holdersFr } from './holders.fr.ts';
import { ja as holdersJa } from './holders.ja.ts';
import { ja } from './ja.ts';
import { en as fileEn } from './people-file.en.ts';
import { fr as fileFr } from './people-file.fr.ts';
import { ja as fileJa } from './people-file.ja.ts';

const people: Catalogues<typeof en> = { en, fr, ja };
const holders: Catalogues<typeof holdersEn> = { en: holdersEn, fr: holdersFr, ja: holdersJa };
const file: Catalogues<typeof fileEn> = { en: fileEn, fr: fileFr, ja: fileJa };

/** The texts of sign-in, accounts, people and roles. */
export const accountsCatalogues = mergeCatalogues(mergeCatalogues(people, holders), file);
