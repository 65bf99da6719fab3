import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the configuration', () => {
  it('serves on loopback with the embedded database and the demo when nothing is set', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      publicUrl: 'http://127.0.0.1:3000',
      localDemo: true,
    });
  });

  it.each([
    ['another address', { HOST: '0.0.0.0' }],
    ['a database of its own', { DATABASE_URL: 'postgres://db.example/entente' }],
    ['DEMO=no', { DEMO: 'no' }],
  ])('never loads the demo unasked with %s', (_what, env) => {
    expect(readConfig(env).localDemo).toBe(false);
  });

  it('treats an empty variable as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('names the variable that cannot be used, and never shows its value', () => {
    const read = () => readConfig({ DATABASE_URL: 'mysql://user:s3cret@db.example/x', PORT: '70000' });
    expect(read).toThrow(/DATABASE_URL.*PORT|PORT.*DATABASE_URL/s);
    expect(read).not.toThrow(/s3cret/);
  });

  it('keeps no final slash on the public address', () => {
    expect(readConfig({ PUBLIC_URL: 'https://entente.example/' }).publicUrl).toBe('https://entente.example');
  });
});
