const SYLLABLES: Record<string, string> = {};
const ROWS: readonly (readonly [string, string])[] = [
  ['あいうえお', 'a i u e o'],
  ['かきくけこ', 'ka ki ku ke ko'],
  ['さしすせそ', 'sa shi su se so'],
  ['たちつてと', 'ta chi tsu te to'],
  ['なにぬねの', 'na ni nu ne no'],
  ['はひふへほ', 'ha hi fu he ho'],
  ['まみむめも', 'ma mi mu me mo'],
  ['やゆよ', 'ya yu yo'],
  ['らりるれろ', 'ra ri ru re ro'],
  ['わゐゑをん', 'wa i e o n'],
  ['がぎぐげご', 'ga gi gu ge go'],
  ['ざじずぜぞ', 'za ji zu ze zo'],
  ['だぢづでど', 'da ji zu de do'],
  ['ばびぶべぼ', 'ba bi bu be bo'],
  ['ぱぴぷぺぽ', 'pa pi pu pe po'],
  ['ぁぃぅぇぉ', 'a i u e o'],
  ['ゔ', 'vu'],
];
for (const [kana, latin] of ROWS)
  [...kana].forEach((k, i) => {
    SYLLABLES[k] = latin.split(' ')[i] ?? '';
  });

const GLIDES: Record<string, string> = { ゃ: 'a', ゅ: 'u', ょ: 'o' };

/**
 * A hiragana reading in Hepburn romanisation without marks of length, capitalised, as Japanese authorities print their names
 * abroad: くまもと → Kumamoto, おおつ → Otsu, きょうと → Kyoto.
 */
export function romaji(kana: string): string {
  const text = kana.replace(/[\u30a1-\u30f6]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0x60));
  let out = '';
  for (const c of text) {
    const glide = GLIDES[c];
    if (glide) out = `${out.replace(/i$/, '').replace(/(sh|ch|j)?$/, (m) => m || 'y')}${glide}`;
    else if (c === 'っ') out += '*';
    else if (c !== 'ー') out += SYLLABLES[c] ?? c;
  }
  const spelt = out.replace(/\*ch/g, 'tch').replace(/\*(.)/g, '$1$1');
  const short = spelt.replace(/o[ou]/g, 'o').replace(/uu/g, 'u');
  return short.charAt(0).toUpperCase() + short.slice(1);
}
