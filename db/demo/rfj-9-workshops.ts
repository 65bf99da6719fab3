import type { WorkshopRecord } from '#app/features/editions/public.ts';

/**
 * The four workshops of Cannes with example subjects, written anew on the facts of the minutes (themes of the
 * workshops). Which one is in which slot and room is not decided there, so it is not said here.
 */
export const cannesWorkshops: readonly WorkshopRecord[] = [
  {
    number: 1,
    title: {
      fr: 'Économie et emploi liés à l’attractivité territoriale',
      en: 'Economy and employment for attractive territories',
      ja: '地域の魅力につながる経済と雇用',
    },
    talkMinutes: 7,
    subjects: [
      {
        fr: 'Aider les petites entreprises et les jeunes pousses d’un tourisme responsable',
        en: 'Support for small firms and start-ups in responsible tourism',
        ja: '責任ある観光に取り組む中小企業・スタートアップへの支援',
      },
      {
        fr: 'Une fiscalité favorable aux hébergements écologiques',
        en: 'Tax incentives for green accommodation',
        ja: '環境配慮型の宿泊施設への税制優遇',
      },
      {
        fr: 'Préparer les jeunes aux emplois d’un tourisme durable',
        en: 'Preparing young people for jobs in sustainable tourism',
        ja: '持続可能な観光を担う若者の育成',
      },
      {
        fr: 'Attirer nomades numériques et nouveaux habitants actifs',
        en: 'Drawing digital nomads and new working residents',
        ja: 'デジタルノマドや新たな働き手を呼び込む観光地域',
      },
    ],
  },
  {
    number: 2,
    printedNumber: '1',
    title: {
      fr: 'Culture et loisirs liés à l’attractivité territoriale',
      en: 'Culture and leisure for attractive territories',
      ja: '地域の魅力につながる文化と余暇',
    },
    talkMinutes: 7,
    subjects: [
      {
        fr: 'Parcours culturels et festivals attentifs à l’environnement',
        en: 'Cultural trails and eco-friendly festivals',
        ja: '環境に配慮した文化ルートと祭典',
      },
      {
        fr: 'Des musées et lieux de culture qui produisent plus d’énergie qu’ils n’en consomment',
        en: 'Museums and cultural venues that produce more energy than they use',
        ja: '消費量を上回るエネルギーを生む美術館・文化施設',
      },
      {
        fr: 'Le rayonnement durable des grands événements mondiaux : Jeux de Paris 2024, Exposition d’Osaka 2025',
        en: 'The lasting reach of world events: the Paris 2024 Games, Expo 2025 in Osaka',
        ja: '世界的イベントの持続的な発信力：2024年パリ五輪、2025年大阪万博',
      },
      { fr: 'Artistes en échange entre villes jumelles', en: 'Artists exchanged between twin towns', ja: '姉妹都市間の芸術交流' },
      {
        fr: 'Voyager pour apprendre : la culture des territoires offerte aux élèves et étudiants',
        en: 'Travelling to learn: local culture for pupils and students',
        ja: '教育旅行の推進：児童・生徒・学生のための文化体験',
      },
    ],
  },
  {
    number: 3,
    printedNumber: '2',
    title: {
      fr: 'Gouvernance et politiques publiques pour faciliter l’attractivité territoriale',
      en: 'Governance and public policies that foster attractive territories',
      ja: '地域の魅力を支えるガバナンスと公共政策',
    },
    talkMinutes: 7,
    subjects: [
      {
        fr: 'Mesurer l’attractivité réelle par des études et des indicateurs',
        en: 'Measuring real attractiveness by studies and indicators',
        ja: '実際の魅力度を測る影響調査と指標',
      },
      {
        fr: 'Réaménager la ville pour un tourisme lent : retours d’expérience',
        en: 'Redesigning towns for slow tourism: experience shared',
        ja: 'スロー・ツーリズムのための都市再整備の事例',
      },
      {
        fr: 'Villes moyennes : se prémunir contre la gentrification',
        en: 'Medium-sized towns guarding against gentrification',
        ja: 'ジェントリフィケーションを防ぐ中規模都市の戦略',
      },
      {
        fr: 'Gérer un site inscrit par l’UNESCO : la part des pouvoirs locaux',
        en: 'Running a UNESCO-listed site: the part of local authorities',
        ja: 'ユネスコ登録遺産の管理における自治体の役割',
      },
      {
        fr: 'Écrire une charte locale pour un tourisme responsable',
        en: 'Writing a local charter for responsible tourism',
        ja: '責任ある観光のための地域憲章',
      },
      {
        fr: 'Maîtriser l’affluence : quotas, taxe de séjour écologique',
        en: 'Keeping visitor numbers in check: quotas, green visitor taxes',
        ja: '来訪者数の調整：人数制限、環境型の宿泊税',
      },
      {
        fr: 'Financer avec le privé des équipements sobres en carbone',
        en: 'Financing low-carbon facilities with private partners',
        ja: '官民連携による低炭素インフラの資金調達',
      },
    ],
  },
  {
    number: 4,
    printedNumber: '3',
    title: {
      fr: 'Innovation et recherche pour développer l’attractivité territoriale',
      en: 'Innovation and research that develop attractive territories',
      ja: '地域の魅力を高めるイノベーションと研究',
    },
    talkMinutes: 7,
    subjects: [
      {
        fr: 'Le numérique pour répartir les visiteurs et éviter la saturation',
        en: 'Digital tools that spread visitors and prevent overcrowding',
        ja: 'デジタル技術による混雑の緩和と人流管理',
      },
      {
        fr: 'Se déplacer en douceur : navettes électriques, vélos partagés',
        en: 'Getting around gently: electric shuttles, shared bicycles',
        ja: '環境にやさしい移動手段：電動シャトル、シェアサイクル',
      },
      {
        fr: 'Tourisme intelligent à l’essai : guides interactifs, réalité augmentée',
        en: 'Smart tourism on trial: interactive guides, augmented reality',
        ja: 'スマートツーリズムの実証：対話型ガイド、拡張現実',
      },
      {
        fr: 'Pôles d’entreprises, universités et territoires : travailler ensemble',
        en: 'Clusters, universities and territories working together',
        ja: '産業クラスター・大学・地域の連携',
      },
    ],
  },
];
