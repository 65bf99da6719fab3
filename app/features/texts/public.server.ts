export { textPersonalData } from './personal-data.server.ts';
export { currentDocument, textsOf } from './queries.server.ts';
export { findSeal, latestVersion, listApprovals, listErrata } from './queries-life.server.ts';
export { openTextSocket } from './socket/text-socket.server.ts';
export type { TextSuggestions } from './suggestions.ts';
export { type ApprovedVersion, registerTextKinds, type TextKind, type TextMember, type TextRights } from './text-kinds.server.ts';
export { createText } from './use-cases/create-text.server.ts';
