export { type ConcernedGroup, type ConcernedPerson, concernedBy } from './concerned.server.ts';
export { circulated } from './documents/doc-10-grid.ts';
export { doc10Grid } from './documents/doc-10-report.ts';
export { timelineFollowsEdition } from './follow-edition.server.ts';
export { noticePersonalData } from './notices-personal-data.server.ts';
export { openTimeline } from './open-timeline.server.ts';
export { addEntry } from './use-cases/add-entry.server.ts';
export { type CalendarDate, readCalendarDates } from './use-cases/read-calendar-dates.server.ts';
export { readTimeline, type Timeline } from './use-cases/read-timeline.server.ts';
