import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readSettings } from './settings.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daiban-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (changes: Record<string, string> = {}) =>
  readSettings('all', {
    DATABASE_APP_URL: 'postgresql://daiban_app:s3cret@localhost/daiban',
    DATABASE_AUTH_URL: 'postgresql://daiban_auth:s3cret@localhost/daiban',
    DAIBAN_DATA_DIR: folder,
    ...changes,
  });

const KEY = Buffer.alloc(32, 7).toString('base64');

describe('the settings', () => {
  test('need nothing but the database; an empty one is not set', () => {
    const settings = read({ SMTP_URL: '', PORT: '' });
    expect(settings).toMatchObject({
      port: 3000,
      host: 'localhost',
      demo: true,
      smtpUrl: null,
      publicUrl: 'http://localhost:3000',
      mailFrom: { name: 'Daiban', address: 'daiban@localhost' },
    });
  });

  test('are read as they are meant', () => {
    const settings = read({
      PORT: '3101',
      DAIBAN_DEMO: '0',
      PUBLIC_URL: 'https://daiban.example.com/',
      MAIL_FROM: 'hello@example.com',
      TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2',
      DAIBAN_FILE_KEYS_BEFORE: `${KEY}, ${KEY}`,
      DAIBAN_FILES_URL: 's3://a:b@localhost:9000/papers?path=1',
      DAIBAN_CLAMAV_URL: 'tcp://localhost:3310',
    });
    expect(settings).toMatchObject({
      port: 3101,
      host: '0.0.0.0',
      demo: false,
      publicUrl: 'https://daiban.example.com',
      mailFrom: { name: 'Daiban', address: 'hello@example.com' },
      trustedProxies: ['10.0.0.1', '10.0.0.2'],
      fileKeysBefore: [Buffer.alloc(32, 7), Buffer.alloc(32, 7)],
      filesUrl: 's3://a:b@localhost:9000/papers?path=1',
      clamavUrl: 'tcp://localhost:3310',
    });
  });

  test('open a demo to other machines only when told to', () => {
    expect(read({ HOST: '0.0.0.0' })).toMatchObject({ demo: true, host: '0.0.0.0' });
  });

  test.each([
    ['HOST', 'http://0.0.0.0'],
    ['PORT', 'sixty'],
    ['PORT', '70000'],
    ['DATABASE_APP_URL', 'mysql://root:s3cret@localhost/daiban'],
    ['DATABASE_AUTH_URL', ''],
    ['DAIBAN_DEMO', 'yes'],
    ['SMTP_URL', 'mail.example.com'],
    ['MAIL_FROM', 'a\r\nBcc: b@example.com'],
    ['PUBLIC_URL', 'daiban.example.com'],
    ['DAIBAN_SECRET', 's3cret'],
    ['DAIBAN_FILE_KEY', 's3cret'],
    ['DAIBAN_FILE_KEYS_BEFORE', `${KEY},s3cret`],
    ['DAIBAN_FILES_URL', 'https://s3cret.example.com'],
    ['DAIBAN_CLAMAV_URL', 's3cret:3310'],
    ['LOG_LEVEL', 'loud'],
  ])('say in one sentence that %s is wrong, and never what it holds', (name, value) => {
    let message = '';
    try {
      read({ [name]: value });
    } catch (problem) {
      message = (problem as Error).message;
    }
    expect(message).toMatch(new RegExp(`^${name} must .*\\.$`));
    expect(message).not.toContain('s3cret');
  });

  test('keep keys that were made once, readable by this account only', () => {
    const [first, second] = [read(), read()];
    expect(first.fileKey).toHaveLength(32);
    expect([second.secret, second.fileKey]).toEqual([first.secret, first.fileKey]);
    expect(first.secret).not.toBe(first.fileKey.toString('base64'));
    expect(statSync(join(folder, 'keys', 'file-key')).mode & 0o777).toBe(0o600);
  });

  test('refuse a key that was cut short, and a folder that is a file', () => {
    writeFileSync(join(folder, 'keys', 'cookie-secret'), 'short');
    expect(() => read()).toThrow('damaged key');
    expect(() => read({ DAIBAN_DATA_DIR: join(folder, 'keys', 'file-key') })).toThrow('cannot be written');
  });
});
