export { currentDocument, textsOf } from './queries.server.ts';
export { registerTextKinds, type TextKind, type TextMember, type TextRights } from './text-kinds.server.ts';
export { createText } from './use-cases/create-text.server.ts';
