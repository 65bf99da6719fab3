import { describe, expect, it } from 'vitest';
import { mailtoOf } from '#app/lib/mailto.ts';
import { mailingTexts, revisionOf, tickedOf } from './forms-mailings.ts';

describe('a letter in the officer’s own mail program', () => {
  it('brings subject and text where they are short enough, lines whole and nothing able to add a recipient', () => {
    const href = mailtoOf({ toAddress: 'a&bcc=x@y.example', subject: 'Été & eau?', text: 'un\ndeux&bcc=z' });
    expect(href).toBe('mailto:a%26bcc%3Dx@y.example?subject=%C3%89t%C3%A9%20%26%20eau%3F&body=un%0D%0Adeux%26bcc%3Dz');
  });

  it('brings the subject alone where the text is long', () => {
    const href = mailtoOf({ toAddress: 'a@y.example', subject: '参加のご案内', text: '参'.repeat(300) });
    expect(href).not.toContain('body=');
    expect(href.length).toBeLessThan(1900);
  });
});

describe('a form of a mailing', () => {
  it('is read without trusting what was sent', () => {
    const form = new FormData();
    form.append('participation', 'a');
    form.append('participation', new File([], 'x'));
    form.append('participation', 'b');
    form.append('message.ja', '本文');
    form.append('revision', '1e3');
    expect(tickedOf(form)).toEqual(['a', 'b']);
    expect(mailingTexts(form)).toEqual({ message: { fr: '', en: '', ja: '本文' }, replyTo: '', signature: '' });
    expect(revisionOf(form)).toBeNaN();
  });
});
