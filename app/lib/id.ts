import { v7 } from 'uuid';

/** A new identifier: UUIDv7 (RFC 9562), made in the application so that rows can refer to each other before they are written. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a string (from an address, a form) can be an identifier at all: PostgreSQL throws on what cannot. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
