/** Tells zod not to compile its checks with `new Function`: our Content-Security-Policy forbids it, and the mere attempt is reported. Must run before any schema is made. */
import { z } from 'zod';

z.config({ jitless: true });
