import type { Locale } from '#app/lib/locale.ts';

/** The person of a letter, as recorded: names in their scripts, civility, function in the language it is recorded in. */
export type Addressee = {
  givenName: string;
  familyName: string;
  nativeGivenName: string | null;
  nativeFamilyName: string | null;
  civility: string | null;
  title: { text: string; lang: Locale } | null;
  elected: boolean;
};

/** How a letter addresses its reader: the lines over it, the words that it opens with, and those that it closes with. */
export type FormsOfAddress = { lines: string[]; opening: string; closing: string };

/**
 * The forms of address of a letter to a person, or (`null`) to an organisation as such. Civility stands as it was recorded: where
 * none was, a French letter says "Madame, Monsieur"; gender is never guessed. In Japanese the family name comes first, 様 follows a
 * person and 御中 an organisation; 拝啓 opens the letter and 敬具 closes it.
 */
export function formsOfAddress(lang: Locale, addressee: Addressee | null, organisation: string): FormsOfAddress {
  if (lang === 'ja') return inJapanese(addressee, organisation);
  return lang === 'fr' ? inFrench(addressee, organisation) : inEnglish(addressee, organisation);
}

const join = (...parts: (string | null | undefined)[]) => parts.filter((part) => part?.trim()).join(' ');
const present = (...lines: (string | null | undefined)[]) => lines.filter((line): line is string => Boolean(line?.trim()));

/** Given name first, in Latin letters where they are known. */
const latinName = (of: Addressee) => join(of.givenName, of.familyName) || join(of.nativeFamilyName, of.nativeGivenName);

/** Honorifics that are recorded in Japanese in place of 様. */
const HONORIFIC = /^(先生|殿|閣下|氏)$/;

const JAPANESE = {
  opening: '拝啓　時下ますますご清栄のこととお慶び申し上げます。',
  closing: 'ご多用のところ恐れ入りますが、何卒よろしくお願い申し上げます。\n\n敬具',
};

function inJapanese(of: Addressee | null, organisation: string): FormsOfAddress {
  if (!of) return { lines: [`${organisation} 御中`], ...JAPANESE };
  const name = join(of.nativeFamilyName, of.nativeGivenName) || join(of.familyName, of.givenName);
  const honorific = HONORIFIC.test(of.civility?.trim() ?? '') ? of.civility?.trim() : '様';
  return { lines: present(organisation, of.title?.text, `${name} ${honorific}`), ...JAPANESE };
}

const MADAME = /^(madame|mme|ms|mrs|miss)\b\.?/i;
const MONSIEUR = /^(monsieur|m\.|mr\b\.?|m$)/i;

/** The recorded civility as French writes it out; a longer one ("Madame la Maire") stays whole. Empty for none that French knows. */
function frenchCivility(recorded: string | null): string {
  const civility = recorded?.trim() ?? '';
  if (/^(madame|monsieur)\s+\S/i.test(civility)) return civility;
  if (MADAME.test(civility)) return 'Madame';
  return MONSIEUR.test(civility) ? 'Monsieur' : '';
}

/** Longer functions, and several in one, are no way to address anybody. */
const LONGEST_SPOKEN = 40;

/** The opening words, taken up again in the closing ones. */
const french = (lines: string[], salutation: string): FormsOfAddress => ({
  lines,
  opening: `${salutation},`,
  closing: `Nous vous prions d’agréer, ${salutation}, l’expression de nos salutations distinguées.`,
});

function inFrench(of: Addressee | null, organisation: string): FormsOfAddress {
  const nobody = 'Madame, Monsieur';
  if (!of) return french(present(organisation), nobody);
  const civility = frenchCivility(of.civility);
  const whole = civility.includes(' ');
  const lines = present(join(whole ? civility.split(' ')[0] : civility, latinName(of)), of.title?.text, organisation);
  if (!civility || whole) return french(lines, civility || nobody);
  const { title } = of;
  const spoken = of.elected && title?.lang === 'fr' && title.text.length <= LONGEST_SPOKEN && !/[,;/()\n]/.test(title.text);
  return french(lines, spoken ? `${civility} ${withArticle(title.text.trim(), civility)}` : civility);
}

/** The function with the article that the recorded civility gives: "la Maire", "le Président", "l’Adjointe". */
function withArticle(title: string, civility: string): string {
  const capital = title.charAt(0).toLocaleUpperCase('fr') + title.slice(1);
  if (/^[aeiouyàâäéèêëîïôöùûüœæ]/i.test(title)) return `l’${capital}`;
  return `${civility === 'Madame' ? 'la' : 'le'} ${capital}`;
}

function inEnglish(of: Addressee | null, organisation: string): FormsOfAddress {
  if (!of) return { lines: present(organisation), opening: 'Dear Sir or Madam,', closing: 'Yours faithfully,' };
  const recorded = of.civility?.trim() ?? '';
  const civility = MADAME.test(recorded) ? 'Ms' : MONSIEUR.test(recorded) ? 'Mr' : '';
  const lines = present(join(civility, latinName(of)), of.title?.text, organisation);
  const name = civility && of.familyName ? `${civility} ${of.familyName}` : latinName(of);
  return { lines, opening: `Dear ${name},`, closing: 'Yours sincerely,' };
}
