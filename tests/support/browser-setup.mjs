// jest's global set-up for tests in a real browser: PostgreSQL as for database tests, and Chromium unpacked once before workers race for it.
import { findChromium } from './chromium.mjs';
import setUpDatabase from './database-setup.mjs';

export default async function setUpBrowser() {
  process.env.TEST_CHROMIUM = JSON.stringify(await findChromium());
  await setUpDatabase();
}
