export { addEntry } from './use-cases/add-entry.server.ts';
export { readTimeline } from './use-cases/read-timeline.server.ts';
