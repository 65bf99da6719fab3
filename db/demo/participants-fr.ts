import { city, commune, type DemoParticipant, department, epci, region, said, talkInFrench } from './participants.ts';

/**
 * The 23 French authorities that are considering. The minutes give their number and not their names: these are the 19 others
 * that the participants’ table of 22 September 2025 shows as present, and four that it shows as excused (Lyon, Reims, Colmar,
 * Issy-les-Moulineaux). Days, choices, numbers and summaries are written for the demo and are not those authorities’ word.
 */
export const consideringInFrance: readonly DemoParticipant[] = [
  {
    // Département des Hauts-de-Seine: present.
    ref: department('92'),
    listedOn: '2025-05-20',
    entries: [
      said('2025-06-12', 'mail', { intention: 'considering' }),
      said('2026-02-24', 'mail', { choices: [2, 4], speak: 'yes', chair: 'no', delegates: 3 }),
    ],
  },
  {
    // Marseille: present.
    ref: commune('13055'),
    listedOn: '2025-05-20',
    entries: [
      said('2025-06-12', 'call', { intention: 'considering' }),
      said('2026-02-06', 'file', {
        choices: [2, 1],
        speak: 'yes',
        chair: 'no',
        withTwin: 'yes',
        twin: city('281000'),
        sharing: 'joint',
        delegates: 4,
        talk: talkInFrench(
          'Deux ports, un été d’artistes',
          'Chaque année, des artistes des deux ports échangent leurs ateliers le temps d’un été, et le public suit leur travail à quai. L’exposé partage le montage, le coût, et l’effet sur des quartiers que les visiteurs ne voyaient pas.',
        ),
      }),
    ],
  },
  {
    // Strasbourg: present.
    ref: commune('67482'),
    listedOn: '2025-05-20',
    entries: [
      said('2025-06-24', 'mail', { intention: 'considering' }),
      said('2026-02-02', 'mail', {
        choices: [3, 2],
        speak: 'yes',
        chair: 'undecided',
        withTwin: 'no',
        delegates: 3,
        talk: talkInFrench(
          'Garder vivant un centre classé : habiter, travailler, visiter',
          'Entre habitants, commerces et visiteurs, la ville a écrit des règles pour les locations de courte durée, les autocars et les terrasses. L’exposé présente ce plan de gestion, ses compromis et la place donnée aux riverains.',
        ),
      }),
    ],
  },
  {
    // Dijon: present.
    ref: commune('21231'),
    listedOn: '2025-06-10',
    entries: [
      said('2025-06-24', 'mail', { intention: 'considering' }),
      said('2026-01-22', 'file', {
        choices: [1, 2],
        speak: 'yes',
        chair: 'undecided',
        delegates: 2,
        talk: talkInFrench(
          'La table comme économie locale',
          'Un lieu consacré à la gastronomie réunit écoles, producteurs et commerçants. L’exposé dit quels emplois il a fait naître, lesquels ont duré, et comment de jeunes entreprises s’y installent à loyer modéré.',
        ),
      }),
    ],
  },
  {
    // Rennes Métropole: present. Rennes is the twin of Sendai; the metropolis would speak with it.
    ref: epci('243500139'),
    listedOn: '2025-06-10',
    entries: [
      said('2025-07-03', 'call', { intention: 'considering' }),
      said('2026-02-19', 'mail', {
        choices: [4, 3],
        speak: 'yes',
        chair: 'undecided',
        withTwin: 'yes',
        twin: city('041009'),
        sharing: 'each',
        delegates: 3,
        talk: talkInFrench(
          'Prévoir l’affluence sans suivre les personnes',
          'Comptages anonymes dans les transports, prévisions à la journée, conseils affichés aux arrêts : un essai mené avec un laboratoire montre ce que l’on peut répartir sans jamais suivre un téléphone. Résultats, limites et règles de transparence.',
        ),
      }),
    ],
  },
  {
    // Nantes Métropole: present.
    ref: epci('244400404'),
    listedOn: '2025-06-10',
    entries: [
      said('2025-07-03', 'mail', { intention: 'considering' }),
      said('2026-01-30', 'file', {
        choices: [2, 4],
        speak: 'yes',
        chair: 'no',
        withTwin: 'undecided',
        delegates: 4,
        talk: talkInFrench(
          'Une ligne peinte au sol pour relier les œuvres',
          'Un parcours d’art permanent traverse la ville à pied et sert de guide à ceux qui n’en ont pas. L’exposé parle d’entretien, de droits des artistes et de la manière d’étendre le tracé aux communes voisines.',
        ),
      }),
    ],
  },
  {
    // Lyon: excused; its mayor is in the table.
    ref: commune('69123'),
    listedOn: '2025-06-10',
    entries: [
      said('2025-07-10', 'letter', { intention: 'considering' }),
      said('2026-03-03', 'mail', {
        choices: [2, 1],
        speak: 'undecided',
        chair: 'no',
        withTwin: 'undecided',
        twin: city('141003'),
        delegates: 3,
      }),
    ],
  },
  {
    // Région Bretagne: present.
    ref: region('53'),
    listedOn: '2025-07-01',
    entries: [
      said('2025-07-17', 'mail', { intention: 'considering' }),
      said('2026-02-26', 'file', {
        choices: [1, 2],
        speak: 'yes',
        chair: 'no',
        delegates: 3,
        talk: talkInFrench(
          'Travailler face à la mer : accueillir de nouveaux actifs hors saison',
          'Des bourgs littoraux ouvrent gîtes et bureaux partagés l’hiver à des télétravailleurs et à leurs familles. L’exposé regarde ce qui les fait rester : l’école, le train, et des logements gardés pour les habitants à l’année.',
        ),
      }),
    ],
  },
  {
    // Reims: excused; its mayor is in the table.
    ref: commune('51454'),
    listedOn: '2025-07-01',
    entries: [
      said('2025-08-28', 'letter', { intention: 'considering' }),
      said('2026-02-11', 'mail', { choices: [1, 2], speak: 'yes', chair: 'no', withTwin: 'undecided', twin: city('231002'), delegates: 2 }),
    ],
  },
  {
    // Autun: present.
    ref: commune('71014'),
    listedOn: '2025-07-01',
    entries: [
      said('2025-09-02', 'mail', { intention: 'considering' }),
      said('2026-01-26', 'mail', {
        choices: [2, 3],
        speak: 'yes',
        chair: 'no',
        withTwin: 'undecided',
        twin: city('112011'),
        sharing: 'undecided',
        delegates: 2,
        talk: talkInFrench(
          'Petite ville, grands siècles : le patrimoine raconté par les écoliers',
          'Des classes préparent chaque année la visite d’un monument et la donnent elles-mêmes, aussi pour leurs correspondants japonais. Ce que cela change pour les élèves, pour les visiteurs et pour le service du patrimoine.',
        ),
      }),
    ],
  },
  {
    // Pessac: present.
    ref: commune('33318'),
    listedOn: '2025-07-01',
    entries: [
      said('2025-09-02', 'call', { intention: 'considering' }),
      said('2026-03-05', 'mail', { choices: [3, 1], speak: 'yes', chair: 'no', delegates: 1 }),
    ],
  },
  {
    // Vichy: present.
    ref: commune('03310'),
    listedOn: '2025-07-01',
    entries: [
      said('2025-09-04', 'mail', { intention: 'considering' }),
      said('2026-02-13', 'file', {
        choices: [2, 1],
        speak: 'yes',
        chair: 'no',
        withTwin: 'no',
        delegates: 2,
        talk: talkInFrench(
          'Ville d’eaux, ville de sport : une saison de douze mois',
          'Bains, parcs et équipements sportifs composent une offre qui ne s’arrête plus à l’automne. L’exposé compare l’eau, l’énergie et les emplois d’une saison longue à ceux d’un été plein, avec des chiffres suivis sur plusieurs années.',
        ),
      }),
    ],
  },
  {
    // Nevers: present. No choice yet.
    ref: commune('58194'),
    listedOn: '2025-08-26',
    entries: [said('2025-09-09', 'mail', { intention: 'considering' })],
  },
  {
    // Amiens Métropole: present.
    ref: epci('248000531'),
    listedOn: '2025-08-26',
    entries: [
      said('2025-09-09', 'mail', { intention: 'considering' }),
      said('2026-02-20', 'mail', { choices: [1, 4], speak: 'undecided', chair: 'no', delegates: 2 }),
    ],
  },
  {
    // Le Mans Métropole: present.
    ref: epci('247200132'),
    listedOn: '2025-08-26',
    entries: [
      said('2025-09-11', 'call', { intention: 'considering' }),
      said('2026-01-28', 'mail', {
        choices: [4, 1],
        speak: 'yes',
        chair: 'no',
        delegates: 3,
        talk: talkInFrench(
          'De la course au quotidien : les navettes à hydrogène de la ville',
          'Un grand rendez-vous de sport mécanique sert de banc d’essai à des navettes ordinaires. L’exposé suit une ligne pendant un an : recharge, bruit, coût par voyageur, et ce que les visiteurs en retiennent.',
        ),
      }),
    ],
  },
  {
    // Communauté d’agglomération de La Rochelle: present.
    ref: epci('241700434'),
    listedOn: '2025-08-26',
    entries: [
      said('2025-09-12', 'mail', { intention: 'considering' }),
      said('2026-03-10', 'mail', { choices: [4, 3], speak: 'yes', chair: 'no', delegates: 2 }),
    ],
  },
  {
    // Clermont-Ferrand: present.
    ref: commune('63113'),
    listedOn: '2025-08-26',
    entries: [
      said('2025-09-15', 'mail', { intention: 'considering' }),
      said('2026-03-06', 'call', { choices: [4, 2], speak: 'undecided', chair: 'no', delegates: 2 }),
    ],
  },
  {
    // Digne-les-Bains: present.
    ref: commune('04070'),
    listedOn: '2025-09-01',
    entries: [
      said('2025-09-15', 'mail', { intention: 'considering' }),
      said('2026-02-18', 'mail', {
        choices: [3, 2],
        speak: 'yes',
        chair: 'no',
        withTwin: 'yes',
        twin: city('032115'),
        sharing: 'joint',
        delegates: 2,
      }),
    ],
  },
  {
    // Toulon: present. No choice yet.
    ref: commune('83137'),
    listedOn: '2025-09-01',
    entries: [said('2025-09-16', 'call', { intention: 'considering' })],
  },
  {
    // Barbizon: present.
    ref: commune('77022'),
    listedOn: '2025-09-01',
    entries: [
      said('2025-09-17', 'mail', { intention: 'considering' }),
      said('2026-02-27', 'mail', { choices: [2, 3], speak: 'undecided', chair: 'no', delegates: 1 }),
    ],
  },
  {
    // Communauté d’agglomération du Pays Nord Martinique: present.
    ref: epci('200041788'),
    listedOn: '2025-09-01',
    entries: [
      said('2025-09-18', 'mail', { intention: 'considering' }),
      said('2026-03-12', 'mail', {
        choices: [1, 2],
        speak: 'yes',
        chair: 'no',
        delegates: 2,
        remarks: 'Venue soumise au vote des frais de mission en mai.',
      }),
    ],
  },
  {
    // Colmar: excused; its mayor is in the table. No choice yet.
    ref: commune('68066'),
    listedOn: '2025-09-01',
    entries: [said('2025-09-19', 'letter', { intention: 'considering' })],
  },
  {
    // Issy-les-Moulineaux: excused; a councillor is in the table. No choice yet.
    ref: commune('92040'),
    listedOn: '2025-09-01',
    entries: [said('2025-09-19', 'call', { intention: 'considering', remarks: 'Réponse sur les ateliers après la réunion de mai.' })],
  },
];
