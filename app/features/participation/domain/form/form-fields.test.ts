import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, CONTACT_KINDS, type FormContact, NO_ANSWERS, SHARINGS, WISHES } from '../answers.ts';
import { FORM_STAGES } from '../stages.ts';
import { ANSWER_STATES } from '../states.ts';
import {
  carriedOver,
  fieldOfFault,
  fieldsOf,
  isFormField,
  partsOf,
  readFields,
  revisionOf,
  rowCount,
  stageOfField,
  twinOf,
} from './form-fields.ts';
import { EMPTY_FORM, type FilledForm } from './form-units.ts';

const ID = (n: number) => `0190f3c4-0000-7000-8000-${String(n).padStart(12, '0')}`;
const line = fc
  .stringMatching(/^[A-Za-zÀ-ÿ一-龠<>&"'][A-Za-zÀ-ÿ一-龠<>&"' ]{0,18}[A-Za-zÀ-ÿ一-龠]$/)
  .map((text) => text.replace(/ +/g, ' '));
const text = fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n'));
const orNull = <T>(values: readonly T[]) => fc.constantFrom<T | null>(...values, null);
const contact: fc.Arbitrary<FormContact> = fc.record({
  name: line,
  title: fc.oneof(line, fc.constant('')),
  mailbox: fc.constantFrom('', 'a@b.example'),
  phone: fc.constantFrom('', '+33 1 00 00 00 00'),
  kind: orNull(CONTACT_KINDS),
});
const answers: fc.Arbitrary<Answers> = fc.record({
  intention: orNull(ANSWER_STATES),
  choices: fc.uniqueArray(fc.integer({ min: 1, max: 9 }).map(ID), { maxLength: 3 }),
  speak: orNull(WISHES),
  chair: orNull(WISHES),
  withTwin: orNull(WISHES),
  twinId: fc.constantFrom(null, ID(77)),
  sharing: orNull(SHARINGS),
  talks: fc.array(fc.record({ title: line, abstract: text, lang: fc.constantFrom('fr', 'en', 'ja') }), { maxLength: 2 }),
  sponsored: fc.oneof(line, fc.constant('')),
  delegates: fc.option(fc.integer({ min: 0, max: 99 })),
  remarks: text,
});
const filled: fc.Arbitrary<FilledForm> = fc.record({ answers, contacts: fc.array(contact, { maxLength: 3 }) });

describe('the fields of a form', () => {
  it('make the form again that they were made of, whatever stood there before; but an intention is never taken back to nothing', () => {
    fc.assert(
      fc.property(filled, filled, (form, base) => {
        const { answers: read, contacts, faults } = readFields(fieldsOf(form), base, 'fr');
        const intention = form.answers.intention ?? base.answers.intention;
        expect({ answers: read, contacts }).toEqual({ ...form, answers: { ...form.answers, intention } });
        expect(faults).toEqual([]);
      }),
    );
  });

  it('leave alone the parts that were not on the page', () => {
    fc.assert(
      fc.property(filled, filled, fc.subarray([...FORM_STAGES]), (form, base, parts) => {
        const onPage = Object.entries(fieldsOf(form)).filter(([name]) => parts.includes(stageOfField(name) ?? 'intention'));
        const read = readFields(Object.fromEntries(onPage), base, 'fr');
        for (const [stage, keys] of [
          ['workshops', ['choices', 'speak', 'twinId']],
          ['talks', ['talks', 'sponsored']],
        ] as const)
          for (const key of keys) expect(read.answers[key]).toEqual((parts.includes(stage) ? form : base).answers[key]);
        expect(read.contacts).toEqual((parts.includes('intention') ? form : base).contacts);
      }),
    );
  });

  it('lose what no document may carry, and the spaces around, but no word', () => {
    const fields = { ...fieldsOf(EMPTY_FORM), remarks: '  a\0b\r\n<b>c</b>\u202e  ', sponsored: ' Université\tde  Nantes\0 ' };
    const { answers: read } = readFields(fields, EMPTY_FORM, 'fr');
    expect(read).toMatchObject({ remarks: 'ab\n<b>c</b>', sponsored: 'Université de Nantes' });
  });

  it('count a value that no list offers as none', () => {
    const hostile = { intention: 'constructor', speak: '__proto__', sharing: '1', 'talks.0.title': 'T', 'talks.0.lang': 'xx' };
    const { answers: read } = readFields({ ...fieldsOf(EMPTY_FORM), ...hostile }, EMPTY_FORM, 'ja');
    expect(read).toMatchObject({ intention: null, speak: null, sharing: null, talks: [{ title: 'T', lang: 'ja' }] });
  });

  it('name what cannot be a number of delegates, and drop no such word in silence', () => {
    const read = (delegates: string) => readFields({ ...fieldsOf(EMPTY_FORM), delegates }, EMPTY_FORM, 'fr');
    expect(read('３').answers.delegates).toBe(3);
    expect(read('-4').answers.delegates).toBe(-4);
    for (const word of ['trois', '1e3', '4.5', '99999999', '∞'])
      expect(read(word).faults).toMatchObject([{ path: 'delegates', code: 'delegates-out-of-range' }]);
  });

  it('name a choice that was left out before another', () => {
    const read = readFields({ ...fieldsOf(EMPTY_FORM), 'choices.1': ID(2) }, EMPTY_FORM, 'fr');
    expect(read.answers.choices).toEqual([ID(2)]);
    expect(read.faults).toMatchObject([{ path: 'choices.0', code: 'choice-before-missing' }]);
  });

  it('place a fault on the row of the page, not of the list without its empty rows', () => {
    const fields = { ...fieldsOf(EMPTY_FORM), 'contacts.2.mailbox': 'x', 'talks.1.abstract': 'x', 'choices.1': ID(1) };
    const { rows } = readFields(fields, EMPTY_FORM, 'fr');
    expect(fieldOfFault({ path: 'contacts.0.mailbox' }, rows)).toBe('contacts.2.mailbox');
    expect(fieldOfFault({ path: 'talks.0.title' }, rows)).toBe('talks.1.title');
    expect(fieldOfFault({ path: 'talks' }, rows)).toBe('talks.1.title');
    expect(fieldOfFault({ path: 'choices.0' }, rows)).toBe('choices.1');
    expect(fieldOfFault({ path: 'delegates' }, rows)).toBe('delegates');
  });

  it('keep what was typed into a part that has left the page', () => {
    const before = {
      ...fieldsOf(EMPTY_FORM),
      remarks: 'before',
      'talks.0.title': 'kept',
      'contacts.0.name': 'gone',
      'source.note': 'gone',
      base: '1',
    };
    const now = { 'part.intention': '1', remarks: 'now', base: '2' };
    expect(carriedOver(before, now)).toMatchObject({ remarks: 'now', 'talks.0.title': 'kept', 'part.talks': '1', base: '2' });
    expect(Object.keys(carriedOver(before, now))).not.toContain('contacts.0.name');
    expect(Object.keys(carriedOver(before, now))).not.toContain('source.note');
  });

  it('say over which record they were typed, and nothing else for one', () => {
    expect(revisionOf({ base: '12' })).toBe(12);
    for (const base of ['', '-1', '1.5', '0x1', '99999999999', 'NaN']) expect(revisionOf({ base })).toBe(0);
  });

  it('are only those of the form', () => {
    for (const name of Object.keys(fieldsOf({ answers: { ...NO_ANSWERS, choices: [ID(1)] }, contacts: [] })))
      expect(isFormField(name)).toBe(true);
    for (const name of ['__proto__', 'constructor', 'do', 'choices.100', 'talks.0.title.x', 'state', 'revision', ''])
      expect(isFormField(name)).toBe(false);
    expect(partsOf({ 'part.talks': '1', 'part.delegation': '', 'part.x': '1' })).toEqual(['talks']);
    expect(rowCount({ 'contacts.3.name': 'x', 'contacts.9.kind': 'elected', 'contacts.8.name': '' }, 'contacts')).toBe(4);
  });
});

describe('the twin that fields name', () => {
  it('is the one chosen, the one found while typing, or a name that waits to be chosen', () => {
    expect(twinOf({ twinId: ID(1) })).toEqual({ id: ID(1), typed: null });
    expect(twinOf({ twinId: ID(1), twinName: 'Kanazawa', twinFound: ID(2) })).toEqual({ id: ID(2), typed: null });
    expect(twinOf({ twinId: ID(1), twinName: 'Kanazawa' })).toEqual({ id: null, typed: 'Kanazawa' });
    expect(twinOf({ twinId: ID(3), twinName: 'Kanazawa', twinWas: 'Kanazawa' })).toEqual({ id: ID(3), typed: null });
    expect(twinOf({ twinId: '', twinName: 'Kanazawa', twinWas: 'Kanazawa' })).toEqual({ id: null, typed: null });
    expect(twinOf({ twinName: 'Kanazawa', twinWas: 'Kanazawa' })).toEqual({ id: null, typed: 'Kanazawa' });
    expect(twinOf({ twinId: '', twinName: '', twinFound: ID(2) })).toEqual({ id: null, typed: null });
  });
});
