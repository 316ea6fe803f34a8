// jest's global tear-down: stops the PostgreSQL that database-setup.mjs started, if it did.
export default function tearDownDatabase() {
  globalThis.stopTestPostgres?.();
}
