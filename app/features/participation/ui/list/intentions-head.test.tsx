import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { IntentionsHead } from './intentions-head.tsx';

it('marks the edition’s name as French on a Japanese page, where it has no other', () => {
  const edition = { text: '9es Rencontres', lang: 'fr' };
  const html = renderToStaticMarkup(<IntentionsHead locale="ja" slug="rfj-9" edition={edition} title="自治体の追加" />);
  expect(html).toContain('<span lang="fr">9<sup>es</sup> Rencontres</span>');
});
