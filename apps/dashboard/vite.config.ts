/** Builds the agency's app to dist/. The API serves dist/index.html as a template: it fills in %NONCE% and %DEMO% at each answer. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

export default defineConfig({
  plugins: [react()],
  base: '/',
  html: { cspNonce: '%NONCE%' },
  build: {
    target: 'es2022',
    // A font as a data: URL would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // Older browsers' preload stand-in; everything that can run this build has it.
    modulePreload: { polyfill: false },
    // without-eval.ts must run before the first schema, whatever chunk either lands in.
    rolldownOptions: { output: { strictExecutionOrder: true } },
  },
  server: { proxy: { '/api': api, '/portal': api } },
});
