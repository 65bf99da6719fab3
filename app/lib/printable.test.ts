import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutraliseCell } from './neutralise-cell.ts';
import { printable, printableLine } from './printable.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('a printable text', () => {
  it('keeps every letter of every script, and its line ends', () => {
    expect(printable('Éric ŒUVRE 髙﨑 Ձախ שלום\r\nligne 2\rligne 3')).toBe('Éric ŒUVRE 髙﨑 Ձախ שלום\nligne 2\nligne 3');
  });

  it('holds nothing that XML 1.0 forbids, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) })),
        (text) => {
          expect(printable(text)).not.toMatch(/[^\t\n\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u);
        },
      ),
    );
  });

  it('never lets a name be turned round by direction marks', () => {
    expect(printable('\u202Egnp.exe\u202C \u2067a\u2069')).toBe('gnp.exe a');
  });

  it('is one line when asked for', () => {
    expect(printableLine('  Adjoint \t au\r\nMaire ')).toBe('Adjoint au Maire');
  });
});

describe('a neutralised cell', () => {
  it.each(['=1+1', '+33', '-2', '@SUM', '\tx', '\r=1', '  =1', '＝１', '＋1', '－1', '＠x', '\u0000=1'])('is no formula: %j', (text) => {
    expect(neutraliseCell(text)[0]).toBe("'");
  });

  it.each(['Cannes', 'a=b', '静岡市', '', "d'Azur", 'Saint-Étienne'])('is left alone when it is none: %j', (text) => {
    expect(neutraliseCell(text)).toBe(text);
  });

  it('never starts with a sign that a spreadsheet runs, whatever comes in', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', ' ', '\t', '\u3000', '\u0001'),
        fc.constantFrom('=', '+', '-', '@', '＝'),
        anyText,
        (lead, sign, rest) => {
          expect(neutraliseCell(lead + sign + rest)).toMatch(/^'/);
        },
      ),
    );
  });
});
