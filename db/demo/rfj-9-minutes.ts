import type { TextDocument } from '#app/features/texts/public.ts';
import { decided, doc, h2, h3, link, note, ol, p, said, table, td, th, todo, ul } from './minutes-parts.ts';

/** Organisations that owe something, by what they are called in the text. */
export type MinutesOwners = { cuf: string | null; cannes: string | null };

const BELLANGER = 'Monsieur Antonin DE BELLANGER, Adjoint au Maire de Cannes';
const BONNAFOUS = 'Madame Apolline BONNAFOUS, Référente Japon, Cités Unies France';

/**
 * The minutes of the first plenary meeting of the French committee (22 September 2025) on the facts and in the order of the printed ones,
 * in our own words: who opened, the co-organisers, the city, the programme, the committee and its documents, the calendar, the exchange
 * with the room, the close. The people are those of the demo's list of participants.
 */
export function cannesMinutes({ cuf, cannes }: MinutesOwners): TextDocument {
  return {
    type: 'doc',
    content: [
      p(
        'Cette réunion était présidée par Monsieur Antonin DE BELLANGER, Adjoint au Maire de Cannes, Président du Comité de pilotage français des 9es Rencontres franco-japonaises.',
      ),
      p(
        'Il a souhaité la bienvenue aux participants de ce premier comité large : 60 personnes inscrites, dont 48 présentes au nom de 29 collectivités territoriales françaises, et plus de 80 personnes excusées.',
      ),
      ...organisers(),
      ...city(),
      ...programme(),
      ...committee(),
      ...calendar(),
      ...exchange(),
      h2('Conclusion'),
      said(
        BELLANGER,
        p(
          'Il a remercié les participants, CLAIR Paris et Cités Unies France, et invité chacun à poursuivre la mobilisation dans le même esprit.',
        ),
      ),
      h2('Décisions'),
      decided(p('Le Comité de pilotage français des 9es Rencontres est constitué.')),
      decided(p('Le thème général est retenu : « Construire l’attractivité territoriale de demain : de l’innovation à la durabilité ».')),
      decided(p('Quatre ateliers se tiendront, deux en parallèle le matin et deux l’après-midi ; chaque collectivité indique deux choix.')),
      h2('Suites à donner'),
      todo({ label: 'Cités Unies France', id: cuf }, '2026-02', p('Réunir le 2e COPIL large français, en visioconférence.')),
      todo(
        { label: 'Collectivités intéressées', id: null },
        'tbc',
        p('Se proposer comme chef d’atelier, par courriel à Cités Unies France, le plus tôt possible.'),
      ),
      todo({ label: 'Collectivités françaises', id: null }, null, p('Confirmer la participation par la fiche d’intention (', doc(6), ').')),
      todo(
        { label: 'Ville de Cannes', id: cannes },
        null,
        p('Préciser si un binôme dispose d’une intervention commune de 7 minutes ou de deux fois 7 minutes.'),
      ),
      p('Compte rendu établi par Cités Unies France.'),
      h2('Liste des participants'),
      { type: 'attendanceList' },
    ],
  };
}

function organisers(): TextDocument['content'] {
  return [
    h2('Présentation des co-organisateurs des 9es Rencontres'),
    said(
      'Madame Yuna HAYAMA, Directrice générale, CLAIR Paris',
      p(
        'Elle a remercié les participants de leur engagement et rappelé les bons résultats des 8es Rencontres, tenues à Shizuoka en 2024. Ce premier comité lance officiellement la préparation de la 9e édition ; elle souhaite des échanges riches, pour des Rencontres plus abouties encore.',
      ),
    ),
    said(
      'Madame Flavie FLANDRIN, Directrice générale, Cités Unies France (CUF)',
      p(
        'Elle s’est félicitée de la large mobilisation des collectivités. CUF les accompagne avec son groupe-pays Japon, présidé par Madame Zoé AUDEBERT-BAILLARD, Adjointe au Maire d’Aix-en-Provence, excusée. Elle a remercié la Ville de Cannes de son investissement et assuré que CUF reste à la disposition de tous.',
      ),
    ),
    said(
      BONNAFOUS,
      p('L’organisation repose sur la ville hôte et sur le COPIL restreint, noyau de la préparation. Celui-ci réunit :'),
      ul(
        'Cannes',
        'le Ministère de l’Europe et des Affaires étrangères (DCTCIV)',
        'l’Ambassade de France au Japon et l’Ambassade du Japon en France',
        'CLAIR Paris et CUF',
        'les villes hôtes françaises précédentes : Nancy, Chartres, Tours et Aix-en-Provence',
      ),
    ),
  ];
}

