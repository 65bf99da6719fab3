import { city, commune, type DemoParticipant, epci, said, talkInJapanese } from './participants.ts';

/**
 * Fourteen Japanese authorities, as many as came in 2022. No document names those fourteen. Six cities are named in the
 * documents; the eight others are plausible and not said to have come: Sakurai, Kobe, Sendai, Niigata, Yokohama, Nagoya,
 * Kamaishi and Kawagoe, twins of French authorities that the documents name. Days, states, choices, numbers and summaries
 * are written for the demo and are not those authorities’ word.
 */
export const inJapan: readonly DemoParticipant[] = [
  {
    // Shizuoka: host of the eighth edition, twin of Cannes (minutes; declaration of 2022, closing).
    ref: city('221007'),
    listedOn: '2025-10-14',
    entries: [
      said('2025-11-11', 'mail', { intention: 'confirmed' }),
      said('2026-01-23', 'file', {
        choices: [4, 2],
        speak: 'yes',
        chair: 'yes',
        withTwin: 'yes',
        twin: commune('06029'),
        sharing: 'joint',
        delegates: 6,
        talk: talkInJapanese(
          '駿河湾と地中海：海の恵みを暮らしと観光に活かす',
          '海洋研究機関と市、企業が連携し、深い湾の資源を研究と教育旅行の両面で活用する取り組みを紹介します。姉妹都市の海水熱利用と比較しながら、市民が誇りに思える研究のあり方を考えます。',
        ),
      }),
    ],
  },
  {
    // Kumamoto: host of the sixth edition, partner of Aix-en-Provence (website and declaration of 2022; city brochure).
    ref: city('431001'),
    listedOn: '2025-10-14',
    entries: [
      said('2025-11-18', 'mail', { intention: 'confirmed' }),
      said('2026-02-04', 'file', {
        choices: [3, 2],
        speak: 'yes',
        chair: 'no',
        withTwin: 'yes',
        twin: commune('13001'),
        sharing: 'joint',
        delegates: 4,
        talk: talkInJapanese(
          '地下水を守る仕組みと訪れる人への伝え方',
          '水道水を地下水でまかなう都市として、上流の農家や企業とともに水源を育てる制度を紹介します。泉を巡る散策路の整備では、利用の集中を避けるための案内と住民の参加が鍵となりました。',
        ),
      }),
    ],
  },
  {
    // Fukuoka: twin of Bordeaux (minutes, exchange with the room).
    ref: city('401307'),
    listedOn: '2025-10-14',
    entries: [
      said('2025-11-25', 'mail', { intention: 'confirmed' }),
      said('2026-02-09', 'file', {
        choices: [2, 3],
        speak: 'yes',
        chair: 'undecided',
        withTwin: 'yes',
        twin: commune('33063'),
        sharing: 'undecided',
        delegates: 4,
        talk: talkInJapanese(
          '屋台と劇場のあいだ：夜の文化を環境にやさしく',
          '夜のにぎわいを支える屋台や小劇場で、ごみと電力を減らす工夫を事業者とともに進めています。催しの主催者が使う環境チェック表を紹介し、姉妹都市の低炭素な文化政策と意見を交わします。',
        ),
      }),
    ],
  },
  {
    // Kanazawa: host of the second edition (declaration of 2022, preamble).
    ref: city('172014'),
    listedOn: '2025-10-14',
    entries: [
      said('2025-12-02', 'mail', { intention: 'confirmed' }),
      said('2026-01-27', 'file', {
        choices: [2, 3],
        speak: 'yes',
        chair: 'yes',
        withTwin: 'yes',
        twin: commune('54395'),
        sharing: 'joint',
        delegates: 5,
        talk: talkInJapanese(
          '工芸のまちの継承：若い作り手を世界とつなぐ',
          '研修施設で学ぶ若い作り手を姉妹都市の工房に送り、相手の作り手を迎える事業の成果を報告します。作品展だけでなく制作の現場を公開することで、訪れる人と住む人の出会いが生まれています。',
        ),
      }),
    ],
  },
  {
    // Takamatsu: host of the fourth edition (declaration of 2022, preamble).
    ref: city('372013'),
    listedOn: '2025-10-28',
    entries: [
      said('2025-12-09', 'call', { intention: 'confirmed' }),
      said('2026-02-16', 'file', {
        choices: [3, 2],
        speak: 'yes',
        chair: 'yes',
        withTwin: 'yes',
        twin: commune('37261'),
        sharing: 'joint',
        delegates: 3,
        talk: talkInJapanese(
          '島々の芸術祭と住民合意：受け入れ人数を決めるまで',
          '港と島を会場とする芸術祭で、住民、船会社、主催者がどのように話し合い、受け入れの目安を定めたかを紹介します。数値の指標に加え、島の人の声を毎年聞き取る方法についても共有します。',
        ),
      }),
    ],
  },
  {
    // Shirakawa: twin of Compiègne (minutes, exchange with the room).
    ref: city('072052'),
    listedOn: '2025-10-28',
    entries: [
      said('2025-12-16', 'mail', { intention: 'considering' }),
      said('2026-02-25', 'mail', {
        choices: [4, 1],
        speak: 'yes',
        chair: 'no',
        withTwin: 'yes',
        twin: commune('60159'),
        sharing: 'each',
        delegates: 3,
      }),
    ],
  },
  {
    // Nagoya: twin of Reims.
    ref: city('231002'),
    listedOn: '2025-10-28',
    entries: [
      said('2025-12-18', 'mail', { intention: 'confirmed' }),
      said('2026-02-10', 'file', {
        choices: [1, 4],
        speak: 'yes',
        chair: 'yes',
        withTwin: 'undecided',
        twin: commune('51454'),
        delegates: 4,
        talk: talkInJapanese(
          'ものづくりの現場を訪ねる：産業観光が育てる若者の仕事',
          '工場や町工場の公開を通じて、子どもから学生までが地域の仕事を知る仕組みを紹介します。受け入れ側の中小企業の負担を軽くする共同窓口と、採用につながった例についても報告します。',
        ),
      }),
    ],
  },
  {
    // Yokohama: twin of Lyon.
    ref: city('141003'),
    listedOn: '2025-11-07',
    entries: [
      said('2026-01-13', 'mail', { intention: 'considering' }),
      said('2026-03-04', 'mail', {
        choices: [4, 2],
        speak: 'undecided',
        chair: 'no',
        withTwin: 'undecided',
        twin: commune('69123'),
        delegates: 3,
      }),
    ],
  },
  {
    // Kobe: twin of Marseille.
    ref: city('281000'),
    listedOn: '2025-11-07',
    entries: [
      said('2026-01-15', 'mail', { intention: 'considering' }),
      said('2026-02-12', 'mail', {
        choices: [2, 1],
        speak: 'yes',
        chair: 'no',
        withTwin: 'yes',
        twin: commune('13055'),
        sharing: 'joint',
        delegates: 3,
      }),
    ],
  },
  {
    // Sendai: twin of Rennes.
    ref: city('041009'),
    listedOn: '2025-11-07',
    entries: [
      said('2026-01-20', 'mail', { intention: 'considering' }),
      said('2026-02-20', 'file', {
        choices: [4, 3],
        speak: 'yes',
        chair: 'no',
        withTwin: 'yes',
        twin: epci('243500139'),
        sharing: 'each',
        delegates: 3,
        talk: talkInJapanese(
          '大学と歩む実証都市：人の流れを見せるデータ、見せないデータ',
          '震災の経験から生まれた産学官の実証の場で、交通と催しの混雑を予測し、市民に知らせる試みを進めています。個人の情報を集めずにどこまで役立てられるか、失敗した例も含めてお話しします。',
        ),
      }),
    ],
  },
  {
    // Sakurai: twin of Chartres.
    ref: city('292061'),
    listedOn: '2025-11-18',
    entries: [
      said('2026-01-28', 'mail', { intention: 'considering' }),
      said('2026-02-27', 'mail', {
        choices: [2, 1],
        speak: 'yes',
        chair: 'no',
        withTwin: 'yes',
        twin: commune('28085'),
        sharing: 'each',
        delegates: 2,
      }),
    ],
  },
  {
    // Kamaishi: twin of Digne-les-Bains.
    ref: city('032115'),
    listedOn: '2025-11-18',
    entries: [
      said('2026-02-17', 'call', { intention: 'considering' }),
      said('2026-03-02', 'mail', {
        choices: [3, 1],
        speak: 'yes',
        chair: 'no',
        withTwin: 'yes',
        twin: commune('04070'),
        sharing: 'joint',
        delegates: 2,
      }),
    ],
  },
  {
    // Niigata: twin of Nantes. No choice yet.
    ref: city('151009'),
    listedOn: '2025-11-18',
    entries: [said('2026-02-24', 'mail', { intention: 'considering', remarks: '参加人数は新年度の予算が決まり次第お知らせします。' })],
  },
  {
    // Kawagoe: twin of Autun. No choice yet.
    ref: city('112011'),
    listedOn: '2025-12-02',
    entries: [said('2026-03-09', 'mail', { intention: 'considering' })],
  },
];
