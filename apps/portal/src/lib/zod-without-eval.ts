/** Keeps zod from compiling its checks with `new Function`, which the strict policy reports. The first import of main.tsx: zod decides when a schema is made. */
import { config } from 'zod';

config({ jitless: true });
