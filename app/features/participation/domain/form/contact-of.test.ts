import { describe, expect, it } from 'vitest';
import { isContactOf } from './contact-of.ts';

const person = {
  names: ['Hélène Martin-Duval', '山田 太郎', 'Yamada Tarô'],
  mailboxes: [
    { normalised: 'helene@lille.example', shared: false },
    { normalised: 'international@lille.example', shared: true },
  ],
  organisationIds: ['lille'],
};
const is = (name: string, mailbox = '', at = 'lille') => isContactOf(person, { name, mailbox }, at);

describe('a contact is a person on record', () => {
  it('by a mailbox that is theirs alone, whatever the name and wherever', () => {
    expect(is('Service international', ' Helene@LILLE.example ', 'nancy')).toBe(true);
    expect(is('', 'mailto:helene@lille.example', 'nancy')).toBe(true);
  });

  it('by their full name at an authority they serve, in any script, order and case', () => {
    for (const name of ['Hélène Martin-Duval', 'MARTIN-DUVAL Helene', 'Mme Hélène MARTIN DUVAL', '山田太郎', '山田　太郎様', 'TARO YAMADA'])
      expect(is(name)).toBe(true);
  });

  it('by their full name with a mailbox they share', () => {
    expect(is('Hélène Martin-Duval', 'international@lille.example', 'nancy')).toBe(true);
  });

  it('not by a shared mailbox alone, a part of the name, or the name elsewhere', () => {
    expect(is('Paul Autre', 'international@lille.example')).toBe(false);
    for (const name of ['Hélène', 'Martin', 'Hélène Martin-Duvalier', '山田', '山田太郎丸', '', '様']) expect(is(name)).toBe(false);
    expect(is('Hélène Martin-Duval', '', 'nancy')).toBe(false);
    expect(is('Hélène Martin-Duval', 'other@nancy.example', 'nancy')).toBe(false);
  });

  it('never when nothing is known of the person', () => {
    const nobody = { names: ['', ' '], mailboxes: [], organisationIds: ['lille'] };
    for (const name of ['', ' ', '様', 'Hélène']) expect(isContactOf(nobody, { name, mailbox: '' }, 'lille')).toBe(false);
  });
});
