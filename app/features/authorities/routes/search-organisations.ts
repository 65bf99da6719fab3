import { data, type LoaderFunctionArgs } from 'react-router';
import { isLocale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { statusOf } from '#app/platform/http/respond.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { isOrganisationKind } from '../domain/kinds.ts';
import { toItem } from '../domain/search-item.ts';
import { authoritiesCatalogues } from '../messages/index.ts';
import { proposeOrganisations } from '../use-cases/propose-organisations.server.ts';

/**
 * `GET /:lang/organisations/search.json?q=…&kind=…&country=…&authorities=1`: what a search field proposes (`ComboboxAnswer`), the
 * organisation's identifier as value. For signed-in people; never cached by others.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const locale = isLocale(args.params.lang) ? args.params.lang : 'fr';
  const query = new URL(args.request.url).searchParams;
  const kinds = query.getAll('kind').filter(isOrganisationKind);
  const country = query.get('country');
  const hits = await proposeOrganisations(ctx, query.get('q') ?? '', {
    limit: 12,
    authoritiesOnly: query.get('authorities') === '1',
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(country ? { country } : {}),
  });
  // A search field wants a status, not the page of a sign-in.
  if (!hits.ok) throw data({ refusal: hits.refusal }, { status: statusOf(hits.refusal) });
  const t = translator(locale, authoritiesCatalogues);
  const items = hits.value.map((hit) => toItem(hit, locale, (kind) => t(`authorities.kind.${kind}`)));
  return Response.json(
    { items, status: t('authorities.search.found', { count: items.length }) },
    { headers: { 'cache-control': 'private, no-store' } },
  );
}
