import { city, commune, type DemoParticipant, region, said, talkInFrench } from './participants.ts';

/** Where the minutes of 22 September 2025 report what the room said, by who spoke. */
const room = (speaker: string) => `Divers – échange avec la salle : ${speaker}`;
const MEETING_DAY = '2025-09-22';
const MOBILISATION = 'Point sur les collectivités françaises intéressées';

/**
 * The eight French authorities that have confirmed. The minutes name three of them, which confirmed that very day
 * (Bordeaux, Compiègne, the Région Occitanie), and give only the number of the others. These are taken here to be the five
 * authorities of the core committee, all named in the minutes: the host, and the four former French hosts; that they
 * confirmed before is invented, and plausible. Wishes whose source is the meeting are the ones voiced there; every other
 * choice, number and summary is written for the demo and is not those authorities’ word.
 */
export const confirmedInFrance: readonly DemoParticipant[] = [
  {
    // Cannes: host (minutes, title and opening).
    ref: commune('06029'),
    listedOn: '2025-04-14',
    entries: [
      said('2025-04-14', 'mail', { intention: 'confirmed', delegates: 6 }),
      said('2026-01-20', 'mail', {
        choices: [4, 2],
        speak: 'yes',
        chair: 'no',
        withTwin: 'yes',
        twin: city('221007'),
        sharing: 'joint',
        talk: talkInFrench(
          'Chauffer et rafraîchir le centre-ville avec la mer',
          'Une boucle alimentée par l’eau de la Méditerranée dessert les bâtiments du centre. L’exposé retrace les années de démarches puis de travaux, les choix techniques, et ce que la ville ferait autrement ; la ville jumelle répond depuis une autre baie.',
        ),
      }),
    ],
  },
  {
    // Nancy: former host, core committee (minutes, presentation of the co-organisers; participants’ table).
    ref: commune('54395'),
    listedOn: '2025-04-14',
    entries: [
      said('2025-07-24', 'call', { intention: 'confirmed' }),
      said('2026-01-27', 'file', {
        choices: [2, 3],
        speak: 'yes',
        chair: 'yes',
        withTwin: 'yes',
        twin: city('172014'),
        sharing: 'joint',
        delegates: 4,
        talk: talkInFrench(
          'Deux villes d’art, un atelier commun pour de jeunes artisans',
          'Verriers d’un côté, artisans de la laque et de la feuille d’or de l’autre : des résidences croisées forment de jeunes professionnels et donnent à voir leurs métiers. Comment une politique culturelle devient une raison de venir, et de rester.',
        ),
      }),
    ],
  },
  {
    // Chartres: former host, core committee (minutes, presentation of the co-organisers; participants’ table).
    ref: commune('28085'),
    listedOn: '2025-04-14',
    entries: [
      said('2025-07-08', 'mail', { intention: 'confirmed' }),
      said('2026-02-03', 'mail', {
        choices: [2, 1],
        speak: 'yes',
        chair: 'undecided',
        withTwin: 'yes',
        twin: city('292061'),
        sharing: 'each',
        delegates: 3,
        talk: talkInFrench(
          'La lumière comme patrimoine, la nuit comme saison',
          'Des parcours de lumière ont étendu la visite au soir et au-delà de l’été. L’exposé dit ce qu’ils demandent en énergie, comment la consommation est contenue, et quelle part revient aux commerces et aux habitants.',
        ),
      }),
    ],
  },
  {
    // Tours: former host, core committee; its wish was voiced in the meeting (workshop 3, not as its chair).
    ref: commune('37261'),
    listedOn: '2025-04-14',
    entries: [
      said('2025-07-24', 'call', { intention: 'confirmed' }),
      { on: MEETING_DAY, via: 'meeting', minutes: room('Ville de Tours'), says: { choices: [3], speak: 'yes', chair: 'no' } },
      said('2026-02-05', 'file', {
        choices: [3, 2],
        withTwin: 'yes',
        twin: city('372013'),
        sharing: 'joint',
        delegates: 4,
        talk: talkInFrench(
          'Mesurer ce qui attire vraiment : un tableau de bord tenu avec les habitants',
          'Fréquentation, logement, bruit, commerces de tous les jours : la ville a choisi ses indicateurs avec des habitants tirés au sort et les publie chaque saison. Ce que ces mesures ont changé dans les décisions, et ce qu’elles ne disent pas.',
        ),
      }),
    ],
  },
  {
    // Aix-en-Provence: former host, core committee (minutes; website and declaration of 2022).
    ref: commune('13001'),
    listedOn: '2025-04-14',
    entries: [
      said('2025-07-15', 'mail', { intention: 'confirmed' }),
      said('2026-01-29', 'mail', {
        choices: [3, 2],
        speak: 'yes',
        chair: 'yes',
        withTwin: 'yes',
        twin: city('431001'),
        sharing: 'joint',
        delegates: 5,
        talk: talkInFrench(
          'L’eau en partage : gouverner une ressource qui fait la ville',
          'Fontaines, canaux, nappe : l’eau a dessiné les deux villes. L’exposé compare la manière dont chacune associe services, entreprises et habitants à sa gestion, et ce que la visite de ces ouvrages apporte sans les abîmer.',
        ),
      }),
    ],
  },
  {
    // Bordeaux: confirmed in the meeting; workshop 2 or 3, with Fukuoka, chair and sharing of the time left open.
    ref: commune('33063'),
    listedOn: '2025-06-10',
    entries: [
      said('2025-07-03', 'call', { intention: 'considering' }),
      {
        on: MEETING_DAY,
        via: 'meeting',
        minutes: room('Ville de Bordeaux'),
        says: {
          intention: 'confirmed',
          choices: [2, 3],
          speak: 'yes',
          chair: 'undecided',
          withTwin: 'yes',
          twin: city('401307'),
          sharing: 'undecided',
          remarks:
            'Atelier 2 ou 3, sans ordre de préférence à ce stade. Une association nationale basée à Bordeaux pourrait être associée.',
        },
      },
      said('2026-02-10', 'mail', { delegates: 4 }),
    ],
  },
  {
    // Compiègne: confirmed in the meeting; several workshops, perhaps with its university. Which ones was settled later: invented.
    ref: commune('60159'),
    listedOn: '2025-05-20',
    entries: [
      said('2025-06-26', 'mail', { intention: 'considering' }),
      {
        on: MEETING_DAY,
        via: 'meeting',
        minutes: room('Ville de Compiègne'),
        says: {
          intention: 'confirmed',
          speak: 'yes',
          withTwin: 'undecided',
          twin: city('072052'),
          sponsored: 'Université de technologie de Compiègne',
          remarks: 'Souhaite contribuer à plusieurs ateliers, éventuellement avec l’université.',
        },
      },
      said('2026-02-17', 'file', {
        choices: [4, 3],
        chair: 'yes',
        withTwin: 'yes',
        sharing: 'each',
        delegates: 3,
        talk: talkInFrench(
          'Une ville moyenne et son université : chercher ensemble, à son échelle',
          'Des étudiants ingénieurs travaillent chaque semestre sur une question posée par la ville : mobilité, îlots de chaleur, flux de visiteurs. L’université présenterait deux de ces projets, et la ville ce qu’elle en a gardé.',
        ),
      }),
    ],
  },
  {
    // Région Occitanie: confirmed in the meeting; economy and employment, innovation and research: workshops 1 and 4.
    ref: region('76'),
    listedOn: '2025-06-10',
    entries: [
      said('2025-07-10', 'call', { intention: 'considering' }),
      { on: MEETING_DAY, via: 'meeting', minutes: MOBILISATION, says: { intention: 'confirmed' } },
      { on: MEETING_DAY, via: 'meeting', minutes: room('Région Occitanie'), says: { choices: [1, 4], speak: 'yes' } },
      said('2026-02-12', 'file', {
        chair: 'yes',
        withTwin: 'no',
        delegates: 5,
        talk: talkInFrench(
          'Former aux métiers du ciel et du tourisme durable : un même guichet',
          'La Région réunit lycées, universités et entreprises de deux filières que tout semble séparer. L’exposé présente les parcours communs, le soutien aux petites entreprises qui recrutent, et le suivi des jeunes un an après.',
        ),
      }),
    ],
  },
];
