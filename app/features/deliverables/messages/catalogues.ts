import { type Catalogues, mergeCatalogues } from '#app/platform/i18n/messages.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { remindersEn } from './reminders.en.ts';
import { remindersFr } from './reminders.fr.ts';
import { remindersJa } from './reminders.ja.ts';

const words: Catalogues<typeof en> = { fr, en, ja };
const reminders: Catalogues<typeof remindersEn> = { fr: remindersFr, en: remindersEn, ja: remindersJa };

/** All texts of the feature. */
export const deliverablesCatalogues = mergeCatalogues(words, reminders);