function city(): TextDocument['content'] {
  return [
    h2('Présentation de la ville de Cannes'),
    said(
      BELLANGER,
      p(
        'Il a situé la ville : environ 74 000 habitants, sur le littoral des Alpes-Maritimes, une identité provençale affirmée. Un film de présentation a été projeté',
        note('Le film et le dossier des participants sont sur le site de Cités Unies France : https://cites-unies-france.org/'),
        '.',
      ),
    ),
    h3('Une ville d’accueil'),
    ul(
      'Destination de villégiature depuis la fin du dix-neuvième siècle, l’hiver d’abord, l’été surtout aujourd’hui.',
      'Depuis 1946, de grands événements professionnels.',
      {
        lead: 'Le **Palais des Festivals et des Congrès** :',
        items: ['88 000 m²', '75 événements professionnels par an, dont 10 de premier rang mondial', 'occupé environ 350 jours par an'],
      },
      'Environ 14 000 personnes vivent directement de ces activités.',
    ),
    h3('Ouverture internationale, économie et culture'),
    ul(
      '7 jumelages et 8 pactes d’amitié ; un partenariat avec **Shizuoka** depuis 1991.',
      'Une usine spatiale, où travaillent environ 2 000 ingénieurs.',
      'Ville créative de l’UNESCO pour le cinéma ; l’éducation artistique et culturelle pour les 17 000 enfants et jeunes scolarisés depuis 2017.',
    ),
    h3('Une ville de contrastes'),
    table(
      [th('Sujet'), th('Chiffre')],
      [td('Taux de pauvreté'), td('21 % (13,8 % en France)')],
      [td('Résidences secondaires'), td('47,5 % des 72 000 logements')],
      [td('Logements sociaux'), td('19 %, le taux le plus élevé du département')],
      [td('Nationalités'), td('plus de 100')],
      [td('Réfugiés ukrainiens accueillis depuis 2022'), td('1 000, dont 800 encore présents')],
    ),
  ];
}

function programme(): TextDocument['content'] {
  return [
    h2('Présentation du programme prévisionnel'),
    p('Le dossier des participants est disponible sur le site de ', link('Cités Unies France', 'https://cites-unies-france.org/'), '.'),
    table(
      [td('**Dates**'), td('Du mercredi 21 au samedi 24 octobre 2026')],
      [td('**Lieu**'), td('Cannes, Palais des Festivals et des Congrès')],
      [
        td('**Collectivités**'),
        td('Françaises et japonaises, engagées dans une coopération décentralisée franco-japonaise ou souhaitant l’être'),
      ],
      [td('**Thème général**'), td('« Construire l’attractivité territoriale de demain : de l’innovation à la durabilité »')],
    ),
    h3('Les quatre ateliers, et des exemples de sujets'),
    ol(
      {
        lead: '**Économie et emploi** liés à l’attractivité territoriale',
        items: ['tourisme responsable des petites entreprises', 'formation des jeunes', 'nouvelles populations actives'],
      },
      {
        lead: '**Culture et loisirs** liés à l’attractivité territoriale',
        items: ['itinéraires et festivals écoresponsables', 'échanges artistiques entre villes jumelées'],
      },
      {
        lead: '**Gouvernance et politiques publiques** pour faciliter l’attractivité territoriale',
        items: ['indicateurs', 'régulation des flux', 'sites classés'],
      },
      {
        lead: '**Innovation et recherche** pour développer l’attractivité territoriale',
        items: ['transports doux', 'projets pilotes', 'coopérations avec les universités'],
      },
    ),
    h3('Planning prévisionnel'),
    table(
      [th('Date'), th('Heure'), th('Programme'), th('Lieu'), th('Participants')],
      [
        td('Mercredi 21 octobre', { rows: 3 }),
        td('Matin'),
        td('Arrivée des délégations'),
        td('Aéroport de Nice, gare de Cannes'),
        td('Collectivités japonaises', { rows: 3 }),
      ],
      [td('Après-midi'), td('Visite du Palais des Festivals et de La Malmaison'), td('La Croisette')],
      [td('Soir'), td('Cocktail dînatoire, peu protocolaire'), td('À déterminer')],
      [
        td('Jeudi 22 octobre', { rows: 3 }),
        td('Matin'),
        td('Visite du campus Georges Méliès'),
        td('Cannes La Bocca'),
        td('Collectivités japonaises, françaises intéressées', { rows: 2 }),
      ],
      [td('Après-midi'), td('Usine de thalassothermie ; conférence sur les risques majeurs'), td('La Roseraie, hôtel Canopy')],
      [
        td('Soir'),
        td('Cérémonie d’accueil et cocktail d’ouverture (150 personnes) ; chaque collectivité apporte une spécialité'),
        td('Villa Domergue'),
        td('Tous'),
      ],
      [
        td('Vendredi 23 octobre', { rows: 4 }),
        td('8 h 30 – 9 h 30'),
        td('Séance plénière'),
        td('Salon des Ambassadeurs'),
        td('Tous', { rows: 4 }),
      ],
      [td('9 h 30 – 12 h 00'), td('Deux ateliers en parallèle'), td('Auditoriums B et C')],
      [td('14 h 30 – 17 h 00'), td('Deux ateliers en parallèle'), td('Auditoriums B et C')],
      [td('Soir'), td('Soirée libre', { columns: 2 })],
      [
        td('Samedi 24 octobre', { rows: 2 }),
        td('Matin'),
        td('Restitution des ateliers ; exposition des collectivités'),
        td('Salon des Ambassadeurs', { rows: 2 }),
        td('Tous', { rows: 2 }),
      ],
      [td('Midi'), td('Clôture, déclaration finale, annonce de la ville hôte des 10es Rencontres')],
    ),
    said(
      BELLANGER,
      p('Deux raisons ont guidé le choix des dates :'),
      ol('la disponibilité du Palais des Festivals, très sollicité ;', 'des journées plus claires, avant le changement d’heure.'),
      p(
        'Il a expliqué le thème par un exemple : à Cannes, cinq ans de travaux ont permis de chauffer et de climatiser le centre-ville par la mer.',
      ),
    ),
    said(
      BONNAFOUS,
      p('Cette édition a deux nouveautés :'),
      ol(
        'les visites du jeudi sont ouvertes aux collectivités françaises qui le souhaitent ;',
        'quatre ateliers au lieu de trois, deux par deux.',
      ),
    ),
  ];
}

