import type { SeriesRecord } from '#app/features/editions/public.ts';
import { aix } from './rfj-7.ts';
import { cannes, japan2028 } from './rfj-9.ts';
import { earlyEditions, shizuoka } from './rfj-early-editions.ts';

/** The Franco-Japanese meetings, 2008–2028. */
export const rfj: SeriesRecord = {
  slug: 'rfj',
  name: {
    fr: 'Rencontres franco-japonaises de la coopération décentralisée',
    en: 'Franco-Japanese Meetings on Decentralised Cooperation',
    ja: '日仏自治体交流会議',
  },
  shortName: { fr: 'Rencontres franco-japonaises', en: 'Franco-Japanese Meetings', ja: '日仏自治体交流会議' },
  editionName: {
    fr: '{nth} Rencontres franco-japonaises de la coopération décentralisée',
    en: '{nth} Franco-Japanese Meeting on Decentralised Cooperation',
    ja: '{nth}回日仏自治体交流会議',
  },
  description: {
    fr: 'Tous les deux ans depuis 2008, en France puis au Japon, des villes, des départements et des régions des deux pays comparent leurs politiques et leurs projets communs. Chaque édition s’achève par une déclaration et l’annonce de la ville suivante.',
    en: 'Every two years since 2008, in France then in Japan, towns, counties and regions of the two countries compare their policies and the projects they share. Each edition ends with a declaration and the name of the next host.',
    ja: '2008年から二年ごとに、フランスと日本で交互に開かれる自治体の会議です。両国の市町村、県、地域圏が政策と共同の取り組みを語り合い、共同宣言の採択と次回開催地の発表で閉幕します。',
  },
  countries: ['FR', 'JP'],
  cadenceYears: 2,
  alternates: true,
  editions: [...earlyEditions, aix, shizuoka, cannes, japan2028],
};
