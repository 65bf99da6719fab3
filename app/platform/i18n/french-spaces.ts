import type { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** `TYPE.literal` of the parser, which is no dependency of ours. */
const LITERAL = 0;

/**
 * A French text whose spaces before `; ? !` are narrow and unbreakable, and those before `:` and inside guillemets
 * unbreakable, so that no line begins with a mark (Imprimerie nationale, Lexique des règles typographiques). Where no space
 * is written none is set: addresses (`https://`) and times (14:30) stay.
 */
export function withFrenchSpaces(text: string): string {
  return text.replace(/ (?=[;?!])/g, '\u202f').replace(/(?<=«) | (?=[:»])/g, '\u00a0');
}

/** A parsed French message with {@link withFrenchSpaces} in what it says itself, in every branch; its arguments are as they were. */
export function frenchSpacesIn(elements: readonly Element[]): Element[] {
  return elements.map((element): Element => {
    if (element.type === LITERAL) return { ...element, value: withFrenchSpaces(element.value) };
    if (!('options' in element)) return element;
    const options = Object.entries(element.options).map(([key, option]) => [key, { ...option, value: frenchSpacesIn(option.value) }]);
    return { ...element, options: Object.fromEntries(options) };
  });
}
