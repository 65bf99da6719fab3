import type { Locale } from '#app/lib/locale.ts';
import { translator } from '#app/platform/i18n/messages.ts';
import { isOrganisationKind } from './domain/kinds.ts';
import { authoritiesCatalogues } from './messages/index.ts';

/** The kind of an organisation in words; what is no kind is given back as it is. */
export function kindName(kind: string, locale: Locale): string {
  return isOrganisationKind(kind) ? translator(locale, authoritiesCatalogues)(`authorities.kind.${kind}`) : kind;
}
