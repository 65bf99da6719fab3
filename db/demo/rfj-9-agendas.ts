/**
 * The first French plenary committee of 22 September 2025: its agenda as its minutes are divided, the documents that they name, and what
 * was asked, wished and still to be settled there; written anew on the same facts. Of Docs 1 to 4 they do not tell what they were.
 */
type Text = Record<'fr' | 'en' | 'ja', string>;

type DemoItem = {
  title: Text;
  note?: Text /** As the attendance list has them: given name, family name. */;
  speakers: readonly string[];
  documents?: readonly number[];
};
type DemoDocument = { number: number } & ({ generated: string } | { title: Text; body: Text });
type DemoVoiced = {
  kind: 'consultation' | 'question' | 'wish';
  text: Text;
  /** Who voiced it: a person of the attendance list, whose organisation stands with them; or an organisation by its name in French. */
  person?: string;
  organisation: string;
  source: Text;
  outcome?: { text: Text; on: string };
};

const ROOM: Text = { fr: 'Divers – Échange avec la salle', en: 'Other business – exchange with the floor', ja: 'その他・意見交換' };

export const PLENARY_AGENDA: readonly DemoItem[] = [
  {
    title: {
      fr: 'Présentation des co-organisateurs des 9es Rencontres',
      en: 'The co-organisers of the 9th meeting',
      ja: '第9回交流会議の共催団体について',
    },
    note: {
      fr: 'CLAIR Paris, Cités Unies France, le comité restreint',
      en: 'CLAIR Paris, Cités Unies France, the core committee',
      ja: 'クレアパリ、CUF、幹事会',
    },
    speakers: ['Yuna HAYAMA', 'Flavie FLANDRIN', 'Apolline BONNAFOUS'],
  },
  {
    title: { fr: 'Présentation de la ville de Cannes', en: 'The city of Cannes', ja: 'カンヌ市の紹介' },
    note: { fr: 'Avec la projection d’un film', en: 'With a film', ja: '紹介映像の上映を含む' },
    speakers: ['Antonin DE BELLANGER'],
  },
  {
    title: {
      fr: 'Programme prévisionnel : thème général et quatre ateliers',
      en: 'The programme: general theme and four workshops',
      ja: 'プログラム案：全体テーマと四つの分科会',
    },
    speakers: ['Antonin DE BELLANGER', 'Apolline BONNAFOUS'],
    documents: [7, 8],
  },
  {
    title: {
      fr: 'Mise en place du comité de pilotage français',
      en: 'Setting up the French steering committee',
      ja: 'フランス側運営委員会の設置',
    },
    note: {
      fr: 'Les documents de travail et l’état des collectivités intéressées',
      en: 'The working documents, and where the interested authorities stand',
      ja: '作業資料および参加意向の状況',
    },
    speakers: ['Apolline BONNAFOUS'],
    documents: [5, 6, 7, 8, 9, 11],
  },
  {
    title: { fr: 'Rétro-planning des réunions préparatoires', en: 'The timeline of the preparatory meetings', ja: '準備会議の日程' },
    speakers: ['Apolline BONNAFOUS'],
    documents: [10],
  },
  { title: ROOM, speakers: ['Éléonore DELMOTTE', 'Ariane BOUVERET'] },
  { title: { fr: 'Conclusion et remerciements', en: 'Conclusion and thanks', ja: '閉会のあいさつ' }, speakers: ['Antonin DE BELLANGER'] },
];

