// jest's global set-up for tests against a real PostgreSQL: uses the server of this run, or starts one for this run alone.
import { startTestPostgres } from './test-postgres.mjs';

export default async function setUpDatabase() {
  if (process.env.TEST_DATABASE_URL) return;
  const { environment, stop } = await startTestPostgres();
  Object.assign(process.env, environment);
  globalThis.stopTestPostgres = () => {
    for (const name of Object.keys(environment)) delete process.env[name];
    stop();
  };
}
