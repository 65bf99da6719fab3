import type { FeedInput } from './use-cases/make-feed.server.ts';

/** What is to be done with private addresses, as the page's forms send it; `of` is a kind, and what it is of behind a space. */
export function feedForm(form: FormData, locale: string): FeedInput & { act: string; id: string } {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const [kind = '', of = ''] = text('of').split(' ');
  return { act: text('act'), id: text('id'), kind, of, lang: text('lang') || locale };
}
