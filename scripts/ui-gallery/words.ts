import type { Locale } from '../../app/lib/locale.ts';

/** A word in the three languages of the interface. */
export type Word = Record<Locale, string>;

/** Picks the language of a page: `const w = words(locale)`, then `w(WORDS.menu)`. */
export const words = (locale: Locale) => (word: Word) => word[locale];

/** What the sample pages say. Real places, invented people, figures of no consequence. */
export const WORDS = {
  skip: { fr: 'Aller au contenu', en: 'Skip to content', ja: '本文へ移動' },
  nav: { fr: 'Édition', en: 'Edition', ja: '大会案内' },
  menu: { fr: 'Menu', en: 'Menu', ja: 'メニュー' },
  languages: { fr: 'Langues', en: 'Languages', ja: '言語' },
  brand: { fr: '9es Rencontres', en: '9th Meetings', ja: '第9回交流会議' },
  banner: {
    fr: 'Démonstration, au 12 mai 2026 : collectivités réelles, personnes inventées.',
    en: 'Demonstration, as of 12 May 2026: real authorities, invented people.',
    ja: 'デモ版（2026年5月12日現在）：自治体は実在、人物は架空です。',
  },
  signIn: { fr: 'Se connecter', en: 'Sign in', ja: 'ログイン' },
  overview: { fr: 'Présentation', en: 'Overview', ja: '概要' },
  programme: { fr: 'Programme', en: 'Programme', ja: '日程' },
  workshops: { fr: 'Ateliers', en: 'Workshops', ja: '分科会' },
  authorities: { fr: 'Collectivités', en: 'Authorities', ja: '参加自治体' },
  practical: {
    fr: 'Infos pratiques',
    en: 'Practical information',
    ja: '参加案内',
  },
  series: {
    fr: 'Rencontres franco-japonaises de la coopération décentralisée',
    en: 'Franco-Japanese meetings on decentralised cooperation',
    ja: '日仏自治体交流会議',
  },
  theme: {
    fr: 'Construire l’attractivité territoriale de demain',
    en: 'Shaping the places people will choose',
    ja: '明日の地域の魅力をつくる',
  },
  lead: {
    fr: 'De l’innovation à la durabilité : quatre jours, quatre ateliers et quarante-cinq collectivités de France et du Japon, au Palais des Festivals et des Congrès.',
    en: 'From innovation to sustainability: four days, four workshops and forty-five local authorities from France and Japan, at the Palais des Festivals.',
    ja: '革新から持続可能性へ。4日間、4つの分科会に、フランスと日本の45の自治体がパレ・デ・フェスティバルに集います。',
  },
  dates: { fr: 'Dates', en: 'Dates', ja: '会期' },
  datesValue: {
    fr: '21–24 octobre 2026',
    en: '21–24 October 2026',
    ja: '2026年10月21日～24日',
  },
  host: { fr: 'Ville hôte', en: 'Host city', ja: '開催都市' },
  cannes: { fr: 'Cannes', en: 'Cannes', ja: 'カンヌ市' },
  afterShizuoka: {
    fr: 'après Shizuoka, 2024',
    en: 'after Shizuoka, 2024',
    ja: '前回は静岡（2024年）',
  },
  atStudy: {
    fr: '8 confirmées, 37 à l’étude',
    en: '8 confirmed, 37 considering',
    ja: '参加確定8、検討中37',
  },
  next: { fr: 'Prochaine édition', en: 'Next edition', ja: '次回' },
  inJapan: { fr: 'au Japon', en: 'in Japan', ja: '日本で開催' },
  w1: {
    fr: 'Économie et emploi',
    en: 'Economy and employment',
    ja: '経済と雇用',
  },
  w1Text: {
    fr: 'PME et jeunes entreprises du tourisme responsable, formation, travail à distance.',
    en: 'Small firms and start-ups in responsible tourism, training, remote work.',
    ja: '責任ある観光を担う中小企業とスタートアップ、人材育成、リモートワーク。',
  },
  w2: { fr: 'Culture et loisirs', en: 'Culture and leisure', ja: '文化と余暇' },
  w2Text: {
    fr: 'Itinéraires, festivals écoresponsables, échanges d’artistes entre villes jumelées.',
    en: 'Routes, greener festivals, artists exchanged between twin cities.',
    ja: '文化の道、環境に配慮した祭り、姉妹都市間の芸術家交流。',
  },
  chairNeeded: {
    fr: 'Chef d’atelier : à désigner',
    en: 'Chair: to be named',
    ja: '座長：未定',
  },
  friday: {
    fr: 'Vendredi 23 octobre',
    en: 'Friday 23 October',
    ja: '10月23日（金）',
  },
  plenary: { fr: 'Séance plénière', en: 'Plenary session', ja: '全体会議' },
  ambassadors: {
    fr: 'Salon des Ambassadeurs',
    en: 'Salon des Ambassadeurs',
    ja: 'アンバサドゥール・サロン',
  },
  parallel: {
    fr: 'Ateliers 1 et 2, en parallèle',
    en: 'Workshops 1 and 2, in parallel',
    ja: '第1・第2分科会（同時開催）',
  },
  auditoriums: {
    fr: 'Auditoriums B et C · 2 h 30',
    en: 'Auditoriums B and C · 2 h 30',
    ja: 'オーディトリアムB・C　2時間30分',
  },
  everyone: { fr: 'Tous participants', en: 'All participants', ja: '全参加者' },
  seats: { fr: 'Places disponibles', en: 'Seats available', ja: '空席あり' },
  waiting: { fr: 'Liste d’attente', en: 'Waiting list', ja: 'キャンセル待ち' },
  venueTime: {
    fr: 'Heures de Cannes.',
    en: 'Times in Cannes.',
    ja: '時刻はカンヌ現地時間。',
  },
  sideA: { fr: 'France', en: 'France', ja: 'フランス' },
  sideB: { fr: 'Japon', en: 'Japan', ja: '日本' },
  both: { fr: 'ensemble', en: 'together', ja: '共同' },
  untranslated: {
    fr: 'pas encore traduit',
    en: 'not translated yet',
    ja: '未翻訳',
  },
  footer: {
    fr: 'Logiciel libre de la coopération décentralisée.',
    en: 'Free software for decentralised cooperation.',
    ja: '自治体国際協力のための自由ソフトウェア。',
  },
  accessibility: {
    fr: 'Accessibilité',
    en: 'Accessibility',
    ja: 'アクセシビリティ',
  },
  legal: { fr: 'Mentions légales', en: 'Legal notice', ja: '運営者情報' },
} satisfies Record<string, Word>;