function committee(): TextDocument['content'] {
  return [
    h2('Mise en place du Comité de pilotage français'),
    said(
      BONNAFOUS,
      p(
        'Le COPIL restreint fait le lien avec les partenaires japonais et prépare le contenu ; le COPIL large réunit toutes les collectivités françaises intéressées, informe et recueille les propositions.',
      ),
      p('Les documents de travail :'),
    ),
    table(
      [th('Document'), th('Contenu')],
      [{ ...td(''), content: [p(doc(5))] }, td('Liste des intentions de participation, croisée avec CLAIR Paris')],
      [
        { ...td(''), content: [p(doc(6))] },
        td('Fiche d’intention : confirmer la participation, puis les ateliers, les résumés et la délégation'),
      ],
      [{ ...td(''), content: [p(doc(7))] }, td('Répartition par atelier avec les résumés ; deux choix par collectivité, pour équilibrer')],
      [{ ...td(''), content: [p(doc(8))] }, td('Liste courte par atelier, française et japonaise')],
      [{ ...td(''), content: [p(doc(9))] }, td('Fiche de présentation bilingue, à remplir vers la fin de la préparation')],
      [{ ...td(''), content: [p(doc(10))] }, td('Échéancier')],
      [{ ...td(''), content: [p(doc(11))] }, td('Déclaration finale des 8es Rencontres')],
    ),
    h3('Collectivités françaises intéressées'),
    ul(
      '**23 collectivités « à l’étude »**, un record depuis 2008.',
      '**8 collectivités confirmées**, dont trois ce jour : Bordeaux, Compiègne et la Région Occitanie.',
      'Plus de 140 personnes présentes ou excusées : la participation s’annonce plus large que les fois précédentes.',
    ),
  ];
}

function calendar(): TextDocument['content'] {
  return [
    h2('Calendrier des réunions préparatoires'),
    ul(
      'Le 1er COPIL mixte se réunira le 7 novembre 2025 à Cannes, entre les deux COPIL restreints.',
      'Le 2e COPIL large français aura lieu en février 2026.',
      'Le 3e et dernier COPIL large aura lieu début juillet 2026, à Paris.',
    ),
    p('L’échéancier changera encore ; CUF en tiendra informés les membres du groupe-pays Japon et les collectivités intéressées.'),
    h3('Échéancier'),
    { type: 'timelineGrid' },
  ];
}

