/** The documents that the demo's facts were read in, as the pages quote them. */
export const AIX_SITE = {
  fr: 'Site des 7es Rencontres, Ville d’Aix-en-Provence, 2022',
  en: 'Website of the 7th Meeting, City of Aix-en-Provence, 2022',
  ja: '第7回会議公式ページ（エクス＝アン＝プロヴァンス市、2022年）',
} as const;

export const AIX_EDITORIAL = {
  fr: 'Site des 7es Rencontres, éditorial de la ville hôte, 2022',
  en: 'Website of the 7th Meeting, host city’s editorial, 2022',
  ja: '第7回会議公式ページ、開催市あいさつ（2022年）',
} as const;

export const AIX_DECLARATION = {
  fr: 'Déclaration d’Aix-en-Provence, 6 octobre 2022, préambule',
  en: 'Declaration of Aix-en-Provence, 6 October 2022, preamble',
  ja: 'エクス＝アン＝プロヴァンス宣言（2022年10月6日）前文',
} as const;

export const AIX_PROGRAMME = {
  fr: 'Site des 7es Rencontres, programme, 2022',
  en: 'Website of the 7th Meeting, programme, 2022',
  ja: '第7回会議公式ページ、プログラム（2022年）',
} as const;

const minutes = (fr: string, en: string, ja: string) => ({
  fr: `Compte rendu du comité de pilotage français, 22 septembre 2025, ${fr}`,
  en: `Minutes of the French steering committee, 22 September 2025, ${en}`,
  ja: `フランス側運営委員会議事録（2025年9月22日）${ja}`,
});

export const MINUTES_OPENING = minutes('ouverture', 'opening', '冒頭');
export const MINUTES_PROGRAMME = minutes('programme prévisionnel', 'provisional programme', '暫定プログラム');
export const MINUTES_WORKSHOPS = minutes('thèmes des ateliers', 'themes of the workshops', '分科会テーマ');
export const MINUTES_DATES = minutes('choix des dates', 'choice of dates', '日程の選定');
export const MINUTES_MOBILISATION = minutes('collectivités intéressées', 'interested authorities', '関心を示した自治体');
export const MINUTES_TIMELINE = minutes('échéancier', 'timeline', '日程表');
export const MINUTES_COMMITTEE = minutes('présentation des co-organisateurs', 'presentation of the co-organisers', '共催者紹介');
export const MINUTES_EVENING = minutes('déroulé du jeudi', 'Thursday’s schedule', '木曜日の行程');
export const MINUTES_TOWN = minutes('présentation de la ville de Cannes', 'presentation of Cannes', 'カンヌ市の紹介');
export const MINUTES_ROOM = minutes('échange avec la salle', 'exchange with the room', '意見交換');

/** For ties that no document of the demo tells, and both towns publish. */
export const TWINS_KNOWN = {
  fr: 'Jumelage rendu public par les deux villes',
  en: 'Twinning published by both towns',
  ja: '両市が公表している姉妹都市提携',
} as const;
