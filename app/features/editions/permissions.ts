import { permission } from '#app/access/authorize.ts';

/** Who keeps the record of series and editions. The facts themselves are public. */
export const editionsPermissions = {
  createSeries: permission('editions.create-series', 'Open a series of meetings between two countries.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
  createEdition: permission('editions.create-edition', 'Add an edition to a series.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
  }),
  editEdition: permission('editions.edit-edition', 'Edit the facts of an edition: theme, dates, venue, presentation.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  postponeEdition: permission('editions.postpone-edition', 'Move an edition to other dates, keeping the former ones.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  editWorkshops: permission('editions.edit-workshops', 'Add and edit the workshops of an edition, their slots and subjects.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  recordFigure: permission('editions.record-figure', 'Record a printed figure with its date and source.', {
    'instance-admin': 'any',
    secretariat: 'own-side',
    'host-team': 'own-edition',
  }),
  recordOrganisation: permission(
    'editions.record-organisation',
    'Name the co-organisers, patrons, partners and confirmed authorities of an edition.',
    {
      'instance-admin': 'any',
      secretariat: 'own-side',
      'host-team': 'own-edition',
    },
  ),
};
