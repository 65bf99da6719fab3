import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedOrder } from './agenda-item.ts';
import { fileFor, nextNumber } from './document.ts';
import { pageBlocks } from './page-text.ts';
import { checkOptional, tidyText } from './typed-text.ts';

describe('moving in a list', () => {
  const lists = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });

  it('keeps everything, and is undone by moving back', () => {
    fc.assert(
      fc.property(lists, fc.nat(), (ids, n) => {
        const id = ids[n % ids.length] as string;
        const down = movedOrder(ids, id, 'down');
        expect([...down].sort()).toEqual([...ids].sort());
        expect(down.indexOf(id)).toBe(Math.min(ids.length - 1, ids.indexOf(id) + 1));
        if (id !== ids.at(-1)) expect(movedOrder(down, id, 'up')).toEqual(ids);
      }),
    );
  });

  it('leaves a list alone that does not hold what is moved', () => {
    expect(movedOrder(['a', 'b'], 'c', 'up')).toEqual(['a', 'b']);
  });
});

describe('a page typed as plain text', () => {
  it('has headings, paragraphs of joined lines, and items', () => {
    const text = '# Titre\nPremière ligne\nsuite\n\nAutre\n- un\n- deux\n  encore\n・三';
    expect(pageBlocks(text)).toEqual([
      { kind: 'heading', text: 'Titre' },
      { kind: 'paragraph', text: 'Première ligne suite' },
      { kind: 'paragraph', text: 'Autre' },
      { kind: 'item', text: 'un' },
      { kind: 'item', text: 'deux encore' },
      { kind: 'item', text: '三' },
    ]);
  });

  it('joins broken lines of Japanese without a space', () => {
    expect(pageBlocks('日本と\nフランス')).toEqual([{ kind: 'paragraph', text: '日本とフランス' }]);
  });

  it('loses no word, and reads no markup', () => {
    expect(pageBlocks('<b>x</b> #a -b')).toEqual([{ kind: 'paragraph', text: '<b>x</b> #a -b' }]);
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-zé]{1,8}$/), { maxLength: 30 }),
        fc.array(fc.constantFrom('\n', '\n\n', ' '), { maxLength: 30 }),
        (words, gaps) => {
          const text = words.map((word, i) => word + (gaps[i] ?? ' ')).join('');
          expect(pageBlocks(text).flatMap((block) => block.text.split(' '))).toEqual(words);
        },
      ),
    );
  });
});

it('gives a reader the file of their language, then one in several, then any', () => {
  expect(fileFor([{ lang: 'fr' }, { lang: 'ja' }], 'ja')).toEqual({ lang: 'ja' });
  expect(fileFor([{ lang: 'fr' }, { lang: 'mul' }], 'ja')).toEqual({ lang: 'mul' });
  expect(fileFor([{ lang: 'fr' }], 'ja')).toEqual({ lang: 'fr' });
  expect(fileFor([], 'ja')).toBeNull();
});

it('numbers after the highest, not into gaps', () => {
  expect([nextNumber([]), nextNumber([5, 11]), nextNumber([99])]).toEqual([1, 12, 99]);
});

describe('a typed text', () => {
  it('tidies once: again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aé\u0301熊 \n\r\t\u0000\u202e\u3000\u00a0\ud83d') }),
        fc.boolean(),
        (text, lines) => {
          const tidy = tidyText(text, lines);
          expect(tidyText(tidy, lines)).toBe(tidy);
        },
      ),
    );
  });

  it('is taken in the language it is typed in, else in the first given', () => {
    const rule = { field: 'title', limit: 5 };
    expect(checkOptional({ fr: 'a', ja: 'い' }, 'ja', rule)).toMatchObject({ value: { source: 'ja' } });
    expect(checkOptional({ fr: ' a ', ja: ' ' }, 'ja', rule)).toMatchObject({ value: { source: 'fr', texts: { fr: { text: 'a' } } } });
    expect(checkOptional({ fr: ' ' }, 'fr', rule)).toEqual({ ok: true, value: null });
    expect(checkOptional({ fr: 'a', ja: 'いいいいいい' }, 'fr', rule)).toMatchObject({
      refusal: { params: { field: 'title-ja', limit: 5 } },
    });
  });
});