export const PLENARY_DOCUMENTS: readonly DemoDocument[] = [
  { number: 5, generated: 'doc-5' },
  { number: 6, generated: 'doc-6' },
  { number: 7, generated: 'doc-7' },
  { number: 8, generated: 'doc-8' },
  {
    number: 9,
    title: {
      fr: 'Fiche de présentation bilingue des collectivités',
      en: 'Bilingual presentation sheet of the authorities',
      ja: '自治体紹介シート（二言語）',
    },
    body: {
      fr: '# À quoi elle sert\n\nUne page par collectivité, en français et en japonais, réunie pour tous les participants.\n\n# Ce qu’elle contient\n\n- la collectivité en quelques chiffres\n- ses partenaires japonais et l’année du lien\n- ses projets en cours\n- une personne à qui écrire\n\n# Quand la remplir\n\nVers la fin des préparatifs ; Cités Unies France l’enverra aux collectivités inscrites.',
      en: '# What it is for\n\nOne page for each authority, in French and Japanese, put together for all participants.\n\n# What it holds\n\n- the authority in a few figures\n- its Japanese partners and the year of the tie\n- its projects under way\n- somebody to write to\n\n# When to fill it in\n\nTowards the end of the preparation; Cités Unies France will send it to the authorities that have registered.',
      ja: '# 目的\n\n一自治体につき一ページ、フランス語と日本語で作成し、参加者全員に配布します。\n\n# 記載内容\n\n- 自治体の概要（主な数値）\n- 交流相手の自治体と提携年\n- 実施中の事業\n- 連絡先\n\n# 記入時期\n\n準備の最終段階。登録した自治体にCUFから送付します。',
    },
  },
  { number: 10, generated: 'doc-10' },
  {
    number: 11,
    title: {
      fr: 'Déclaration finale des 8es Rencontres (Shizuoka, 2024)',
      en: 'Final declaration of the 8th meeting (Shizuoka, 2024)',
      ja: '第8回交流会議 共同宣言（静岡、2024年）',
    },
    body: {
      fr: 'La déclaration adoptée à Shizuoka en 2024 est distribuée en séance, en français et en japonais : elle sert de point de départ à celle de Cannes.',
      en: 'The declaration adopted in Shizuoka in 2024 is handed out at the meeting in French and Japanese: the one of Cannes starts from it.',
      ja: '2024年に静岡で採択された共同宣言を、会場にてフランス語・日本語で配布します。カンヌの共同宣言の出発点となるものです。',
    },
  },
];

export const PLENARY_VOICED: readonly DemoVoiced[] = [
  {
    kind: 'question',
    text: {
      fr: 'Un binôme parle-t-il ensemble pendant 7 minutes, ou chacune des deux collectivités pendant 7 minutes ?',
      en: 'Does a pair of twins give one joint talk of 7 minutes, or each of them one of 7 minutes?',
      ja: '姉妹都市の共同発表は合わせて7分か、各自治体7分ずつか。',
    },
    person: 'Apolline BONNAFOUS',
    organisation: 'Cités Unies France',
    source: ROOM,
  },
  {
    kind: 'question',
    text: {
      fr: 'Les interventions à deux de Shizuoka seront-elles reconduites, ou ouvertes à de nouvelles coopérations ?',
      en: 'Will the joint talks of Shizuoka be held again, or opened to new partnerships?',
      ja: '静岡での共同発表形式は継続するのか、新たな交流にも開かれるのか。',
    },
    person: 'Éléonore DELMOTTE',
    organisation: 'Bordeaux',
    source: ROOM,
    outcome: {
      on: '2025-09-22',
      text: {
        fr: 'Les binômes restent possibles et bienvenus ; seul leur temps de parole est encore à fixer.',
        en: 'Pairs remain possible and welcome; only their time is still to be settled.',
        ja: '共同発表は引き続き可能であり、歓迎する。発表時間のみ今後決定。',
      },
    },
  },
  {
    kind: 'wish',
    text: {
      fr: 'Être représentée aussi par des élus à Cannes, après une présence technique à Shizuoka ; jumelage actif avec Fukuoka.',
      en: 'To be represented by elected persons too in Cannes, after a technical presence in Shizuoka; active twinning with Fukuoka.',
      ja: '静岡では実務レベルの参加であったため、カンヌには議員・副市長級も参加したい（福岡市との姉妹都市交流）。',
    },
    person: 'Éléonore DELMOTTE',
    organisation: 'Bordeaux',
    source: ROOM,
  },
  {
    kind: 'wish',
    text: {
      fr: 'Contribuer à plusieurs ateliers, si possible avec l’Université de technologie de Compiègne.',
      en: 'To contribute to several workshops, with the University of Technology of Compiègne if possible.',
      ja: '複数の分科会で発表したい。可能であればコンピエーニュ工科大学と共に。',
    },
    person: 'Ariane BOUVERET',
    organisation: 'Compiègne',
    source: ROOM,
  },
  {
    kind: 'consultation',
    text: {
      fr: 'Quelles collectivités se proposent comme chefs d’atelier ? À signaler par mél à Cités Unies France, le plus tôt possible.',
      en: 'Which authorities offer to chair a workshop? To be told to Cités Unies France by mail, as early as possible.',
      ja: '分科会座長を引き受ける自治体の募集。できるだけ早くCUFへメールで連絡。',
    },
    person: 'Apolline BONNAFOUS',
    organisation: 'Cités Unies France',
    source: ROOM,
  },
];
