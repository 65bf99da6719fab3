/** Words that every part of the feature uses. */
export const en = {
  'participation.state.to-contact': 'to contact',
  'participation.state.contacted': 'contacted',
  'participation.state.chased': 'chased',
  'participation.state.considering': 'under consideration',
  'participation.state.confirmed': 'confirmed',
  'participation.state.declined': 'declined',
  'participation.state.excused': 'excused, but interested',
  'participation.stage.intention': 'Intention and contacts',
  'participation.stage.workshops': 'Choice of workshops',
  'participation.stage.talks': 'Talk and summary',
  'participation.stage.delegation': 'Delegation',
  'refusals.participation.stage-dates':
    'Check the days of “{stage, select, intention {Intention and contacts} workshops {Choice of workshops} talks {Talk and summary} other {Delegation}}”: both are needed, the last not before the first.',
  'refusals.participation.form-changed-meanwhile':
    'Somebody else has changed the form meanwhile. Nothing was saved: look at it again, then save.',
} as const;
