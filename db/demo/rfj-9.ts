import type { EditionRecord } from '#app/features/editions/public.ts';
import { cannesWorkshops } from './rfj-9-workshops.ts';
import {
  MINUTES_DATES,
  MINUTES_EVENING,
  MINUTES_MOBILISATION,
  MINUTES_OPENING,
  MINUTES_PROGRAMME,
  MINUTES_TIMELINE,
  MINUTES_WORKSHOPS,
} from './sources.ts';

const MEETING_DAY = '2025-09-22';
const auditoriums = { fr: 'Auditoriums B et C', en: 'Auditoriums B and C', ja: 'オーディトリアムB・C' };
const authority = (kind: string, code: string) => ({ system: 'COG', kind, code }) as const;
const network = (code: string) => ({ system: 'LOCAL', kind: 'network', code }) as const;

/** The ninth edition, from the minutes of the French committee's first meeting. */
export const cannes: EditionRecord = {
  slug: 'rfj-9',
  ordinal: 9,
  state: 'planned',
  hostCountry: 'FR',
  host: authority('commune', '06029'),
  city: { fr: 'Cannes', en: 'Cannes', ja: 'カンヌ' },
  dates: '2026-10-21/2026-10-24',
  timeZone: 'Europe/Paris',
  theme: {
    fr: 'Construire l’attractivité territoriale de demain : de l’innovation à la durabilité',
    en: 'Building tomorrow’s attractive territories: from innovation to sustainability',
    ja: '明日の地域の魅力をつくる：イノベーションから持続可能性へ',
  },
  venue: {
    fr: 'Palais des Festivals et des Congrès',
    en: 'Palais des Festivals et des Congrès',
    ja: 'パレ・デ・フェスティバル・エ・デ・コングレ',
  },
  presentation: {
    fr: 'Comment une ville, un département, une région attirent sans s’épuiser : c’est ce que des collectivités de France et du Japon viennent comparer à Cannes, des exemples à la main. Les deux premières journées font découvrir la ville, son palais, son campus du cinéma et son réseau de chaleur puisé dans la mer. Le vendredi est au travail, en quatre ateliers ; le samedi, à leur restitution, à une exposition des territoires et à la déclaration finale.\n\nDeux nouveautés : un quatrième atelier s’ajoute aux trois habituels, et les collectivités françaises qui le souhaitent se joignent aux visites du jeudi.',
    en: 'How does a town, a county or a region attract people without wearing itself out? Authorities of France and Japan come to Cannes to compare what they have tried. The first two days discover the city, its congress palace, its film campus and its heating drawn from the sea. Friday is for work, in four workshops; Saturday for their reports, an exhibition of the territories and the final declaration.\n\nTwo things are new: a fourth workshop joins the usual three, and French authorities may take part in Thursday’s visits.',
    ja: '地域はどうすれば、疲弊することなく人を惹きつけられるのか。日仏の自治体がそれぞれの実践を携えてカンヌに集い、語り合います。はじめの二日間は、会議場、映画のキャンパス、海水の熱を利用した冷暖房網など、街を知る時間。金曜日は四つの分科会、土曜日はその報告と各地域の展示、そして共同宣言の採択です。\n\n今回の新しい点は二つ。分科会が従来の三つから四つに増え、希望するフランスの自治体も木曜日の視察に参加できます。',
  },
  sdgs: [17],
  source: MINUTES_PROGRAMME,
  organisations: [
    { ref: network('cuf'), role: 'co-organiser' },
    { ref: network('clair-paris'), role: 'co-organiser' },
    { ref: authority('commune', '33063'), role: 'confirmed' },
    { ref: authority('commune', '60159'), role: 'confirmed' },
    { ref: authority('region', '76'), role: 'confirmed' },
  ],
  slots: [
    {
      key: 'morning',
      day: '2026-10-23',
      startsAt: '09:30',
      endsAt: '12:00',
      label: { fr: 'Deux ateliers en parallèle', en: 'Two workshops in parallel', ja: '二つの分科会（同時開催）' },
      rooms: auditoriums,
      parallel: 2,
    },
    {
      key: 'afternoon',
      day: '2026-10-23',
      startsAt: '14:30',
      endsAt: '17:00',
      label: { fr: 'Deux ateliers en parallèle', en: 'Two workshops in parallel', ja: '二つの分科会（同時開催）' },
      rooms: auditoriums,
      parallel: 2,
    },
  ],
  workshops: cannesWorkshops,
  figures: [
    {
      kind: 'authorities-considering',
      side: 'FR',
      value: 23,
      qualifier: 'exact',
      asOf: MEETING_DAY,
      source: MINUTES_MOBILISATION,
      note: { fr: 'un record depuis 2008', en: 'a record since 2008', ja: '2008年以来最多' },
    },
    { kind: 'authorities-confirmed', side: 'FR', value: 8, qualifier: 'exact', asOf: MEETING_DAY, source: MINUTES_MOBILISATION },
    { kind: 'committee-registered', side: 'FR', value: 60, qualifier: 'exact', asOf: MEETING_DAY, source: MINUTES_OPENING },
    { kind: 'committee-present', side: 'FR', value: 48, qualifier: 'exact', asOf: MEETING_DAY, source: MINUTES_OPENING },
    { kind: 'committee-authorities', side: 'FR', value: 29, qualifier: 'exact', asOf: MEETING_DAY, source: MINUTES_OPENING },
    { kind: 'committee-excused', side: 'FR', value: 80, qualifier: 'over', asOf: MEETING_DAY, source: MINUTES_OPENING },
    { kind: 'committee-total', side: 'FR', value: 140, qualifier: 'over', asOf: MEETING_DAY, source: MINUTES_MOBILISATION },
  ],
  contradictions: [
    {
      subject: 'dates',
      printed: '21 au 24 octobre 2025',
      kept: '2026-10-21/2026-10-24',
      note: {
        fr: 'L’année 2025 n’est imprimée qu’une fois, dans l’explication du choix des dates ; partout ailleurs, 2026.',
        en: 'The year 2025 is printed once, where the choice of dates is explained; 2026 everywhere else.',
        ja: '2025年と印字されているのは日程選定の説明の一か所のみ。他はすべて2026年。',
      },
      source: MINUTES_DATES,
    },
    {
      subject: 'workshop-numbers',
      printed: '1, 1, 2, 3',
      kept: '1, 2, 3, 4',
      note: {
        fr: 'La liste des sujets numérote deux ateliers 1 ; le tableau du programme les numérote de 1 à 4.',
        en: 'The list of subjects numbers two workshops 1; the table of the programme numbers them 1 to 4.',
        ja: '議題一覧では第1分科会が二つあるが、プログラム表では1から4まで。',
      },
      source: MINUTES_WORKSHOPS,
    },
    {
      subject: 'workshop-title',
      printed: 'Culture et loisirs comme leviers d’attractivité',
      kept: 'Culture et loisirs liés à l’attractivité territoriale',
      note: {
        fr: 'Le titre change dans la présentation des deux temps forts.',
        en: 'The title differs where the two parts of the meeting are presented.',
        ja: '会議の二部構成の説明では題名が異なる。',
      },
      source: MINUTES_WORKSHOPS,
    },
    {
      subject: 'opening-evening',
      printed: 'dîner de gala',
      kept: 'cocktail dînatoire d’ouverture',
      note: {
        fr: 'Le tableau annonce un cocktail, le déroulé un dîner de gala : à confirmer.',
        en: 'The table says cocktail, the schedule gala dinner: to be confirmed.',
        ja: '表ではカクテル、行程では晩餐会とあり、要確認。',
      },
      source: MINUTES_EVENING,
    },
    {
      subject: 'timeline-row',
      printed: '11',
      kept: '10',
      note: {
        fr: 'Les Rencontres sont imprimées sur la ligne de novembre de l’échéancier.',
        en: 'The timeline prints the meeting in the row of November.',
        ja: '日程表では会議が11月の行に印字されている。',
      },
      source: MINUTES_TIMELINE,
    },
  ],
};

/** The tenth edition: the minutes name its year and country, and nothing else is known. */
export const japan2028: EditionRecord = {
  slug: 'rfj-10',
  ordinal: 10,
  state: 'planned',
  hostCountry: 'JP',
  dates: '2028',
  timeZone: 'Asia/Tokyo',
  source: MINUTES_PROGRAMME,
};
