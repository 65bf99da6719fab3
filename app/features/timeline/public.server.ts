export { type ConcernedGroup, type ConcernedPerson, concernedBy, type DateFor } from './concerned.server.ts';
export { addEntry } from './use-cases/add-entry.server.ts';
export { readTimeline } from './use-cases/read-timeline.server.ts';
