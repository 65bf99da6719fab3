import { type Catalogues, mergeCatalogues } from '#app/platform/i18n/messages.ts';
import { en as deskEn } from './desk.en.ts';
import { fr as deskFr } from './desk.fr.ts';
import { ja as deskJa } from './desk.ja.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { en as meetingEn } from './meeting.en.ts';
import { fr as meetingFr } from './meeting.fr.ts';
import { ja as meetingJa } from './meeting.ja.ts';
import { en as membersEn } from './members.en.ts';
import { fr as membersFr } from './members.fr.ts';
import { ja as membersJa } from './members.ja.ts';
import { en as rollEn } from './roll.en.ts';
import { fr as rollFr } from './roll.fr.ts';
import { ja as rollJa } from './roll.ja.ts';

const attendance: Catalogues<typeof en> = { fr, en, ja };
const members: Catalogues<typeof membersEn> = { fr: membersFr, en: membersEn, ja: membersJa };
const meeting: Catalogues<typeof meetingEn> = { fr: meetingFr, en: meetingEn, ja: meetingJa };
const roll: Catalogues<typeof rollEn> = { fr: rollFr, en: rollEn, ja: rollJa };
const desk: Catalogues<typeof deskEn> = { fr: deskFr, en: deskEn, ja: deskJa };

/** The texts of committees in the three languages: what is said about a list, and the desks. */
export const committeesCatalogues = mergeCatalogues(
  mergeCatalogues(mergeCatalogues(mergeCatalogues(attendance, desk), members), meeting),
  roll,
);
