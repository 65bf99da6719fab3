import type { Catalogues } from '#app/platform/i18n/messages.ts';
import { en } from '../messages/documents.en.ts';
import { fr } from '../messages/documents.fr.ts';
import { ja } from '../messages/documents.ja.ts';

/** The texts of this folder's documents. */
export const documentTexts: Catalogues<typeof en> = { en, fr, ja };
