import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of one scheme by token: the dark block restates every colour of the light one. */
function coloursOf(block: string): Record<string, string> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

const [lightBlock = '', darkBlock = ''] = css.split('@media (prefers-color-scheme: dark)');
const SCHEMES = { light: coloursOf(lightBlock), dark: coloursOf(darkBlock) };

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string | undefined, b: string | undefined): number {
  if (!a || !b) throw new Error('a token is missing');
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['paper', 'sheet', 'wash'];
const TEXT_PAIRS: [string, string][] = [
  ...GROUNDS.flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-2', ground],
  ]),
  ['ink', 'rule-2'],
  ['ink-2', 'rule-2'],
  ['late', 'rule-2'],
  ['late', 'paper'],
  ['late', 'sheet'],
  ['side-a', 'paper'],
  ['side-b', 'paper'],
  ['paper', 'ink'],
  ['paper', 'late'],
  ...['side-a', 'side-b', 'info', 'wait', 'ok', 'late'].map((tone): [string, string] => [tone, `${tone}-wash`]),
  ...['info', 'wait', 'ok', 'late'].map((tone): [string, string] => ['ink', `${tone}-wash`]),
];
const EDGE_PAIRS: [string, string][] = [
  ...GROUNDS.map((ground): [string, string] => ['edge', ground]),
  ...GROUNDS.map((ground): [string, string] => ['focus', ground]),
  ...['info', 'wait', 'ok', 'late', 'side-a', 'side-b'].map((tone): [string, string] => [tone, 'paper']),
  ['side-a', 'rule-2'],
  ['side-b', 'rule-2'],
];

describe.each(['light', 'dark'] as const)('the %s scheme', (scheme) => {
  const colours = SCHEMES[scheme];

  it.each(TEXT_PAIRS)('sets %s on %s at 4.5:1 or more (WCAG 1.4.3)', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(EDGE_PAIRS)('draws %s on %s at 3:1 or more (WCAG 1.4.11)', (edge, ground) => {
    expect(contrast(colours[edge], colours[ground])).toBeGreaterThanOrEqual(3);
  });
});

it('restates every colour of the light scheme in the dark one', () => {
  expect(Object.keys(SCHEMES.dark).sort()).toEqual(Object.keys(SCHEMES.light).sort());
});