function exchange(): TextDocument['content'] {
  return [
    h2('Divers – Échange avec la salle'),
    said(
      'Madame Elsa DESCHAMPS, Vice-Présidente déléguée aux Relations internationales, Région Occitanie',
      p(
        'Sa Région souhaite contribuer, autour de l’économie, de l’emploi, de l’innovation et de la recherche. Elle a annoncé la 4e Quinzaine du Japon en Occitanie, du 6 au 20 novembre 2025',
        note('https://quinzaine.japonoccitanie.fr/'),
        ', avec 150 à 200 manifestations.',
      ),
    ),
    said(
      'Madame Émilie DUBREUIL-DUFRESNE, Adjointe au Maire de Tours',
      p(
        'Le thème est le fruit d’une concertation collective. Tours participera à l’**atelier 3**, sans le présider : elle laisse ce rôle à d’autres, pour que les villes se relaient.',
      ),
    ),
    said(
      BONNAFOUS,
      p(
        'Un chef d’atelier prépare et anime l’atelier, résume les interventions pour la déclaration finale, rédige et présente la restitution. Les collectivités volontaires sont invitées à se signaler tôt, par courriel à CUF.',
      ),
    ),
    said(
      'Madame Éléonore DELMOTTE, Adjointe au Maire de Bordeaux',
      p(
        'Deux ateliers intéressent Bordeaux : **Culture et loisirs**, et **Gouvernance**, la ville ayant été capitale européenne du tourisme intelligent',
        note('European Capital of Smart Tourism : accessibilité, durabilité, numérique, patrimoine et créativité.'),
        '. Elle propose d’y associer « Sites & Cités remarquables de France », et demande si les binômes franco-japonais de Shizuoka seront reconduits.',
      ),
    ),
    said(
      BONNAFOUS,
      p('Les binômes sont bienvenus. Reste à fixer leur temps de parole :'),
      ul('une intervention commune de 7 minutes ;', 'ou deux interventions de 7 minutes.'),
    ),
    said(
      'Madame Ariane BOUVERET, Adjointe au Maire de Compiègne',
      p(
        'Compiègne, présente à toutes les Rencontres depuis Nancy en 2008, le sera à Cannes. Ville de 42 000 habitants, jumelée avec Shirakawa (Fukushima), elle pourrait contribuer à plusieurs ateliers avec son université de technologie.',
      ),
    ),
  ];
}

/** The same meeting in Japanese: a short record for the Japanese side, still a draft. */
export function cannesMinutesSummary({ cuf, cannes }: MinutesOwners): TextDocument {
  return {
    type: 'doc',
    content: [
      p('本会議の議長は、カンヌ市副市長のアントナン・ド・ベランジェ氏（フランス側運営委員会委員長）が務めた。'),
      p('登録者は60名で、うち29自治体から48名が出席し、80名以上が欠席した。'),
      h2('共催者の紹介'),
      said('クレア・パリ ハヤマ所長', p('第8回静岡会議の成果に触れ、第9回会議の準備が本会議をもって正式に始まると述べた。')),
      said('フランス都市連合（CUF）フランドラン事務局長', p('フランスの自治体の幅広い参加に満足の意を示した。')),
      h2('カンヌ市の紹介'),
      ul('人口約7万4千人。姉妹都市7、友好都市8。静岡市とは1991年から交流。', 'パレ・デ・フェスティバルでは年間75件の国際見本市等を開催。'),
      h2('プログラム案'),
      ul(
        '会期は2026年10月21日から24日まで。',
        '総合テーマは「明日の地域の魅力を築く：革新から持続可能性へ」。',
        '分科会は四つとし、午前と午後に二つずつ並行して開催する。',
      ),
      h2('運営委員会の設置'),
      ul('検討中の自治体は23で、2008年以来最多。', '参加確定は8自治体（本会議でボルドー、コンピエーニュ、オクシタニー州が新たに表明）。'),
      p('参加意向一覧（', doc(5), '）、参加意向調査票（', doc(6), '）、日程表（', doc(10), '）等について説明があった。'),
      h2('準備会議の日程'),
      { type: 'timelineGrid' },
      h2('意見交換'),
      said('トゥール市 デュブルイユ＝デュフレーヌ副市長', p('第3分科会に参加するが、座長は他の自治体に譲るとした。')),
      said(
        'ボルドー市 デルモット副市長',
        p(
          '日仏の自治体による共同発表を今回も行うか質問した。事務局からは、共同発表は歓迎するが、発表時間（合わせて7分か、各7分か）は未定との回答があった。',
        ),
      ),
      h2('決定事項'),
      decided(p('総合テーマおよび四つの分科会を決定した。')),
      h2('今後の対応'),
      todo({ label: 'フランス都市連合（CUF）', id: cuf }, '2026-02', p('フランス側運営委員会（全体会）第2回会議をオンラインで開催する。')),
      todo({ label: 'カンヌ市', id: cannes }, null, p('共同発表の時間配分を決める。')),
      h2('出席者名簿'),
      { type: 'attendanceList' },
    ],
  };
}
