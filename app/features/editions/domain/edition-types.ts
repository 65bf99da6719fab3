/** Where an edition stands. `postponed` means that it has no new date yet; one held later than planned is `held`. */
export const EDITION_STATES = ['planned', 'held', 'postponed', 'cancelled'] as const;
export type EditionState = (typeof EDITION_STATES)[number];

/** What an organisation is to an edition, besides being its host; `confirmed`: an authority that has said it will come. */
export const ORGANISATION_ROLES = ['co-organiser', 'patronage', 'partner', 'confirmed'] as const;
export type OrganisationRole = (typeof ORGANISATION_ROLES)[number];

/** How exact a printed figure is: "more than 200" is `over` 200, "some 30" is `about` 30. */
export const FIGURE_QUALIFIERS = ['exact', 'about', 'over', 'under'] as const;
export type FigureQualifier = (typeof FIGURE_QUALIFIERS)[number];

/** What a figure counts. Figures of a committee meeting are kept apart from those of the edition itself. */
export const FIGURE_KINDS = [
  'participants',
  'authorities',
  'authorities-considering',
  'authorities-confirmed',
  'committee-registered',
  'committee-present',
  'committee-authorities',
  'committee-excused',
  'committee-total',
] as const;
export type FigureKind = (typeof FIGURE_KINDS)[number];
