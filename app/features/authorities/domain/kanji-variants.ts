/**
 * Old, dialectal and name-only forms of kanji, each followed by the form that place registers print. A printed list may
 * use either (髙山市, 宮﨑市, 廣島市); both fold to the second. Pairs, one after another; from the kyūjitai table of the
 * jōyō kanji and the name variants that word processors insert. Only characters met in place names stand here.
 */
const PAIRS =
  '髙高﨑崎嵜崎𠮷吉濵浜濱浜邊辺邉辺澤沢國国縣県廣広櫻桜靜静龍竜嶋島嶌島冨富德徳惠恵齋斎齊斉眞真萬万與与藝芸鐵鉄鹽塩壽寿彌弥應応榮栄瀧滝瀨瀬賴頼曾曽' +
  '檜桧區区舊旧會会學学圓円發発佛仏寶宝豐豊每毎步歩橫横黑黒增増溫温濟済淺浅淸清狹狭當当禮礼穗穂稻稲緖緒臺台舍舎莊荘藏蔵藥薬蘆芦號号觀観讚讃豫予輕軽' +
  '鄕郷隱隠關関霸覇靑青顏顔舘館鷗鴎兒児麥麦嶽岳峯峰塚塚亞亜來来傳伝兩両卷巻參参嚴厳圍囲團団奧奥實実寬寛對対峽峡帶帯廳庁戶戸數数條条曉暁樂楽樣様權権' +
  '歐欧氣気滿満澁渋灣湾獨独產産疊畳硏研礦鉱祿禄絲糸經経總総縱縦繩縄繼継續続覺覚譽誉讀読變変轉転遲遅醉酔釋釈鑛鉱雜雑靈霊體体點点齒歯龜亀鷄鶏驛駅梁簗' +
  '檮梼籠篭蠣蛎驒騨祇祗礪砺諫諌飛飛槇槙';

const VARIANTS: ReadonlyMap<string, string> = new Map(
  Array.from({ length: [...PAIRS].length / 2 }, (_, i) => {
    const characters = [...PAIRS];
    return [characters[2 * i] ?? '', characters[2 * i + 1] ?? ''] as const;
  }),
);

/** The register's form of one character; the character itself when it has no other form. */
export function plainKanji(character: string): string {
  return VARIANTS.get(character) ?? character;
}
