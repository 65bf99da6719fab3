import type { Catalogues } from '#app/platform/i18n/messages.ts';
import { lifeEn } from './life.en.ts';
import { lifeFr } from './life.fr.ts';
import { lifeJa } from './life.ja.ts';

/** The texts about a text's life: proposing, comments, approval, seal, errata. */
export const lifeCatalogues: Catalogues<typeof lifeEn> = { fr: lifeFr, en: lifeEn, ja: lifeJa };
