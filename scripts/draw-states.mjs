// Draws docs/registration-states.md from the tables of packages/domain (build it first). Run it after changing a table; a test compares the two.
import { writeFile } from 'node:fs/promises';
import { drawStatesPage } from '../packages/domain/dist/index.js';

await writeFile(new URL('../docs/registration-states.md', import.meta.url), drawStatesPage());
